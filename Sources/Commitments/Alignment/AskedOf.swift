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
            try db.openLetters(askedOf: bodies.map(\.id)).flatMap { letter in
                let rounds = try db.rounds(of: letter)
                return try rounds.compactMap { round in
                    try db.asked(of: bodies, about: letter, in: round, before: rounds.filter { $0.number < round.number }, rounds)
                }
            }
        }
    }
}

extension SQLConnection {
    /// What some bodies are asked in a round, and were not asked again since; nil where that is nothing.
    fileprivate func asked(
        of bodies: [AlignmentBody], about letter: Letter, in round: AlignmentRound, before: [AlignmentRound],
        _ rounds: [AlignmentRound]
    ) throws -> AskedOf? {
        let requests = letter.requests(in: round, of: bodies).filter { rounds.current($0.place)?.round.number == round.number }
        guard !requests.isEmpty else { return nil }
        let asked = letter.parts(askedIn: requests)
        let former = before.last { !letter.requests(in: $0, of: bodies).isEmpty }
        return AskedOf(
            letter: letter.id, number: letter.number, subject: letter.subject, department: letter.department,
            round: AlignmentRound(
                number: round.number, opened: round.opened, answerBy: round.answerBy, requests: requests,
                versions: round.versions), parts: try asked.compactMap { try part($0, asOf: round) },
            before: try former.map { former in
                let requests = letter.requests(in: former, of: bodies)
                let parts = try letter.parts(askedIn: requests).compactMap { try part($0, asOf: former) }
                return AskedBefore(requests: requests, parts: parts)
            },
            answers: requests.contains { $0.part == nil } ? try answers(of: letter) : [],
            hasChanged: asked.contains { $0.version != round.versions[$0.id] })
    }
}

extension Letter {
    /// What some bodies were asked in a round about what is in the letter.
    fileprivate func requests(in round: AlignmentRound, of bodies: [AlignmentBody]) -> [AlignmentRequest] {
        round.requests.filter { request in
            bodies.contains { $0.id == request.body } && !isOut(request.part)
        }
    }

    /// The parts about which someone was asked; all of them where it was the whole letter.
    fileprivate func parts(askedIn requests: [AlignmentRequest]) -> [LetterPart] {
        guard requests.allSatisfy({ $0.part != nil }) else { return parts }
        return parts.filter { part in requests.contains { $0.part == part.id } }
    }
}

extension SQLConnection {
    private func answers(of letter: Letter) throws -> [AskedAnswer] {
        let titles = Dictionary(
            try entries(Set(letter.answers.map(\.entry))).map { ($0.id, $0.facts.title) }, uniquingKeysWith: { first, _ in first }
        )
        return letter.answers.compactMap { answer in
            titles[answer.entry].map { AskedAnswer(title: $0, effect: answer.effect) }
        }.sorted { $0.title < $1.title }
    }

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
    /// What the letter does with each point, for who is asked about the whole letter.
    package let answers: [AskedAnswer]
    /// Whether the text is another by now: then an answer is about the earlier one.
    package let hasChanged: Bool
}

/// What a letter does with a point, by what the point is about.
package struct AskedAnswer: Sendable, Equatable {
    package let title: String
    package let effect: LetterAnswer.Effect
}

/// What a department was asked in an earlier round.
package struct AskedBefore: Sendable, Equatable {
    /// With what it said.
    package let requests: [AlignmentRequest]
    /// With the texts that went round then.
    package let parts: [LetterPart]
}
