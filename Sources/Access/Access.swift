import AuditLog
import Database
import Kernel
import Sealing
import Synchronization

/// Organisations, officers, their roles and keys, and how they sign in.
package struct Access: Sendable {
    package static let migrations = [Migration("access-0001", sql: PackageResources._001_access_sql)]

    package let database: any Database
    package let audit: AuditLog
    package let sealer: Sealer
    package let clock: WallClock
    package let derivations: Derivations
    package let secrets: ServerSecrets
    let rosterCache = RosterCache()

    package init(
        database: any Database, audit: AuditLog, secrets: ServerSecrets, sealer: Sealer, clock: WallClock,
        derivations: Derivations
    ) {
        self.database = database
        self.audit = audit
        self.secrets = secrets
        self.sealer = sealer
        self.clock = clock
        self.derivations = derivations
    }

    /// The picture of today's rows: read again when they changed.
    package func roster() async throws -> Roster {
        let (version, cache) = (try await database.read { try $0.rosterVersion() }, rosterCache)
        if let roster = cache.roster, roster.version == version { return roster }
        let keys = secrets.publicSigningKeys
        let roster = try await database.read { try $0.roster(serverKeys: keys) }
        cache.roster = roster
        return roster
    }
}

/// The last roster that was read.
final class RosterCache: Sendable {
    private let held = Mutex<Roster?>(nil)

    var roster: Roster? {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }
}
