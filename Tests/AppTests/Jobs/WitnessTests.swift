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

/// Signed heads go to a place outside, and what runs without a session runs on its own.
struct WitnessTests {
    private func inFolder(_ engine: Engine, _ body: (DeskHouse, WitnessFolder, Folder) async throws -> Void) async throws {
        let folder = try Folder.temporary()
        defer { folder.remove() }
        try await engine.withDesk { house in try await body(house, WitnessFolder(folder.path("witness")), folder) }
    }

    private func registers(_ house: DeskHouse) -> Registers {
        Registers(database: house.base.database, secrets: house.base.secrets, kind: .test, clock: house.base.clock.wall)
    }

    @Test(arguments: Engine.all)
    func `each run hands the newest head over as a file of its own`(engine: Engine) async throws {
        try await inFolder(engine) { house, witness, _ in
            let jobs = Jobs(registers: registers(house), witness: witness, logger: LogBook().logger)
            await jobs.runOnce()
            await jobs.runOnce()
            _ = try await house.report()
            await jobs.runOnce()
            let (heads, newest) = (try witness.heads(), try await house.base.audit.head())
            let verification = try await AuditLog.verify(
                house.base.database, installation: house.base.secrets.installation, keys: house.base.secrets.publicSigningKeys,
                witness: heads)

            #expect(heads.count == 2 && heads.last == newest && heads[0].number < heads[1].number)
            #expect(verification.findings == [] && verification.witnessed == 2)
        }
    }

    @Test func `a head that was handed over is never written over, and contradicts a rewritten chain`() async throws {
        try await inFolder(.sqlite) { house, witness, _ in
            let head = try #require(try await house.base.audit.head())
            try witness.hand(head)
            let file = try #require(try FileManager.default.contentsOfDirectory(atPath: witness.folder).first)
            let path = "\(witness.folder)/\(file)"
            try Data("iets anders".utf8).write(to: URL(filePath: path))
            try witness.hand(head)

            #expect(FileManager.default.contents(atPath: path) == Data("iets anders".utf8))
            #expect(throws: (any Error).self) { try witness.heads() }
        }
    }

    @Test func `a witness that cannot be reached is logged by its kind alone, and the other jobs still run`() async throws {
        try await inFolder(.sqlite) { house, _, folder in
            try Data().write(to: URL(filePath: folder.path("a file")))
            let token = try await house.desk.beginDraft(in: .nl)
            house.base.clock.move(days: 8)
            let logs = LogBook()
            await Jobs(registers: registers(house), witness: WitnessFolder(folder.path("a file/below")), logger: logs.logger)
                .runOnce()
            let state = try await house.desk.state(token)

            #expect(logs.all.count == 1)
            #expect(logs.all.first?.contains("job.failed") == true && logs.all.first?.contains("witness") == true)
            #expect(logs.all.first?.contains(folder.url.path) == false)
            #expect(state == nil)
        }
    }

    @Test func `a folder of heads that is not there is not taken for an empty one`() {
        #expect(throws: (any Error).self) { try WitnessFolder("/nowhere/at/all").heads() }
    }
}
