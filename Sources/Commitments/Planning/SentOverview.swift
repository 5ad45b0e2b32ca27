import Access
import Database
import Kernel

/// A planning overview as a House got it. It does not change any more.
package struct SentOverview: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<SentOverview>

    package let id: ID
    /// From 1 up for each department and House.
    package let number: Int
    package let sentOn: Day
    package let overview: PlanningOverview
    /// What was gone from it since the one before, as the House was told.
    package let departures: [ToldDeparture]
}

/// What a list says of an overview that was sent.
package struct SentOverviewLine: Sendable, Equatable {
    package let id: SentOverview.ID
    package let number: Int
    package let sentOn: Day
    /// How many lines it has.
    package let rows: Int
}

/// A line that is gone, in the words with which the House was told how it ended.
package struct ToldDeparture: Sendable, Equatable {
    package let entry: RegisterEntry.ID?
    package let title, kind, ending: String
    /// How an entry of the register ended, and when; nil for letters and motions.
    package let standing: Standing.Code?
    package let day: Day?

    init(entry: RegisterEntry.ID?, title: String, kind: String, ending: String, standing: Standing.Code?, day: Day?) {
        self.entry = entry
        self.title = title
        self.kind = kind
        self.ending = ending
        self.standing = standing
        self.day = day
    }

    init(_ departure: PlanningDeparture) {
        var (entry, standing, day): (RegisterEntry.ID?, Standing.Code?, Day?)
        if case .entry(let id) = departure.row.subject { entry = id }
        switch departure.ending {
        case .settled(_, let on): (standing, day) = (.settled, on)
        case .ended(let code, let on): (standing, day) = (code, on)
        case .motion, .letterSent, .sentAlong, .letterWithdrawn, .unknown: break
        }
        self.init(
            entry: entry, title: departure.row.title, kind: PlanningWords.kind(departure.row.kind),
            ending: PlanningWords.ending(departure.ending), standing: standing, day: day)
    }
}

/// Why an overview is not sent.
package enum PlanningRefusal: Refusal {
    /// There is none, or it is not this officer's to see.
    case notFound
    /// Only who coordinates the commitments of a department sends its overview.
    case notYours
    /// Something changed since it was shown; what is sent is what was seen.
    case changedMeanwhile
    case nothingInIt
    case sentInTheFuture(Day)
    case beforeTheLast(Day)
    /// It was recorded on that day with the same lines.
    case sentAlready(Day)
    /// Something in it was said, told or ended on a later day.
    case beforeWhatItHolds(Day)
    /// Only the last one is taken back, so that what the House has stays in order.
    case notTheLast
    case reasonMissing
}

extension SQLConnection {
    /// Which overviews a House got from a department, the last first.
    func sentOverviewLines(of department: Organisation.ID, to house: House) throws -> [SentOverviewLine] {
        try query(
            """
            SELECT o.id AS id, o.number AS number, o.sent_day AS sent_day, count(*) AS rows FROM planning_overview o
            JOIN planning_row r ON r.overview = o.id WHERE o.department = $1 AND o.house = $2
            GROUP BY o.id, o.number, o.sent_day ORDER BY o.number DESC
            """, department, house.rawValue
        ).map {
            SentOverviewLine(
                id: try $0.get("id"), number: try $0.get("number"), sentOn: try $0.get("sent_day"), rows: try $0.get("rows"))
        }
    }

    func sentOverview(_ number: Int, of department: Organisation.ID, to house: House) throws -> SentOverview? {
        try first(
            "SELECT * FROM planning_overview WHERE department = $1 AND house = $2 AND number = $3", department, house.rawValue,
            number
        ).map { try sentOverview(row: $0) }
    }

    func lastSentOverview(of department: Organisation.ID, to house: House) throws -> SentOverview? {
        try first(
            "SELECT * FROM planning_overview WHERE department = $1 AND house = $2 ORDER BY number DESC LIMIT 1", department,
            house.rawValue
        ).map { try sentOverview(row: $0) }
    }

    /// The last overview of each department to each House.
    func lastSentOverviews() throws -> [SentOverview] {
        try query(
            """
            SELECT * FROM planning_overview AS o WHERE number = (SELECT max(number) FROM planning_overview AS p
                WHERE p.department = o.department AND p.house = o.house) ORDER BY department, house
            """
        ).map { try sentOverview(row: $0) }
    }

