import Access
import AuditLog
import Compartments
import Database
import Kernel
import Sealing

/// Compartments with the whole cast.
package struct CompartmentsHouse: Sendable {
    package let base: AccessHouse
    package let compartments: Compartments

    package init(base: AccessHouse) {
        self.base = base
        compartments = Compartments(access: base.access)
    }
}

extension Engine {
    package func withCompartments(_ body: (CompartmentsHouse) async throws -> Void) async throws {
        try await withDatabase { database in
            let base = AccessHouse(database: database)
            try await base.build(AuditLog.migrations + Access.migrations + Compartments.migrations)
            try await base.populate()
            try await body(CompartmentsHouse(base: base))
        }
    }
}

extension ListPlace {
    /// Somewhere in a list.
    package static let inTests = ListPlace(isOpen: true, mark: "", sort: "2026-11-29")
}
