import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import Access
@testable import Compartments

extension CompartmentsHouse {
    /// The key rings of the recovery officers, in the order of their pairs.
    func recoveryRings() async throws -> [KeyRing] {
        try await recoveryOfficers().asyncMap { try await base.keyRing(of: $0) }
    }

    /// The recovery officers, in the order of their pairs.
    func recoveryOfficers() async throws -> [CastMember] {
        try await [CastMember.ruth, .bart, .noor].asyncMap { ($0, try await base.officer($0).id.text) }
            .sorted { $0.1 < $1.1 }.map(\.0)
    }
}

extension KeyLifeTests.Case {
    @discardableResult func complete(by ring: KeyRing) async throws -> PreparedExclusion {
        let recovery = try await house.compartments.prepareRecovery(of: subject, by: ring)
        let today = house.base.clock.today
        try await house.base.database.write { db in
            try db.store(recovery, at: .inTests, on: today)
            try db.forgetRecoverySteps(of: subject)
        }
        return recovery
    }

    func begin(by ring: KeyRing) async throws {
        let step = try await house.compartments.prepareRecoveryStep(of: subject, by: ring)
        let today = house.base.clock.today
        try await house.base.database.write { try $0.store(step, on: today) }
    }
}

extension Array {
    func asyncMap<T>(_ body: (Element) async throws -> T) async rethrows -> [T] {
        var out: [T] = []
        for element in self { out.append(try await body(element)) }
        return out
    }
}
