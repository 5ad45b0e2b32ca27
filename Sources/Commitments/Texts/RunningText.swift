import Documents

/// A text as an officer types it, made into blocks: paragraphs with an empty line between them, lists of lines that begin with `- `,
/// notes as `[noot: …]`, and references as links to the official publication.
package enum RunningText {
    package static func blocks(_ text: String) -> [Document.Block] {
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        return lines.split { $0.allSatisfy(\.isWhitespace) }.flatMap { paragraph in blocks(of: Array(paragraph)) }
    }

    /// Lines that follow each other: lists and what stands between them.
    private static func blocks(of lines: [Substring]) -> [Document.Block] {
        var (blocks, items, loose) = ([Document.Block](), [[Document.Inline]](), [Substring]())
        func closeLoose() {
            if !loose.isEmpty { blocks.append(.paragraph(inlines(loose.joined(separator: "\n")))) }
            loose = []
        }
        func closeItems() {
            if !items.isEmpty { blocks.append(.list(items)) }
            items = []
        }
        for line in lines {
            if line.hasPrefix("- ") {
                closeLoose()
                items.append(inlines(String(line.dropFirst(2))))
            } else if !items.isEmpty, line.hasPrefix("  ") {
                items[items.count - 1] += [.text("\n")] + inlines(String(line.drop(while: \.isWhitespace)))
            } else {
                closeItems()
                loose.append(line)
            }
        }
        closeLoose()
        closeItems()
        return blocks
    }

    /// Notes that begin and never end, or do not begin as they should: the first words of each, as the document would show them.
    package static func unclosedNotes(in text: String) -> [String] {
        guard text.utf8.contains(0x5B) else { return [] }
        return blocks(text).flatMap(\.runs).flatMap { run in
            run.ranges(of: /\[noot/.ignoresCase()).map { String(run[$0.lowerBound...].prefix(40)) }
        }
    }

    private static func inlines(_ text: String) -> [Document.Inline] {
        var (inlines, rest) = ([Document.Inline](), text[...])
        while rest.utf8.contains(0x5B), let match = rest.firstMatch(of: /\ ?\[noot: ([^\]]+)\]/) {
            inlines += linked(String(rest[..<match.range.lowerBound])) + [.note(String(match.output.1))]
            rest = rest[match.range.upperBound...]
        }
        return inlines + linked(String(rest))
    }

    /// The text with its references as links.
    private static func linked(_ text: String) -> [Document.Inline] {
        var (inlines, start) = ([Document.Inline](), text.startIndex)
        for found in ReferenceSearch.found(in: text) {
            guard let address = found.reference.address else { continue }
            if start < found.range.lowerBound { inlines.append(.text(String(text[start..<found.range.lowerBound]))) }
            inlines.append(.link(String(text[found.range]), to: address))
            start = found.range.upperBound
        }
        if start < text.endIndex { inlines.append(.text(String(text[start...]))) }
        return inlines
    }
}

extension Document.Block {
    /// What stands in it as text and in its notes, link by link and piece by piece.
    fileprivate var runs: [String] {
        switch self {
        case .paragraph(let inlines): inlines.map(\.run)
        case .list(let items): items.joined().map(\.run)
        default: []
        }
    }
}

extension Document.Inline {
    fileprivate var run: String {
        switch self {
        case .text(let text), .note(let text), .link(let text, _), .strong(let text): text
        }
    }
}
