import AuditLog
import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import Access
@testable import Compartments

/// Organisations, officers, roles and substitutions drawn at random, with true keys and confirmations, from a seed that a
/// failure names.
final class RandomWorld {
    let house: AccessHouse
    let compartments: Compartments
    let organisations: [Organisation.ID]
    private(set) var rings: [Officer.ID: KeyRing] = [:]
    private var generator: SeededGenerator
    var today: Day { house.clock.today }

    init(database: any Database, seed: UInt64) async throws {
        house = AccessHouse(database: database)
        try await database.migrate(AuditLog.migrations + Access.migrations + Compartments.migrations)
        try await house.access.establish(.test)
        compartments = Compartments(access: house.access)
        generator = SeededGenerator(seed: seed)
        let always = Period(from: day("2018-01-01"))
        let codes = ["root", "aa", "bb", "cc", "aa-1", "bb-1"]
        organisations = codes.map { Organisation.ID($0)! }
        try await house.access.importOrganisations(
            codes.enumerated().map { index, code in
                let parent = code == "root" ? nil : code.hasSuffix("-1") ? String(code.prefix(2)) : "root"
                let alternate = index < 1 || index > 3 ? nil : codes[index % 3 + 1]
                return Organisation(
                    id: Organisation.ID(code)!, kind: code == "root" ? .government : code.hasSuffix("-1") ? .agency : .ministry,
                    existence: always, names: [Dated(OrganisationName(nl: code, en: code, abbreviation: code), always)],
                    parents: parent.map { [Dated(Organisation.ID($0)!, always)] } ?? [],
                    alternate: alternate.flatMap(Organisation.ID.init), tooi: nil)
            })
    }

    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    func pick<T>(_ list: [T]) -> T { list[number(0...list.count - 1)] }

    /// Officers at every organisation in random roles, some not confirmed, three recovery officers, some substitutions.
    func populate() async throws {
        for organisation in organisations.dropFirst() {
            for _ in 0..<number(organisation.code.hasSuffix("-1") ? 0...3 : 1...4) {
                try await hire(at: organisation, as: chance(60) ? .integrityCoordinator : .reportHandler, confirmed: chance(85))
            }
        }
        for _ in 0..<number(2...3) { try await hire(at: organisations[0], as: .recoveryOfficer, confirmed: true) }
        for _ in 0..<number(0...4) { try await substitute() }
    }

    @discardableResult func hire(at organisation: Organisation.ID, as role: OfficerRole, confirmed: Bool) async throws
        -> Officer.ID
    {
        let name = UserName("o\(rings.count)")!
        let officer = try await house.access.addOfficer(name, name: "Officer \(rings.count)")
        let ring = KeyRing(for: officer.id, version: 1, from: .system)
        rings[officer.id] = ring
        try await house.database.write { db in
            try db.execute(
                "INSERT INTO officer_key (officer, version, reading_key, signing_key, made_day) VALUES ($1, 1, $2, $3, $4)",
                officer.id,
                ring.publicKeys.reading.bytes, ring.publicKeys.signing.bytes, "2026-01-01")
        }
        try await appoint(officer, at: organisation, as: role, for: nil, confirmed: confirmed)
        return officer.id
    }

    /// Someone begins to stand in for someone else, at an organisation where that one works.
    @discardableResult func substitute() async throws -> (Officer.ID, for: Officer.ID)? {
        let roster = try await house.access.roster()
        let absent = pick(roster.appointments.filter { $0.role.readsReports && $0.substituteFor == nil })
        let candidates = roster.officers.values.filter { $0.id != absent.officer }.sorted { $0.id.text < $1.id.text }
        let substitute = pick(candidates)
        do {
            try await appoint(substitute, at: absent.organisation, as: .reportHandler, for: absent.officer, confirmed: chance(85))
        } catch OfficerRefusal.alreadyAppointed {
            return nil
        }
        return (substitute.id, absent.officer)
    }

    private func appoint(
        _ officer: Officer, at organisation: Organisation.ID, as role: OfficerRole, for absent: Officer.ID?, confirmed: Bool
    ) async throws {
        let appointment = try await house.access.appoint(
            officer, as: role, at: organisation, in: Period(from: today), substituteFor: absent)
        guard confirmed else { return }
        let confirmation = Confirmation(
            of: appointment, keys: rings[officer.id]!.publicKeys, before: ["anna", "bram"], serverKey: house.secrets.signing[0],
            on: today)
        try await house.database.write { db in
            try db.execute(
                """
                INSERT INTO confirmation (appointment, key_version, server_key, administrators, day, signature)
                VALUES ($1, 1, $2, 'anna,bram', $3, $4)
                """, appointment.id, self.house.secrets.signing[0].id, confirmation.day, confirmation.signature)
            try db.raiseRosterVersion()
        }
    }
}

extension RandomWorld: @unchecked Sendable {}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
