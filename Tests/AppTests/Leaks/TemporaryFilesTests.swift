import Foundation
import TestSupport
import Testing

struct TemporaryFilesTests {
    @Test func `a file that was there for a moment is seen, with what stood in it`() async throws {
        let folder = try Folder.temporary()
        defer { folder.remove() }
        let files = TemporaryFiles(except: folder.url.path)
        let path = "/tmp/\(UUID().uuidString).txt"
        try await files.watching {
            try Data("een kopie".utf8).write(to: URL(filePath: path))
            try await Task.sleep(for: .seconds(1))
            try FileManager.default.removeItem(atPath: path)
            try Data("een database".utf8).write(to: URL(filePath: folder.path("own")))
        }

        let seen = files.places.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(seen.contains("een kopie") && !seen.contains("een database"))
    }
}
