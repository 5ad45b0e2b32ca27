/// The bytes by which files of a kind begin.
enum Signatures {
    private static let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    private static let zip: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]]
    private static let archives: [[UInt8]] = [
        [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Array("Rar!\u{1A}\u{07}".utf8), [0x1F, 0x8B, 8], Array("BZh".utf8),
        [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x28, 0xB5, 0x2F, 0xFD], Array("MSCF".utf8),
    ]
    private static let programs: [[UInt8]] = [
        [0x7F, 0x45, 0x4C, 0x46], [0xCA, 0xFE, 0xBA, 0xBE], [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF],
        [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE], Array("dex\n".utf8), Array("#!".utf8),
    ]
    private static let photoBrands: Set<String> = [
        "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "mif2", "msf1", "avif", "avis",
    ]
    /// Extensions of zip files that are office documents of another sort than those that can be cleaned.
    private static let otherOffice: Set<String> = [
        "docm", "dotx", "dotm", "xlsm", "xltx", "xltm", "xlsb", "pptm", "potx", "potm", "ppsx", "ppsm", "odg", "ott", "ots",
        "otp",
        "pages", "numbers", "key",
    ]
    private static let zippedPrograms: Set<String> = ["jar", "apk", "ipa", "xpi", "crx"]

    /// Why a file that begins like this is not cleaned; nil where its start says nothing against it.
    static func refusal(of start: [UInt8], suffix: String) -> CleaningRefusal? {
        if start.starts(with: ole) {
            if suffix == "msg" || suffix == "oft" { return .mail }
            if suffix == "msi" { return .program }
            // A document of the current formats that is locked by a password is wrapped in the old container ([MS-OFFCRYPTO]
            // 1.3.2).
            return ["docx", "xlsx", "pptx"].contains(suffix) ? .encrypted : .oldOffice
        }
        if start.starts(with: "{\\rtf".utf8) { return .oldOffice }
        if isZip(start), otherOffice.contains(suffix) { return .oldOffice }
        if isZip(start), zippedPrograms.contains(suffix) { return .program }
        if isZip(start), DocumentKind(rawValue: suffix) == nil { return .archive }
        if archives.contains(where: { start.starts(with: $0) }) || start.spells("ustar", at: 257) { return .archive }
        if programs.contains(where: { start.starts(with: $0) }) { return .program }
        if start.spells("MZ", at: 0), start.prefix(64).contains(0) { return .program }
        if start.spells("ftyp", at: 4), let brand = brand(of: start), photoBrands.contains(brand) { return .heic }
        return nil
    }

    static func streamedKind(of start: [UInt8]) -> StreamedKind? {
        if start.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if start.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if start.spells("GIF87a", at: 0) || start.spells("GIF89a", at: 0) { return .gif }
        if start.spells("RIFF", at: 0) {
            return start.spells("WEBP", at: 8) ? .webp : start.spells("WAVE", at: 8) ? .wav : nil
        }
        if start.spells("ftyp", at: 4) { return brand(of: start).map(mediaKind) }
        if ["moov", "mdat", "wide", "free", "skip", "pnot"].contains(where: { start.spells($0, at: 4) }), start[0] == 0 {
            return .quickTime
        }
        return start.spells("ID3", at: 0) || start.isMP3(at: 0) ? .mp3 : nil
    }

    /// A document, by its start and, for those that are zip files, its extension. The document cleaner verifies that the content
    /// agrees.
    static func documentKind(of start: [UInt8], suffix: String) throws(CleaningRefusal) -> DocumentKind? {
        if isZip(start) { return DocumentKind(rawValue: suffix) == .pdf ? nil : DocumentKind(rawValue: suffix) }
        if start.spells("%PDF-", at: 0) { return .pdf }
        // Readers accept up to 1024 bytes before the start (ISO 32000-1, annex H, implementation note 13).
        let isLate = suffix == "pdf" && start.prefix(1024).indices.contains { start.spells("%PDF-", at: $0) }
        return isLate ? .pdf : nil
    }

    private static func isZip(_ start: [UInt8]) -> Bool { zip.contains { start.starts(with: $0) } }

    private static func brand(of start: [UInt8]) -> String? {
        start.count >= 12 ? String(decoding: start[8..<12], as: UTF8.self) : nil
    }

    private static func mediaKind(_ brand: String) -> StreamedKind {
        if brand == "qt  " { return .quickTime }
        if brand.hasPrefix("3g") { return .threeGP }
        return ["M4A ", "M4B ", "M4P "].contains(brand) ? .m4a : .mp4
    }
}
