import Database

/// Values as libpq wants them: text for all but bytes, which go as they are.
struct PostgresParameters {
    private var bytes: [CChar] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [any SQLBindable]) {
        for value in values { append(value.sqlValue) }
    }

    private mutating func append(_ value: SQLValue) {
        switch value {
        case .null: append(nil, format: 0)
        case .integer(let value): append(Array(String(value).utf8CString), format: 0)
        case .real(let value): append(Array(String(value).utf8CString), format: 0)
        case .text(let value): append(Array(value.utf8CString), format: 0)
        case .blob(let value): append(value.map { CChar(bitPattern: $0) }, format: 1)
        }
    }

    private mutating func append(_ content: [CChar]?, format: Int32) {
        offsets.append(content == nil ? nil : bytes.count)
        lengths.append(Int32(content?.count ?? 0))
        formats.append(format)
        if let content { bytes.append(contentsOf: content) }
        if format == 1 { bytes.append(0) }
    }

    func withPointers<Result>(
        _ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> Result
    ) -> Result {
        bytes.withUnsafeBufferPointer { buffer in
            body(offsets.map { offset in offset.flatMap { buffer.baseAddress?.advanced(by: $0) } }, lengths, formats)
        }
    }
}
