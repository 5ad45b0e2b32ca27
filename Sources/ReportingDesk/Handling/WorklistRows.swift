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
    /// - Parameter places: where the officer reads today; what they read elsewhere before is not theirs to see any more.
    func worklist(
        _ filter: Worklist.Filter, tag: KeyedTag, at places: [Organisation.ID], after: String, today: Day
    ) throws -> [WorklistRow] {
        guard !places.isEmpty else { return [] }
        let (condition, values) = filter.condition(today, at: places)
        return try query(
            """
            SELECT c.*, s.organisation, r.sort FROM subject_reader r
            JOIN case_file c ON c.id = r.subject JOIN sealed_subject s ON s.id = r.subject
            WHERE r.tag = $1 AND r.is_open = $2 AND r.sort > $3 AND \(condition)
            ORDER BY r.sort LIMIT \(Worklist.pageSize + 1)
            """, [tag.bytes, filter != .closed, after] + values
        ).map(WorklistRow.init)
    }

    func counts(tag: KeyedTag, at places: [Organisation.ID], today: Day) throws -> [Worklist.Filter: Int] {
        var counts: [Worklist.Filter: Int] = [:]
        for filter in Worklist.Filter.allCases where !places.isEmpty {
            let (condition, values) = filter.condition(today, at: places)
            counts[filter] = try first(
                """
                SELECT count(*) AS n FROM subject_reader r
                JOIN case_file c ON c.id = r.subject JOIN sealed_subject s ON s.id = r.subject
                WHERE r.tag = $1 AND r.is_open = $2 AND r.sort > $3 AND \(condition)
                """, [tag.bytes, filter != .closed, ""] + values)?.get("n")
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

    fileprivate func first(_ sql: String, _ values: [any SQLBindable]) throws -> Row? { try query(sql, values).first }
}

extension Worklist.Filter {
    /// The part of the query that chooses; its values start at `$4`.
    fileprivate func condition(_ today: Day, at places: [Organisation.ID]) -> (String, [any SQLBindable]) {
        let (condition, values) = condition(today)
        let list = places.indices.map { "$\($0 + values.count + 4)" }.joined(separator: ", ")
        return ("\(condition) AND s.organisation IN (\(list))", values + places as [any SQLBindable])
    }

    private func condition(_ today: Day) -> (String, [any SQLBindable]) {
        switch self {
        case .open, .closed: ("1 = 1", [])
        case .late: ("c.next_legal < $4", [today])
        case .thisWeek: ("c.next_legal >= $4 AND c.next_nominal <= $5", [today, today + (7 - today.weekday.rawValue)])
        case .awaitingReporter: ("c.awaiting = 'reporter'", [])
        case .awaitingOfficer: ("c.awaiting = 'officer'", [])
        }
    }
}
