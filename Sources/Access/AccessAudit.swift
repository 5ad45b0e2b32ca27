import AuditLog
import Foundation
import Kernel
import Sealing

extension AuditAction {
    package static let organisationsImported = AuditAction("organisations.imported")
    package static let officerAdded = AuditAction("officer.added")
    package static let officerLeft = AuditAction("officer.left")
    package static let officerReset = AuditAction("officer.reset")
    package static let officerEnrolled = AuditAction("officer.enrolled")
    package static let officerAppointed = AuditAction("officer.appointed")
    package static let appointmentEnded = AuditAction("appointment.ended")
    package static let keyholderConfirmed = AuditAction("keyholder.confirmed")
    package static let signedIn = AuditAction("officer.signed-in")
    package static let passphraseChanged = AuditAction("passphrase.changed")
}

/// What the audit knows of an act at the officers' side besides action, role and day: sealed under the server's notice key, for
/// it is about no case.
package struct AccessDetail: SealedDocument, Equatable {
    package static let form = "access-detail"

    package let instant: Int64
    package let officer: String?
    package let appointment: String?
    package let text: String?
}

extension Access {
    /// A note with its detail.
    ///
    /// - Parameters:
    ///   - party: the function of who did it.
    ///   - officer: who did it, or whom it was done to.
    package func note(
        _ action: AuditAction, by party: String, at origin: AuditOrigin, officer: Officer.ID? = nil,
        appointment: Appointment.ID? = nil,
        text: String? = nil
    ) -> AuditNote {
        let detail = AccessDetail(
            instant: clock.now().microseconds, officer: officer?.text, appointment: appointment?.text, text: text)
        return AuditNote(action, by: party, at: origin) { [sealer, key = secrets.notice.key] number in
            try sealer.seal(detail, with: key, at: Self.detailPlace(number)).bytes
        }
    }

    /// Reads the detail of an entry that this room made.
    ///
    /// - Returns: nil where the entry has none, or is about a case.
    package func detail(of entry: AuditEntry) throws -> AccessDetail? {
        guard entry.subject == nil, let bytes = entry.detail else { return nil }
        return try sealer.open(Sealed<AccessDetail>(bytes: bytes), with: secrets.notice.key, at: Self.detailPlace(entry.number))
    }

    private static func detailPlace(_ number: Int) -> SealingPlace {
        SealingPlace(table: "audit_entry", column: "detail", row: String(number))
    }
}
