import Access
import AuditLog
import Database
import Kernel

extension AuditAction {
    package static let alignmentOpened = AuditAction("letter.alignment-opened")
    package static let alignmentAnswered = AuditAction("letter.alignment-answered")
    package static let alignmentWithdrawn = AuditAction("letter.alignment-withdrawn")
    package static let alignmentTakenBack = AuditAction("letter.alignment-taken-back")
}

extension Commitments {
    /// Opens a round: the text as it is goes to the bodies.
    ///
    /// - Parameter seen: `Letter.textSeen` of what the officer saw; nil where no page showed it.
    /// - Throws: `AlignmentRefusal`, `LetterRefusal`; `changedMeanwhile` where the text is another by now.
    package func openRound(
        _ requests: [AlignmentRequest], answerBy: Day, seen: String? = nil, of id: Letter.ID, by officer: RegisterOfficer
    ) async throws {
        let today = today
        guard !requests.isEmpty else { throw AlignmentRefusal.nobodyAsked }
        guard answerBy >= today else { throw AlignmentRefusal.answerDayInThePast(answerBy) }
        guard answerBy <= today + 366 else { throw AlignmentRefusal.answerDayTooFar(answerBy) }
        if let unknown = requests.first(where: { AlignmentBody.named($0.body) == nil }) {
            throw AlignmentRefusal.unknownBody(unknown.body.code)
        }
        try await audit.command { [self] db in
            let letter = try db.draft(id, for: officer)
            guard seen == nil || seen == letter.textSeen else { throw LetterRefusal.changedMeanwhile }
            guard letter.parts.contains(where: { !$0.text.isEmpty }) else { throw AlignmentRefusal.noText }
            guard !requests.contains(where: { letter.isOut($0.part) }) else { throw AlignmentRefusal.unknownPart }
            let rules = try db.alignmentRules(of: letter.department)
            let round = AlignmentRound(
                number: try db.rounds(of: letter).count + 1, opened: today, answerBy: answerBy,
                requests: requests.map { request in
                    let rule = rules.first { $0.body == request.body && $0.silenceAgrees }
                    return AlignmentRequest(
                        request.body, part: request.part, for: request.purpose,
                        silenceRule: request.purpose == .agreement ? rule?.source : nil)
                },
                versions: Dictionary(uniqueKeysWithValues: letter.parts.map { ($0.id, $0.version) }),
                content: LetterFingerprint.content(of: letter))
            try db.insert(round, of: id)
            return note(.alignmentOpened, of: letter, by: officer)
        }
    }

    /// Records what a body said in the last round. A department answers for itself; for a body between departments whoever
    /// writes the letter records what came out of its meeting.
    ///
    /// - Parameter round: the round of which the officer saw the text; nil for what was said at a meeting.
    /// - Throws: `AlignmentRefusal`, `LetterRefusal`.
    package func answer(
        _ answer: AlignmentAnswer, for place: AlignmentPlace, in round: Int? = nil, of id: Letter.ID, by officer: AligningOfficer
    ) async throws {
        guard let body = AlignmentBody.named(place.body) else {
            throw AlignmentRefusal.unknownBody(place.body.code)
        }
        guard answer.kind != .objected || !answer.remark.isEmpty else { throw AlignmentRefusal.objectionWithoutRemark }
        try await audit.command { [self] db in
            let (letter, last, request) = try db.asked(place, of: id, answeredBy: officer, for: body)
            guard round == nil || round == last.number else { throw AlignmentRefusal.newRound }
            if let given = request.answer { throw AlignmentRefusal.answeredAlready(on: given.day) }
            guard (request.purpose == .information) == (answer.kind == .noted) else {
                throw request.purpose == .information ? AlignmentRefusal.onlyInformed : AlignmentRefusal.agreementAsked
            }
            try db.save(answer, to: place, in: last.number, of: id, by: officer.officer.id)
            return note(.alignmentAnswered, letter, body, by: officer)
        }
    }

