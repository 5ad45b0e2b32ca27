import Foundation

/// By which names the House's open data call what we read. It is data: a release of the House that renames a field needs no
/// release of ours.
struct HouseFields: Sendable {
    private struct File: Decodable {
        let entities, fields: [String: [String]]
    }

    private let categories: [String: HouseRecord.Category]
    private let fields: [String: String]

    static let known = HouseFields(try! JSONDecoder().decode(File.self, from: Data(PackageResources.fields_json)))

    private init(_ file: File) {
        categories = Dictionary(
            uniqueKeysWithValues: HouseRecord.Category.allCases.flatMap { category in
                (file.entities[category.rawValue] ?? []).map { ($0, category) }
            })
        fields = Dictionary(
            uniqueKeysWithValues: file.fields.flatMap { field, names in names.map { ($0, field) } })
    }

    /// The kind of an entity by its name at the source; nil for those that we do not keep.
    func category(of name: String) -> HouseRecord.Category? { categories[name] }

    /// A field by its name at the source; one that we do not know keeps its name.
    func field(_ name: String) -> String { fields[name] ?? name }
}
