extension SQLConnection {
    /// The number of the next row of a table, or of those rows of it that a condition finds; from 1 up.
    package func nextNumber(in table: String, where condition: String = "1 = 1", _ values: any SQLBindable...) throws -> Int {
        let last = try query("SELECT max(number) AS last FROM \(table) WHERE \(condition)", values).first
        return (try last?.get("last", as: Int?.self) ?? 0) + 1
    }
}
