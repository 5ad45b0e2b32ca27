import Foundation
import Kernel

/// Who is asked about a letter before it goes: a body between departments, or a department for its part.
package struct AlignmentBody: Sendable, Equatable, Identifiable {
    /// A short code, such as `icbr`.
    package struct ID: Hashable, Sendable, Comparable, Codable {
        package let code: String

        package init?(_ code: some StringProtocol) {
            guard (2...24).contains(code.utf8.count), code.utf8.allSatisfy({ (97...122).contains($0) || $0 == 45 }) else {
                return nil
            }
            self.code = String(code)
        }

        package init(from decoder: any Decoder) throws {
            let text = try decoder.singleValueContainer().decode(String.self)
            guard let id = ID(text) else {
                throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no code of a body"))
            }
            self = id
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(code)
        }

        package static func < (a: ID, b: ID) -> Bool { a.code < b.code }
    }

    package enum Purpose: String, Sendable, Codable { case agreement, information }

    package let id: ID
    package let name: String
    /// What it is, where the name alone does not say it.
    package let about: Bilingual<String>?
    package let purpose: Purpose
    /// For a department, which one.
    package let department: Organisation.ID?

    package init(
        id: ID, name: String, about: Bilingual<String>? = nil, purpose: Purpose,
        department: Organisation.ID? = nil
    ) {
        self.about = about
        self.id = id
        self.name = name
        self.purpose = purpose
        self.department = department
    }

    /// All that can be asked.
    package static let all = try! JSONDecoder().decode(File.self, from: Data(PackageResources.bodies_json)).bodies

    package static func named(_ id: ID) -> AlignmentBody? { all.first { $0.id == id } }

    private struct File: Decodable {
        let bodies: [AlignmentBody]
    }
}

extension AlignmentBody: Decodable {}

extension AlignmentBody.ID {
    /// How it is called; its code where it is not known any more.
    package var name: String { AlignmentBody.named(self)?.name ?? code }
}
