import Access
import Foundation
import Kernel
import Sealing
import Web

/// The made-up people of the demo.
struct DemoCast: Decodable {
    struct Person: Decodable {
        let userName: String
        let name: String
        let role: OfficerRole
        let organisation: Organisation.ID
        /// Whether the demo offers to sign in as this person.
        let isOffered: Bool
        /// Whether the appointment still waits for a colleague's confirmation.
        let isWaiting: Bool

        /// Everyone in the demo has a passphrase that follows from the name: nothing real is protected by it.
        var passphrase: String { "de demozin van \(userName)" }
    }

    let people: [Person]

    static let all = try! JSONDecoder().decode(DemoCast.self, from: Data(PackageResources.cast_json))

    var offered: [DemoSignIn.Person] {
        people.filter(\.isOffered).map {
            DemoSignIn.Person(userName: $0.userName, name: $0.name, role: $0.role, organisation: $0.organisation)
        }
    }
}
