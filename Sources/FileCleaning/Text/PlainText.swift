/// Recognises plain text, which has no signature.
enum PlainText {
    private static let suffixes: Set<String> = ["", "txt", "text", "log", "md", "csv", "tsv", "tab"]
    private static let mailSuffixes: Set<String> = ["eml", "emlx", "mbox", "mbx"]
    private static let programSuffixes: Set<String> = [
        "bat", "cmd", "ps1", "psm1", "vbs", "vbe", "js", "jse", "mjs", "wsf", "hta", "sh", "bash", "zsh", "py", "pl", "rb", "php",
        "reg",
    ]
    private static let mailStarts = ["Received:", "Return-Path:", "Delivered-To:", "MIME-Version:", "Message-ID:", "X-Received:"]
    /// How formats begin that are written as text and keep their author in it.
    private static let markupStarts = ["<!doctype", "<html", "<?xml", "<svg", "%!ps", "begin:vcard", "begin:vcalendar"]
    /// Tab, line feed, vertical tab, form feed, carriage return, end of file on old systems, escape.
    private static let controls: Set<UInt8> = [9, 10, 11, 12, 13, 0x1A, 0x1B]

    static func kind(of start: [UInt8], suffix: String) throws(CleaningRefusal) -> StreamedKind {
        if mailSuffixes.contains(suffix) || suffix.isEmpty && mailStarts.contains(where: { start.spells($0, at: 0) }) {
            throw .mail
        }
        guard start.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || controls.contains($0) }) else { throw .unknownKind }
        if programSuffixes.contains(suffix) { throw .program }
        let first = String(decoding: start.drop { $0 <= 0x20 || $0 >= 0x80 }.prefix(16), as: UTF8.self).lowercased()
        guard suffixes.contains(suffix), !start.starts(with: [0xFF, 0xFE]), !start.starts(with: [0xFE, 0xFF]),
            !markupStarts.contains(where: { first.hasPrefix($0) })
        else { throw .unknownKind }
        return suffix == "csv" ? .csv : .text
    }
}
