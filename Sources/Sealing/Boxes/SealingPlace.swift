/// The one place where something sealed belongs. It is bound to it: moved to another row, field, case or epoch, it stays closed.
package struct SealingPlace: Sendable, Equatable {
    package let table: String
    package let column: String
    package let row: String
    package let subject: String
    package let compartment: String
    package let epoch: Int

    /// - Parameters:
    ///   - subject: the case or other subject that it belongs to; empty where it belongs to none.
    ///   - epoch: the key epoch of the compartment; 0 where the content outlives epochs, such as a file.
    package init(table: String, column: String, row: String, subject: String = "", compartment: String = "", epoch: Int = 0) {
        self.table = table
        self.column = column
        self.row = row
        self.subject = subject
        self.compartment = compartment
        self.epoch = epoch
    }

    /// Each part with its length before it, so that no two places are written alike.
    var bytes: [UInt8] {
        var out: [UInt8] = []
        for part in [table, column, row, subject, compartment, String(epoch)] { out.append(lengthPrefixed: Array(part.utf8)) }
        return out
    }
}

extension [UInt8] {
    /// Adds the bytes after their count, four bytes, the highest first.
    package mutating func append(lengthPrefixed bytes: [UInt8]) {
        append(bigEndian: UInt32(bytes.count))
        append(contentsOf: bytes)
    }

    mutating func append(bigEndian value: UInt32) {
        for shift in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
    }

    func bigEndianUInt32(at index: Int) -> UInt32? {
        guard count >= index + 4 else { return nil }
        return self[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
