import Access
import AuditLog
import Database
import Kernel
import Sealing

/// The keys of sealed subjects: who may read which part of which case, and how that changes.
package struct Compartments: Sendable {
    package static let migrations = [Migration("compartments-0001", sql: PackageResources._001_compartments_sql)]

    package let access: Access
    package let audit: AuditLog
    let database: any Database
    let sealer: Sealer
    let tags: SubjectTags
    /// Decoys are wrapped to this key, whose private half was thrown away when it was made.
    let nobody: ReadingPublicKey

    package init(access: Access) {
        self.access = access
        audit = access.audit
        database = access.database
        sealer = access.sealer
        tags = SubjectTags(key: access.secrets.tagKey)
        nobody = ReadingKeyPair(from: access.sealer.entropy).publicKey
    }

    var today: Day { access.clock.today() }
}
