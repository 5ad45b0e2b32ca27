import Commitments
import Foundation

/// How far a long work is, as a bar on one line of a terminal; nothing where standard error is none.
struct ProgressLine: Sendable {
    private static let width = 24
    private let name: String
    private let isTerminal = isatty(2) == 1

    init(_ name: String) {
        self.name = name
    }

    func show(_ progress: HouseImportProgress) {
        guard isTerminal else { return }
        FileHandle.standardError.write(Data("\r\(Self.line(name, progress))".utf8))
    }

    func clear() {
        guard isTerminal else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }

    static func line(_ name: String, _ progress: HouseImportProgress) -> String {
        guard let share = progress.share else { return "\(name): \(progress.read) records" }
        let full = Int((share * Double(width)).rounded(.down))
        let bar = String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
        return "\(name): [\(bar)] \(Int((share * 100).rounded(.down))) %, \(progress.read) records"
    }
}
