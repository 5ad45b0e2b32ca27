/// What differs between the engines in the text of a schema. Nothing else of SQL may differ.
package enum Dialect: String, Sendable {
    case sqlite, postgres

    /// Replaces the words of a migration: `{int}`, `{real}`, `{text}`, `{blob}`, `{flag}`, and `{table}` after the last bracket
    /// of a table. Text compares byte by byte on both engines. On SQLite a table has no row number of its own, for that
    /// would be a clock of who reported when.
    package func expand(_ sql: String) -> String {
        let words: [(String, String)] =
            switch self {
            case .sqlite:
                [
                    ("{int}", "INTEGER"), ("{real}", "REAL"), ("{text}", "TEXT"), ("{blob}", "BLOB"), ("{flag}", "INTEGER"),
                    ("{table}", "STRICT, WITHOUT ROWID"),
                ]
            case .postgres:
                [
                    ("{int}", "BIGINT"), ("{real}", "DOUBLE PRECISION"), ("{text}", "TEXT COLLATE \"C\""), ("{blob}", "BYTEA"),
                    ("{flag}", "SMALLINT"), ("{table}", ""),
                ]
            }
        return words.reduce(sql) { $0.replacing($1.0, with: $1.1) }
    }
}
