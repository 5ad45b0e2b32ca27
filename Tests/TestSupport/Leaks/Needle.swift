import Foundation

/// Something that must not be found, and the forms in which bytes may hide it.
package struct Needle: Sendable, Hashable {
    package let name: String
    package let bytes: [UInt8]

    package init(_ name: String, _ text: String) {
        self.init(name, bytes: Array(text.utf8))
    }

    package init(_ name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The forms of some bytes, each with its name.
    static func forms(of bytes: [UInt8]) -> [(form: String, pattern: [UInt8])] {
        var forms: [(form: String, pattern: [UInt8])] = [
            ("raw", bytes), ("hex", Array(hex(bytes).utf8)), ("HEX", Array(hex(bytes).uppercased().utf8)),
            ("percent", Array(percent(bytes).utf8)), ("PERCENT", Array(percent(bytes).uppercased().utf8)),
        ]
        for offset in 0..<3 {
            let text = base64(bytes, offset: offset)
            forms.append(("base64+\(offset)", Array(text.utf8)))
            forms.append(("base64url+\(offset)", Array(text.replacing("+", with: "-").replacing("/", with: "_").utf8)))
        }
        if let text = String(validating: bytes, as: UTF8.self) {
            forms += [
                ("lower case", Array(text.lowercased().utf8)), ("upper case", Array(text.uppercased().utf8)),
                ("percent of a form", Array(Browser.encoded(text).utf8)),
                ("UTF-16 LE", text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
                ("UTF-16 BE", text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
            ]
        }
        var seen: Set<[UInt8]> = []
        return forms.filter { seen.insert($0.pattern).inserted }
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func percent(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "%0" : "%") + String($0, radix: 16) }.joined()
    }

    /// What base64 makes of the bytes after `offset` others, without the signs that depend on what stands around them.
    private static func base64(_ bytes: [UInt8], offset: Int) -> String {
        let text = Data([UInt8](repeating: 0, count: offset) + bytes).base64EncodedString()
        let first = (offset * 8 + 5) / 6
        let last = (offset + bytes.count) * 8 / 6
        return String(text.dropFirst(first).prefix(last - first))
    }
}
