import TestSupport
import Testing
import XMLReading

struct XMLPiecesTests {
    private func pieces(_ text: String) throws -> [XMLPiece] { try pieces(Array(text.utf8)) }

    private func pieces(_ bytes: [UInt8]) throws -> [XMLPiece] {
        let reader = try XMLPieces(bytes)
        var found: [XMLPiece] = []
        while let piece = try reader.next() { found.append(piece) }
        return found
    }

    private func fault(of bytes: [UInt8]) -> XMLFault? {
        do {
            _ = try pieces(bytes)
            return nil
        } catch {
            return error as? XMLFault
        }
    }

    @Test func `elements come with their namespaces, attributes and texts`() throws {
        let found = try pieces(#"<a xmlns="urn:x" xmlns:t="urn:t" id="1" t:at="b"><t:c/>één &amp; <![CDATA[<2>]]></a>"#)

        #expect(
            found == [
                .start(
                    XMLStart(
                        name: XMLName("a", in: "urn:x"), attributes: [XMLName("id"): "1", XMLName("at", in: "urn:t"): "b"],
                        isEmpty: false)),
                .start(XMLStart(name: XMLName("c", in: "urn:t"), attributes: [:], isEmpty: true)), .text("één & "),
                .text("<2>"), .end(XMLName("a", in: "urn:x")),
            ])
    }

    @Test func `the element at hand is given as text, with all that is in it`() throws {
        let reader = try XMLPieces(Array("<a><b x='1'>t<c/></b><d/></a>".utf8))
        _ = try reader.next()
        _ = try reader.next()

        #expect(try reader.outerXML() == #"<b x="1">t<c/></b>"#)
        #expect(try reader.next() == .text("t"))
    }

    @Test func `what ends too soon says on which line, and what was before is read`() throws {
        let reader = try XMLPieces(Array("<a>\n<b/>\n<c>".utf8))
        var read = 0

        #expect(throws: XMLFault(.endsTooSoon, line: 3)) { while try reader.next() != nil { read += 1 } }
        #expect(read >= 3)
    }

    @Test func `a document type is refused, so that no entity grows or fetches anything`() {
        let bomb = #"<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y SYSTEM "file:///etc/passwd">]><a>&x;&y;</a>"#

        #expect(fault(of: Array(bomb.utf8)) == XMLFault(.documentType, line: 1))
    }

    @Test func `bytes that are no text of the encoding are refused, and other encodings are read`() throws {
        #expect(fault(of: Array("<a>".utf8) + [0xC3, 0x28] + Array("</a>".utf8))?.kind == .encoding)
        let latin = Array(#"<?xml version="1.0" encoding="ISO-8859-1"?><a>caf"#.utf8) + [0xE9] + Array("</a>".utf8)
        #expect(try pieces(latin).contains(.text("café")))
        let wide: [UInt8] = [0xFF, 0xFE] + "<a>é</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try pieces(wide).contains(.text("é")))
    }

    @Test func `what is no XML, or nothing, is refused`() {
        #expect(fault(of: Array("{}".utf8)) != nil)
        #expect(fault(of: []) != nil)
        #expect(throws: XMLFault.self) { try XMLPieces(file: "/nergens/bestaat-niet.xml").next() }
    }
}
