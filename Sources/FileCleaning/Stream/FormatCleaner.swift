/// The cleaner of one format: takes bytes from the intake as far as it can decide on them, and gives what is kept.
protocol FormatCleaner: Sendable {
    /// Decides on the next bytes. Returns false where it needs more of them, or has no use for any.
    ///
    /// A step that returns true used at least one byte or came to another part of the format.
    mutating func step(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) -> Bool

    /// True when the file may end here.
    var isComplete: Bool { get }

    /// Bytes that are kept aside beside the intake.
    var held: Int { get }
}

extension FormatCleaner {
    var held: Int { 0 }

    mutating func run(_ input: inout Intake, into output: inout [UInt8]) throws(CleaningRefusal) {
        while try step(&input, into: &output) {}
    }
}
