import CPQ
import Database

/// Reads an answer in libpq's binary format.
struct PostgresAnswer {
    private let result: OpaquePointer?
    private let columns: Columns
    private let types: [Oid]

    init(_ result: OpaquePointer?) {
        self.result = result
        let count = PQnfields(result)
        columns = Columns((0..<count).map { String(cString: PQfname(result, $0)) })
        types = (0..<count).map { PQftype(result, $0) }
    }

    func rows() throws -> [Row] {
        try (0..<PQntuples(result)).map { row in
            Row(columns: columns, values: try types.indices.map { try value(row, Int32($0)) })
        }
    }

    private func value(_ row: Int32, _ column: Int32) throws -> SQLValue {
        guard PQgetisnull(result, row, column) == 0 else { return .null }
        let bytes = UnsafeRawBufferPointer(start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
        switch types[Int(column)] {
        case 16: return .integer(bytes[0] == 0 ? 0 : 1)
        case 17: return .blob(Array(bytes))
        case 20: return .integer(Int64(bigEndian: bytes.loadUnaligned(as: Int64.self)))
        case 21: return .integer(Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self))))
        case 23: return .integer(Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self))))
        case 26: return .integer(Int64(UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self))))
        case 701: return .real(Double(bitPattern: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))))
        case 18, 19, 25, 1042, 1043: return .text(String(decoding: bytes, as: UTF8.self))
        default: throw SQLFailure(.wrongColumn, "column \(columns.names[Int(column)]) has a type that is not read: cast it")
        }
    }
}
