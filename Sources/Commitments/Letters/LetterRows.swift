import Access
import Database
import Kernel

extension SQLConnection {
    /// The number of the letter that was sent as a paper, whatever year the reference gives; nil where none was.
    func letterSent(as paper: Reference) throws -> Int? {
        guard let identifier = paper.identifier else { return nil }
        return try query("SELECT number, paper FROM letter WHERE state = 'sent'").first { row in
            try row.reference("paper")?.identifier == identifier
        }?.get("number")
    }

    /// The number of a letter that was sent and settles or postpones an entry; nil where none does.
    func letterThatMoved(_ entry: RegisterEntry.ID) throws -> Int? {
        try first(
            """
            SELECT l.number AS number FROM letter l JOIN letter_answer a ON a.letter = l.id
            WHERE a.entry = $1 AND l.state = 'sent' AND a.effect <> 'informs' ORDER BY l.number
            """, entry
        )?.get("number")
    }

    func nextLetterNumber() throws -> Int {
        try nextNumber(in: "letter")
    }

    func letter(_ id: Letter.ID) throws -> Letter? {
        try letters(rows: try query("SELECT * FROM letter WHERE id = $1", id)).first
    }

    /// Every letter of some departments, by number.
    func letters(of departments: [Organisation.ID]) throws -> [Letter] {
        try departments.flatMap { department in
            try letters(rows: try query("SELECT * FROM letter WHERE department = $1 ORDER BY number", department))
        }
    }

    /// Every letter that was sent, by number.
    func sentLetters() throws -> [Letter] {
        try letters(rows: try query("SELECT * FROM letter WHERE state = 'sent' ORDER BY number"))
    }

    private func letters(rows: [Row]) throws -> [Letter] {
        let children = try LetterChildren(of: try rows.map { try $0.get("id") }, in: self)
        return try rows.map { try children.letter(row: $0) }
    }

    func insert(_ letter: Letter) throws {
        try execute(
            """
            INSERT INTO letter (id, number, subject, house, department, owner, state, version)
            VALUES ($1, $2, $3, $4, $5, $6, 'draft', 1)
            """, letter.id, letter.number, letter.subject, letter.house.rawValue, letter.department, letter.owner)
        try insertInvolved(in: letter)
        for (index, due) in letter.dues.enumerated() { try insert(due, number: index + 1, ofLetter: letter.id) }
    }

    private func insertInvolved(in letter: Letter) throws {
        for organisation in letter.involved.sorted() {
            try execute("INSERT INTO letter_involved (letter, organisation) VALUES ($1, $2)", letter.id, organisation)
        }
    }

    func insert(_ due: Due, number: Int, ofLetter id: Letter.ID) throws {
        try execute(
            "INSERT INTO letter_due (letter, number, words, day, reason, told_day, paper) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            id, number, due.words, due.day, due.reason, due.told, due.letter?.written(in: .metadata))
    }

    /// Keeps what changed of a letter besides its parts, and raises the version.
    func save(_ letter: Letter) throws {
        var (state, paper, ended): (String, String?, Day?) = ("draft", nil, nil)
        switch letter.state {
        case .draft: break
        case .withdrawn(let day, let reason):
            try execute(
                "INSERT INTO letter_withdrawal (letter, reason, day) VALUES ($1, $2, $3)", letter.id, reason, day)
        case .sent(let reference, let day): (state, paper, ended) = ("sent", reference.written(in: .metadata), day)
        case .merged(let other, let day, let reason):
            (state, ended) = ("merged", day)
            try execute(
                "INSERT INTO letter_merging (letter, merged_into, reason) VALUES ($1, $2, $3)", letter.id, other, reason)
        }
        try execute(
            """
            UPDATE letter SET subject = $2, state = $3, paper = $4, ended_day = $5, version = version + 1 WHERE id = $1
            """, letter.id, letter.subject, state, paper, ended)
        try execute("DELETE FROM letter_involved WHERE letter = $1", letter.id)
        try insertInvolved(in: letter)
        try execute("DELETE FROM letter_answer WHERE letter = $1", letter.id)
        for answer in letter.answers { try insert(answer, of: letter.id) }
    }

    /// Lets a letter stand on its own again.
    func deleteMerging(of letter: Letter.ID) throws {
        try execute("DELETE FROM letter_merging WHERE letter = $1", letter)
        try execute(
            "UPDATE letter SET state = 'draft', ended_day = NULL, version = version + 1 WHERE id = $1 AND state = 'merged'",
            letter)
    }

    func lettersMerged(into letter: Letter.ID) throws -> [Letter.ID] {
        try query("SELECT letter FROM letter_merging WHERE merged_into = $1 ORDER BY letter", letter).map { try $0.get("letter") }
    }

    private func insert(_ answer: LetterAnswer, of id: Letter.ID) throws {
        var (effect, words, day, reason): (String, String?, Day?, String?) = ("informs", nil, nil, nil)
        switch answer.effect {
        case .settles: effect = "settles"
        case .settlesInPart: effect = "settlesInPart"
        case .informs: break
        case .postpones(let said, let later, let why): (effect, words, day, reason) = ("postpones", said, later, why)
        }
        try execute(
            "INSERT INTO letter_answer (letter, entry, effect, words, day, reason) VALUES ($1, $2, $3, $4, $5, $6)", id,
            answer.entry, effect, words, day, reason)
    }
}
