/// One row of an answer, read by the names of its columns.
package struct Row: Sendable {
    private let columns: Columns
    package let values: [SQLValue]

    package init(columns: Columns, values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    package var names: [String] { columns.names }

    /// - Throws: `SQLFailure` where the column is missing or holds another kind of value.
    package func get<Value: SQLReadable>(_ name: String, as _: Value.Type = Value.self) throws -> Value {
        guard let index = columns.index[name] else { throw SQLFailure(.wrongColumn, "no column \(name)") }
        guard let value = Value(sqlValue: values[index]) else {
            throw SQLFailure(.wrongColumn, "column \(name) is no \(Value.self)")
        }
        return value
    }

    /// Reads a value that is stored by the raw value of an enumeration.
    package func get<Value: RawRepresentable>(_ name: String, as _: Value.Type = Value.self) throws -> Value
    where Value.RawValue: SQLReadable {
        guard let value = Value(rawValue: try get(name)) else {
            throw SQLFailure(.wrongColumn, "column \(name) is no \(Value.self)")
        }
        return value
    }
}

/// The columns of an answer, shared by its rows.
package final class Columns: Sendable {
    package let names: [String]
    let index: [String: Int]

    package init(_ names: [String]) {
        self.names = names
        index = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
