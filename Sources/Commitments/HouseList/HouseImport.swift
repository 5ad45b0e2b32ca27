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
    /// What could not be read, with its place.
    package var faults: [HouseListFault] = []
    /// The address of the page that follows.
    package var next: String?

    package init() {}

    package var read: Int { added + changed + unchanged }

    mutating func add(_ other: HouseImportReport) {
        added += other.added
        changed += other.changed
        unchanged += other.unchanged
        removed += other.removed
    }
}

/// What to read.
package enum HouseFile: Sendable {
    /// A file on this machine.
    case path(String)
    case bytes([UInt8])
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
    case unknown(isTold: Bool)

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
        default: self = .unknown(isTold: false)
        }
    }

    mutating func next() -> HouseListPiece? {
        switch self {
        case .syncFeed(var reading):
            defer { self = .syncFeed(reading) }
            return reading.next()
        case .oData(var reading):
            self = .unknown(isTold: true)
            defer { self = .oData(reading) }
            return reading.next()
        case .unknown(let isTold):
            self = .unknown(isTold: true)
            return isTold ? nil : .fault(HouseListFault(line: 1, reason: .unknownForm))
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
