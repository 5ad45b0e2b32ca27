import AuditLog
import Database
import Kernel
import Sealing
import TestSupport

@testable import Access
@testable import Compartments

/// Plays a history on the real registers and beside it on the model, and says where they part.
final class HistoryPlayer {
    struct Person {
        let officer: Officer
        /// The key rings of each version; the last is in use.
        var rings: [KeyRing]
    }

    struct Report {
        let subject: String
        let mailbox: ReadingKeyPair
        var marked: Set<Int>
        /// Who were to read it when it came in; nil once that was looked at.
        var planned: Set<Int>?
        /// Which person opened which epoch with which version of their keys, when it was last looked at.
        var held: Set<Held> = []
    }

    struct Held: Hashable {
        let person: Int
        let version: Int
        let epoch: Epoch.ID
    }

    typealias Planner = @Sendable (Organisation.ID, Set<Officer.ID>, Bool, Day, Roster) throws(PlanRefusal) -> ReaderPlan

    let house: AccessHouse
    let compartments: Compartments
    let organisations = ["root", "aa", "bb", "cc", "aa-1"].map { Organisation.ID($0)! }
    private let planner: Planner
    private(set) var people: [Person] = []
    private(set) var reports: [Report] = []
    private(set) var model: HistoryModel
    private var appointments: [Appointment] = []
    var tries = KeyTries()
    /// What came off, and how often: what was refused, or had nothing to do, is not in it.
    private(set) var done: [Deed: Int] = [:]
    /// Whether the last thing that happened was the job that takes keys from who is excluded since.
    private(set) var wasJustEnforced = false

    enum Deed: CaseIterable {
        case ended, left, enrolledAnew, reported, wrote, marked, excludedByJob, granted, moved, recovered

        /// What happens in a few histories; the others take hundreds.
        static let frequent: [Deed] = [.ended, .left, .enrolledAnew, .reported, .wrote, .marked]
    }

    init(database: any Database, planner: @escaping Planner) async throws {
        house = AccessHouse(database: database)
        compartments = Compartments(access: house.access)
        self.planner = planner
        model = HistoryModel(today: house.clock.today)
        try await database.migrate(AuditLog.migrations + Access.migrations + Compartments.migrations)
        try await house.access.establish(.test)
        let always = Period(from: day("2018-01-01"))
        try await house.access.importOrganisations(
            organisations.enumerated().map { index, id in
                let parent = index == 0 ? nil : index == 4 ? organisations[1] : organisations[0]
                return Organisation(
                    id: id, kind: index == 0 ? .government : index == 4 ? .agency : .ministry, existence: always,
                    names: [Dated(OrganisationName(nl: id.code, en: id.code, abbreviation: id.code), always)],
                    parents: parent.map { [Dated($0, always)] } ?? [],
                    alternate: (1...3).contains(index) ? organisations[index % 3 + 1] : nil, tooi: nil)
            })
    }

    private var today: Day { house.clock.today }
    private func person(_ number: Int) -> Int? { people.isEmpty ? nil : number % people.count }
    private func report(_ number: Int) -> Int? { reports.isEmpty ? nil : number % reports.count }

    /// Does one step. What is refused with a reason is no fault: the refusal is what should happen.
    func play(_ step: HistoryStep) async throws {
        wasJustEnforced = false
        do {
            switch step {
            case .hire(let place, let role, let confirmed): try await hire(at: place, as: role, confirmed: confirmed)
            case .appoint(let number, let place, let role, let absent, let confirmed):
                guard let number = person(number) else { return }
                try await appoint(number, at: place, as: role, for: absent.flatMap(person), confirmed: confirmed)
            case .end(let number): try await end(number)
            case .leave(let number):
                guard let number = person(number) else { return }
                try await house.access.leave(people[number].officer)
                model.leave(number)
                did(.left)
            case .enrolAnew(let number, let confirmed): try await enrolAnew(number, confirmed: confirmed)
            case .report(let place, let involved, let isDirector): try await intake(at: place, involved, isDirector)
            case .write(let number): try await write(in: number)
            case .mark(let number, let report, let byReporter): try await mark(number, in: report, byReporter: byReporter)
            case .exclusionJob:
                try await exclusionJob()
                wasJustEnforced = true
            case .grantAll: try await grantAll()
            case .settle(let number): try await settle(number)
            case .recover(let number): try await recover(number)
            case .nextDay:
                house.clock.move(days: 1)
                model.today = today
            }
        } catch is any Refusal {
            return
        }
    }

