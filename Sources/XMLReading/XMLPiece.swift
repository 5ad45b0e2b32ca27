/// A piece of XML, in the order of the document.
package enum XMLPiece: Sendable, Equatable {
    case start(XMLStart)
    case text(String)
    case end(XMLName)
}

/// The beginning of an element. An empty one has no end of its own.
package struct XMLStart: Sendable, Equatable {
    package let name: XMLName
    package let attributes: [XMLName: String]
    package let isEmpty: Bool

    package init(name: XMLName, attributes: [XMLName: String], isEmpty: Bool) {
        self.name = name
        self.attributes = attributes
        self.isEmpty = isEmpty
    }
}

/// A name with its namespace; empty where it has none.
package struct XMLName: Hashable, Sendable {
    package let local: String
    package let namespace: String

    package init(_ local: String, in namespace: String = "") {
        self.local = local
        self.namespace = namespace
    }
}

/// Where XML stops being readable, and why.
package struct XMLFault: Error, Equatable, Sendable {
    package enum Kind: Sendable { case notXML, endsTooSoon, encoding, documentType, fileMissing }

    package let kind: Kind
    /// Counted from 1; 0 where there is none.
    package let line: Int

    package init(_ kind: Kind, line: Int) {
        self.kind = kind
        self.line = line
    }
}
