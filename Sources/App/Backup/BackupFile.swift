import Crypto
import Database
import Foundation

/// A backup: one consistent picture of all rows, in a form that either engine reads.
///
/// A line with JSON, then for each row the number of its table, its values by kind, and at the end a hash of all. What was sealed
/// stays sealed; the server's secrets are not in it.
package struct BackupHeader: Codable, Sendable, Equatable {
    package let form: Int
    package let installation: String
    package let day: String
    package let migrations: [String]
    package let tables: [Table]

    package struct Table: Codable, Sendable, Equatable {
        package let name: String
        package let columns: [String]
    }
}

/// Why a backup is not made or not restored.
package enum BackupRefusal: Error, Equatable {
    case fileExists(String)
    case cannotWrite(String)
    case notABackup
    /// The file was cut off or changed.
    case damaged
    /// The file was made by a later release.
    case newerForm([String])
    case databaseNotEmpty
    case secretsBesideBackup
}

/// Writes a backup, hashing as it goes.
struct BackupWriter {
    private let file: FileHandle
    private var hash = SHA256()
    private var buffer: [UInt8] = []
    private(set) var rows = 0

    static let magic = "meldloket-backup\n"

    init(_ file: FileHandle, header: BackupHeader) throws {
        self.file = file
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        buffer = Array(Self.magic.utf8) + Array(try encoder.encode(header)) + [10]
    }

    mutating func append(_ row: Row, table: Int) throws {
        buffer.append(1)
        append(number: table)
        for value in row.values { append(value) }
        rows += 1
        if buffer.count > 1 << 20 { try flush() }
    }

    mutating func finish() throws {
        buffer.append(0)
        try flush()
        try file.write(contentsOf: Data(hash.finalize()))
        try file.synchronize()
        try file.close()
    }

    private mutating func flush() throws {
        hash.update(data: buffer)
        try file.write(contentsOf: Data(buffer))
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func append(_ value: SQLValue) {
        switch value {
        case .null: buffer.append(0)
        case .integer(let value):
            buffer.append(1)
            withUnsafeBytes(of: value.bigEndian) { buffer.append(contentsOf: $0) }
        case .real(let value):
            buffer.append(2)
            withUnsafeBytes(of: value.bitPattern.bigEndian) { buffer.append(contentsOf: $0) }
        case .text(let value): append(bytes: Array(value.utf8), kind: 3)
        case .blob(let value): append(bytes: value, kind: 4)
        }
    }

    private mutating func append(bytes: [UInt8], kind: UInt8) {
        buffer.append(kind)
        append(number: bytes.count)
        buffer.append(contentsOf: bytes)
    }

    private mutating func append(number: Int) {
        withUnsafeBytes(of: UInt32(number).bigEndian) { buffer.append(contentsOf: $0) }
    }
}

/// Reads a backup piece by piece.
struct BackupReader {
    let header: BackupHeader
    private let file: FileHandle
    private var buffer: [UInt8]
    private var position = 0

    /// Opens a file and reads its header.
    init(path: String) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { throw BackupRefusal.notABackup }
        self.file = file
        buffer = Array(try file.read(upToCount: 1 << 20) ?? Data())
        guard buffer.starts(with: Array(BackupWriter.magic.utf8)),
            let end = buffer[BackupWriter.magic.utf8.count...].firstIndex(of: 10),
            let header = try? JSONDecoder().decode(BackupHeader.self, from: Data(buffer[BackupWriter.magic.utf8.count..<end]))
        else { throw BackupRefusal.notABackup }
        self.header = header
        position = end + 1
    }

    /// Checks the hash of the whole file before a row is used.
    static func check(path: String) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { throw BackupRefusal.notABackup }
        defer { try? file.close() }
        let magic = Data(BackupWriter.magic.utf8)
        guard try file.read(upToCount: magic.count) == magic else { throw BackupRefusal.notABackup }
        let size = try file.seekToEnd()
        guard size > 33 else { throw BackupRefusal.damaged }
        try file.seek(toOffset: 0)
        var (hash, left) = (SHA256(), Int(size) - 32)
        while left > 0 {
            guard let piece = try file.read(upToCount: min(left, 1 << 20)), !piece.isEmpty else { throw BackupRefusal.damaged }
            hash.update(data: piece)
            left -= piece.count
        }
        guard try file.read(upToCount: 32) == Data(hash.finalize()) else { throw BackupRefusal.damaged }
    }

    /// The next row with the number of its table; nil after the last.
    mutating func next() throws -> (table: Int, values: [SQLValue])? {
        guard try byte() == 1 else { return nil }
        let table = try number()
        guard header.tables.indices.contains(table) else { throw BackupRefusal.damaged }
        return (table, try header.tables[table].columns.map { _ in try value() })
    }

    private mutating func value() throws -> SQLValue {
        switch try byte() {
        case 0: return .null
        case 1: return .integer(Int64(bitPattern: try eight()))
        case 2: return .real(Double(bitPattern: try eight()))
        case 3: return .text(String(decoding: try take(number()), as: UTF8.self))
        case 4: return .blob(Array(try take(number())))
        default: throw BackupRefusal.damaged
        }
    }

    private mutating func byte() throws -> UInt8 { try take(1).first! }
    private mutating func number() throws -> Int { try take(4).reduce(0) { $0 << 8 | Int($1) } }
    private mutating func eight() throws -> UInt64 { try take(8).reduce(0) { $0 << 8 | UInt64($1) } }

    private mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        while buffer.count - position < count {
            guard let more = try file.read(upToCount: max(1 << 20, count)), !more.isEmpty else { throw BackupRefusal.damaged }
            buffer.removeFirst(position)
            position = 0
            buffer.append(contentsOf: more)
        }
        defer { position += count }
        return buffer[position..<position + count]
    }
}
