import Access
import Database
import Kernel

extension SQLConnection {
    /// Parts that were taken out of some letters. They and their versions are kept, for the rounds in which they went.
    func removedParts(of letters: [Letter.ID]) throws -> Set<LetterPart.ID> {
        let table = """
            (SELECT p.letter AS letter, r.part AS part FROM letter_part_removal r JOIN letter_part p ON p.id = r.part) removed
            """
        return Set(try rows(of: table, by: "letter", in: letters, sorted: "part").values.joined().map { try $0.get("part") })
    }

    /// The parts that were taken out of a letter, in the order in which they stood.
    func parts(takenOutOf letter: Letter.ID) throws -> [LetterPart] {
        try query(
            """
            SELECT p.id AS id, p.heading AS heading, p.body AS body, p.version AS version FROM letter_part p
            JOIN letter_part_removal r ON r.part = p.id WHERE p.letter = $1 ORDER BY p.place
            """, letter
        ).map {
            LetterPart(
                id: try $0.get("id"), heading: try $0.get("heading"), text: try $0.get("body"), version: try $0.get("version"))
        }
    }

    func putBack(_ part: LetterPart.ID) throws {
        try execute("DELETE FROM letter_part_removal WHERE part = $1", part)
    }

    func remove(_ part: LetterPart.ID, by officer: Officer.ID, on day: Day) throws {
        try execute("INSERT INTO letter_part_removal (part, officer, day) VALUES ($1, $2, $3)", part, officer, day)
    }

    /// The place after the last, also of parts that were taken out.
    func nextPlace(in letter: Letter.ID) throws -> Int {
        (try first("SELECT max(place) AS last FROM letter_part WHERE letter = $1", letter)?.get("last", as: Int?.self) ?? 0) + 1
    }

    /// Lets two parts change places.
    func swapPlaces(of one: LetterPart.ID, and other: LetterPart.ID, in letter: Letter.ID) throws {
        func place(_ part: LetterPart.ID) throws -> Int {
            try first("SELECT place FROM letter_part WHERE id = $1", part)!.get("place")
        }
        func put(_ part: LetterPart.ID, at place: Int) throws {
            try execute("UPDATE letter_part SET place = $2 WHERE id = $1", part, place)
        }
        let (places, free) = ((try place(one), try place(other)), try nextPlace(in: letter))
        try put(one, at: free)
        try put(other, at: places.0)
        try put(one, at: places.1)
    }

    /// A part with the text that it begins with.
    func insert(_ part: LetterPart, of letter: Letter.ID, at place: Int, by officer: Officer.ID, on day: Day) throws {
        try execute(
            "INSERT INTO letter_part (id, letter, place, heading, body, version) VALUES ($1, $2, $3, $4, $5, 1)", part.id, letter,
            place, part.heading, part.text)
        try insertVersion(of: part, number: 1, by: officer, on: day)
        try saveEntries(of: part)
    }

    /// A part with another text: the one before stays among its versions.
    func save(_ part: LetterPart, by officer: Officer.ID, on day: Day) throws {
        try execute(
            "UPDATE letter_part SET heading = $2, body = $3, version = $4 WHERE id = $1", part.id, part.heading, part.text,
            part.version + 1)
        try insertVersion(of: part, number: part.version + 1, by: officer, on: day)
        try saveEntries(of: part)
    }

    func saveEntries(of part: LetterPart) throws {
        try execute("DELETE FROM letter_part_entry WHERE part = $1", part.id)
        for entry in part.entries {
            try execute("INSERT INTO letter_part_entry (part, entry) VALUES ($1, $2)", part.id, entry)
        }
    }

    func versions(of part: LetterPart.ID) throws -> [PartVersion] {
        try query("SELECT * FROM letter_part_version WHERE part = $1 ORDER BY version", part).map {
            PartVersion(
                number: try $0.get("version"), heading: try $0.get("heading"), text: try $0.get("body"),
                officer: try $0.get("officer"), day: try $0.get("day"))
        }
    }

    private func insertVersion(of part: LetterPart, number: Int, by officer: Officer.ID, on day: Day) throws {
        try execute(
            "INSERT INTO letter_part_version (part, version, heading, body, officer, day) VALUES ($1, $2, $3, $4, $5, $6)",
            part.id, number, part.heading, part.text, officer, day)
    }
}