    /// Takes back what a body said in the last round: it is asked again, and what it said stays in the history of the round.
    ///
    /// - Throws: `AlignmentRefusal`, `LetterRefusal`.
    package func takeBack(
        _ place: AlignmentPlace, reason: String, of id: Letter.ID, by officer: AligningOfficer
    ) async throws {
        guard let body = AlignmentBody.named(place.body) else { throw AlignmentRefusal.unknownBody(place.body.code) }
        guard !reason.isEmpty else { throw AlignmentRefusal.reasonMissing }
        let today = today
        try await audit.command { [self] db in
            let (letter, last, request) = try db.asked(place, of: id, answeredBy: officer, for: body)
            guard let answer = request.answer else { throw AlignmentRefusal.notAnswered }
            let former = AnswerTakenBack(answer: answer, reason: reason, day: today)
            try db.insert(
                former, number: request.takenBack.count + 1, to: place, in: last.number, of: id, by: officer.officer.id)
            return note(.alignmentTakenBack, letter, body, by: officer)
        }
    }

    /// Withdraws a question that was asked by mistake and not answered. Who writes the letter does.
    ///
    /// - Throws: `AlignmentRefusal`, `LetterRefusal`.
    package func withdrawRequest(
        _ place: AlignmentPlace, reason: String, of id: Letter.ID, by officer: RegisterOfficer
    ) async throws {
        guard !reason.isEmpty else { throw AlignmentRefusal.reasonMissing }
        let today = today
        try await audit.command { [self] db in
            let letter = try db.draft(id, for: officer)
            guard let asked = try db.rounds(of: letter).current(place) else { throw AlignmentRefusal.notAsked }
            if let answer = asked.request.answer { throw AlignmentRefusal.answeredAlready(on: answer.day) }
            try db.withdraw(place, reason: reason, in: asked.round.number, of: id, by: officer.officer.id, on: today)
            return note(.alignmentWithdrawn, of: letter, by: officer)
        }
    }

    private func note(
        _ action: AuditAction, _ letter: Letter, _ body: AlignmentBody, by officer: AligningOfficer
    ) -> AuditNote {
        access.note(
            action, by: officer.function, at: .officerDoor, officer: officer.officer.id, text: "\(letter.number) \(body.id.code)")
    }
}

extension SQLConnection {
    /// What a body was asked in the last round of an unsent letter, where the officer may answer for it.
    fileprivate func asked(
        _ place: AlignmentPlace, of id: Letter.ID, answeredBy officer: AligningOfficer, for body: AlignmentBody
    ) throws -> (letter: Letter, round: AlignmentRound, request: AlignmentRequest) {
        guard let letter = try letter(id), letter.isDraft else { throw LetterRefusal.notFound }
        guard officer.mayAnswer(for: body, on: letter) else { throw AlignmentRefusal.notYours }
        guard let asked = try rounds(of: letter).current(place) else { throw AlignmentRefusal.notAsked }
        return (letter, asked.round, asked.request)
    }
}

/// An officer who may say what a body says of a letter.
package struct AligningOfficer: Sendable, Equatable {
    package let officer: Officer
    let register: RegisterOfficer?
    /// Departments for which the officer answers.
    package let departments: Set<Organisation.ID>

    init?(_ officer: Officer, appointments: [Appointment]) {
        self.officer = officer
        register = RegisterOfficer(officer, appointments: appointments)
        departments = Set(
            appointments.filter { $0.officer == officer.id && $0.role == .alignmentPartner }.map(\.organisation))
        guard register != nil || !departments.isEmpty else { return nil }
    }

    func mayAnswer(for body: AlignmentBody, on letter: Letter) -> Bool {
        if let department = body.department { return departments.contains(department) }
        return register?.mayChange(letter) == true
    }

    var function: String { register?.function ?? OfficerRole.alignmentPartner.rawValue }
}
