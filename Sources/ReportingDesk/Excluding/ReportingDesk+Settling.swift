import AuditLog
import Compartments
import Database
import Kernel

extension ReportingDesk {
    /// Moves an open case of which an exclusion without keys left too few readers, with the keys of who comes first. Where there
    /// are no readers elsewhere, it stays.
    ///
    /// - Returns: whether it moved.
    @discardableResult func settle(_ id: CaseFile.ID, by excluder: Excluder) async throws -> Bool {
        guard let holder = excluder.holder else { return false }
        return try await retrying {
            guard try await compartments.shouldMove(id.text),
                let file = try await database.read({ db in try db.caseFile(id) }), file.asksForWork
            else { return false }
            let move = try await compartments.prepareMove(of: id.text, holder: holder) { try await avoided(id, $0) }
            guard move.plan.organisation != file.organisation else { return false }
            try await store(move, of: id, by: excluder, naming: nil)
            return true
        }
    }
}
