import Kernel
import Testing

@testable import Sealing

struct TamperingTests {
    let sealer = Sealer()
    let key = ItemKey(from: .system)
    let place = SealingPlace(table: "case_item", column: "payload", row: "r1", subject: "c1", compartment: "content", epoch: 1)

    @Test func `every changed byte of a box is found`() throws {
        let box = sealer.seal(Array("Het gebeurt elke week.".utf8), with: key, at: place)

        for index in box.indices {
            var changed = box
            changed[index] ^= 1
            #expect(throws: SealFailure.self) { try sealer.open(changed, with: key, at: place) }
        }
        for length in 0..<box.count {
            #expect(throws: SealFailure.self) { try sealer.open(Array(box.prefix(length)), with: key, at: place) }
        }
    }

    @Test(arguments: [
        SealingPlace(table: "draft", column: "payload", row: "r1", subject: "c1", compartment: "content", epoch: 1),
        SealingPlace(table: "case_item", column: "key", row: "r1", subject: "c1", compartment: "content", epoch: 1),
        SealingPlace(table: "case_item", column: "payload", row: "r2", subject: "c1", compartment: "content", epoch: 1),
        SealingPlace(table: "case_item", column: "payload", row: "r1", subject: "c2", compartment: "content", epoch: 1),
        SealingPlace(table: "case_item", column: "payload", row: "r1", subject: "c1", compartment: "identity", epoch: 1),
        SealingPlace(table: "case_item", column: "payload", row: "r1", subject: "c1", compartment: "content", epoch: 2),
        SealingPlace(table: "case_item", column: "payload", row: "r1c1", subject: "", compartment: "content", epoch: 1),
    ])
    func `a box and a wrap moved to another table, field, row, case, compartment or epoch stay closed`(moved: SealingPlace) throws
    {
        let pair = ReadingKeyPair(from: .system)
        let box = sealer.seal([1, 2, 3], with: key, at: place)
        let wrap = sealer.wrap(key, to: pair.publicKey, at: place)

        #expect(throws: SealFailure.notGenuine) { try sealer.open(box, with: key, at: moved) }
        #expect(throws: SealFailure.notGenuine) { let _: ItemKey = try sealer.unwrap(wrap, with: pair, at: moved) }
    }

    @Test func `another key, or another reader, opens nothing`() {
        let (vera, omar) = (ReadingKeyPair(from: .system), ReadingKeyPair(from: .system))
        let wrap = sealer.wrap(key, to: vera.publicKey, at: place)
        let box = sealer.seal([1, 2, 3], with: key, at: place)

        #expect(throws: SealFailure.notGenuine) { let _: ItemKey = try sealer.unwrap(wrap, with: omar, at: place) }
        #expect(throws: SealFailure.notGenuine) { try sealer.open(box, with: ItemKey(from: .system), at: place) }
    }

    @Test func `every changed byte of a wrap is found, and a decoy has the same size and opens for no one`() {
        let pair = ReadingKeyPair(from: .system)
        let wrap = sealer.wrap(key, to: pair.publicKey, at: place)
        let decoy = sealer.decoyWrap(to: ReadingKeyPair(from: .system).publicKey, at: place)

        for index in stride(from: 0, to: wrap.count, by: 7) {
            var changed = wrap
            changed[index] ^= 0x80
            #expect(throws: SealFailure.self) { let _: ItemKey = try sealer.unwrap(changed, with: pair, at: place) }
        }
        #expect(wrap.count == Sealer.wrapSize && decoy.count == Sealer.wrapSize)
        #expect(throws: SealFailure.notGenuine) { let _: ItemKey = try sealer.unwrap(decoy, with: pair, at: place) }
    }

    @Test func `one recovery officer alone opens nothing`() throws {
        let (first, second) = (ReadingKeyPair(from: .system), ReadingKeyPair(from: .system))
        let wrap = sealer.wrap(key, toPair: first.publicKey, second.publicKey, at: place)

        #expect(throws: SealFailure.notGenuine) { let _: ItemKey = try sealer.unwrap(wrap, with: first, at: place) }
        let inner = try sealer.takeOffEnvelope(wrap, with: second, at: place)
        #expect(throws: SealFailure.notGenuine) { let _: ItemKey = try sealer.unwrap(inner, with: second, at: place) }
        let opened: ItemKey = try sealer.unwrap(inner, with: first, at: place)
        #expect(opened == key)
    }

