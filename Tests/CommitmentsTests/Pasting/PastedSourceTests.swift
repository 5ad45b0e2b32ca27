import Commitments
import Foundation
import Kernel
import TestSupport
import Testing

struct PastedSourceTests {
    private func sample(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: Bundle.module.bundleURL.appending(path: "Samples/\(name)")), as: UTF8.self)
    }

    @Test func `the key data of a promise to the Eerste Kamer are read`() throws {
        let source = try PastedSource(try sample("T03545.txt"))

        #expect(source.kind == .keyData && source.house == .eersteKamer && source.setting == .debate)
        #expect(source.houseNumber?.text == "T03545")
        #expect(source.title == "Afschrift rapportage discriminatie en racisme rijksoverheid")
        #expect(source.wording.hasPrefix("De minister van Binnenlandse Zaken en Koninkrijksrelaties zegt de Kamer"))
        #expect(source.wording.hasSuffix("worden gedeeld met de Kamer."))
        #expect(source.madeOn == day("2022-12-20") && source.day == day("2024-07-01"))
        #expect(source.place == "Plenaire vergadering, commissie voor Binnenlandse Zaken (BIZA)")
        #expect(source.dossier?.written(in: .metadata) == "35741" && source.status == "voldaan")
        #expect(source.paper?.written(in: .metadata) == "Handelingen I 2022-2023, nr. 14, item 3, p. 22")
        #expect(source.standing == .settled && source.settledOn == day("2024-02-09"))
        #expect(source.settledWith.hasPrefix("brief 9 februari 2024; vervolg kst-35741-G"))
        #expect(
            source.keyData == [
                .responsible: "Minister van Binnenlandse Zaken en Koninkrijksrelaties", .members: "Prof.dr. R.A. Koole (PvdA)",
                .committee: "commissie voor Binnenlandse Zaken (BIZA)", .activity: "Plenaire vergadering",
                .category: "brief/nota", .subjects: "discriminatie; Gelijk recht doen; racisme; rapportage; Rijk",
            ])
    }

    @Test func `a line of what was promised that begins like a field is not taken for one`() throws {
        let text = try sample("T03545.txt")
        let wording = "Deadline is wat de Kamer vroeg: 1 mei 2023.\nCommissie en Kamer krijgen het afschrift.\n"
        let heading = try #require(text.firstRange(of: "Kerngegevens"))
        let longer = String(text[..<heading.lowerBound]) + wording + text[heading.lowerBound...]

        let (source, plain) = (try PastedSource(longer), try PastedSource(text))

        #expect(source.day == plain.day && source.place == plain.place)
        #expect(source.wording.hasSuffix("krijgen het afschrift."))
    }

    @Test func `a paper is read from its record`() throws {
        let source = try PastedSource(try sample("sru_record_kst.xml"))

        #expect(source.kind == .publication && source.house == .tweedeKamer && source.setting == .letter)
        #expect(source.title == "Advies Afdeling advisering Raad van State en Nader rapport")
        #expect(source.paper?.written(in: .metadata) == "Kamerstukken II 2020-2021, 35842, nr. 4")
        #expect(source.madeOn == day("2021-05-25") && source.dossier?.written(in: .metadata) == "35842")
    }

    @Test func `proceedings are read, and an annex by the paper that it belongs to`() throws {
        let (proceedings, annex) = (
            try PastedSource(try sample("sru_record_handeling.xml")), try PastedSource(try sample("sru_record_bijlage.xml"))
        )

        #expect(proceedings.setting == .debate && proceedings.house == .eersteKamer)
        #expect(proceedings.paper?.written(in: .metadata) == "Handelingen I 2020-2021, nr. 1, item 1")
        #expect(proceedings.madeOn == day("2020-09-22") && proceedings.title == "Presentie en opening")
        #expect(annex.paper?.written(in: .metadata) == "Kamerstukken II 2019-2020, 35300 X, nr. 63")
        #expect(annex.dossier?.written(in: .metadata) == "35300 X")
    }

    @Test func `key data that are cut off anywhere, or in another encoding, give nothing false`() throws {
        let text = try sample("T03545.txt")
        let whole = try PastedSource(text)
        for length in 1..<text.count {
            guard let cut = try? PastedSource(String(text.prefix(length))) else { continue }
            #expect(cut.houseNumber == whole.houseNumber)
            #expect([nil, whole.madeOn].contains(cut.madeOn) && [nil, whole.day].contains(cut.day), "at \(length)")
            #expect(cut.keyData.allSatisfy { whole.keyData[$0.key]?.hasPrefix($0.value) == true }, "at \(length)")
            #expect([nil, .settled].contains(cut.standing), "at \(length)")
        }
        let bytes = text.utf8.map { $0 == UInt8(ascii: "b") ? 0xE9 : $0 }
        #expect(try PastedSource(String(decoding: bytes, as: UTF8.self)).houseNumber == whole.houseNumber)
    }

    @Test(arguments: ["sru_record_kst.xml", "sru_record_handeling.xml", "sru_record_bijlage.xml"])
    func `a record that is cut off anywhere is refused, or was whole where it counts`(name: String) throws {
        let text = try sample(name)

        for share in 1..<60 {
            let cut = String(text.prefix(text.count * share / 60))
            #expect(throws: PasteRefusal.self) { try PastedSource(cut) }
        }
    }

    @Test func `digits of other scripts and small ones above the line are no numbers`() throws {
        let source = try PastedSource("Nummer T03545\nDeadline 1 juli ٢٠٢٤\nUit de stukken: Handelingen I 2022-2023, nr. 14²")

        #expect(source.day == nil)
        for text in [
            "Handelingen II 2018/19, nr. 15²", "Stcrt. 2025, 1989²", "Stcrt. ٢٠٢٥, 1", "Kamerstukken II 2024/25, 30 950, nr. ٤",
        ] {
            #expect(throws: ReferenceRefusal.self) { try Reference(text) }
            _ = RunningText.blocks(text)
        }
    }

    @Test func `what is nothing of the kind is refused with the reason`() {
        #expect(throws: PasteRefusal.empty) { try PastedSource(" \n") }
        #expect(throws: PasteRefusal.unknownForm) { try PastedSource("Zomaar een tekst over T03545.") }
        #expect(throws: PasteRefusal.noteSticksTo(number: "T03545")) { try PastedSource("Nummer T035453\nStatus voldaan") }
        #expect(throws: PasteRefusal.unknownForm) { try PastedSource("<a><b>tekst</b></a>") }
        #expect(throws: PasteRefusal.noPublication("blg-1")) {
            try PastedSource("<a xmlns:d=\"http://purl.org/dc/terms/\"><d:identifier>blg-1</d:identifier></a>")
        }
        #expect(throws: PasteRefusal.unreadable(line: 1)) { try PastedSource("<!DOCTYPE a><a/>") }
    }
}
