import Database
import Kernel
import Sealing

/// Which installation a database belongs to, and of what kind it is.
package struct Installation: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case real
        /// Made by the demo: its people sign in with one click, on loopback only.
        case demo
        /// Made by a test, with cheap derivations.
        case test
    }

    package let name: String
    package let kind: Kind
}

/// Why a database cannot be used with these secrets.
package enum InstallationRefusal: Refusal {
    /// The secrets belong to another installation.
    case secretsOfAnotherInstallation
    case kindDiffers(found: Installation.Kind)
}

extension Access {
    /// The installation that the database says it is; nil for an empty one.
    package func installation() async throws -> Installation? {
        try await database.read { db in
            try db.first("SELECT name, kind FROM installation WHERE id = 1").map {
                Installation(name: try $0.get("name"), kind: try $0.get("kind"))
            }
        }
    }

    /// Makes an empty database this installation's, or checks that it is.
    ///
    /// - Throws: `InstallationRefusal`.
    package func establish(_ kind: Installation.Kind) async throws {
        let name = secrets.installation
        try await database.write(.audit) { db in
            try db.execute(
                "INSERT INTO installation (id, name, kind, roster_version) VALUES (1, $1, $2, 1) ON CONFLICT (id) DO NOTHING",
                name,
                kind.rawValue)
        }
        guard let found = try await installation(), found.name == name else {
            throw InstallationRefusal.secretsOfAnotherInstallation
        }
        guard found.kind == kind else { throw InstallationRefusal.kindDiffers(found: found.kind) }
    }
}
