import Testing

@testable import Web

/// The reading of forms with files (RFC 7578), however the network cuts them.
struct MultipartParserTests {
    typealias Part = MultipartSample.Part

    private func parts(of sample: MultipartSample, in pieces: [ArraySlice<UInt8>]) throws -> [Part] {
        var parser = try MultipartParser(contentType: sample.contentType)
        var parts: [Part] = []
        var isInPart = false
        for piece in pieces {
            for event in try parser.feed(piece) {
                switch event {
                case .begin(let part):
                    #expect(!isInPart)
                    isInPart = true
                    parts.append(Part(part.name, file: part.fileName, ""))
                case .data(let bytes):
                    #expect(isInPart)
                    parts[parts.count - 1].content += bytes
                case .end:
                    #expect(isInPart)
                    isInPart = false
                }
            }
        }
        guard parser.isComplete else { throw SiteProblem.malformed }
        return parts
    }

    @Test(arguments: MultipartSample.all)
    func `a form split in two at any byte gives the same parts`(sample: MultipartSample) throws {
        for place in 0...sample.bytes.count {
            let parts = try parts(of: sample, in: [sample.bytes[..<place], sample.bytes[place...]])

            #expect(parts == sample.parts, "split at \(place)")
        }
    }

    @Test(arguments: MultipartSample.all)
    func `a form that comes byte by byte gives the same parts`(sample: MultipartSample) throws {
        let parts = try parts(of: sample, in: sample.bytes.indices.map { sample.bytes[$0...$0] })

        #expect(parts == sample.parts)
    }

    @Test(arguments: MultipartSample.all)
    func `a form that was cut off before its last delimiter is not complete`(sample: MultipartSample) throws {
        let end = sample.bytes.count - sample.epilogue.utf8.count
        for count in 0..<end {
            var parser = try MultipartParser(contentType: sample.contentType)
            _ = try parser.feed(sample.bytes[..<count])

            #expect(!parser.isComplete, "cut after \(count)")
        }
    }

    @Test func `memory stays within a piece and a delimiter`() throws {
        var parser = try MultipartParser(contentType: "multipart/form-data; boundary=b")
        _ = try parser.feed(Array("--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"y\"\r\n\r\n".utf8))
        var received = 0
        for _ in 0..<64 {
            let events = try parser.feed([UInt8](repeating: 0x2D, count: 1000))
            received += events.reduce(0) { sum, event in
                guard case .data(let bytes) = event else { return sum }
                return sum + bytes.count
            }
        }

        #expect((63_990...64_000).contains(received))
    }

    @Test(arguments: MultipartSample.refused)
    func `what is not well formed is refused`(sample: MultipartSample) {
        #expect(throws: SiteProblem.malformed) { try parts(of: sample, in: [sample.bytes[...]]) }
    }

    @Test(arguments: MultipartSample.refused)
    func `what is not well formed is refused byte by byte too`(sample: MultipartSample) {
        #expect(throws: SiteProblem.malformed) { try parts(of: sample, in: sample.bytes.indices.map { sample.bytes[$0...$0] }) }
    }

    @Test(arguments: [
        "", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; border=x", "text/plain; boundary=x",
        "application/x-www-form-urlencoded", "multipart/mixed; boundary=x",
        "multipart/form-data; boundary=" + String(repeating: "b", count: 71),
    ])
    func `a content type without a usable boundary is refused`(contentType: String) {
        #expect(throws: SiteProblem.malformed) { try MultipartParser(contentType: contentType) }
    }

    @Test func `more parts than a form may have are refused`() throws {
        func form(_ count: Int) -> [UInt8] {
            let part = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n"
            return Array((String(repeating: part, count: count) + "--b--").utf8)
        }
        var enough = try MultipartParser(contentType: "multipart/form-data; boundary=b")
        var tooMany = try MultipartParser(contentType: "multipart/form-data; boundary=b")

        #expect(try enough.feed(form(MultipartParser.mostParts - 1)).count == 3 * (MultipartParser.mostParts - 1))
        #expect(throws: SiteProblem.malformed) { try tooMany.feed(form(MultipartParser.mostParts + 1)) }
    }
}
