import AuditLog
import Foundation

/// A place outside to which signed heads of the audit chain go: a folder on another machine, or one that only grows.
package struct WitnessFolder: Sendable {
    package let folder: String

    package init(_ folder: String) {
        self.folder = folder
    }

    /// Writes a head as a file of its own. One that is there already is never overwritten.
    package func hand(_ head: AuditHead) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let number = String(head.number)
        let name = "head-\(String(repeating: "0", count: max(0, 12 - number.count)))\(number).json"
        let path = "\(folder)/\(name)"
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try encoder.encode(head).write(to: URL(filePath: path), options: .withoutOverwriting)
    }

    /// The heads that were handed over.
    ///
    /// - Throws: where the folder or one of its files cannot be read.
    package func heads() throws -> [AuditHead] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("head-") && $0.hasSuffix(".json") }
            .sorted().map {
                try JSONDecoder().decode(AuditHead.self, from: Data(contentsOf: URL(filePath: "\(folder)/\($0)")))
            }
    }
}
