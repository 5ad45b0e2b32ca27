extension Node {
    /// A whole document in UTF-8.
    package func document() -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(32_768)
        out.append("<!DOCTYPE html>\n")
        render(into: &out)
        out.append(UInt8(ascii: "\n"))
        return out
    }

    /// A whole document of XML in UTF-8. It may hold no void elements.
    package func xml() -> [UInt8] {
        var out: [UInt8] = []
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        render(into: &out)
        return out
    }

    /// As text, for tests.
    package var text: String {
        var out: [UInt8] = []
        render(into: &out)
        return String(decoding: out, as: UTF8.self)
    }

    func render(into out: inout [UInt8]) {
        switch self {
        case .text(let text): out.appendEscaped(text)
        case .fragment(let children): for child in children { child.render(into: &out) }
        case .void(let name, let attributes): out.appendTag(name, attributes)
        case .element(let name, let attributes, let children):
            out.appendTag(name, attributes)
            for child in children { child.render(into: &out) }
            out.append("</")
            out.append(name)
            out.append(UInt8(ascii: ">"))
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    fileprivate mutating func appendTag(_ name: StaticString, _ attributes: [Attribute]) {
        append(UInt8(ascii: "<"))
        append(name)
        for attribute in attributes where attribute.isPresent {
            append(UInt8(ascii: " "))
            append(attribute.name)
            guard let value = attribute.value else { continue }
            append("=\"")
            appendEscaped(value)
            append(UInt8(ascii: "\""))
        }
        append(UInt8(ascii: ">"))
    }

    /// Text as HTML may hold it. Control characters are left out, and so are the signs that turn the direction of what follows.
    fileprivate mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var (start, index) = (0, 0)
            while index < bytes.count {
                guard let (escaped, length) = Self.replacement(of: bytes[index...]) else {
                    index += 1
                    continue
                }
                append(contentsOf: bytes[start..<index])
                append(escaped)
                index += length
                start = index
            }
            append(contentsOf: bytes[start...])
        }
    }

    /// What stands for the first sign of some bytes, and how many bytes that sign has; nil where it stands for itself.
    private static func replacement(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> (StaticString, Int)? {
        switch bytes[bytes.startIndex] {
        case UInt8(ascii: "&"): return ("&amp;", 1)
        case UInt8(ascii: "<"): return ("&lt;", 1)
        case UInt8(ascii: ">"): return ("&gt;", 1)
        case UInt8(ascii: "\""): return ("&quot;", 1)
        case UInt8(ascii: "'"): return ("&#39;", 1)
        case 0...8, 11, 12, 14...31, 127: return ("", 1)
        case 0xE2 where bytes.count > 2:
            let (second, third) = (bytes[bytes.startIndex + 1], bytes[bytes.startIndex + 2])
            let turns = second == 0x80 && (0xAA...0xAE).contains(third) || second == 0x81 && (0xA6...0xA9).contains(third)
            return turns ? ("", 3) : nil
        // U+FFFE and U+FFFF are no characters of XML.
        case 0xEF where bytes.count > 2:
            let isNoCharacter = bytes[bytes.startIndex + 1] == 0xBF && bytes[bytes.startIndex + 2] >= 0xBE
            return isNoCharacter ? ("", 3) : nil
        default: return nil
        }
    }
}
