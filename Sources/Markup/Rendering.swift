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

    fileprivate mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices {
                let escaped: StaticString
                switch bytes[index] {
                case UInt8(ascii: "&"): escaped = "&amp;"
                case UInt8(ascii: "<"): escaped = "&lt;"
                case UInt8(ascii: ">"): escaped = "&gt;"
                case UInt8(ascii: "\""): escaped = "&quot;"
                case UInt8(ascii: "'"): escaped = "&#39;"
                default: continue
                }
                append(contentsOf: bytes[start..<index])
                append(escaped)
                start = index + 1
            }
            append(contentsOf: bytes[start...])
        }
    }
}
