import Kernel

/// The key data of a promise as the site of the Eerste Kamer shows them, one to a line: `Nummer T03545`, `Deadline 1 juli 2024`.
enum KeyDataBlock {
    private static let names =
        ["Nummer", "Status", "Datum toezegging", "Deadline", "Kamerstukken", "Uit de stukken:", "Afgedaan met:"]
        + KeyData.allCases.map(\.label)

    static func read(_ text: String) throws(PasteRefusal) -> PastedSource {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }.filter { !$0.isEmpty }
        var fields: [String: String] = [:]
        for line in lines[beginning(lines)...] {
            guard
                let name = names.first(where: {
                    line.hasPrefix($0 + " ") || line.hasPrefix($0 + "\t") || line.hasPrefix($0 + ":")
                })
            else { continue }
            fields[name, default: ""] += value(of: name, in: line)
        }
        guard let number = fields["Nummer"].flatMap({ try? HouseNumber($0) }), number.kind == .promiseToEersteKamer else {
            if case .noteSticksTo(_, let real)? = refusal(of: fields["Nummer"]) { throw .noteSticksTo(number: real) }
            throw .unknownForm
        }
        var source = PastedSource(.keyData, house: .eersteKamer, setting: .debate)
        source.houseNumber = number
        source.status = fields["Status"] ?? ""
        source.madeOn = fields["Datum toezegging"].flatMap { Day(written: $0) }
        source.day = fields["Deadline"].flatMap { Day(written: $0) }
        source.place = [fields[KeyData.activity.label], fields[KeyData.committee.label]].compactMap(\.self).joined(
            separator: ", ")
        source.dossier = fields["Kamerstukken"]?.firstMatch(of: /\(([0-9]{2}\.?[0-9]{3}(?:[ -](?:[A-Z]{1,5}|[0-9]{2}))?)\)\s*$/)
            .flatMap { Dossier(written: String($0.output.1)) }
        source.settledWith = fields["Afgedaan met:"] ?? ""
        for field in KeyData.allCases {
            if let value = fields[field.label], !value.isEmpty { source.keyData[field] = value }
        }
        source.paper = fields["Uit de stukken:"].flatMap { (try? Reference($0)) ?? ReferenceSearch.references(in: $0).first }
        (source.title, source.wording) = heading(lines)
        return source
    }

    private static func refusal(of number: String?) -> ReferenceRefusal? {
        guard let number else { return nil }
        do throws(ReferenceRefusal) {
            _ = try HouseNumber(number)
            return nil
        } catch {
            return error
        }
    }

    /// Where the key data begin: below their heading, or with the number. What stands before is what was promised, in which a line
    /// may begin with the name of a field.
    private static func beginning(_ lines: [String]) -> Int {
        if let heading = lines.firstIndex(of: "Kerngegevens") { return heading + 1 }
        return lines.firstIndex { $0.hasPrefix("Nummer") && (try? HouseNumber(value(of: "Nummer", in: $0))) != nil } ?? 0
    }

    private static func value(of name: String, in line: String) -> String {
        String(line.dropFirst(name.count).drop { $0 == ":" || $0.isWhitespace })
    }

    /// The line that begins with "Toezegging" and what stands between it and the key data.
    private static func heading(_ lines: [String]) -> (title: String, wording: String) {
        guard let index = lines.firstIndex(where: { $0.hasPrefix("Toezegging ") }) else { return ("", "") }
        let title = lines[index].dropFirst("Toezegging ".count).replacing(/\s*\([0-9]{2}\.?[0-9]{3}[^)]*\)\s*$/, with: "")
        let rest = lines[(index + 1)...].prefix { $0 != "Kerngegevens" && !$0.hasPrefix("Nummer ") }
        return (String(title), rest.joined(separator: "\n"))
    }
}

extension Day {
    /// Reads "20 december 2022" and "2022-12-20".
    init?(written text: String) {
        if let day = Day(text.trimmingSpaces) {
            self = day
            return
        }
        guard let match = text.firstMatch(of: /([0-9]{1,2}) ([a-z]+) ([0-9]{4})/),
            let month = Month.names.firstIndex(where: { $0.nl == match.output.2 })
        else { return nil }
        self.init(year: Int(match.output.3)!, month: month + 1, day: Int(match.output.1)!)
    }
}

extension StringProtocol {
    var trimmingSpaces: String {
        let start = drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
