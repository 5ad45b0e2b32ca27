import Foundation
import TestSupport

/// Small files of kinds that pass cleaning, with one text in what they show and another in what they say of their maker.
enum SampleFiles {
    /// A grey photo (ITU-T T.81) with the text in its scan, where no cleaner may change a byte, and a comment.
    static func jpeg(showing text: String, by maker: String) -> [UInt8] {
        func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] { [0xFF, marker] + big(content.count + 2, 2) + content }
        let tables = segment(0xDB, [0] + [UInt8](repeating: 16, count: 64)) + segment(0xC4, [0] + [UInt8](0..<16) + [1, 2, 3])
        let frame = segment(0xC0, [8, 0, 16, 0, 16, 1, 1, 0x11, 0])
        return [0xFF, 0xD8] + segment(0xFE, Array(maker.utf8)) + tables + frame + segment(0xDA, [1, 1, 0, 0, 63, 0])
            + Array(text.utf8) + [0xFF, 0xD9]
    }

    /// A row of grey pixels (W3C PNG), deflated, with the text in them and the maker beside them.
    static func png(showing text: String, by maker: String) -> [UInt8] {
        func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
            let typed = Array(type.utf8) + content
            return big(content.count, 4) + typed + big(crc(typed), 4)
        }
        let pixels = Array(text.utf8)
        let header = chunk("IHDR", big(pixels.count, 4) + big(1, 4) + [8, 0, 0, 0, 0])
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + header + chunk("tEXt", Array("Author\0\(maker)".utf8))
            + chunk("IDAT", FixedDeflation.zlib([0] + pixels)) + chunk("IEND", [])
    }

    /// A document (ECMA-376) of one paragraph, each part deflated.
    static func docx(showing text: String, by maker: String) -> [UInt8] {
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        let package = "http://schemas.openxmlformats.org/package/2006"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        return zip([
            (
                "[Content_Types].xml",
                "\(head)<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" "
                    + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\"\(main)\"/></Types>"
            ),
            (
                "_rels/.rels",
                "\(head)<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
            (
                "word/document.xml",
                "\(head)<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r>"
                    + "<w:t>\(text)</w:t></w:r></w:p></w:body></w:document>"
            ),
            ("docProps/custom.xml", "\(head)<custom>\(maker)</custom>"),
        ])
    }

    /// A document (ISO 32000) of one page, its text deflated.
    static func pdf(showing text: String, by maker: String) -> [UInt8] {
        let stream = FixedDeflation.zlib(Array("BT /F1 12 Tf 20 100 Td (\(text)) Tj ET".utf8))
        let objects: [[UInt8]] = [
            Array("<< /Type /Catalog /Pages 2 0 R >>".utf8), Array("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".utf8),
            Array(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
                    .utf8),
            Array("<< /Length \(stream.count) /Filter /FlateDecode >>\nstream\n".utf8) + stream + Array("\nendstream".utf8),
            Array("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".utf8), Array("<< /Author (\(maker)) >>".utf8),
        ]
        var (out, places) = (Array("%PDF-1.4\n".utf8), [Int]())
        for (number, object) in objects.enumerated() {
            places.append(out.count)
            out += Array("\(number + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let table = places.map { String(format: "%010d 00000 n \n", $0) }.joined()
        return out
            + Array(
                "xref\n0 7\n0000000000 65535 f \n\(table)trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n\(out.count)\n%%EOF\n"
                    .utf8)
    }

    /// PKWARE's APPNOTE: local headers, a central directory, and its end.
    private static func zip(_ parts: [(name: String, content: String)]) -> [UInt8] {
        var (files, directory) = ([UInt8](), [UInt8]())
        for (name, content) in parts {
            let bytes = Array(content.utf8)
            let deflated = FixedDeflation.deflate(bytes)
            let shared =
                [20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0x5C] + little(crc(bytes), 4) + little(deflated.count, 4) + little(bytes.count, 4)
                + little(name.utf8.count, 2) + [0, 0]
            directory +=
                [0x50, 0x4B, 1, 2, 20, 0] + shared + [UInt8](repeating: 0, count: 10) + little(files.count, 4) + Array(name.utf8)
            files += [0x50, 0x4B, 3, 4] + shared + Array(name.utf8) + deflated
        }
        let count = little(parts.count, 2)
        return files + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + little(directory.count, 4)
            + little(files.count, 4) + [0, 0]
    }

    private static func crc(_ bytes: [UInt8]) -> Int {
        var register: UInt32 = .max
        for byte in bytes {
            register ^= UInt32(byte)
            for _ in 0..<8 { register = register >> 1 ^ (register & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return Int(~register)
    }

    private static func big(_ value: Int, _ width: Int) -> [UInt8] { little(value, width).reversed() }

    private static func little(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
