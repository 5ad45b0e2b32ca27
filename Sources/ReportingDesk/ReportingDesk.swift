import Access
import AuditLog
import Compartments
import Database
import Kernel
import Sealing

/// The desk: reports come in, are read and answered by those who may, and are closed, in the statutory time.
package struct ReportingDesk: Sendable {
    package static let migrations = [
        Migration("desk-0001", sql: PackageResources._001_desk_sql),
        Migration("desk-0002", sql: PackageResources._002_pending_code_sql),
    ]

    package let access: Access
    package let compartments: Compartments
    package let settings: DeskSettings
    let audit: AuditLog
    let database: any Database
    let sealer: Sealer
    let clock: WallClock
    let cleaning: DocumentCleaning
    let uploadRoom: UploadRoom
    let unsentChunks = UnsentChunks()
    let waitingCounts = RecentCounts()

    package init(
        access: Access, compartments: Compartments, settings: DeskSettings = DeskSettings(),
        cleaning: DocumentCleaning = .missing, uploadRoom: UploadRoom = UploadRoom()
    ) {
        self.access = access
        self.compartments = compartments
        self.settings = settings
        self.cleaning = cleaning
        self.uploadRoom = uploadRoom
        audit = access.audit
        database = access.database
        sealer = access.sealer
        clock = access.clock
    }

    package var today: Day { clock.today() }
}

extension AuditAction {
    package static let reportReceived = AuditAction("report.received")
    package static let mailboxOpened = AuditAction("mailbox.opened")
    package static let codeMade = AuditAction("code.made")
    package static let codeReplaced = AuditAction("code.replaced")
    package static let reporterWrote = AuditAction("reporter.wrote")
    package static let reporterAddedFile = AuditAction("reporter.added-file")
    package static let caseOpened = AuditAction("case.opened")
    package static let identityOpened = AuditAction("identity.opened")
    package static let fileOpened = AuditAction("file.opened")
    package static let officerWrote = AuditAction("officer.wrote")
    package static let feedbackGiven = AuditAction("feedback.given")
    package static let caseClosed = AuditAction("case.closed")
    package static let officerExcluded = AuditAction("officer.excluded")
    package static let accessGranted = AuditAction("access.granted")
    package static let recoveryCompleted = AuditAction("recovery.completed")
    /// Lost by who is not involved, because the case is handled elsewhere.
    package static let accessMoved = AuditAction("access.moved")
    package static let recoveryBegun = AuditAction("recovery.begun")
    package static let listOpened = AuditAction("list.opened")
}
