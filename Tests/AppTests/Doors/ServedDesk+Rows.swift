import App
import Database

extension ServedDesk {
    /// How many rows a table has.
    func rows(of table: String) async throws -> Int {
        try await registers.database.read { db in
            try db.first("SELECT count(*) AS n FROM \(table)")?.get("n", as: Int.self) ?? 0
        }
    }
}
