import Access
import App
import ArgumentParser
import DatabaseSQLite
import Documents
import Foundation
import Kernel
import Logging
import Sealing
import Web

/// `meldloket routes`: every address that the doors answer to, for those who test them.
package struct RoutesCommand: PlainSpokenCommand {
    package static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "List every address that the doors answer to, as JSON.")

    package init() {}

    func perform() async throws {
        struct Route: Encodable {
            let door, method, pattern, kind: String
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "meldloket-routes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try await SQLiteDatabase(path: folder.appending(path: "empty.sqlite").path)
        let registers = Registers(database: database, secrets: ServerSecrets(from: .system), kind: .demo)
        let frame = SiteFrame(neutralPage: "https://example.org", isDemo: true)
        let failures = FailureLog(logger: Logger(label: "routes"), isHeld: true)
        let settings = DoorSettings(isSecure: false, securityContact: "", failures: failures)
        let routes =
            ReporterDoor(desk: registers.desk, frame: frame, settings: settings).routes
            + OfficerDoor(
                desk: registers.desk, commitments: registers.commitments, printer: .missing, frame: frame, settings: settings,
                demo: DemoSignIn(registers)
            )
            .routes
        print(Output.json(routes.map { Route(door: $0.door, method: $0.method, pattern: $0.pattern, kind: $0.kind.rawValue) }))
        try await registers.access.derivations.close()
        try await database.close()
    }
}
