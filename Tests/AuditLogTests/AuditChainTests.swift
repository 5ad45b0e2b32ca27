import Database
import Foundation
import Kernel
import Sealing
import TestSupport
import Testing

@testable import AuditLog

struct AuditChainTests {
    static let secrets = ServerSecrets(from: .system)
    static let clock = WallClock { Instant(microseconds: 1_795_341_600_000_000) }

    static func withLog(_ engine: Engine, entries: Int = 0, _ body: (AuditLog) async throws -> Void) async throws {
        try await engine.withDatabase { database in
            try await database.migrate(AuditLog.migrations)
            let log = AuditLog(database: database, secrets: secrets, clock: clock)
            for number in 0..<entries { try await log.command { _ in note(number) } }
            try await body(log)
        }
    }

    static func note(_ number: Int) -> AuditNote {
        AuditNote(AuditAction("case.opened"), by: "integrityCoordinator", at: .officerDoor, subject: "case\(number % 3)") {
            entry in
            Array("sealed \(entry)".utf8)
        }
    }

    static func verify(_ log: AuditLog, witness: [AuditHead]? = nil) async throws -> AuditVerification {
        try await AuditLog.verify(
            log.database, installation: secrets.installation, keys: secrets.publicSigningKeys, witness: witness)
    }

    static func change(_ log: AuditLog, _ sql: String, _ values: any SQLBindable...) async throws {
        let values = values
        try await log.database.write { db in _ = try db.execute(sql, values) }
    }

    @Test(arguments: Engine.all)
    func `an untouched chain holds, and its head is signed`(engine: Engine) async throws {
        try await Self.withLog(engine, entries: 20) { log in
            let verification = try await Self.verify(log)

            #expect(verification == AuditVerification(entries: 20, findings: [], witnessed: nil))
            #expect(try await log.head()?.number == 20)
            #expect(try await log.entries(about: "case1").map(\.number) == [2, 5, 8, 11, 14, 17, 20])
        }
    }

    @Test(arguments: Engine.all)
    func `a walk beside commands that go on finds nothing wrong`(engine: Engine) async throws {
        try await Self.withLog(engine, entries: 3) { log in
            let writer = Task { for number in 0..<60 { try await log.command { _ in Self.note(number) } } }
            var findings: [AuditFinding] = []
            for _ in 0..<40 { findings += try await Self.verify(log).findings }
            try await writer.value

            #expect(findings.isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `a command that fails leaves neither rows nor entry`(engine: Engine) async throws {
        struct Stop: Error {}
        try await Self.withLog(engine, entries: 1) { log in
            try await Self.change(log, "CREATE TABLE thing (id TEXT PRIMARY KEY)")
            await #expect(throws: Stop.self) {
                try await log.command { db in
                    try db.execute("INSERT INTO thing (id) VALUES ('x')")
                    throw Stop()
                }
            }

            let things = try await log.database.read { try $0.query("SELECT id FROM thing").count }
            #expect(things == 0)
            #expect(try await Self.verify(log).entries == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `commands of many at once make one chain`(engine: Engine) async throws {
        try await Self.withLog(engine) { log in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<50 { group.addTask { try await log.command { _ in Self.note(number) } } }
                try await group.waitForAll()
            }

            #expect(try await Self.verify(log) == AuditVerification(entries: 50, findings: [], witnessed: nil))
        }
    }

    @Test(
        arguments: Engine.all,
        [
            "UPDATE audit_entry SET action = 'case.closed' WHERE number = 7",
            "UPDATE audit_entry SET day = '2020-01-01' WHERE number = 7",
            "UPDATE audit_entry SET party = 'other' WHERE number = 7", "UPDATE audit_entry SET subject = NULL WHERE number = 7",
            "UPDATE audit_entry SET origin = 'job' WHERE number = 7", "UPDATE audit_entry SET detail = hash WHERE number = 7",
            "UPDATE audit_entry SET detail_hash = hash WHERE number = 7",
        ])
    func `an edited entry is named`(engine: Engine, sql: String) async throws {
        try await Self.withLog(engine, entries: 12) { log in
            try await Self.change(log, sql)

            #expect(try await Self.verify(log).findings == [.edited(number: 7)])
        }
    }

