import Kernel

extension Day: SQLBindable, SQLReadable {
    /// A day is stored as ISO 8601 text, which sorts as days do.
    package var sqlValue: SQLValue { .text(iso) }

    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}

extension Instant: SQLBindable, SQLReadable {
    /// An instant is stored as microseconds since 1970.
    package var sqlValue: SQLValue { .integer(microseconds) }

    package init?(sqlValue: SQLValue) {
        guard case .integer(let value) = sqlValue else { return nil }
        self.init(microseconds: value)
    }
}

extension Identifier: SQLBindable, SQLReadable {
    package var sqlValue: SQLValue { .text(text) }

    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}

extension Organisation.ID: SQLBindable, SQLReadable {
    package var sqlValue: SQLValue { .text(code) }

    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}
