@testable import Web

/// The input is a form without files. Written anew from its fields, it has the same fields.
enum FormProperty {
    static func fault(for input: [UInt8]) -> String? {
        guard let form = try? FormFields(urlEncoded: input) else { return nil }
        let pairs = form.pairs
        guard pairs.count <= FormLimits.fields else { return "\(pairs.count) fields" }
        let text = pairs.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
        guard let again = try? FormFields(urlEncoded: Array(text.utf8)) else { return "written anew it is refused: \(text)" }
        let isSame =
            again.pairs.map { [Array($0.name.utf8), Array($0.value.utf8)] }
            == pairs.map { [Array($0.name.utf8), Array($0.value.utf8)] }
        return isSame ? nil : "written anew: \(again.pairs), and not \(pairs)"
    }

    /// Every byte but ASCII letters and digits by its number (WHATWG URL, application/x-www-form-urlencoded).
    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }.joined()
    }
}
