import Access
import Database
import Kernel

extension Commitments {
    /// - Returns: nil for who is asked nothing.
    package func aligningOfficer(_ officer: Officer) async throws -> AligningOfficer? {
        AligningOfficer(officer, appointments: try await access.roster().effective(on: today))
    }

    /// What the departments of an officer are asked and have not answered: each letter with the round, and only the parts that
    /// were asked about.
    package func asked(of officer: AligningOfficer) async throws -> [AskedOf] {
        let bodies = AlignmentBody.all.filter { $0.department.map(officer.departments.contains) == true }
        return try await database.read { db in
            try db.openLetters(askedOf: bodies.map(\.id)).compactMap { letter in
                let rounds = try db.rounds(of: letter)
                guard let round = rounds.last else { return nil }
                let requests = letter.requests(in: round, of: bodies)
                guard !requests.isEmpty else { return nil }
                let asked = letter.parts(askedIn: requests)
                let former = rounds.dropLast().last { !letter.requests(in: $0, of: bodies).isEmpty }
                return AskedOf(
                    letter: letter.id, number: letter.number, subject: letter.subject, department: letter.department,
                    round: AlignmentRound(
                        number: round.number, opened: round.opened, answerBy: round.answerBy, requests: requests,
                        versions: round.versions), parts: try asked.compactMap { try db.part($0, asOf: round) },
                    before: try former.map { former in
                        let requests = letter.requests(in: former, of: bodies)
                        let parts = try letter.parts(askedIn: requests).compactMap { try db.part($0, asOf: former) }
                        return AskedBefore(requests: requests, parts: parts)
                    },
                    hasChanged: asked.contains { $0.version != round.versions[$0.id] })
            }
        }
    }
}

extension Letter {
    /// What some bodies were asked in a round about what is in the letter.
    fileprivate func requests(in round: AlignmentRound, of bodies: [AlignmentBody]) -> [AlignmentRequest] {
        round.requests.filter { request in
            bodies.contains { $0.id == request.body } && (request.part == nil || parts.contains { $0.id == request.part })
        }
    }

    /// The parts about which someone was asked; all of them where it was the whole letter.
    fileprivate func parts(askedIn requests: [AlignmentRequest]) -> [LetterPart] {
        guard requests.allSatisfy({ $0.part != nil }) else { return parts }
        return parts.filter { part in requests.contains { $0.part == part.id } }
    }
}

extension SQLConnection {
    /// A part with the text with which it went round; nil for one that came later.
    fileprivate func part(_ part: LetterPart, asOf round: AlignmentRound) throws -> LetterPart? {
        guard let number = round.versions[part.id] else { return nil }
        if number == part.version { return part }
        guard let then = try versions(of: part.id).first(where: { $0.number == number }) else { return nil }
        return LetterPart(id: part.id, heading: then.heading, text: then.text, entries: part.entries, version: number)
    }
}

/// What a department is asked about a letter: the parts that it was asked about, as they went round, and nothing else of it.
package struct AskedOf: Sendable, Equatable {
    package let letter: Letter.ID
    package let number: Int
    package let subject: String
    package let department: Organisation.ID
    package let round: AlignmentRound
    package let parts: [LetterPart]
    /// The round before in which it was asked; nil for the first.
    package let before: AskedBefore?
    /// Whether the text is another by now: then an answer is about the earlier one.
    package let hasChanged: Bool
}

/// What a department was asked in an earlier round.
package struct AskedBefore: Sendable, Equatable {
    /// With what it said.
    package let requests: [AlignmentRequest]
    /// With the texts that went round then.
    package let parts: [LetterPart]
}
