import Access
import App
import AuditLog
import Database
import Foundation
import Kernel
import ReportingDesk
import Sealing
import TestSupport
import Testing

/// A backup is made while people write, and comes back on either engine.
///
/// The tests come one after the other: each holds two databases, and all together would wait for each other.
@Suite(.serialized) struct BackupTests {
    static let ways = Engine.all.flatMap { from in Engine.all.map { (from, $0) } }

    @Test(arguments: ways)
    func `what was acknowledged before a backup began is there after a restore, on either engine`(from: Engine, to: Engine)
        async throws
    {
        try await BackupHouse.with(from) { house in
            let acknowledged = Reports()
            let (path, before) = try await backUpWhileFourWrite(house, acknowledged)

            try await to.withDatabase { database in
                try await house.restore(path, into: database)
                let desk = house.restored(in: database)
                for report in before {
                    let found = try await desk.found(with: report.code)
                    #expect(found.story == report.story && found.letter == report.letter)
                }
                let cases = try await database.read { try $0.query("SELECT id FROM case_file").count }
                let verification = try await AuditLog.verify(
                    database, installation: house.base.secrets.installation, keys: house.base.secrets.publicSigningKeys)

                #expect(before.count >= 6 && cases >= before.count)
                #expect(acknowledged.all.count > before.count)
                #expect(verification.findings == [] && verification.entries > 0)
            }
        }
    }

    /// - Returns: the backup, and what was acknowledged when it began.
    private func backUpWhileFourWrite(_ house: BackupHouse, _ acknowledged: Reports) async throws -> (
        path: String, before: [AcknowledgedReport]
    ) {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for number in 0... {
                        acknowledged.add(try await house.report(writer * 1000 + number))
                        if acknowledged.isOver { return }
                    }
                }
            }
            while acknowledged.all.count < 6 { try await Task.sleep(for: .milliseconds(10)) }
            let before = acknowledged.all
            let path = try await house.backUp()
            acknowledged.end()
            try await group.waitForAll()
            return (path, before)
        }
    }

    @Test(arguments: ways)
    func `after a restore an officer signs in with the old passphrase, reads and closes, and the reporter hears it`(
        from: Engine, to: Engine
    ) async throws {
        try await BackupHouse.with(from) { house in
            let sent = try await house.desk.report(story: "voor de brand")
            let vera = try await house.desk.opened(sent.id, by: .vera)
            try await house.desk.desk.officerWrites("Dank je.", in: sent.id, by: vera)
            let path = try await house.backUp()

            try await to.withDatabase { database in
                try await house.restore(path, into: database)
                let desk = house.restored(in: database)
                let old = try await desk.base.access.session(vera.session.token)
                let again = try await desk.opened(sent.id, by: .vera)
                let view = try await desk.desk.caseView(sent.id, for: again)
                try await desk.desk.giveFeedback("We spraken met hem.", in: sent.id, by: again)
                try await desk.desk.close(sent.id, outcome: .confirmed, reasons: "", by: again)
                let mailbox = try await desk.desk.mailboxView(desk.desk.enter(sent.code))
                let verification = try await AuditLog.verify(
                    database, installation: desk.base.secrets.installation, keys: desk.base.secrets.publicSigningKeys)

                #expect(old == nil)
                #expect(view.report.story == "voor de brand")
                #expect(mailbox.messages.map(\.content?.text) == ["Dank je.", "We spraken met hem."])
                #expect(mailbox.outcome == .confirmed)
                #expect(verification.findings == [])
            }
        }
    }

    @Test(arguments: ways)
    func `every row of every table comes back as it was, on either engine`(from: Engine, to: Engine) async throws {
        try await BackupHouse.with(from) { house in
            _ = try await house.report(1)
            _ = try await house.desk.completeDraft(story: "nog niet verstuurd")
            let path = try await house.backUp()

            try await to.withDatabase { database in
                let (header, count) = try await house.restore(path, into: database)
                var total = 0
                for table in header.tables.map(\.name) {
                    let before = try await rows(of: table, in: house.base.database)
                    let after = try await rows(of: table, in: database)
                    #expect(before == after, "\(table)")
                    total += after.count
                }

                #expect(total == count && count > 100)
                #expect(header.installation == house.base.secrets.installation && header.day == "2026-11-22")
            }
        }
    }

    private func rows(of table: String, in database: any Database) async throws -> Set<String> {
        try await database.read { db in
            Set(
                try db.query("SELECT * FROM \(table)").map { row in
                    zip(row.names, row.values).map { "\($0)=\($1)" }.sorted().joined(separator: " ")
                })
        }
    }

    @Test func `a backup holds no secret of the server, and is for its owner alone`() async throws {
        try await BackupHouse.with(.sqlite) { house in
            _ = try await house.report(1)
            let path = try await house.backUp()
            let bytes = Array(try Data(contentsOf: URL(filePath: path)))
            let file = try JSONSerialization.jsonObject(with: try house.base.secrets.encoded()) as! [String: Any]
            let keys =
                ["peppers", "signing"].flatMap { file[$0] as! [[String: String]] }
                + ["tags", "notice"].map { file[$0] as! [String: String] }
            let secrets = keys.map { Needle($0["id"]!, bytes: Array(Data(base64Encoded: $0["bytes"]!)!)) }
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int

            #expect(secrets.map(\.name) == ["pepper-1", "signing-1", "tags-1", "notice-1"])
            #expect(NeedleSearch(secrets).hits(in: bytes) == [])
            #expect(NeedleSearch([Needle("a name that is plain", "Vera Mulder")]).hits(in: bytes).count == 1)
            #expect(mode == 0o600)
        }
    }
}
