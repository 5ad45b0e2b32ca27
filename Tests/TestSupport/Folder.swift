import Foundation

/// A temporary folder of one test.
package struct Folder: Sendable {
    package let url: URL

    package static func temporary() throws -> Folder {
        let url = FileManager.default.temporaryDirectory.appending(path: "meldloket-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return Folder(url: url)
    }

    package func path(_ name: String) -> String { url.appending(path: name).path }

    package func remove() {
        try? FileManager.default.removeItem(at: url)
    }
}
