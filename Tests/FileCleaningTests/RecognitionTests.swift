import FileCleaning
import Testing

struct RecognitionTests {
    private static let zip: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0, 0, 0]
    private static let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]

    @Test(arguments: Sample.all)
    func `a file that is streamed is known by its start, whatever its name`(_ sample: Sample) throws {
        let kind = try FileKind(recognising: sample.bytes[...], named: "bewijs.exe")

        #expect(kind == .streamed(sample.kind))
    }

    @Test(arguments: DocumentKind.allCases.filter { $0 != .pdf })
    func `an office document is a zip file known by its name`(_ kind: DocumentKind) throws {
        #expect(try FileKind(recognising: Self.zip[...], named: "Verslag.\(kind.rawValue.uppercased())") == .document(kind))
    }

    @Test(arguments: [
        ("%PDF-1.7\n", "zonder naam"), ("\n\n%PDF-1.4\n", "scan.pdf"), ("HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n", "scan.PDF"),
    ])
    func `a PDF is known by its start, and by its name where something goes before it`(_ start: String, name: String) throws {
        #expect(try FileKind(recognising: [UInt8].text(start)[...], named: name) == .document(.pdf))
    }

    @Test(arguments: [
        ("isom", StreamedKind.mp4), ("mp42", .mp4), ("qt  ", .quickTime), ("M4A ", .m4a), ("3gp4", .threeGP), ("3g2a", .threeGP),
        ("MSNV", .mp4),
    ])
    func `a film or recording is known by its brand`(_ brand: String, kind: StreamedKind) throws {
        let start = MediaSample.box("ftyp", .text(brand), .zeros(4))

        #expect(try FileKind(recognising: start[...], named: "film") == .streamed(kind))
    }

    @Test(arguments: [
        ("verslag.txt", "Op 3 maart zei hij het weer.", StreamedKind.text), ("verslag", "Op 3 maart", .text),
        ("chat.TXT", "\u{FEFF}[03-03-2024] Noor: hallo", .text),
        ("lijst.csv", "datum;wat\r\n", .csv), ("mail.txt", "Van: Noor\nAan: Sam\n", .text),
    ])
    func `text is known by having no control characters, and by its name`(_ name: String, text: String, kind: StreamedKind) throws
    {
        #expect(try FileKind(recognising: [UInt8].text(text)[...], named: name) == .streamed(kind))
    }

    @Test func `MP3 without a tag is known by two frames that follow each other`() throws {
        #expect(try FileKind(recognising: MP3Sample.sound[...], named: "opname") == .streamed(.mp3))
        #expect(throws: CleaningRefusal.unknownKind) { try FileKind(recognising: MP3Sample.frame(1)[...], named: "opname") }
    }

    @Test(arguments: ["heic", "heix", "mif1", "msf1", "avif"])
    func `a photo in HEIC has a refusal of its own`(_ brand: String) {
        expect(.heic, MediaSample.box("ftyp", .text(brand), .zeros(4), .text("mif1heic")), "IMG_2034.HEIC")
    }

    @Test(arguments: ["verslag.doc", "lijst.xls", "praatje.ppt", "zonder naam"])
    func `an office document of the old kind has a refusal of its own`(_ name: String) {
        expect(.oldOffice, Self.ole, name)
    }

    @Test(arguments: ["verslag.docm", "lijst.xlsb", "praatje.ppsx", "verslag.pages"])
    func `an office document of another kind is refused like an old one`(_ name: String) {
        expect(.oldOffice, Self.zip, name)
        expect(.oldOffice, .text("{\\rtf1\\ansi{\\info{\\author Noor}}"), "verslag.rtf")
    }

    @Test func `a locked office document is told from an old one`() {
        for name in ["verslag.docx", "lijst.xlsx", "praatje.pptx"] { expect(.encrypted, Self.ole, name) }
    }

    @Test func `a mail message is refused`() {
        expect(.mail, Self.ole, "bericht.msg")
        expect(.mail, .text("Subject: gesprek\r\n"), "bericht.eml")
        expect(.mail, .text("Received: from mail\r\n"), "bericht")
    }

    @Test func `an archive is refused`() {
        expect(.archive, Self.zip, "fotos.zip")
        expect(.archive, Self.zip, "zonder naam")
        expect(.archive, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], "fotos.7z")
        expect(.archive, .text("Rar!\u{1A}\u{07}\u{01}\0"), "fotos.rar")
        expect(.archive, [0x1F, 0x8B, 8, 0], "fotos.tgz")
        expect(.archive, .text("foto.jpg") + .zeros(249) + .text("ustar\0"), "fotos.tar")
    }

    @Test func `a program is refused`() {
        expect(.program, .text("MZ") + [0x90, 0, 3, 0, 0, 0], "factuur.pdf")
        expect(.program, [0x7F] + .text("ELF") + [2, 1, 1, 0], "factuur")
        expect(.program, .text("#!/bin/sh\n"), "lees mij.txt")
        expect(.program, .text("WScript.Echo 1"), "factuur.vbs")
        expect(.program, Self.zip, "app.apk")
    }

    @Test func `what is not recognised is refused`() {
        expect(.unknownKind, [1, 2, 3, 4], "bestand.bin")
        expect(.unknownKind, [0xFF, 0xFE, 0x48, 0, 0x69, 0], "notitie.txt")
        expect(.unknownKind, .text("<!DOCTYPE html><meta name=author content=Noor>"), "pagina.txt")
        expect(.unknownKind, .text("{}"), "gegevens.json")
        expect(.unknownKind, .text("RIFF") + .zeros(4) + .text("AVI LIST"), "film.avi")
        expect(.unknownKind, .text("OggS") + .zeros(4), "spraak.ogg")
        expect(.damaged, [], "leeg.txt")
    }

    @Test func `each kind has its own extension, by which it is found again`() {
        #expect(Set(FileKind.all.map(\.fileExtension)).count == 19)
        #expect(FileKind.all.allSatisfy { FileKind(fileExtension: $0.fileExtension) == $0 })
        #expect(FileKind(fileExtension: "exe") == nil)
    }

    /// The names registered at IANA, and for WAV, which has none there, the one that browsers use.
    @Test func `each kind has its media type`() throws {
        let expected = [
            "image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4", "video/quicktime", "audio/mp4", "video/3gpp",
            "audio/mpeg",
            "audio/wav", "text/plain", "text/csv", "application/pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.presentation",
        ]

        #expect(FileKind.all.map(\.mediaType) == expected)
    }

    private func expect(_ refusal: CleaningRefusal, _ start: [UInt8], _ name: String) {
        #expect(throws: refusal) { try FileKind(recognising: start[...], named: name) }
    }
}
