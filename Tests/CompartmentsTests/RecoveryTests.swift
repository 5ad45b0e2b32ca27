import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import Access
@testable import Compartments

/// Which cases recovery officers may give back, and which of them may.
struct RecoveryTests {
    typealias Case = KeyLifeTests.Case

    @Test(arguments: Engine.all)
    func `a recovery officer with new keys is not asked for what their old ones would do`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let (officers, rings) = (try await house.recoveryOfficers(), try await house.recoveryRings())
            try await house.base.enrol(house.base.officer(officers[1]), as: officers[1])
            let waiting = try await house.base.access.waitingForConfirmation(at: Organisation.ID("rijk")!)
            try await house.base.access.confirm(waiting[0].appointment.id, by: rings[0])
            for member in [CastMember.vera, .omar, .lotte] { try await house.base.access.leave(house.base.officer(member)) }
            let turns = try await officers.asyncMap { member in
                try await house.compartments.stranded(for: house.base.keyRing(of: member)).map(\.turn)
            }
            let newKeys = try await house.base.keyRing(of: officers[1])

            #expect(turns == [[.wait], [], [.begin]])
            await #expect(throws: GrantRefusal.notPossible) {
                try await house.compartments.prepareRecoveryStep(of: report.subject, by: newKeys)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a case whose readers stand in its rows without keys is one for recovery, and comes back`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house, involved: [.omar])
            let rings = try await house.recoveryRings()
            let before = try await house.compartments.stranded(for: rings[1])
            try await report.loseWraps(of: [.vera, .lotte])
            let stranded = try await house.compartments.stranded(for: rings[1])
            try await report.begin(by: rings[1])
            try await report.complete(by: rings[0])
            let (after, reads) = (
                try await house.compartments.stranded(for: rings[1]), try await report.opens(report.identity, report.ring(.vera))
            )

            #expect(before.isEmpty && stranded.map(\.turn) == [.begin])
            #expect(after.isEmpty && reads)
        }
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `a recovery officer who is marked is not told of the case, and cannot begin its recovery`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house, involved: [.ruth])
            try await report.loseWraps(of: [.vera, .omar, .lotte])
            var told: [String: Int] = [:]
            for member in [CastMember.ruth, .bart, .noor] {
                told[member.userName] = try await house.compartments.stranded(for: house.base.keyRing(of: member)).count
            }

            #expect(told == ["ruth": 0, "bart": 1, "noor": 1])
            await #expect(throws: GrantRefusal.notPossible) {
                try await house.compartments.prepareRecoveryStep(of: report.subject, by: house.base.keyRing(of: .ruth))
            }
        }
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `a recovery that has begun leaves nothing for a recovery officer who is marked then`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let rings = try await house.recoveryRings()
            let exclusion = try await report.exclude([.vera, .omar, .lotte], holder: nil)
            try await house.hire(WaitingReaderTests.sara)
            try await report.begin(by: rings[2])
            let steps = try await report.steps()
            let today = house.base.clock.today
            let marked = try await house.compartments.prepareExclusion(
                of: [rings[0].officer], from: report.subject, holder: nil)
            try await house.base.database.write { try $0.store(marked, at: .inTests, on: today) }
            let left = try await report.steps()
            let told = try await house.compartments.stranded(for: rings[0])

            #expect(exclusion.keys == nil && told.isEmpty)
            #expect(steps.contains { $0.first == rings[0].officer } && steps.contains { $0.first == rings[1].officer })
            #expect(!left.isEmpty && left.allSatisfy { $0.first == rings[1].officer && $0.second == rings[2].officer })
            await #expect(throws: GrantRefusal.notPossible) {
                try await house.compartments.prepareRecovery(of: report.subject, by: rings[0])
            }
        }
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `a step that was prepared before its receiver was marked is not stored`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let rings = try await house.recoveryRings()
            _ = try await report.exclude([.vera, .omar, .lotte], holder: nil)
            let step = try await house.compartments.prepareRecoveryStep(of: report.subject, by: rings[1])
            let marked = try await house.compartments.prepareExclusion(
                of: [rings[0].officer], from: report.subject, holder: nil)
            let today = house.base.clock.today
            try await house.base.database.write { try $0.store(marked, at: .inTests, on: today) }

            await #expect(throws: KeysChanged.self) { try await house.base.database.write { try $0.store(step, on: today) } }
        }
    }

    @Test(arguments: Engine.all)
    func `recovery works with whoever is in a pair of the case, also when others came before them since`(engine: Engine)
        async throws
    {
        try await engine.withDatabase { database in
            let world = try await RandomWorld(database: database, seed: 1)
            let (root, organisation) = (world.organisations[0], world.organisations[1])
            for _ in 0..<2 { try await world.hire(at: organisation, as: .integrityCoordinator, confirmed: true) }
            for _ in 0..<3 { try await world.hire(at: root, as: .recoveryOfficer, confirmed: true) }
            let (subject, roster) = ("case-1", try await world.house.access.roster())
            let plan = try ReaderPlan(about: organisation, involved: [], aboutDirector: false, on: world.today, roster: roster)
            let new = world.compartments.prepare(
                subject: subject, plan: plan.keeping { _ in false }, mailbox: ReadingKeyPair(from: .system).publicKey)
            let (pair, today) = (try #require(plan.pairs.last), world.today)
            let (item, _) = try new.keys.newItem(in: .content)
            try await database.write { db in
                try db.insert(new, rosterVersion: roster.version, at: .inTests, on: today)
                try db.insert(item)
            }
            var first = roster.recoveryOfficers(on: today)
            for _ in 0..<200 where first.contains(where: { $0.officer.id == pair.second.officer.id }) {
                try await world.hire(at: root, as: .recoveryOfficer, confirmed: true)
                first = try await world.house.access.roster().recoveryOfficers(on: today)
            }
            let (second, opener) = (world.rings[pair.second.officer.id]!, world.rings[pair.first.officer.id]!)
            let step = try await world.compartments.prepareRecoveryStep(of: subject, by: second)
            try await database.write { db in try db.store(step, on: today) }
            let recovery = try await world.compartments.prepareRecovery(of: subject, by: opener)
            try await database.write { db in try db.store(recovery, at: .inTests, on: today) }
            let role = try await world.compartments.role(of: world.rings[plan.readers[0].officer.id]!, in: subject)
            let others = try await first.asyncMap { try await world.compartments.stranded(for: world.rings[$0.officer.id]!) }

            #expect(!first.contains { $0.officer.id == pair.second.officer.id })
            #expect(role == .integrityCoordinator && others.allSatisfy(\.isEmpty))
        }
    }
}

extension KeyLifeTests.Case {
    /// The pairs of which the envelope is off.
    fileprivate func steps() async throws -> [(first: Officer.ID, second: Officer.ID)] {
        let officers = try await house.recoveryRings().map(\.publicKeys.name)
        let (tags, subject) = (house.compartments.tags, subject)
        return try await house.base.database.read { db in
            try db.epochs(of: subject).flatMap { epoch in
                try officers.flatMap { first in
                    try officers.compactMap { second in
                        try db.recoveryStep(in: epoch.id, tag: tags.pair(epoch.id, first, second)).map { _ in
                            (first.officer, second.officer)
                        }
                    }
                }
            }
        }
    }
}
