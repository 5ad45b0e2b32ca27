import Crypto
import Foundation

/// A file is sealed in chunks, each bound to its number and the last to being the last. One key seals one file.
package enum FileChunk {
    /// Bytes of a file in one chunk.
    package static let size = 256 * 1024

    fileprivate static func authenticated(_ suite: SealingSuite, _ place: SealingPlace, number: Int, isLast: Bool) -> [UInt8] {
        var out: [UInt8] = [Sealer.version, suite.rawValue]
        out.append(contentsOf: place.bytes)
        out.append(bigEndian: UInt32(number))
        out.append(isLast ? 1 : 0)
        return out
    }

    /// The number and the flag of the last, so that no two chunks under one key share a nonce.
    fileprivate static func nonce(number: Int, isLast: Bool) throws -> AES.GCM.Nonce {
        var bytes = [UInt8](repeating: 0, count: 7)
        bytes.append(bigEndian: UInt32(number))
        bytes.append(isLast ? 1 : 0)
        return try AES.GCM.Nonce(data: bytes)
    }
}

/// Seals a file as it comes in, in bounded memory. At its end it is filled up to a Padmé size.
package struct FileSealing: Sendable {
    private let sealer: Sealer
    private let key: ItemKey
    private let place: SealingPlace
    private var buffer: [UInt8] = []
    private var number = 0
    /// How many bytes came in.
    package private(set) var count = 0

    package init(sealer: Sealer, key: ItemKey, place: SealingPlace) {
        self.sealer = sealer
        self.key = key
        self.place = place
    }

    /// - Returns: the chunks that became full, in order.
    package mutating func feed(_ bytes: some Collection<UInt8>) -> [[UInt8]] {
        count += bytes.count
        return fill(bytes)
    }

    /// - Returns: the last chunks.
    package mutating func finish() -> [[UInt8]] {
        var chunks: [[UInt8]] = []
        var missing = Padding.padme(count) - count
        while missing > 0 {
            let step = min(missing, FileChunk.size)
            chunks += fill(repeatElement(0, count: step))
            missing -= step
        }
        chunks.append(seal(buffer, isLast: true))
        buffer = []
        return chunks
    }

    /// A full chunk is sealed only when more follows, for the last one must be known as the last.
    private mutating func fill(_ bytes: some Collection<UInt8>) -> [[UInt8]] {
        var chunks: [[UInt8]] = []
        buffer.append(contentsOf: bytes)
        while buffer.count > FileChunk.size {
            chunks.append(seal(Array(buffer[..<FileChunk.size]), isLast: false))
            buffer.removeFirst(FileChunk.size)
        }
        return chunks
    }

    private mutating func seal(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
        defer { number += 1 }
        let header = [Sealer.version, sealer.suite.rawValue]
        guard sealer.suite != .open else { return header + [isLast ? 1 : 0] + bytes }
        let box = try! AES.GCM.seal(
            bytes, using: key.derived("file", as: ItemUse.self).key, nonce: FileChunk.nonce(number: number, isLast: isLast),
            authenticating: FileChunk.authenticated(sealer.suite, place, number: number, isLast: isLast))
        return header + [isLast ? 1 : 0] + box.ciphertext + box.tag
    }
}

/// Opens a sealed file chunk by chunk. A missing, changed or moved chunk ends it with a failure.
package struct FileOpening: Sendable {
    private let sealer: Sealer
    private let key: ItemKey
    private let place: SealingPlace
    private var remaining: Int
    private var number = 0
    package private(set) var isComplete = false

    /// - Parameter count: how many bytes the file has without what it was filled up with.
    package init(sealer: Sealer, key: ItemKey, place: SealingPlace, count: Int) {
        self.sealer = sealer
        self.key = key
        self.place = place
        remaining = count
    }

    /// - Returns: the bytes of the file in this chunk.
    package mutating func feed(_ chunk: [UInt8]) throws(SealFailure) -> [UInt8] {
        try sealer.check(chunk)
        guard !isComplete, chunk.count >= 3 else { throw .notGenuine }
        let isLast = chunk[2] == 1
        let bytes = try open(chunk, isLast: isLast)
        number += 1
        isComplete = isLast
        let content = bytes.prefix(remaining)
        remaining -= content.count
        if isLast, remaining > 0 { throw .truncated }
        return Array(content)
    }

    /// - Throws: `SealFailure.truncated` where the last chunk did not come.
    package func finish() throws(SealFailure) {
        guard isComplete else { throw .truncated }
    }

    private func open(_ chunk: [UInt8], isLast: Bool) throws(SealFailure) -> [UInt8] {
        guard sealer.suite != .open else { return Array(chunk[3...]) }
        guard chunk.count >= 3 + 16 else { throw .unreadableForm }
        do {
            let box = try AES.GCM.SealedBox(
                nonce: FileChunk.nonce(number: number, isLast: isLast), ciphertext: chunk[3..<chunk.count - 16],
                tag: chunk[(chunk.count - 16)...])
            return Array(
                try AES.GCM.open(
                    box, using: key.derived("file", as: ItemUse.self).key,
                    authenticating: FileChunk.authenticated(sealer.suite, place, number: number, isLast: isLast)))
        } catch {
            throw .notGenuine
        }
    }
}
