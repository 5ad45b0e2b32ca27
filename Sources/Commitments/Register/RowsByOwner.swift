import Database
import Kernel

extension SQLConnection {
    /// Rows of another table, by whom they belong to, with a statement for each five hundred owners.
    ///
    /// - Parameters:
    ///   - owner: the column that names the owner.
    ///   - order: by which the rows of one owner are sorted.
    func rows<Owner>(
        of table: String, by owner: String, in ids: [Identifier<Owner>], sorted order: String
    ) throws -> [Identifier<Owner>: [Row]] {
        var rows: [Identifier<Owner>: [Row]] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = Array(ids[start..<min(start + 500, ids.count)])
            let places = some.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
            let found = try query(
                "SELECT * FROM \(table) WHERE \(owner) IN (\(places)) ORDER BY \(owner), \(order)", some)
            for row in found { rows[try row.get(owner, as: Identifier<Owner>.self), default: []].append(row) }
        }
        return rows
    }
}