    private func did(_ deed: Deed) { done[deed, default: 0] += 1 }

    private func hire(at place: Int, as role: OfficerRole, confirmed: Bool) async throws {
        let officer = try await house.access.addOfficer(UserName("o\(people.count)")!, name: "Officer \(people.count)")
        people.append(Person(officer: officer, rings: []))
        model.hire()
        try await newKeys(of: people.count - 1)
        try await appoint(people.count - 1, at: place, as: role, for: nil, confirmed: confirmed)
    }

    private func newKeys(of number: Int) async throws {
        let version = people[number].rings.count + 1
        let ring = KeyRing(for: people[number].officer.id, version: version, from: .system)
        people[number].rings.append(ring)
        try await house.database.write { db in
            try db.execute(
                "INSERT INTO officer_key (officer, version, reading_key, signing_key, made_day) VALUES ($1, $2, $3, $4, $5)",
                ring.officer, version, ring.publicKeys.reading.bytes, ring.publicKeys.signing.bytes, "2026-01-01")
            try db.raiseRosterVersion()
        }
    }

    private func appoint(_ number: Int, at place: Int, as role: OfficerRole, for absent: Int?, confirmed: Bool) async throws {
        let place = place % organisations.count
        let appointment = try await house.access.appoint(
            people[number].officer, as: role, at: organisations[place], in: Period(from: today),
            substituteFor: absent.map { people[$0].officer.id })
        appointments.append(appointment)
        model.appoint(
            HistoryModel.Job(
                person: number, organisation: place, role: role, standsInFor: absent, from: today, ended: nil, confirmed: []))
        if confirmed { try await confirm(appointments.count - 1) }
    }

    private func confirm(_ index: Int) async throws {
        let job = model.jobs[index]
        let confirmation = Confirmation(
            of: appointments[index], keys: people[job.person].rings.last!.publicKeys, before: ["anna", "bram"],
            serverKey: house.secrets.signing[0], on: today)
        let (id, version, key) = (appointments[index].id, people[job.person].rings.count, house.secrets.signing[0].id)
        try await house.database.write { db in
            try db.execute(
                """
                INSERT INTO confirmation (appointment, key_version, server_key, administrators, day, signature)
                VALUES ($1, $2, $3, 'anna,bram', $4, $5)
                """, id, version, key, confirmation.day, confirmation.signature)
            try db.raiseRosterVersion()
        }
        model.confirm(index)
    }

    private func end(_ number: Int) async throws {
        guard !appointments.isEmpty else { return }
        let index = number % appointments.count
        let (appointment, job) = (appointments[index], model.jobs[index])
        try await house.access.endAppointment(
            of: people[job.person].officer, as: appointment.role, at: appointment.organisation,
            substituteFor: appointment.substituteFor, after: today - 1)
        model.end(like: index)
        did(.ended)
    }

    private func enrolAnew(_ number: Int, confirmed: Bool) async throws {
        guard let number = person(number) else { return }
        try await newKeys(of: number)
        model.enrolAnew(number)
        did(.enrolledAnew)
        guard confirmed else { return }
        for index in model.jobs.indices where model.jobs[index].person == number { try await confirm(index) }
    }
}

