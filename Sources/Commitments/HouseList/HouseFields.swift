import Foundation

/// By which names the House's open data call what we read. It is data: a release of the House that renames a field needs no
/// release of ours.
struct HouseFields: Sendable {
    private struct File: Decodable {
        let entities, fields, signs: [String: [String]]
    }

    private let categories: [String: HouseRecord.Category]
    private let signs: [String: HouseRecord.Category]
    private let fields: [String: String]

    static let known = HouseFields(try! JSONDecoder().decode(File.self, from: Data(PackageResources.fields_json)))

    private init(_ file: File) {
        (categories, signs) = (Self.byName(file.entities), Self.byName(file.signs))
        fields = Dictionary(
            uniqueKeysWithValues: file.fields.flatMap { field, names in names.map { ($0, field) } })
    }

    private static func byName(_ names: [String: [String]]) -> [String: HouseRecord.Category] {
        Dictionary(
            uniqueKeysWithValues: HouseRecord.Category.allCases.flatMap { category in
                (names[category.rawValue] ?? []).map { ($0, category) }
            })
    }

    /// The kind of an entity by its name at the source; nil for those that we do not keep.
    func category(of name: String) -> HouseRecord.Category? { categories[name] }

    /// The kind of a row by fields that no other kind has; nil where it shows none.
    func category(ofRow names: some Sequence<String>) -> HouseRecord.Category? {
        names.lazy.compactMap { signs[$0] }.first
    }

    /// A field by its name at the source; one that we do not know keeps its name.
    func field(_ name: String) -> String { fields[name] ?? name }
}
