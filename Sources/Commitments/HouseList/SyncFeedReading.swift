import XMLReading

/// Reads a page of SyncFeed 2.0, a single entity of it, or any XML in which entities stand. What deviates from the House's
/// schema is taken as it comes: repeated and unknown fields, empty references, `True`, moments without a zone.
struct SyncFeedReading {
    private static let namespace = "http://www.tweedekamer.nl/xsd/tkData/v1-0"
    private static let atom = "http://www.w3.org/2005/Atom"
    private static let instance = "http://www.w3.org/2001/XMLSchema-instance"

    private let pieces: XMLPieces
    private let fields = HouseFields.known
    /// Entities of kinds that we do not keep.
    private(set) var others = 0
    /// The address of the page that follows, as far as it was read.
    private(set) var followingPage: String?
    private var hasEnded = false

    /// How many bytes were read.
    var place: Int { pieces.place }

    init(_ pieces: XMLPieces) {
        self.pieces = pieces
    }

    /// The next entity, or where it stopped being readable; nil at the end.
    mutating func next() -> HouseListPiece? {
        guard !hasEnded else { return nil }
        do {
            while let piece = try pieces.next() {
                guard case .start(let element) = piece else { continue }
                if element.name == XMLName("link", in: Self.atom) { note(link: element) }
                guard element.name.namespace == Self.namespace, element.attributes[XMLName("id")] != nil || isKnown(element)
                else { continue }
                guard let category = fields.category(of: element.name.local) else {
                    others += 1
                    try skip(element)
                    continue
                }
                return try entity(element, category)
            }
        } catch {
            hasEnded = true
            return .fault(HouseListFault(line: error.line, reason: Self.reason(error.kind)))
        }
        hasEnded = true
        return nil
    }

    private func isKnown(_ element: XMLStart) -> Bool { fields.category(of: element.name.local) != nil }

    private mutating func note(link: XMLStart) {
        if link.attributes[XMLName("rel")] == "next" { followingPage = link.attributes[XMLName("href")] }
    }

    private func entity(_ element: XMLStart, _ category: HouseRecord.Category) throws(XMLFault) -> HouseListPiece {
        let (raw, line) = (try pieces.outerXML(), pieces.line)
        var values: [String: [String]] = [:]
        if let changed = attribute("bijgewerkt", of: element) { values["changedAt"] = [changed] }
        if !element.isEmpty { try children(of: element, into: &values) }
        guard let id = attribute("id", of: element), !id.isEmpty else {
            return .fault(HouseListFault(line: line, reason: .withoutID))
        }
        let isRemoved = attribute("verwijderd", of: element)?.lowercased() == "true"
        return .record(HouseRecord(id: id, category: category, isRemoved: isRemoved, fields: values, raw: raw))
    }

    /// The fields of an entity: texts, and references by what they refer to.
    private func children(of entity: XMLStart, into values: inout [String: [String]]) throws(XMLFault) {
        while let piece = try pieces.next() {
            switch piece {
            case .end(let name) where name == entity.name: return
            case .start(let child):
                var value = child.attributes[XMLName("ref")] ?? ""
                if !child.isEmpty { value += try text(in: child) }
                if child.attributes[XMLName("nil", in: Self.instance)] != "true", !value.isEmpty {
                    values[fields.field(child.name.local), default: []].append(value)
                }
            case .end, .text: continue
            }
        }
        throw XMLFault(.endsTooSoon, line: pieces.line)
    }

    private func text(in element: XMLStart) throws(XMLFault) -> String {
        var (text, depth) = ("", 1)
        while depth > 0, let piece = try pieces.next() {
            switch piece {
            case .start(let child): depth += child.isEmpty ? 0 : 1
            case .end: depth -= 1
            case .text(let part): text += part
            }
        }
        return text.trimmingSpace
    }

    private func skip(_ element: XMLStart) throws(XMLFault) {
        if !element.isEmpty { _ = try text(in: element) }
    }

    /// An attribute with or without the namespace of the House's data.
    private func attribute(_ name: String, of element: XMLStart) -> String? {
        element.attributes[XMLName(name)] ?? element.attributes[XMLName(name, in: Self.namespace)]
    }

    private static func reason(_ kind: XMLFault.Kind) -> HouseListFault.Reason {
        switch kind {
        case .notXML, .fileMissing: .notXML
        case .endsTooSoon: .endsTooSoon
        case .encoding: .encoding
        case .documentType: .documentType
        }
    }
}

extension String {
    var trimmingSpace: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
            return ""
        }
        return String(self[first...last])
    }
}
