/// A table as the database itself describes it.
package struct TableSchema: Sendable, Equatable {
    package let name: String
    package let columns: [String]
    /// The columns of the primary key, in order.
    package let key: [String]
}

extension Migration {
    /// The tables that this step creates, in order: each refers only to itself and to earlier ones.
    package var tables: [String] {
        sql.split(separator: "CREATE TABLE ", omittingEmptySubsequences: false).dropFirst().compactMap {
            $0.split(whereSeparator: { $0 == " " || $0 == "(" }).first.map(String.init)
        }
    }
}

extension SQLConnection {
    /// The migrations that were run.
    package func migrationsDone() throws -> [String] {
        try query("SELECT id FROM schema_migration ORDER BY id").map { try $0.get("id") }
    }

    /// Reads the columns of a table. The engines keep them in different places.
    package func schema(of table: String) throws -> TableSchema {
        switch dialect {
        case .sqlite:
            let rows = try query("SELECT name, pk FROM pragma_table_info($1) ORDER BY cid", table)
            let keyed = try rows.map { (try $0.get("name", as: String.self), try $0.get("pk", as: Int.self)) }
            return TableSchema(
                name: table, columns: keyed.map(\.0), key: keyed.filter { $0.1 > 0 }.sorted { $0.1 < $1.1 }.map(\.0))
        case .postgres:
            let columns = try query(
                """
                SELECT a.attname AS name FROM pg_attribute a WHERE a.attrelid = $1::text::regclass AND a.attnum > 0 AND NOT a.attisdropped
                ORDER BY a.attnum
                """, table
            ).map { try $0.get("name", as: String.self) }
            let key = try query(
                """
                SELECT a.attname AS name FROM pg_index i
                CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (number, place)
                JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
                WHERE i.indrelid = $1::text::regclass AND i.indisprimary ORDER BY k.place
                """, table
            ).map { try $0.get("name", as: String.self) }
            return TableSchema(name: table, columns: columns, key: key)
        }
    }
}
