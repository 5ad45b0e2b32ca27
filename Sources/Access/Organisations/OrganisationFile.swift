import Foundation
import Kernel

/// The seed file of organisations, as JSON.
package struct OrganisationFile: Decodable {
    struct Name: Decodable {
        let nl, en, abbreviation: String
        let from: Day?
        let until: Day?
    }

    struct Parent: Decodable {
        let organisation: Organisation.ID
        let from: Day?
        let until: Day?
    }

    struct Entry: Decodable {
        let id: Organisation.ID
        let kind: Organisation.Kind
        let from: Day
        let until: Day?
        let names: [Name]
        let parents: [Parent]
        let alternate: Organisation.ID?
        let tooi: String?
    }

    let organisations: [Entry]

    /// The organisations of the file; a name or a parent without dates holds as long as its organisation exists.
    package func read() -> [Organisation] {
        organisations.map { entry in
            func period(_ from: Day?, _ until: Day?) -> Period { Period(from: from ?? entry.from, until: until ?? entry.until) }
            return Organisation(
                id: entry.id, kind: entry.kind, existence: Period(from: entry.from, until: entry.until),
                names: entry.names.map {
                    Dated(OrganisationName(nl: $0.nl, en: $0.en, abbreviation: $0.abbreviation), period($0.from, $0.until))
                },
                parents: entry.parents.map { Dated($0.organisation, period($0.from, $0.until)) }, alternate: entry.alternate,
                tooi: entry.tooi)
        }
    }

    /// The central government as it is known to this release: ministries since 2018 and the large agencies.
    package static func centralGovernment() throws -> [Organisation] {
        try JSONDecoder().decode(OrganisationFile.self, from: Data(PackageResources.organisations_json)).read()
    }
}
