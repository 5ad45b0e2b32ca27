import Kernel

@testable import CLI

/// The input is a CSV with terms. What is taken has one answer for each line, in the same order, and no legal end comes before
/// the nominal one (Atw 1(1): a term is only ever extended).
enum TermsProperty {
    static func fault(for input: [UInt8]) -> String? {
        let text = String(decoding: input, as: UTF8.self)
        guard let batch = try? TermBatch(csv: text) else { return nil }
        var rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        while rows.last?.isEmpty == true { rows.removeLast() }
        guard batch.lines.count == rows.count - 1 else { return "\(batch.lines.count) answers to \(rows.count - 1) lines" }
        for line in batch.lines {
            guard let nominal = Day(line.nominal), let legal = Day(line.legal) else { continue }
            if legal < nominal { return "\(line.id): \(line.legal) lies before \(line.nominal)" }
        }
        return nil
    }
}