    @Test func `what is not sealed is refused, and the control cannot be read by a true sealer`() {
        let control = Sealer(openControl: .system)
        let open = control.seal([7], with: key, at: place)

        #expect(throws: SealFailure.suiteNotAccepted(0)) { try sealer.open(open, with: key, at: place) }
        #expect(throws: SealFailure.suiteNotAccepted(1)) {
            try control.open(sealer.seal([7], with: key, at: place), with: key, at: place)
        }
    }
}

struct FileSealingTests {
    let sealer = Sealer()
    let key = ItemKey(from: .system)
    let place = SealingPlace(table: "file_chunk", column: "payload", row: "f1", subject: "c1", compartment: "content")

    func sealed(_ content: [UInt8], step: Int = 100_000) -> [[UInt8]] {
        var sealing = FileSealing(sealer: sealer, key: key, place: place)
        var chunks: [[UInt8]] = []
        for start in stride(from: 0, to: content.count, by: step) {
            chunks += sealing.feed(content[start..<min(start + step, content.count)])
        }
        return chunks + sealing.finish()
    }

    func opened(_ chunks: [[UInt8]], count: Int) throws -> [UInt8] {
        var opening = FileOpening(sealer: sealer, key: key, place: place, count: count)
        var out: [UInt8] = []
        for chunk in chunks { out += try opening.feed(chunk) }
        try opening.finish()
        return out
    }

    @Test(arguments: [0, 1, 5000, FileChunk.size - 1, FileChunk.size, FileChunk.size + 1, 3 * FileChunk.size, 700_001])
    func `a file of any size comes back whole`(count: Int) throws {
        let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }

        #expect(try opened(sealed(content), count: count) == content)
    }

    @Test func `sizes are hidden: files of about the same size have the same size`() {
        let sizes = Set((990_000...1_000_000).filter { $0.isMultiple(of: 500) }.map { Padding.padme($0) })

        #expect(sizes.count <= 2)
        #expect((1...200_000).allSatisfy { Padding.padme($0) >= $0 && Double(Padding.padme($0)) <= Double($0) * 1.12 + 1 })
    }

    @Test func `chunks that are cut off, reordered, swapped, doubled or changed are found`() throws {
        let content = [UInt8](repeating: 9, count: 3 * FileChunk.size)
        let chunks = sealed(content)
        let other = sealed(content)
        var changed = chunks
        changed[1][100] ^= 1

        #expect(chunks.count >= 3)
        #expect(throws: SealFailure.truncated) { try opened(Array(chunks.dropLast()), count: content.count) }
        #expect(throws: SealFailure.notGenuine) { try opened([chunks[1], chunks[0], chunks[2]], count: content.count) }
        #expect(throws: SealFailure.notGenuine) {
            try opened([chunks[0], chunks[0]] + chunks.dropFirst(2), count: content.count)
        }
        #expect(throws: SealFailure.notGenuine) { try opened(changed, count: content.count) }
        #expect(throws: SealFailure.notGenuine) { try opened(chunks + [chunks[0]], count: content.count) }
        #expect(throws: SealFailure.truncated) { try opened(chunks, count: content.count + 1_000_000) }
        let moved = SealingPlace(table: "file_chunk", column: "payload", row: "f2", subject: "c1", compartment: "content")
        var elsewhere = FileOpening(sealer: sealer, key: key, place: moved, count: content.count)
        #expect(throws: SealFailure.notGenuine) { try elsewhere.feed(chunks[0]) }
        var otherKey = FileOpening(sealer: sealer, key: ItemKey(from: .system), place: place, count: content.count)
        #expect(throws: SealFailure.notGenuine) { try otherKey.feed(other[0]) }
    }
}
