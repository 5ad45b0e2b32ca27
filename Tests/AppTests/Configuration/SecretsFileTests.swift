import App
import Foundation
import Kernel
import Sealing
import TestSupport
import Testing

@testable import CLI

/// The file of the server's secrets is for the server alone.
struct SecretsFileTests {
    private func inFolder(_ body: (SecretsFile) throws -> Void) throws {
        let folder = try Folder.temporary()
        defer { folder.remove() }
        try body(SecretsFile(SecretsConfiguration(path: folder.path("secrets.json"))))
    }

    private func mode(_ file: SecretsFile) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    }

    @Test func `new secrets are made once, readable by their owner alone`() throws {
        try inFolder { file in
            let made = try file.readOrCreate()
            let (again, mode) = (try file.readOrCreate(), try mode(file))
            let folder = URL(filePath: file.path).deletingLastPathComponent().path

            #expect(try made.encoded() == again.encoded())
            #expect(mode == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["secrets.json"])
        }
    }

    @Test(arguments: [0o640, 0o604, 0o620, 0o602, 0o610, 0o644, 0o777])
    func `a file that others may use is refused, and says what to do`(mode: Int) throws {
        try inFolder { file in
            try file.write(ServerSecrets(from: .system))
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
            let refusal = #expect(throws: SettingsRefusal.self) { try file.read() }

            #expect(refusal == .secretsReadableByOthers(file.path))
            #expect(
                refusal.map { CommandProblem.sentence(for: $0) }
                    == "Others may read '\(file.path)'. Run: chmod 600 '\(file.path)'")
            #expect(throws: SettingsRefusal.self) { try file.readOrCreate() }
        }
    }

    @Test(arguments: [0o600, 0o400])
    func `a file for its owner alone is read`(mode: Int) throws {
        try inFolder { file in
            let secrets = ServerSecrets(from: .system)
            try file.write(secrets)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)

            #expect(try file.read().encoded() == secrets.encoded())
        }
    }

    @Test func `a file that is missing is named, and one in a folder that is missing cannot be written`() throws {
        try inFolder { file in
            let refusal = #expect(throws: SettingsRefusal.fileMissing(file.path)) { try file.read() }
            let nowhere = SecretsFile(SecretsConfiguration(path: file.path + "/none/secrets.json"))

            #expect(refusal.map { CommandProblem.sentence(for: $0) } == "Cannot read or write '\(file.path)'.")
            #expect(throws: SettingsRefusal.fileMissing(nowhere.path + ".new")) { try nowhere.readOrCreate() }
        }
    }

    @Test(arguments: ["", "{}", "not json", "{\"version\": 2}"])
    func `a damaged file is refused, and not replaced`(content: String) throws {
        try inFolder { file in
            _ = FileManager.default.createFile(
                atPath: file.path, contents: Data(content.utf8), attributes: [.posixPermissions: 0o600])

            #expect(throws: SealFailure.unreadableForm) { try file.readOrCreate() }
            #expect(FileManager.default.contents(atPath: file.path) == Data(content.utf8))
        }
    }

    @Test func `a change is written whole: a rotated key comes with the old one behind it`() throws {
        try inFolder { file in
            let first = try file.readOrCreate()
            try file.write(first.rotatingSigningKey(from: .system))
            let (next, mode) = (try file.read(), try mode(file))

            #expect(next.signing.map(\.id) == ["signing-2", "signing-1"] && next.installation == first.installation)
            #expect(mode == 0o600)
        }
    }
}
