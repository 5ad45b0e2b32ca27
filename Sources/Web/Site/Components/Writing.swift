import Kernel
import Markup

/// How days, sizes and texts are written on pages.
enum Writing {
    /// A day that machines read too.
    static func day(_ day: Day, _ language: Language) -> Node { time(.datetime(day.iso), text: day.written(in: language)) }

    /// An instant with its time of day in Amsterdam: "dinsdag 24 november 2026, 10:05".
    static func instant(_ instant: Instant, _ language: Language) -> String {
        let (day, second) = Zone.amsterdam.local(instant)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
        return "\(day.written(in: language)), \(two(second / 3600)):\(two(second / 60 % 60))"
    }

    /// A size as people say it: "340 kB", "2,4 MB".
    static func size(_ bytes: Int, _ language: Language) -> String {
        if bytes < 1_000_000 { return "\(max(1, bytes / 1000)) kB" }
        let tenths = bytes / 100_000
        return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10)\(language == .nl ? "," : ".")\(tenths % 10) MB"
    }

    /// A sentence in which telephone numbers can be tapped.
    static func withTelephones(_ text: String) -> Node {
        var (parts, rest) = ([Node](), text[...])
        while let found = rest.firstMatch(of: /\b(?:0[0-9]{2} [0-9]{3} [0-9]{2} [0-9]{2}|0[89]00 [0-9]{4}|112|1400)\b/) {
            parts.append(.text(String(rest[..<found.range.lowerBound])))
            parts.append(a(.href("tel:\(found.output.replacing(" ", with: ""))"), text: String(found.output)))
            rest = rest[found.range.upperBound...]
        }
        return .fragment(parts + [.text(String(rest))])
    }

    /// Text as someone typed it: its lines kept, in its own direction.
    static func typed(_ text: String) -> Node { div(.class("pre"), .dir("auto"), text: text) }
}

extension Day {
    /// As it is written at the beginning of a sentence.
    func beginning(in language: Language) -> String {
        let text = written(in: language)
        return text.prefix(1).uppercased() + text.dropFirst()
    }
}
