@testable import Commitments

/// The input is a saved page of the House's open data. It comes to an end, every record has an identifier, every fault a line of
/// the file, and after one that ends reading nothing comes.
enum HouseListProperty {
    static func fault(for input: [UInt8]) -> String? {
        guard var reading = try? HouseFileReading(.bytes(input), of: nil) else { return nil }
        let lines = input.count { $0 == 0x0A || $0 == 0x0D } + 1
        var (count, hasEnded) = (0, false)
        while let piece = reading.next() {
            count += 1
            if count > input.count + 1 { return "more pieces than bytes" }
            if hasEnded { return "something came behind the end" }
            switch piece {
            case .record(let record):
                if record.id.isEmpty { return "a record without an identifier" }
                if record.fields.values.contains(where: { $0.isEmpty || $0.contains("") }) { return "an empty field" }
            case .fault(let fault):
                if !(1...lines).contains(fault.line) { return "line \(fault.line) of \(lines)" }
                hasEnded = fault.endsReading
            }
        }
        return nil
    }
}
