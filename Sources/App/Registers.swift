import Access
import AuditLog
import Commitments
import Compartments
import Database
import Kernel
import ReportingDesk
import Sealing

/// Every register of the program, built once and passed on.
package struct Registers: Sendable {
    package let database: any Database
    package let secrets: ServerSecrets
    package let clock: WallClock
    package let audit: AuditLog
    package let access: Access
    package let desk: ReportingDesk
    package let commitments: Commitments

    /// All steps of the schema, in the order in which the rooms stand on each other.
    package static let migrations =
        AuditLog.migrations + Access.migrations + Compartments.migrations + ReportingDesk.migrations + JobLease.migrations
        + Commitments.migrations

    package init(
        database: any Database, secrets: ServerSecrets, kind: Installation.Kind, clock: WallClock = .system,
        sealer: Sealer = Sealer(),
        settings: DeskSettings = DeskSettings(), cleaning: DocumentCleaning = .missing, uploadRoom: UploadRoom = UploadRoom()
    ) {
        self.database = database
        self.secrets = secrets
        self.clock = clock
        audit = AuditLog(database: database, secrets: secrets, clock: clock)
        access = Access(
            database: database, audit: audit, secrets: secrets, sealer: sealer, clock: clock, derivations: kind.derivations)
        desk = ReportingDesk(
            access: access, compartments: Compartments(access: access), settings: settings, cleaning: cleaning,
            uploadRoom: uploadRoom)
        commitments = Commitments(access: access)
    }
}

extension Installation.Kind {
    /// Derivations at full cost; cheap ones where nothing real is protected.
    fileprivate var derivations: Derivations {
        switch self {
        case .real: Derivations()
        case .demo: Derivations(passphraseCost: .demo, codeCost: .demo)
        case .test: Derivations(passphraseCost: .test, codeCost: .test)
        }
    }
}

extension DerivationCost {
    fileprivate static let demo = try! DerivationCost(memoryKiB: 19 * 1024, passes: 2)
    fileprivate static let test = try! DerivationCost(memoryKiB: 64, passes: 1)
}
