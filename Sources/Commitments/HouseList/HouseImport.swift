import Foundation
import Kernel
import XMLReading

/// What an import did, or would do.
package struct HouseImportReport: Sendable, Equatable {
    /// Not in our list before.
    package var added = 0
    /// In our list with other content.
    package var changed = 0
    /// Came again with the content that we have.
    package var unchanged = 0
    /// Of what was added or changed: taken away at the source.
    package var removed = 0
    /// Of kinds that we do not keep.
    package var others = 0
    /// What differs of those that changed, the first hundreds of them.
    package var changes: [HouseChange] = []
    /// What could not be read, with its place.
    package var faults: [HouseListFault] = []
    /// The address of the page that follows.
    package var next: String?

    package init() {}

    package var read: Int { added + changed + unchanged }

    /// How many changes are told one by one.
    static let mostChanges = 500

    mutating func add(_ other: HouseImportReport) {
        added += other.added
        changed += other.changed
        unchanged += other.unchanged
        removed += other.removed
        changes += other.changes.prefix(max(Self.mostChanges - changes.count, 0))
    }
}

/// What to read.
package enum HouseFile: Sendable {
    /// A file on this machine.
    case path(String)
    case bytes([UInt8])
}

extension HouseFile {
    /// In bytes; nil where it cannot be told.
    var size: Int? {
        switch self {
        case .path(let path):
            (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue
        case .bytes(let bytes): bytes.count
        }
    }
}

/// How far an import is.
package struct HouseImportProgress: Sendable {
    /// How many records were read.
    package let read: Int
    /// How much of the file, from 0 to 1; nil where its size is not known.
    package let share: Double?

    package init(read: Int, share: Double?) {
        (self.read, self.share) = (read, share)
    }
}

/// What imports on trial would have kept so far, so that a second file is compared with the first.
package struct HouseTrial: Sendable {
    var contents: [String: [UInt8]] = [:]

    package init() {}
}

/// A record, or a place that could not be read.
enum HouseListPiece: Equatable {
    case record(HouseRecord)
    case fault(HouseListFault)
}

/// Reads a saved page of the House's open data, whichever of its forms it has.
enum HouseFileReading {
    case syncFeed(SyncFeedReading)
    case oData(ODataReading)
    case unknown(HouseListFault.Reason, isTold: Bool)

    /// - Throws: where the file cannot be read at all.
    init(_ file: HouseFile, of category: HouseRecord.Category?) throws {
        let data =
            switch file {
            case .path(let path): try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
            case .bytes(let bytes): Data(bytes)
            }
        // In UTF-16 the sign stands behind the mark of the order of bytes, with a zero beside it.
        let sign = data.first { ![0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0x00, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
        switch sign {
        case UInt8(ascii: "{"), UInt8(ascii: "["): self = .oData(ODataReading(data, of: category))
        case UInt8(ascii: "<"):
            let pieces =
                switch file {
                case .path(let path): try XMLPieces(file: path)
                case .bytes(let bytes): try XMLPieces(bytes)
                }
            self = .syncFeed(SyncFeedReading(pieces))
        default: self = .unknown(sign == nil ? .empty : .unknownForm, isTold: false)
        }
    }

    mutating func next() -> HouseListPiece? {
        switch self {
        case .syncFeed(var reading):
            defer { self = .syncFeed(reading) }
            return reading.next()
        case .oData(var reading):
            self = .unknown(.unknownForm, isTold: true)
            defer { self = .oData(reading) }
            return reading.next()
        case .unknown(let reason, let isTold):
            self = .unknown(reason, isTold: true)
            return isTold ? nil : .fault(HouseListFault(line: 1, reason: reason))
        }
    }

    /// How many bytes were read, as far as the form tells.
    var place: Int {
        switch self {
        case .syncFeed(let reading): reading.place
        case .oData(let reading): reading.place
        case .unknown: 0
        }
    }

    /// How many entities were of kinds that we do not keep, and the address of the page that follows.
    var end: (others: Int, next: String?) {
        switch self {
        case .syncFeed(let reading): (reading.others, reading.followingPage)
        case .oData(let reading): (reading.others, nil)
        case .unknown: (0, nil)
        }
    }
}
