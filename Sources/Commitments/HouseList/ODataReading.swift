import Foundation

/// Reads an answer of the House's OData, version 4 or 5: an object with the rows in `value`, or the rows alone. Rows are cut out
/// one by one, so that a long file takes the memory of its longest row.
struct ODataReading {
    private let bytes: Data
    /// What the rows are that do not show it by their fields; nil where nobody said so.
    private let category: HouseRecord.Category?
    private let fields = HouseFields.known
    /// In bytes from the beginning.
    private(set) var place = 0
    private var line = 1
    private var state = State.before
    /// Rows of kinds that we do not keep.
    private(set) var others = 0
    /// Rows that were within the row read last.
    private var waiting: [HouseListPiece] = []

    private enum State { case before, within, after }

    init(_ bytes: Data, of category: HouseRecord.Category?) {
        self.bytes = bytes
        self.category = category
    }

    /// The next row, or where it stopped being readable; nil at the end. Rows within rows, such as the matters of a decision, come
    /// before the row that holds them.
    mutating func next() -> HouseListPiece? {
        while waiting.isEmpty, state != .after { readRow() }
        return waiting.isEmpty ? nil : waiting.removeFirst()
    }

    /// Reads a row, or a fault, into those that wait; one of a kind that we do not keep is counted.
    private mutating func readRow() {
        if state == .before {
            state = .within
            // Every second byte of text in UTF-16 is zero.
            guard findRows() else { return end(bytes.prefix(64).contains(0) ? .notUTF8 : .unknownForm) }
        }
        skipSpace(and: UInt8(ascii: ","))
        guard place < bytes.endIndex else { return self.end(.endsTooSoon) }
        guard bytes[place] == UInt8(ascii: "{") else {
            state = .after
            if bytes[place] != UInt8(ascii: "]") { end(.notJSON) }
            return
        }
        let (start, from) = (place, line)
        guard let end = endOfRow(from: start) else { return self.end(.endsTooSoon) }
        place = end
        guard let row = try? JSONSerialization.jsonObject(with: bytes[start..<end]) as? [String: Any] else {
            let isText = String(validating: bytes[start..<end], as: UTF8.self) != nil
            waiting.append(.fault(HouseListFault(line: from, reason: isText ? .notJSON : .notUTF8)))
            return
        }
        if let category = kind(of: row) { record(row, category, line: from) } else { others += 1 }
    }

    private mutating func end(_ reason: HouseListFault.Reason) {
        state = .after
        waiting.append(.fault(HouseListFault(line: line, reason: reason)))
    }

    /// What a row is, by its fields or as someone said. What was taken away has no fields; what it was is known by its identifier.
    private func kind(of row: [String: Any]) -> HouseRecord.Category? {
        if let shown = fields.category(ofRow: row.keys) ?? category { return shown }
        let isRemoved = row.contains { fields.field($0.key) == "removed" && ($0.value as? Bool) == true }
        let hasID = row.contains { fields.field($0.key) == "id" }
        return isRemoved || !hasID ? .promise : nil
    }

    private mutating func record(_ row: [String: Any], _ category: HouseRecord.Category, line: Int) {
        var (values, isRemoved, id): ([String: [String]], Bool, String?) = ([:], false, nil)
        for (name, value) in row {
            switch fields.field(name) {
            case "id": id = value as? String
            case "removed": isRemoved = (value as? Bool) ?? ((value as? String)?.lowercased() == "true")
            case let field:
                let found = texts(value, name, line: line)
                if !found.isEmpty { values[field] = found }
            }
        }
        guard let id, !id.isEmpty,
            let raw = try? JSONSerialization.data(withJSONObject: row, options: [.sortedKeys, .withoutEscapingSlashes])
        else {
            waiting.append(.fault(HouseListFault(line: line, reason: .withoutID)))
            return
        }
        waiting.append(
            .record(
                HouseRecord(
                    id: id, category: category, isRemoved: isRemoved, fields: values,
                    raw: String(decoding: raw, as: UTF8.self))))
    }

    /// A value as texts; a row within the row by its number, or by its identifier.
    private mutating func texts(_ value: Any, _ name: String, line: Int) -> [String] {
        switch value {
        case let text as String: return text.trimmingSpace.isEmpty ? [] : [text.trimmingSpace]
        case let number as NSNumber: return [number.stringValue]
        case let list as [Any]:
            var found: [String] = []
            for one in list { found += texts(one, name, line: line) }
            return found
        case let row as [String: Any]:
            let identity = row.first { fields.field($0.key) == "id" }?.value as? String
            if fields.field(name) == "dossiers" {
                return [dossier(row).map { "\(identity ?? "")=\($0)" } ?? identity].compactMap(\.self)
            }
            guard let inner = fields.category(of: name) else {
                let number = row.first { fields.field($0.key) == "number" }?.value as? String
                return [number ?? identity].compactMap(\.self)
            }
            record(row, inner, line: line)
            return [identity].compactMap(\.self)
        default: return []
        }
    }

    /// The number of the dossier that a row within a row is, as the register writes it.
    private func dossier(_ row: [String: Any]) -> String? {
        func text(_ wanted: String) -> String? {
            switch row.first(where: { fields.field($0.key) == wanted })?.value {
            case let text as String: text.isEmpty ? nil : text
            case let number as NSNumber: number.stringValue
            default: nil
            }
        }
        return text("number").flatMap { Dossier($0, suffix: text("suffix")) }?.written(in: .metadata)
    }

    /// Goes to the first row: into the list of `value`, or into a list that stands alone.
    private mutating func findRows() -> Bool {
        skipSpace()
        guard place < bytes.count else { return false }
        if bytes[place] == UInt8(ascii: "[") {
            place += 1
            return true
        }
        guard bytes[place] == UInt8(ascii: "{") else { return false }
        let mark = Array(#""value""#.utf8)
        var depth = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                let isMark = depth == 1 && bytes[place...].starts(with: mark)
                guard skipString() else { return false }
                if isMark {
                    skipSpace(and: UInt8(ascii: ":"))
                    guard place < bytes.count, bytes[place] == UInt8(ascii: "[") else { return false }
                    place += 1
                    return true
                }
                continue
            case UInt8(ascii: "\n"): line += 1
            default: break
            }
            place += 1
        }
        return false
    }

    /// The place after the row that begins at `start`; nil where it has no end.
    private mutating func endOfRow(from start: Int) -> Int? {
        var depth = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return place + 1 }
            case UInt8(ascii: "\""):
                guard skipString() else { return nil }
                continue
            case UInt8(ascii: "\n"): line += 1
            default: break
            }
            place += 1
        }
        return nil
    }

    /// Goes behind a string.
    private mutating func skipString() -> Bool {
        place += 1
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\\"): place += 2
            case UInt8(ascii: "\""):
                place += 1
                return true
            case UInt8(ascii: "\n"):
                line += 1
                place += 1
            default: place += 1
            }
        }
        return false
    }

    private mutating func skipSpace(and other: UInt8? = nil) {
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0xEF, 0xBB, 0xBF: break
            case other: break
            default: return
            }
            place += 1
        }
    }
}
