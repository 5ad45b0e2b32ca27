/// A piece of HTML. Text is escaped; nothing that comes from outside can be anything but text.
package indirect enum Node: Sendable {
    case text(String)
    case element(StaticString, [Attribute], [Node])
    /// An element that cannot hold anything.
    case void(StaticString, [Attribute])
    case fragment([Node])

    package static let nothing = Node.fragment([])
}

/// An attribute of an element.
package struct Attribute: Sendable {
    let name: StaticString
    /// Nil for an attribute without a value.
    let value: String?
    let isPresent: Bool

    package init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
        isPresent = true
    }

    /// An attribute that is there or not, such as `checked`.
    package init(_ name: StaticString, if isPresent: Bool) {
        self.name = name
        value = nil
        self.isPresent = isPresent
    }

    /// An attribute that is there where it has a value.
    package init(_ name: StaticString, optional value: String?) {
        self.name = name
        self.value = value
        isPresent = value != nil
    }
}

/// Builds children of an element: elements, texts, numbers, conditions and loops.
@resultBuilder package enum HTMLBuilder {
    package static func buildExpression(_ node: Node) -> Node { node }
    package static func buildExpression(_ text: String) -> Node { .text(text) }
    package static func buildExpression(_ number: Int) -> Node { .text(String(number)) }
    package static func buildExpression(_ nodes: [Node]) -> Node { .fragment(nodes) }
    package static func buildExpression(_ node: Node?) -> Node { node ?? .nothing }
    package static func buildBlock(_ nodes: Node...) -> [Node] { nodes }
    package static func buildOptional(_ nodes: [Node]?) -> Node { .fragment(nodes ?? []) }
    package static func buildEither(first nodes: [Node]) -> Node { .fragment(nodes) }
    package static func buildEither(second nodes: [Node]) -> Node { .fragment(nodes) }
    package static func buildArray(_ nodes: [[Node]]) -> Node { .fragment(nodes.flatMap(\.self)) }
}

/// An element by its name, to be called with attributes and children.
package struct Element: Sendable {
    let name: StaticString

    package init(_ name: StaticString) {
        self.name = name
    }

    package func callAsFunction(_ attributes: Attribute..., @HTMLBuilder children: () -> [Node]) -> Node {
        .element(name, attributes, children())
    }

    package func callAsFunction(_ attributes: Attribute..., text: String) -> Node { .element(name, attributes, [.text(text)]) }

    package func callAsFunction(_ attributes: [Attribute], @HTMLBuilder children: () -> [Node]) -> Node {
        .element(name, attributes, children())
    }
}

/// An element that cannot hold anything, by its name.
package struct VoidElement: Sendable {
    let name: StaticString

    package init(_ name: StaticString) {
        self.name = name
    }

    package func callAsFunction(_ attributes: Attribute...) -> Node { .void(name, attributes) }
    package func callAsFunction(_ attributes: [Attribute]) -> Node { .void(name, attributes) }
}