    func insert(_ sent: SentOverview, by officer: Officer.ID) throws {
        let overview = sent.overview
        try execute(
            """
            INSERT INTO planning_overview (id, department, house, number, sent_day, officer) VALUES ($1, $2, $3, $4, $5, $6)
            """, sent.id, overview.department, overview.house.rawValue, sent.number, sent.sentOn, officer)
        for (index, row) in overview.rows.enumerated() { try insert(row, number: index + 1, of: sent.id) }
        for (index, departure) in sent.departures.enumerated() {
            try execute(
                """
                INSERT INTO planning_departure (overview, number, entry, title, kind, ending, standing, day)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """, sent.id, index + 1, departure.entry, departure.title, departure.kind, departure.ending,
                departure.standing?.rawValue, departure.day)
        }
    }

    /// How entries ended that are gone from an overview that was sent, by the last of them.
    func toldEndings() throws -> [RegisterEntry.ID: ToldDeparture] {
        let rows = try query(
            """
            SELECT d.* FROM planning_departure d JOIN planning_overview o ON o.id = d.overview
            WHERE d.entry IS NOT NULL AND d.standing IS NOT NULL ORDER BY o.number
            """)
        return try rows.reduce(into: [:]) { told, row in
            told[try row.get("entry", as: RegisterEntry.ID.self)] = try departure(row)
        }
    }

    private func departure(_ row: Row) throws -> ToldDeparture {
        ToldDeparture(
            entry: try row.get("entry"), title: try row.get("title"), kind: try row.get("kind"), ending: try row.get("ending"),
            standing: try row.get("standing", as: String?.self).flatMap { Standing.Code(rawValue: $0) }, day: try row.get("day"))
    }

    private func insert(_ row: PlanningRow, number: Int, of id: SentOverview.ID) throws {
        var (entry, letter, along): (RegisterEntry.ID?, Letter.ID?, String?)
        switch row.subject {
        case .entry(let id): entry = id
        case .letter(let id): letter = id
        }
        if case .goesAlong(let subject) = row.progress { along = subject }
        try execute(
            """
            INSERT INTO planning_row (overview, number, entry, letter, kind, title, place, made_day, reference, words, day,
                progress, along_with)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            [
                id, number, entry, letter, row.kind.code, row.title, row.place, row.madeOn,
                row.reference?.written(in: .metadata), row.words, row.day, row.progress.code, along,
            ])
    }

    private func sentOverview(row: Row) throws -> SentOverview {
        let (id, sentOn) = (try row.get("id", as: SentOverview.ID.self), try row.get("sent_day", as: Day.self))
        return SentOverview(
            id: id, number: try row.get("number"), sentOn: sentOn,
            overview: PlanningOverview(
                department: try row.get("department"), house: try row.get("house"), day: sentOn,
                rows: try query("SELECT * FROM planning_row WHERE overview = $1 ORDER BY number", id).map {
                    try PlanningRow(row: $0)
                }),
            departures: try query("SELECT * FROM planning_departure WHERE overview = $1 ORDER BY number", id).map(departure))
    }
}

extension PlanningRow {
    fileprivate init(row: Row) throws {
        let (entry, letter) = (try row.get("entry", as: RegisterEntry.ID?.self), try row.get("letter", as: Letter.ID?.self))
        guard let subject = entry.map(Subject.entry) ?? letter.map(Subject.letter) else {
            throw SQLFailure(.wrongColumn, "entry")
        }
        let along = try row.get("along_with", as: String?.self)
        let isSettledInPart = try row.get("progress", as: String.self) == "settledInPart"
        self.init(
            subject: subject, kind: RegisterEntry.Kind(rawValue: try row.get("kind")).map { .entry($0) } ?? .letter,
            title: try row.get("title"), place: try row.get("place"), madeOn: try row.get("made_day"),
            reference: try row.reference("reference"), words: try row.get("words"), day: try row.get("day"),
            progress: along.map { .goesAlong(in: $0) } ?? (isSettledInPart ? .settledInPart : .open))
    }
}

extension PlanningRow.Kind {
    var code: String {
        switch self {
        case .entry(let kind): kind.rawValue
        case .letter: "letter"
        }
    }
}

extension PlanningRow.Progress {
    var code: String {
        switch self {
        case .open: "open"
        case .settledInPart: "settledInPart"
        case .goesAlong: "goesAlong"
        }
    }
}
