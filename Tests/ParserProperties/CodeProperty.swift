@testable import Sealing

/// The input is a code as it was typed. What is taken is 24 digits that leave 1 when divided by 97 (ISO 7064 MOD 97-10), and is
/// taken as the same code when it is typed as we print it.
enum CodeProperty {
    static func fault(for input: [UInt8]) -> String? {
        guard let code = try? MailboxCode(typed: String(decoding: input, as: UTF8.self)) else { return nil }
        guard code.digits.utf8.count == 24, code.digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return "taken: \(code.digits)"
        }
        let remainder = code.digits.utf8.reduce(0) { ($0 * 10 + Int($1) - 48) % 97 }
        guard remainder == 1 else { return "\(code.digits) leaves \(remainder)" }
        return (try? MailboxCode(typed: code.text)) == code ? nil : "as printed, \(code.text), it is another"
    }
}
