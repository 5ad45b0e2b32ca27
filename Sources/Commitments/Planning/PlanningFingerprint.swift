import Crypto
import Kernel

/// Tells whether an overview is the one that was seen.
package struct PlanningFingerprint: Sendable, Equatable {
    /// Hexadecimal, 64 digits.
    package let text: String

    /// As a form sends it back.
    package init(_ text: String) {
        self.text = text
    }

    package init(_ overview: PlanningOverview) {
        var hash = SHA256()
        func take(_ field: String) {
            hash.update(data: Array("\(field.utf8.count):".utf8))
            hash.update(data: Array(field.utf8))
        }
        for row in overview.rows {
            take(row.subject.text)
            take(row.kind.code)
            take(row.title)
            take(row.place)
            take(row.reference?.written(in: .metadata) ?? "")
            take(row.words)
            take(row.day?.iso ?? "")
            take(row.progress.code)
            if case .goesAlong(let subject) = row.progress { take(subject) }
        }
        text = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