    @Test(arguments: Engine.all)
    func `an entry edited together with its hash breaks the next link`(engine: Engine) async throws {
        try await Self.withLog(engine, entries: 12) { log in
            try await Forger(log).rehash(from: 7, through: 7) {
                AuditNote(AuditAction("case.closed"), by: $0.party, at: $0.origin)
            }

            #expect(try await Self.verify(log).findings == [.brokenLink(number: 8)])
        }
    }

    @Test(arguments: Engine.all)
    func `deleted entries are named`(engine: Engine) async throws {
        try await Self.withLog(engine, entries: 12) { log in
            try await Self.change(log, "DELETE FROM audit_entry WHERE number IN (5, 6)")

            #expect(try await Self.verify(log).findings == [.deleted(from: 5, through: 6)])
        }
    }

    @Test(arguments: Engine.all)
    func `a cut tail is named, with or without an earlier head put back`(engine: Engine) async throws {
        try await Self.withLog(engine, entries: 12) { log in
            try await Self.change(log, "DELETE FROM audit_entry WHERE number > 9")

            #expect(try await Self.verify(log).findings == [.tailCut(last: 9, head: 12)])
            try await Self.change(log, "DELETE FROM audit_head")
            #expect(try await Self.verify(log).findings == [.headMissing])
        }
    }

    @Test(arguments: Engine.all)
    func `a fork is named with the entry on which it follows`(engine: Engine) async throws {
        try await Self.withLog(engine, entries: 12) { log in
            try await Forger(log).fork(number: 10, after: 6)

            #expect(try await Self.verify(log).findings.first == .forked(number: 10, after: 6))
        }
    }

    @Test(arguments: Engine.all)
    func `a tail rewritten without the signing key does not fit the signed head`(engine: Engine) async throws {
        try await Self.withLog(engine, entries: 12) { log in
            try await Forger(log).rehash(from: 4, through: 12) { AuditNote(AuditAction("nothing"), by: $0.party, at: $0.origin) }

            #expect(try await Self.verify(log).findings == [.rewritten(number: 12)])
        }
    }

    @Test(arguments: Engine.all)
    func `a head signed with another key is named`(engine: Engine) async throws {
        try await Self.withLog(engine, entries: 12) { log in
            try await Forger(log).signHead(with: ServerSecrets(from: .system).signing[0])

            #expect(try await Self.verify(log).findings == [.headForged(number: 12)])
        }
    }

