import Foundation
import Kernel
import TestSupport
import Testing

@testable import Commitments

/// Every saved sample of the House's open data, whole, truncated and in wrong encodings.
struct HouseFileTests {
    static let samples: [(String, HouseRecord.Category)] = [
        ("odata-v4-besluit-expand-zaak-stemming.json", .decision), ("odata-v4-fractie.json", .promise),
        ("syncfeed-persoon.xml", .promise), ("syncfeed-toezegging-live-drift.xml", .promise),
        ("toezegging-rijen-testfixtures.json", .promise), ("toezegging-volgens-xsd.xml", .promise),
    ]

    static func bytes(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: Bundle.module.bundleURL.appending(path: "Samples/\(name)")))
    }

    static func read(_ bytes: [UInt8], of category: HouseRecord.Category?) throws -> (
        records: [HouseRecord], faults: [HouseListFault]
    ) {
        var reading = try HouseFileReading(.bytes(bytes), of: category)
        var (records, faults): ([HouseRecord], [HouseListFault]) = ([], [])
        while let piece = reading.next() {
            switch piece {
            case .record(let record): records.append(record)
            case .fault(let fault): faults.append(fault)
            }
        }
        return (records, faults)
    }

    @Test func `a promise of the feed that follows the schema is read`() throws {
        let (records, faults) = try Self.read(Self.bytes("toezegging-volgens-xsd.xml"), of: .promise)

        let promise = try #require(records.first)
        #expect(records.count == 1 && faults == [])
        #expect(promise.id == "5f1c2b7e-0000-4000-8000-000000000001")
        #expect(promise["number"] == "TZ202409-999")
        #expect(promise["ministry"] == "Binnenlandse Zaken en Koninkrijksrelaties")
        #expect(promise["text"] == "Synthetisch voorbeeld: model voor een beleids- en effectrapportage.")
        #expect(promise.fields["letters"] == ["2025D16675"])
        #expect(promise.day("madeAt") == day("2024-09-26"))
        #expect(promise.day("dueAt") == nil)
        #expect(promise.raw.contains("TZ202409-999"))
    }

    @Test func `what the live feed does beside its schema is read: repeats, empty references, True and moments without a zone`()
        throws
    {
        let (records, faults) = try Self.read(Self.bytes("syncfeed-toezegging-live-drift.xml"), of: .promise)

        #expect(faults == [])
        #expect(records.count == 3, "a document is of another kind")
        #expect(
            records[0].fields["toegezegdAan"] == [
                "88888888-8888-4888-8888-888888888881", "88888888-8888-4888-8888-888888888882",
            ])
        #expect(records[1].fields["toegezegdAan"] == nil)
        #expect(records[2].fields["letters"] == ["2026Z00001", "2026Z00002"])
    }

    @Test func `entities of other kinds are counted, and the address of the next page is kept`() throws {
        var reading = try HouseFileReading(.bytes(Self.bytes("syncfeed-persoon.xml")), of: .promise)

        #expect(reading.next() == nil)
        #expect(reading.end.others == 1)
        #expect(reading.end.next == "https://gegevensmagazijn.tweedekamer.nl/SyncFeed/2.0/Feed?skiptoken=99&category=Persoon")
    }

    @Test func `rows of OData are read, with the year 1 as no day and letters by their identifiers`() throws {
        let (records, faults) = try Self.read(Self.bytes("toezegging-rijen-testfixtures.json"), of: .promise)

        #expect(faults == [] && records.map { $0["number"] } == ["TZ202412-116", "TZ202603-130", "TZ202603-130"])
        #expect(records[1].day("dueAt") == nil)
        #expect(records[0].day("madeAt") == day("2024-12-16"))
        #expect(
            records[2].fields["letters"] == ["00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"])
        #expect(records[2]["status"] == "Voldaan")
    }

    @Test func `decisions of OData bring the matters that they are about`() throws {
        let (records, faults) = try Self.read(Self.bytes("odata-v4-besluit-expand-zaak-stemming.json"), of: .decision)

        #expect(faults == [])
        #expect(
            records.filter { $0.category == .decision }.map { $0["kind"] } == [
                "Stemmen - aangenomen", "Stemmen - verworpen", "Stemmen - aangenomen",
            ])
        let matters = records.filter { $0.category == .matter }
        #expect(matters.map { $0["number"] } == ["2025Z22235", "2025Z20036"])
        #expect(matters.map { $0["appreciation"] } == ["Oordeel Kamer", "Ontijdig"])
        #expect(records.first { $0.category == .decision }?.fields["matters"] == [matters[0].id])
    }

    @Test(arguments: samples)
    func `what the rows of a file are shows by their fields`(name: String, category: HouseRecord.Category) throws {
        let told = try Self.read(Self.bytes(name), of: category).records
        var reading = try HouseFileReading(.bytes(Self.bytes(name)), of: nil)
        var shown: [HouseRecord] = []
        while case .record(let record)? = reading.next() { shown.append(record) }

        #expect(shown == (name == "odata-v4-fractie.json" ? [] : told), "a party is nothing that we keep")
        #expect(reading.end.others >= (name == "odata-v4-fractie.json" ? told.count : 0))
    }

    @Test(arguments: samples)
    func `a sample cut off anywhere gives what was whole and says where it ends, and nothing false`(
        name: String, category: HouseRecord.Category
    ) throws {
        let bytes = try Self.bytes(name)
        let whole = try Self.read(bytes, of: category).records
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 150)) {
            let (records, faults) = try Self.read(Array(bytes[..<length]), of: category)
            #expect(Array(whole.prefix(records.count)) == records, "\(name) cut off at \(length)")
            #expect(!faults.isEmpty || records.count == whole.count, "\(name) cut off at \(length)")
            #expect(faults.allSatisfy { $0.line >= 1 && $0.line <= 60 }, "\(name) cut off at \(length)")
        }
    }

    @Test func `a file in a wrong encoding is refused with its place, and one in another encoding is read`() throws {
        let text = String(decoding: try Self.bytes("toezegging-volgens-xsd.xml"), as: UTF8.self)
        let broken = Array(text.utf8).map { $0 == UInt8(ascii: "S") ? 0xFF : $0 }
        let wide: [UInt8] =
            [0xFF, 0xFE] + text.replacing("utf-8", with: "utf-16").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

        let (records, faults) = try Self.read(broken, of: .promise)
        #expect(records == [] && faults.count == 1 && faults[0].reason == .encoding && faults[0].line > 1)
        #expect(try Self.read(wide, of: .promise).records.map { $0["number"] } == ["TZ202409-999"])
    }

    @Test(arguments: samples)
    func `a sample with a sign of another encoding anywhere gives nothing false, and says where`(
        name: String, category: HouseRecord.Category
    ) throws {
        let bytes = try Self.bytes(name)
        let whole = try Self.read(bytes, of: category).records
        let letters = bytes.indices.filter { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[$0]) }
        for place in stride(from: 0, to: letters.count, by: max(1, letters.count / 120)).map({ letters[$0] }) {
            var broken = bytes
            broken[place] = 0xE9
            let (records, faults) = try Self.read(broken, of: category)
            #expect(records.allSatisfy(whole.contains), "\(name) at \(place)")
            // What stands beside the rows is not read.
            #expect(!faults.isEmpty || records == whole, "\(name) at \(place)")
            #expect(faults.allSatisfy { $0.line >= 1 && $0.line <= 60 }, "\(name) at \(place)")
        }
    }

    @Test(arguments: samples)
    func `a sample in UTF-16 is read where it is XML, and else says in what it should be`(
        name: String, category: HouseRecord.Category
    ) throws {
        let bytes = try Self.bytes(name)
        let text = String(decoding: bytes, as: UTF8.self).replacing("utf-8", with: "utf-16")
        for isLittle in [true, false] {
            let units = ("\u{FEFF}" + text).utf16.flatMap { unit in
                let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
                return isLittle ? pair : pair.reversed()
            }
            let (records, faults) = try Self.read(units, of: category)
            let isXML = name.hasSuffix(".xml")
            #expect(records.map(\.fields) == (isXML ? try Self.read(bytes, of: category).records.map(\.fields) : []))
            #expect(faults == (isXML ? [] : [HouseListFault(line: 1, reason: .notUTF8)]))
        }
    }

    @Test func `a row that is no JSON, or has no identifier, is passed over with its line`() throws {
        let text =
            "{\"value\": [\n {\"Id\": \"a\", \"Nummer\": \"1\"},\n {\"Id\": },\n {\"Nummer\": \"3\"},\n {\"Id\": \"d\"}\n]}"

        let (records, faults) = try Self.read(Array(text.utf8), of: .promise)
        #expect(records.map(\.id) == ["a", "d"])
        #expect(faults == [HouseListFault(line: 3, reason: .notJSON), HouseListFault(line: 4, reason: .withoutID)])
    }

    @Test(
        arguments: [
            ("", .empty), ("   ", .empty), ("Toezegging;Status", .unknownForm), ("{\"fout\": 1}", .unknownForm),
            ("\u{0}\u{1}", .unknownForm),
        ] as [(String, HouseListFault.Reason)])
    func `what has none of the forms is refused`(text: String, reason: HouseListFault.Reason) throws {
        let (records, faults) = try Self.read(Array(text.utf8), of: .promise)

        #expect(records == [] && faults.map(\.reason) == [reason])
    }
}
