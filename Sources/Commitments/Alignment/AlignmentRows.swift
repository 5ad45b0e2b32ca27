import Access
import Database
import Kernel

extension SQLConnection {
    func rounds(of letter: Letter) throws -> [AlignmentRound] {
        let requests = Dictionary(
            grouping: try query("SELECT * FROM alignment_request WHERE letter = $1 ORDER BY round, body, part", letter.id),
            by: { try? $0.get("round", as: Int.self) })
        let texts = Dictionary(
            grouping: try query("SELECT * FROM alignment_text WHERE letter = $1", letter.id),
            by: { try? $0.get("round", as: Int.self) })
        let takenBack = Dictionary(
            grouping: try query("SELECT * FROM alignment_taken_back WHERE letter = $1 ORDER BY number", letter.id),
            by: { try? RequestKey(row: $0) })
        let withdrawn = try query("SELECT * FROM alignment_request_withdrawal WHERE letter = $1", letter.id).map {
            (key: try RequestKey(row: $0), reason: try $0.get("reason", as: String.self), day: try $0.get("day", as: Day.self))
        }
        let contents = try query("SELECT * FROM alignment_round_content WHERE letter = $1", letter.id).map {
            (round: try $0.get("round", as: Int.self), content: try $0.get("content", as: [UInt8].self))
        }
        return try query("SELECT * FROM alignment_round WHERE letter = $1 ORDER BY number", letter.id).map { row in
            let number = try row.get("number", as: Int.self)
            let all = try (requests[number] ?? []).map { row in
                let key = try RequestKey(row: row)
                return (key: key, request: try AlignmentRequest(row: row, takenBack: takenBack[key] ?? []))
            }
            return AlignmentRound(
                number: number, opened: try row.get("opened_day"), answerBy: try row.get("answer_day"),
                requests: all.filter { asked in !withdrawn.contains { $0.key == asked.key } }.map(\.request),
                versions: Dictionary(
                    uniqueKeysWithValues: try (texts[number] ?? []).map { (try $0.get("part"), try $0.get("version")) }),
                content: contents.first { $0.round == number }?.content,
                withdrawn: all.compactMap { asked in
                    withdrawn.first { $0.key == asked.key }.map {
                        RequestWithdrawn(request: asked.request, reason: $0.reason, day: $0.day)
                    }
                })
        }
    }

    func insert(_ round: AlignmentRound, of letter: Letter.ID) throws {
        try execute(
            "INSERT INTO alignment_round (letter, number, opened_day, answer_day) VALUES ($1, $2, $3, $4)", letter, round.number,
            round.opened, round.answerBy)
        try execute(
            "INSERT INTO alignment_round_content (letter, round, content) VALUES ($1, $2, $3)", letter, round.number,
            round.content ?? [])
        for request in round.requests {
            try execute(
                """
                INSERT INTO alignment_request (letter, round, body, part, purpose, silence_rule)
                VALUES ($1, $2, $3, $4, $5, $6)
                """, letter, round.number, request.body.code, request.part?.text ?? "", request.purpose.rawValue,
                request.silenceRule)
        }
        for (part, version) in round.versions {
            try execute(
                "INSERT INTO alignment_text (letter, round, part, version) VALUES ($1, $2, $3, $4)", letter, round.number, part,
                version)
        }
    }

    func save(
        _ answer: AlignmentAnswer, to place: AlignmentPlace, in round: Int, of letter: Letter.ID, by officer: Officer.ID
    ) throws {
        try execute(
            """
            UPDATE alignment_request SET answer = $5, remark = $6, answered_day = $7, officer = $8
            WHERE letter = $1 AND round = $2 AND body = $3 AND part = $4
            """, letter, round, place.body.code, place.part?.text ?? "", answer.kind.rawValue, answer.remark, answer.day, officer)
    }

    /// Keeps an answer in the history of the round, and opens the request again.
    func insert(
        _ former: AnswerTakenBack, number: Int, to place: AlignmentPlace, in round: Int, of letter: Letter.ID,
        by officer: Officer.ID
    ) throws {
        let part = place.part?.text ?? ""
        try execute(
            """
            INSERT INTO alignment_taken_back (letter, round, body, part, number, answer, remark, answered_day, reason, officer,
                day)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """, letter, round, place.body.code, part, number, former.answer.kind.rawValue, former.answer.remark,
            former.answer.day, former.reason, officer, former.day)
        try execute(
            """
            UPDATE alignment_request SET answer = NULL, remark = NULL, answered_day = NULL, officer = NULL
            WHERE letter = $1 AND round = $2 AND body = $3 AND part = $4
            """, letter, round, place.body.code, part)
    }

    func withdraw(
        _ place: AlignmentPlace, reason: String, in round: Int, of letter: Letter.ID, by officer: Officer.ID, on day: Day
    ) throws {
        try execute(
            """
            INSERT INTO alignment_request_withdrawal (letter, round, body, part, reason, officer, day)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """, letter, round, place.body.code, place.part?.text ?? "", reason, officer, day)
    }

    /// Unsent letters about which a body was asked.
    func openLetters(askedOf bodies: [AlignmentBody.ID]) throws -> [Letter] {
        let ids = try bodies.flatMap { body in
            try query(
                """
                SELECT DISTINCT l.number AS number, l.id AS id FROM letter l JOIN alignment_request r ON r.letter = l.id
                WHERE l.state = 'draft' AND r.body = $1 ORDER BY l.number
                """, body.code
            ).map { try $0.get("id", as: Letter.ID.self) }
        }
        return try ids.compactMap { try letter($0) }.filter(\.isDraft)
    }
}

/// Which request a row is about.
private struct RequestKey: Hashable {
    let round: Int
    let body, part: String

    init(row: Row) throws {
        (round, body, part) = (try row.get("round"), try row.get("body"), try row.get("part"))
    }
}

extension AlignmentRequest {
    fileprivate init(row: Row, takenBack: [Row]) throws {
        guard let body = AlignmentBody.ID(try row.get("body", as: String.self)) else { throw SQLFailure(.wrongColumn, "body") }
        self.init(
            body, part: LetterPart.ID(try row.get("part", as: String.self)), for: try row.get("purpose"),
            silenceRule: try row.get("silence_rule"), answer: try AlignmentAnswer(row: row),
            takenBack: try takenBack.compactMap { row in
                try AlignmentAnswer(row: row).map {
                    AnswerTakenBack(answer: $0, reason: try row.get("reason"), day: try row.get("day"))
                }
            })
    }
}

extension AlignmentAnswer {
    fileprivate init?(row: Row) throws {
        guard let kind = try row.get("answer", as: String?.self).flatMap({ Kind(rawValue: $0) }) else { return nil }
        self.init(kind, remark: try row.get("remark", as: String?.self) ?? "", on: try row.get("answered_day"))
    }
}
