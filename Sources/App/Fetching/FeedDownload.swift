import Foundation
import Subprocess
import SystemPackage

/// Gets a page of the House's feed with curl, into a file of its own.
package enum FeedDownload {
    package enum Failure: Error, Equatable {
        /// There is no curl on this machine.
        case curlMissing
        /// What curl ended with: 22 for a status of 400 or more, 28 for a page that took too long, 63 for one that is too large.
        case curl(Int)
    }

    /// - Parameter body: gets the path of the file, which is gone afterwards.
    package static func page<Value: Sendable>(
        at address: String, _ body: @Sendable (_ path: String) async throws -> Value
    ) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "meldloket-feed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "page.xml").path
        let result: ExecutionResult<Void, DiscardedOutput, DiscardedOutput>
        do {
            result = try await Subprocess.run(
                .name("curl"),
                arguments: [
                    "-q", "--globoff", "--fail", "--silent", "--proto", "=http,https", "--max-time", "300",
                    "--retry", "2", "--max-filesize", "200000000", "--output", path, "--url", address,
                ], output: .discarded, error: .discarded)
        } catch let error as SubprocessError where [.executableNotFound, .spawnFailed].contains(error.code) {
            throw Failure.curlMissing
        }
        guard case .exited(0) = result.terminationStatus else {
            if case .exited(let code) = result.terminationStatus { throw Failure.curl(Int(code)) }
            throw Failure.curl(-1)
        }
        return try await body(path)
    }
}
