import AuditLog
import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import Access
@testable import Compartments

/// No key for an excluded person: over random organisations, roles and substitutions before and after a report came in, every
/// excluded officer's private key is tried on every wrap in the database.
struct ExclusionPropertyTests {
    /// A report as far as keys go: who was marked, and the mailbox.
    struct Report {
        let subject: String
        let mailbox: ReadingKeyPair
        var excluded: Set<Officer.ID>
    }

    typealias Planner = @Sendable (Organisation.ID, Set<Officer.ID>, Bool, Day, Roster) throws(PlanRefusal) -> ReaderPlan

    static let truePlanner: Planner = { organisation, involved, director, day, roster throws(PlanRefusal) in
        try ReaderPlan(about: organisation, involved: involved, aboutDirector: director, on: day, roster: roster)
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all, 0..<14)
    func `no excluded officer opens any wrap, whatever changes after the report`(engine: Engine, seed: Int) async throws {
        let caught = try await violations(engine, seed: UInt64(seed), planner: Self.truePlanner)

        #expect(caught == [], "seed \(seed)")
    }

    @Test(arguments: Engine.all)
    func `a planner without the check is caught by the same test`(engine: Engine) async throws {
        var caught: [String] = []
        for seed in 0..<6 where caught.isEmpty {
            caught = try await violations(engine, seed: UInt64(seed)) {
                organisation, _, director, day, roster throws(PlanRefusal) in
                try ReaderPlan(about: organisation, involved: [], aboutDirector: director, on: day, roster: roster)
            }
        }

        #expect(!caught.isEmpty)
    }

    /// Plays a random history and tries every excluded key on every wrap after each step.
    private func violations(_ engine: Engine, seed: UInt64, planner: Planner) async throws -> [String] {
        try await engine.withDatabase { database in
            let world = try await RandomWorld(database: database, seed: seed)
            try await world.populate()
            var reports: [Report] = []
            var caught: [String] = []
            for _ in 0..<3 {
                if let report = try await intake(world, planner) { reports.append(report) }
            }
            for step in 0..<4 where !reports.isEmpty {
                try await change(world, &reports)
                caught += try await tryEveryKey(world, reports).map { "step \(step): \($0)" }
            }
            return caught
        }
    }

    private func intake(_ world: RandomWorld, _ planner: Planner) async throws -> Report? {
        let roster = try await world.house.access.roster()
        let officers = roster.officers.keys.sorted { $0.text < $1.text }
        let involved = Set((0..<world.number(0...3)).map { _ in world.pick(officers) })
        let organisation = world.pick(Array(world.organisations.dropFirst()))
        guard let plan = try? planner(organisation, involved, world.chance(20), world.today, roster) else { return nil }
        let (subject, mailbox) = ("case\(world.number(0...1_000_000))", ReadingKeyPair(from: .system))
        let new = world.compartments.prepare(subject: subject, plan: plan, mailbox: mailbox.publicKey)
        let (item, _) = try new.keys.newItem(in: .content)
        let (identity, _) = try new.keys.newItem(in: .identity)
        let (version, today) = (roster.version, world.today)
        try await world.house.database.write { db in
            try db.insert(new, rosterVersion: version, at: .inTests, on: today)
            try db.insert(item)
            try db.insert(identity)
        }
        return Report(subject: subject, mailbox: mailbox, excluded: roster.closure(of: involved, on: today))
    }

    private func change(_ world: RandomWorld, _ reports: inout [Report]) async throws {
        switch world.number(1...4) {
        case 1:
            _ = try await world.substitute()
            try await enforce(world)
        case 2:
            try await world.hire(
                at: world.pick(Array(world.organisations.dropFirst())), as: .integrityCoordinator, confirmed: true)
            try await grantAll(world)
        case 3:
            try await exclude(world, &reports[world.number(0...reports.count - 1)])
        default:
            try await grantAll(world)
        }
        let roster = try await world.house.access.roster()
        for index in reports.indices { reports[index].excluded = roster.closure(of: reports[index].excluded, on: world.today) }
    }

    /// Someone is marked later: by the mailbox, whose keys are at hand, or without any keys.
    private func exclude(_ world: RandomWorld, _ report: inout Report) async throws {
        let marked = world.pick(world.rings.keys.sorted { $0.text < $1.text })
        let holder: KeyHolder? = world.chance(60) ? .mailbox(report.mailbox) : nil
        guard let exclusion = try? await world.compartments.prepareExclusion(of: [marked], from: report.subject, holder: holder)
        else {
            return
        }
        let today = world.today
        try await world.house.database.write { try $0.store(exclusion, at: .inTests, on: today) }
        report.excluded.insert(marked)
    }

    private func enforce(_ world: RandomWorld) async throws {
        let today = world.today
        for due in try await world.compartments.exclusionsDue() {
            guard
                let exclusion = try? await world.compartments.prepareExclusion(of: due.officers, from: due.subject, holder: nil)
            else { continue }
            try await world.house.database.write { try $0.store(exclusion, at: .inTests, on: today) }
        }
    }

    private func grantAll(_ world: RandomWorld) async throws {
        for ring in world.rings.values {
            for pending in try await world.compartments.pendingGrants(for: ring) {
                guard
                    let grant = try? await world.compartments.prepareGrant(
                        of: pending.subject, to: pending.reader.officer.id, by: ring)
                else { continue }
                try await world.house.database.write { try $0.store(grant) }
            }
        }
    }

    /// Every private key of everyone who is excluded, on every wrap, on every envelope, alone and two by two.
    private func tryEveryKey(_ world: RandomWorld, _ reports: [Report]) async throws -> [String] {
        let sealer = Sealer()
        var caught: [String] = []
        for report in reports {
            let wraps = try await world.house.database.read { db in
                try db.epochs(of: report.subject).flatMap { epoch in
                    try db.query("SELECT wrap FROM key_wrap WHERE epoch = $1", epoch.id).map {
                        (epoch, try $0.get("wrap", as: [UInt8].self))
                    }
                }
            }
            let rings = report.excluded.compactMap { world.rings[$0] }
            for (epoch, wrap) in wraps {
                for ring in rings where sealer.opens(wrap, with: ring, at: epoch.wrapPlace) {
                    caught.append("\(report.subject) \(epoch.compartment) \(epoch.number) by \(ring.officer)")
                }
            }
        }
        return caught
    }
}

extension Sealer {
    /// Whether a private key opens a wrap, or the envelope around one.
    fileprivate func opens(_ wrap: [UInt8], with ring: KeyRing, at place: SealingPlace) -> Bool {
        if (try? openEnvelope(wrap, with: ring.reading, at: place)) != nil { return true }
        return false
    }
}
