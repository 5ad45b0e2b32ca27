import Access
import App
import Database
import Foundation
import ReportingDesk
import Sealing
import Synchronization
import TestSupport

/// A report that was acknowledged: what must come back.
struct AcknowledgedReport: Sendable {
    let code: String
    let story: String
    let letter: [UInt8]
}

/// What was acknowledged so far, by many people at once.
final class Reports: Sendable {
    private let state = Mutex((all: [AcknowledgedReport](), isOver: false))

    var all: [AcknowledgedReport] { state.withLock { $0.all } }
    var isOver: Bool { state.withLock { $0.isOver } }

    func add(_ report: AcknowledgedReport) { state.withLock { $0.all.append(report) } }
    func end() { state.withLock { $0.isOver = true } }
}

/// A desk whose people write while a backup is made.
struct BackupHouse: Sendable {
    let desk: DeskHouse
    let folder: Folder

    var base: AccessHouse { desk.base }

    static func with(_ engine: Engine, _ body: (BackupHouse) async throws -> Void) async throws {
        let folder = try Folder.temporary()
        defer { folder.remove() }
        try await engine.withDesk { desk in
            try await desk.base.database.migrate(Registers.migrations)
            try await body(BackupHouse(desk: desk, folder: folder))
        }
    }

    /// Writes a backup of everything.
    @discardableResult func backUp(to name: String = "desk.backup") async throws -> String {
        let path = folder.path(name)
        _ = try await Backup(database: base.database).write(
            to: path, installation: base.secrets.installation, day: base.clock.today)
        return path
    }

    /// One person reports, with a letter.
    func report(_ number: Int) async throws -> AcknowledgedReport {
        let story = "verhaal \(number) \(UUID().uuidString)"
        let letter = Array(String(repeating: "brief bij \(story)\n", count: 9_000).utf8)
        let token = try await desk.completeDraft(story: story)
        var file = try await desk.desk.receiveFile(named: "brief.txt", for: token)
        try await file.take(letter)
        try await desk.desk.addFile(try await file.finish(), to: token)
        try await desk.desk.receive(token)
        return AcknowledgedReport(code: try await desk.desk.mailboxState(token).newCode!, story: story, letter: letter)
    }

    /// Restores a backup with the secrets of this installation.
    @discardableResult func restore(_ path: String, into database: any Database) async throws -> (BackupHeader, Int) {
        try await Backup(database: database).restore(from: path, into: base.secrets.installation)
    }

    /// The same installation over another database.
    func restored(in database: any Database) -> DeskHouse {
        DeskHouse(base: AccessHouse(database: database, clock: base.clock, secrets: base.secrets))
    }
}

extension DeskHouse {
    /// What a reporter finds with a code: the story and the letter.
    func found(with code: String) async throws -> (story: String, letter: [UInt8]) {
        let token = try await desk.enter(code)
        let view = try await desk.mailboxView(token)
        var letter: [UInt8] = []
        if let attachment = view.attachments.first(where: \.isOriginal) {
            var file = try await desk.ownFile(attachment.id, in: token)
            while let bytes = try await file?.next() { letter += bytes }
        }
        return (view.report.story, letter)
    }
}
