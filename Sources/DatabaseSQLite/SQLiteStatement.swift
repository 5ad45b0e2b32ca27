import CSQLite
import Database

/// A prepared statement, kept for the next time.
final class SQLiteStatement {
    let handle: OpaquePointer
    let columns: Columns
    /// For each parameter of SQLite, the index of the value bound to it: `$2` may come before `$1`, or twice.
    private let slots: [Int]

    init(_ handle: OpaquePointer) {
        self.handle = handle
        columns = Columns((0..<sqlite3_column_count(handle)).map { String(cString: sqlite3_column_name(handle, $0)) })
        let count = sqlite3_bind_parameter_count(handle)
        slots =
            count == 0
            ? []
            : (1...count).map { index in
                let name = sqlite3_bind_parameter_name(handle, index).map { String(cString: $0) } ?? ""
                return (Int(name.dropFirst()) ?? 0) - 1
            }
    }

    deinit { sqlite3_finalize(handle) }

    /// - Returns: the result code of SQLite.
    func bind(_ values: [any SQLBindable]) throws -> Int32 {
        for (position, slot) in slots.enumerated() {
            guard values.indices.contains(slot) else { throw SQLFailure(.other, "a placeholder has no value") }
            let code = bind(values[slot].sqlValue, at: Int32(position + 1))
            guard code == SQLITE_OK else { return code }
        }
        return SQLITE_OK
    }

    private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        return switch value {
        case .null: sqlite3_bind_null(handle, index)
        case .integer(let value): sqlite3_bind_int64(handle, index, value)
        case .real(let value): sqlite3_bind_double(handle, index, value)
        case .text(var value):
            value.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(handle, index, $0.baseAddress, Int32($0.count), transient)
                }
            }
        case .blob(let value) where value.isEmpty: sqlite3_bind_zeroblob(handle, index, 0)
        case .blob(let value):
            value.withUnsafeBytes { sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), transient) }
        }
    }

    func row() -> Row {
        Row(columns: columns, values: (0..<Int32(columns.names.count)).map(value))
    }

    private func value(_ column: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, column))
        case SQLITE_BLOB:
            let count = Int(sqlite3_column_bytes(handle, column))
            return .blob(Array(UnsafeRawBufferPointer(start: sqlite3_column_blob(handle, column), count: count)))
        default:
            let start = sqlite3_column_text(handle, column)
            let count = Int(sqlite3_column_bytes(handle, column))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        }
    }

    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }
}
