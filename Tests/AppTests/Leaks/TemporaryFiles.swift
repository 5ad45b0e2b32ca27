import Foundation
import Synchronization

/// Sees every file that appears in the folders for temporary files, also one that is soon gone.
final class TemporaryFiles: Sendable {
    private static let folders = Set([NSTemporaryDirectory(), "/tmp/", "/var/tmp/", "/dev/shm/"]).sorted()
    /// Larger files are no temporary files of a document.
    private static let largest = 16 << 20

    private let known: Set<String>
    private let own: String
    private let seen = Mutex<[String: [UInt8]]>([:])

    /// - Parameter own: the folder of the test itself, which is looked through apart.
    init(except own: String) {
        self.own = own
        known = Set(Self.entries())
    }

    var places: [LeakPlace] { seen.withLock { $0.map { LeakPlace(name: "temporary file \($0.key)", bytes: $0.value) } } }

    /// Looks again and again while the body runs, and once after it.
    func watching<T: Sendable>(_ body: () async throws -> T) async throws -> T {
        let watch = Task.detached { [self] in
            while !Task.isCancelled {
                look()
                try? await Task.sleep(for: .milliseconds(20))
            }
        }
        defer { watch.cancel() }
        let result = try await body()
        look()
        return result
    }

    private func look() {
        for entry in Self.entries() where !known.contains(entry) && !entry.contains("meldloket-test-") && entry != own {
            for path in [entry] + below(entry) {
                let attributes = try? FileManager.default.attributesOfItem(atPath: path)
                guard attributes?[.type] as? FileAttributeType == .typeRegular,
                    let size = attributes?[.size] as? NSNumber, size.intValue < Self.largest,
                    let data = FileManager.default.contents(atPath: path)
                else { continue }
                seen.withLock { $0["\(path), \(data.count) bytes"] = Array(data) }
            }
        }
    }

    private func below(_ entry: String) -> [String] {
        (FileManager.default.enumerator(atPath: entry)?.compactMap { ($0 as? String).map { "\(entry)/\($0)" } } ?? [])
            .prefix(1000).map(\.self)
    }

    private static func entries() -> [String] {
        folders.flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).map { folder + $0 }
        }
    }
}
