import Access
import AuditLog
import Database
import Foundation
import Kernel
import ReportingDesk
import Sealing
import Web

/// Fills an empty database with the demo: the real organisations, a made-up cast with true keys, and some reports in every state.
package struct DemoData: Sendable {
    private let registers: Registers
    private let clock: DemoClock
    private let now: Instant

    /// - Parameter now: the present; what happens in the demo happened in the weeks before.
    package init(database: any Database, secrets: ServerSecrets, now: Instant) {
        self.now = now
        clock = DemoClock(now - .seconds(40 * 86_400))
        registers = Registers(database: database, secrets: secrets, kind: .demo, clock: clock.wall)
    }

    private var access: Access { registers.access }
    private var desk: ReportingDesk { registers.desk }

    /// - Parameters:
    ///   - last: the last day of the dossier of Parliament that is played.
    ///   - progress: told what is being made.
    package func fill(through last: Day = .last, progress: @Sendable (String) -> Void) async throws {
        try await access.establish(.demo)
        try await access.importOrganisations(OrganisationFile.centralGovernment())
        progress("The cast")
        try await join()
        progress("Their keys")
        try await confirm()
        progress("Reports")
        for story in DemoStories.all { try await play(story) }
        progress("What the House was promised")
        try await DemoDossier(access).play(through: last)
        try await registers.access.derivations.close()
    }

    private func join() async throws {
        let people = DemoCast.all.people
        let administrators = people.filter { $0.role == .administrator }
        _ = try await access.createAdministrators(administrators.map { (UserName($0.userName)!, $0.name) })
        for person in people {
            let officer =
                person.role == .administrator
                ? try await access.officer(named: UserName(person.userName)!)
                : try await access.addOfficer(UserName(person.userName)!, name: person.name)
            let code = try await access.invite(officer)
            let factor = TimeCode(from: access.sealer.entropy)
            _ = try await access.enrol(
                userName: person.userName, code: code.text, passphrase: person.passphrase, again: person.passphrase,
                secondFactor: factor,
                digits: factor.digits(step: TimeCode.step(at: registers.clock.now())))
            guard person.role != .administrator else { continue }
            _ = try await access.appoint(
                officer, as: person.role, at: person.organisation, in: Period(from: registers.clock.today()))
        }
    }

    private func confirm() async throws {
        let people = DemoCast.all.people
        let administrators = try await people.filter { $0.role == .administrator }.asyncMap { person in
            try await access.demoIdentity(userName: person.userName, passphrase: person.passphrase).identity
        }
        for organisation in Set(people.filter { $0.role != .administrator }.map(\.organisation)).sorted() {
            let waiting = try await access.waitingForConfirmation(at: organisation)
            let ready = waiting.filter { holder in
                people.contains { $0.userName == holder.officer.userName.text && !$0.isWaiting }
            }
            guard let first = ready.first(where: { $0.appointment.role.confirmsKeyholders }) else { continue }
            try await access.confirmFirst(first.appointment.id, before: administrators)
            let ring = try await reader(first.officer.userName.text).ring
            for holder in ready where holder.appointment.id != first.appointment.id {
                try await access.confirm(holder.appointment.id, by: ring)
            }
        }
    }

    private func reader(_ userName: String) async throws -> Reader {
        let person = DemoCast.all.people.first { $0.userName == userName }!
        let signIn = try await access.demoIdentity(userName: userName, passphrase: person.passphrase)
        let session = try await access.startSession(for: signIn.identity, unlocking: signIn.unlocking)
        return Reader(session: session, ring: try access.keyRing(of: session)!)
    }

    /// Plays a story on the days on which it happened.
    private func play(_ story: DemoStory) async throws {
        clock.move(to: now - .seconds(story.daysAgo * 86_400))
        let token = try await desk.beginDraft(in: story.language)
        try await desk.changeDraft(token) { story.fill(&$0) }
        try await desk.receive(token)
        let state = try await desk.mailboxState(token)
        guard let code = state.newCode, let id = CaseFile.ID(state.caseID) else { return }
        try await desk.confirmCode(String(code.suffix(4)), in: token)
        for step in story.steps {
            clock.move(by: .seconds(3600))
            try await play(step, id: id, code: code)
        }
        try await desk.forget(token)
    }

    private func play(_ step: DemoStory.Step, id: CaseFile.ID, code: String) async throws {
        switch step {
        case .wait(let days): clock.move(by: .seconds(days * 86_400))
        case .reporter(let text):
            let token = try await desk.enter(code)
            try await desk.reporterWrites(text, in: token)
            try await desk.forget(token)
        case .officer(let name, let text):
            let reader = try await reader(name)
            try await desk.openCase(id, for: .handling, by: reader)
            try await desk.officerWrites(text, in: id, by: reader)
        case .feedback(let name, let text):
            let reader = try await reader(name)
            try await desk.openCase(id, for: .handling, by: reader)
            try await desk.giveFeedback(text, in: id, by: reader)
        case .close(let name, let outcome):
            let reader = try await reader(name)
            try await desk.openCase(id, for: .handling, by: reader)
            try await desk.close(id, outcome: outcome, reasons: "", by: reader)
        }
    }
}

extension Access {
    /// Signs a member of the cast in for the demo, without a device.
    func demoSession(_ userName: String) async throws -> OfficerSession? {
        guard let person = DemoCast.all.people.first(where: { $0.userName == userName && $0.isOffered }) else { return nil }
        let signIn = try await demoIdentity(userName: userName, passphrase: person.passphrase)
        return try await startSession(for: signIn.identity, unlocking: signIn.unlocking)
    }
}

extension DemoSignIn {
    /// One click for the cast.
    package init(_ registers: Registers) {
        self.init(cast: DemoCast.all.offered) { try await registers.access.demoSession($0) }
    }
}

extension Sequence {
    fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async rethrows -> [T] {
        var out: [T] = []
        for element in self { out.append(try await body(element)) }
        return out
    }
}
