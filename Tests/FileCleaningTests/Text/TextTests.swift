import FileCleaning
import Testing

struct TextTests {
    @Test(arguments: [[UInt8].text("Mijn chef zei: “stop”.\r\n"), [0x93, 0x65, 0xE9, 0x6E, 0x94], [], [0xEF, 0xBB], [0xEF]])
    func `text passes as it is, in UTF-8 and in Windows-1252`(_ text: [UInt8]) throws {
        #expect(try cleaned(text, as: .text) == text)
        #expect(try cleaned(text, as: .csv, piece: 1) == text)
    }

    @Test func `the byte order mark is dropped, however the file is cut`() throws {
        let text = [0xEF, 0xBB, 0xBF] + [UInt8].text("datum;wat")

        for place in 0...text.count { #expect(try cleaned(text, as: .csv, cutAt: [place]) == .text("datum;wat")) }
    }

    @Test func `a byte order mark further on is a character`() throws {
        let text = [UInt8].text("a\u{FEFF}b")

        #expect(try cleaned(text, as: .text) == text)
    }

    @Test(arguments: [[0], [0x61, 0, 0x62], [0xEF, 0xBB, 0xBF, 0]] as [[UInt8]])
    func `text with a NUL is damaged`(_ text: [UInt8]) {
        #expect(throws: CleaningRefusal.damaged) { try cleaned(text, as: .text) }
        #expect(throws: CleaningRefusal.damaged) { try cleaned(text, as: .text, piece: 1) }
    }
}
