import AuditLog
import Compartments
import Kernel

extension ReportingDesk {
    /// Moves a case of which an exclusion without keys left too few readers, with the keys of who comes first. Where there are no
    /// readers elsewhere, it stays.
    func settle(_ id: CaseFile.ID, by excluder: Excluder) async throws {
        guard let holder = excluder.holder, try await compartments.hasTooFewReaders(id.text) else { return }
        try await retrying {
            let move = try await compartments.prepareMove(of: id.text, holder: holder) { try await avoided(id, $0) }
            guard !move.left.isEmpty || !move.added.isEmpty else { return }
            try await store(move, of: id, by: excluder, naming: nil)
        }
    }
}
