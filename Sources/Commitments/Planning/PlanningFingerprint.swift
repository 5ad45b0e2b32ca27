import Kernel

/// Tells whether an overview is the one that was seen.
package struct PlanningFingerprint: Sendable, Equatable {
    /// Hexadecimal, 64 digits.
    package let text: String

    /// As a form sends it back.
    package init(_ text: String) {
        self.text = text
    }

    /// Of what is to be sent, after the overview that was the last when it was seen.
    package init(_ comparison: PlanningComparison) {
        var hash = FieldHash()
        hash.take(comparison.last?.id.text ?? "")
        for row in comparison.overview.rows {
            hash.take(row.subject.text)
            hash.take(row.kind.code)
            hash.take(row.title)
            hash.take(row.place)
            hash.take(row.reference?.written(in: .metadata) ?? "")
            hash.take(row.words)
            hash.take(row.day?.iso ?? "")
            hash.take(row.progress.code)
            if case .goesAlong(let subject) = row.progress { hash.take(subject) }
        }
        text = hash.finishAsText()
    }
}
