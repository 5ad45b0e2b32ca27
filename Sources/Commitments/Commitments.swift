import Access
import AuditLog
import Database
import Kernel
import Sealing

/// What ministers owe the States General: commitments, motions, requests for information and written questions, and when each
/// is due.
package struct Commitments: Sendable {
    package static let migrations = [
        Migration("commitments-0001", sql: PackageResources._001_commitments_sql),
        Migration("commitments-0002", sql: PackageResources._002_parliament_sql),
        Migration("commitments-0003", sql: PackageResources._003_public_note_sql),
        Migration("commitments-0004", sql: PackageResources._004_corrections_sql),
        Migration("commitments-0005", sql: PackageResources._005_taken_back_sql),
        Migration("commitments-0006", sql: PackageResources._006_sources_and_rules_sql),
        Migration("commitments-0007", sql: PackageResources._007_motions_there_sql),
        Migration("commitments-0008", sql: PackageResources._008_matters_anew_sql),
    ]

    package let access: Access
    let audit: AuditLog
    let database: any Database
    let clock: WallClock
    let entropy: EntropySource

    /// - Parameter clock: nil for the one of `access`.
    package init(access: Access, clock: WallClock? = nil) {
        self.access = access
        audit = access.audit
        database = access.database
        self.clock = clock ?? access.clock
        entropy = access.sealer.entropy
    }

    package var today: Day { clock.today() }
}

extension AuditAction {
    package static let entryRegistered = AuditAction("register.entry-registered")
    package static let entryDueSet = AuditAction("register.due-set")
    package static let entryStandingSet = AuditAction("register.standing-set")
    package static let entryAssigned = AuditAction("register.entry-assigned")
    package static let entryLinked = AuditAction("register.entry-linked")
    package static let entryUnlinked = AuditAction("register.entry-unlinked")
    package static let entryCorrected = AuditAction("register.entry-corrected")
    package static let entryRemoved = AuditAction("register.entry-removed")
    package static let motionStepTaken = AuditAction("register.motion-step-taken")
}
