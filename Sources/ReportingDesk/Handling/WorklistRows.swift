import Compartments
import Database
import Kernel
import Sealing

/// A line of a worklist as the rows have it.
struct WorklistRow: Sendable {
    let file: CaseFile
    let sort: String
    let fields: SealedListFields?
    let listItem: SealedItem.ID?

    init(row: Row) throws {
        file = try CaseFile(row: row)
        sort = try row.get("sort")
        listItem = try row.get("list_item")
        if let form: Int = try row.get("list_form", as: Int?.self), let form = SealedListFields.Form(rawValue: form) {
            fields = SealedListFields(form: form, epoch: try row.get("list_epoch"), bytes: try row.get("list_fields"))
        } else {
            fields = nil
        }
    }
}

extension SQLConnection {
    /// A page of a list, and one line more where there is another page.
    func worklist(_ filter: Worklist.Filter, of readership: Readership, after: String, today: Day) throws -> [WorklistRow] {
        let page = filter.page(of: readership, after: after, today: today)
        return try query(page.sql, page.values).map(WorklistRow.init)
    }

    /// How many cases each list has, counted up to one more than is shown.
    func counts(of readership: Readership, today: Day) throws -> [Worklist.Filter: Int] {
        var counts: [Worklist.Filter: Int] = [:]
        for filter in Worklist.Filter.allCases {
            let count = filter.count(of: readership, today: today)
            counts[filter] = try query(count.sql, count.values).first?.get("n")
        }
        return counts
    }

    /// Puts list fields that came in under the symmetric key. It changes nothing of what they say.
    func settle(_ fields: SealedListFields, of id: CaseFile.ID) throws {
        try execute(
            "UPDATE case_file SET list_form = $2, list_epoch = $3, list_fields = $4 WHERE id = $1 AND list_form = $5", id,
            fields.form.rawValue, fields.epoch, fields.bytes, SealedListFields.Form.inbox.rawValue)
    }

    func listDocument(_ id: SealedItem.ID?) throws -> (SealedItem, [UInt8])? {
        guard let id, let item = try sealedItem(id) else { return nil }
        return try first("SELECT payload FROM case_document WHERE item = $1", id).map { (item, try $0.get("payload")) }
    }
}

/// Whose list it is.
struct Readership: Sendable {
    let tag: KeyedTag
    /// Where the officer reads today. What they read elsewhere before is not theirs to see any more; nil where there was no such
    /// time.
    let places: [Organisation.ID]?
}

extension Worklist.Filter {
    func page(of readership: Readership, after: String, today: Day) -> (sql: String, values: [any SQLBindable]) {
        let part = part(of: readership, today: today)
        return (
            """
            SELECT c.*, s.organisation, r.sort FROM subject_reader r
            JOIN case_file c ON c.id = r.subject JOIN sealed_subject s ON s.id = r.subject
            WHERE \(part.condition) AND r.sort > $\(part.values.count + 1)
            ORDER BY r.sort LIMIT \(Worklist.pageSize + 1)
            """, part.values + [after]
        )
    }

    func count(of readership: Readership, today: Day) -> (sql: String, values: [any SQLBindable]) {
        let part = part(of: readership, today: today)
        return (
            """
            SELECT count(*) AS n FROM (SELECT 1 AS one FROM subject_reader r
            WHERE \(part.condition) ORDER BY r.sort LIMIT \(Worklist.mostCounted + 1)) counted
            """, part.values
        )
    }

    /// What chooses a list: a stretch of the order, so that no more is read than belongs to it, and what that leaves open.
    private func part(of readership: Readership, today: Day) -> (condition: String, values: [any SQLBindable]) {
        var (condition, values) = ("r.tag = $1 AND r.is_open = $2", [readership.tag.bytes, self != .closed] as [any SQLBindable])
        func place(_ value: any SQLBindable) -> String {
            values.append(value)
            return "$\(values.count)"
        }
        switch self {
        case .open, .closed: break
        case .late:
            condition += " AND r.sort < \(place(NextDue.sortBegins(today))) AND \(NextDue.sortedLegalEnd) < \(place(today))"
        case .thisWeek:
            let nextWeek = today + (8 - today.weekday.rawValue)
            condition += " AND r.sort < \(place(NextDue.sortBegins(nextWeek)))"
            condition += " AND \(NextDue.sortedNominalEnd) < \(place(nextWeek)) AND \(NextDue.sortedLegalEnd) >= \(place(today))"
        case .awaitingReporter, .awaitingOfficer:
            let turn: CaseFile.Awaiting = self == .awaitingReporter ? .reporter : .officer
            condition += " AND r.mark = \(place(turn.rawValue))"
        }
        if let places = readership.places {
            let list = places.isEmpty ? "NULL" : places.map { place($0) }.joined(separator: ", ")
            condition += " AND EXISTS (SELECT 1 FROM sealed_subject p WHERE p.id = r.subject AND p.organisation IN (\(list)))"
        }
        return (condition, values)
    }
}