    @Test(arguments: Engine.all)
    func `all rewritten with the stolen signing key is found by the witness alone`(engine: Engine) async throws {
        try await Self.withLog(engine, entries: 6) { log in
            let early = try #require(try await log.head())
            for number in 6..<12 { try await log.command { _ in Self.note(number) } }
            let late = try #require(try await log.head())
            let forger = Forger(log)
            try await forger.rehash(from: 8, through: 12) { AuditNote(AuditAction("nothing"), by: $0.party, at: $0.origin) }
            try await forger.signHead(with: Self.secrets.signing[0])

            #expect(try await Self.verify(log).findings == [])
            #expect(
                try await Self.verify(log, witness: [early, late]).findings == [.contradictsWitness(number: 12, lastAgreed: 6)])
        }
    }

    @Test(arguments: Engine.all)
    func `a chain set back to an earlier state is found by the witness alone`(engine: Engine) async throws {
        try await Self.withLog(engine, entries: 12) { log in
            let head = try #require(try await log.head())
            try await Self.change(log, "DELETE FROM audit_entry WHERE number > 9")
            try await Forger(log).signHead(with: Self.secrets.signing[0])

            #expect(try await Self.verify(log).findings == [])
            #expect(try await Self.verify(log, witness: [head]).findings == [.setBack(last: 9, witnessed: 12)])
        }
    }

    @Test(arguments: Engine.all)
    func `a forged witness is not believed`(engine: Engine) async throws {
        try await Self.withLog(engine, entries: 3) { log in
            let entry = try #require(try await log.entries(about: "case0").first)
            let forged = AuditHead(
                installation: Self.secrets.installation, entry: entry, key: ServerSecrets(from: .system).signing[0])

            #expect(try await Self.verify(log, witness: [forged]).findings == [.witnessForged(number: entry.number)])
        }
    }

    @Test(arguments: Engine.all)
    func `a detail destroyed with its case leaves the chain whole`(engine: Engine) async throws {
        try await Self.withLog(engine, entries: 6) { log in
            try await Self.change(log, "UPDATE audit_entry SET detail = NULL WHERE subject = 'case1'")

            #expect(try await Self.verify(log).findings == [])
        }
    }

    @Test(arguments: Engine.all)
    func `an opening is proven by its entry alone`(engine: Engine) async throws {
        try await Self.withLog(engine, entries: 2) { log in
            let action = AuditAction("case.opened")
            let opening = try await log.recordOpening(of: "case9", as: action) { _, _ in
                AuditNote(action, by: "handler", at: .officerDoor, subject: "case9")
            }

            #expect(opening.entry == 3)
            #expect(try await log.recordedOpening(entry: 3, of: "case9", as: action) == opening)
            #expect(try await log.recordedOpening(entry: 3, of: "case8", as: action) == nil)
            #expect(try await log.recordedOpening(entry: 4, of: "case9", as: action) == nil)
        }
    }
}

/// Someone with full access to the database who changes the chain, and hashes anew what they changed.
private struct Forger {
    let log: AuditLog

    init(_ log: AuditLog) {
        self.log = log
    }

    func rehash(from: Int, through: Int, _ change: @escaping @Sendable (AuditEntry) -> AuditNote) async throws {
        try await log.database.write { db in
            var previous = try Self.entry(from, db).previous
            for number in from...through {
                let old = try Self.entry(number, db)
                let forged = try AuditEntry(number: number, day: old.day, note: change(old), previous: previous)
                try Self.replace(forged, db)
                previous = forged.hash
            }
        }
    }

    func fork(number: Int, after earlier: Int) async throws {
        try await log.database.write { db in
            let previous = try Self.entry(earlier, db).hash
            let old = try Self.entry(number, db)
            try Self.replace(
                AuditEntry(
                    number: number, day: old.day, note: AuditNote(old.action, by: old.party, at: old.origin), previous: previous),
                db)
        }
    }

    func signHead(with key: ServerSecrets.Numbered<SigningKeyPair>) async throws {
        try await log.database.write { db in
            let last = try AuditEntry(row: db.first("SELECT * FROM audit_entry ORDER BY number DESC LIMIT 1")!)
            let head = AuditHead(installation: AuditChainTests.secrets.installation, entry: last, key: key)
            try db.execute(
                "UPDATE audit_head SET number = $1, hash = $2, day = $3, signature = $4", head.number, Array(head.hash), head.day,
                Array(head.signature))
        }
    }

    private static func entry(_ number: Int, _ db: any SQLConnection) throws -> AuditEntry {
        try AuditEntry(row: db.first("SELECT * FROM audit_entry WHERE number = $1", number)!)
    }

    private static func replace(_ entry: AuditEntry, _ db: any SQLConnection) throws {
        try db.execute(
            """
            UPDATE audit_entry SET action = $2, party = $3, origin = $4, subject = $5, previous = $6, hash = $7, detail = $8,
            detail_hash = $9 WHERE number = $1
            """, entry.number, entry.action.code, entry.party, entry.origin.rawValue, entry.subject, entry.previous, entry.hash,
            entry.detail, entry.detailHash)
    }
}