extension HistoryPlayer {
    private func intake(at place: Int, _ involved: [Int], _ isDirector: Bool) async throws {
        let marked = Set(involved.compactMap(person))
        let roster = try await house.access.roster()
        let plan = try planner(
            organisations[place % organisations.count], Set(marked.map { people[$0].officer.id }), isDirector, today, roster)
        let (subject, mailbox) = ("case\(reports.count)", ReadingKeyPair(from: .system))
        let new = compartments.prepare(subject: subject, plan: plan, mailbox: mailbox.publicKey)
        let (content, _) = try new.keys.newItem(in: .content)
        let (identity, _) = try new.keys.newItem(in: .identity)
        let (version, today) = (roster.version, today)
        try await house.database.write { db in
            try db.insert(new, rosterVersion: version, at: .inTests, on: today)
            try db.insert(content)
            try db.insert(identity)
        }
        let readers = Set(plan.readers.map(\.officer.id))
        let planned = Set(people.indices.filter { readers.contains(people[$0].officer.id) })
        reports.append(Report(subject: subject, mailbox: mailbox, marked: marked, planned: planned))
        did(.reported)
    }

    private func write(in number: Int) async throws {
        guard let number = report(number) else { return }
        let report = reports[number]
        let keys = try await compartments.keys(of: report.subject, for: .mailbox(report.mailbox), [.content])
        let (item, _) = try keys.newItem(in: .content)
        try await house.database.write { try $0.insertCurrent(item) }
        did(.wrote)
    }

    private func mark(_ number: Int, in index: Int, byReporter: Bool) async throws {
        guard let number = person(number), let index = report(index) else { return }
        let report = reports[index]
        let exclusion = try await compartments.prepareExclusion(
            of: [people[number].officer.id], from: report.subject, holder: byReporter ? .mailbox(report.mailbox) : nil)
        try await store(exclusion)
        reports[index].marked.insert(number)
        did(.marked)
    }

    private func store(_ exclusion: PreparedExclusion) async throws {
        let today = today
        try await house.database.write { try $0.store(exclusion, at: .inTests, on: today) }
    }

    private func exclusionJob() async throws {
        for due in try await compartments.exclusionsDue() {
            try await store(try await compartments.prepareExclusion(of: due.officers, from: due.subject, holder: nil))
            did(.excludedByJob)
        }
    }

    private func grantAll() async throws {
        for person in people {
            guard let ring = person.rings.last else { continue }
            for pending in try await compartments.pendingGrants(for: ring) {
                do {
                    let grant = try await compartments.prepareGrant(of: pending.subject, to: pending.reader.officer.id, by: ring)
                    try await house.database.write { try $0.store(grant) }
                    did(.granted)
                } catch is any Refusal {
                    continue
                }
            }
        }
    }

    private func settle(_ number: Int) async throws {
        guard let number = report(number), try await compartments.shouldMove(reports[number].subject) else { return }
        let report = reports[number]
        try await store(try await compartments.prepareMove(of: report.subject, holder: .mailbox(report.mailbox)) { _ in [] })
        did(.moved)
    }

    /// Every two recovery officers try, one after the other.
    private func recover(_ number: Int) async throws {
        guard let number = report(number) else { return }
        let (subject, today) = (reports[number].subject, today)
        let rings = people.compactMap(\.rings.last)
        for first in rings {
            let step = try await unlessRefused { try await compartments.prepareRecoveryStep(of: subject, by: first) }
            guard let step else { continue }
            try await house.database.write { try $0.store(step, on: today) }
            for second in rings where second.officer != first.officer {
                let recovery = try await unlessRefused { try await compartments.prepareRecovery(of: subject, by: second) }
                guard let recovery else { continue }
                try await store(recovery)
                try await house.database.write { try $0.forgetRecoverySteps(of: subject) }
                did(.recovered)
                return
            }
        }
    }

    private func unlessRefused<T>(_ body: () async throws -> T?) async throws -> T? {
        do {
            return try await body()
        } catch is any Refusal {
            return nil
        }
    }

    func noteHeld(_ held: Set<Held>, in index: Int) {
        reports[index].held = held
        reports[index].planned = nil
    }
}
