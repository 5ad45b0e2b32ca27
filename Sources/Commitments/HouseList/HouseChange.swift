/// What a record of the House said before and says now.
package struct HouseChange: Sendable, Equatable {
    /// A field that differs; nil where there was nothing, or is nothing any more.
    package struct Field: Sendable, Equatable {
        package let name: String
        package let before, after: String?

        package init(name: String, before: String?, after: String?) {
            (self.name, self.before, self.after) = (name, before, after)
        }
    }

    /// By which people know it: its number, or else its identifier.
    package let name: String
    package let isRemoved: Bool
    /// By name. Empty where the source took it away.
    package let fields: [Field]

    package init(_ name: String, _ fields: [Field] = [], isRemoved: Bool = false) {
        (self.name, self.fields, self.isRemoved) = (name, fields, isRemoved)
    }

    init(_ record: HouseRecord, before: [String: [String]]) {
        name = record["number"] ?? before["number"]?.first ?? record.id
        isRemoved = record.isRemoved
        guard !record.isRemoved else {
            fields = []
            return
        }
        fields = Set(before.keys).union(record.fields.keys).subtracting(HouseRecord.moments).sorted().compactMap { name in
            let (then, now) = (before[name]?.joined(separator: ", "), record.fields[name]?.joined(separator: ", "))
            return then == now ? nil : Field(name: name, before: then, after: now)
        }
    }
}
