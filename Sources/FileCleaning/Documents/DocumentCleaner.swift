/// What the external cleaner of PDF and office documents, `clean_document.py`, agrees to: the document on standard input, its
/// cleaned copy on standard output, the raw value of `DocumentKind` as its only argument, and one of these exit codes.
package enum DocumentCleaner {
    /// The longest document that is taken, in bytes.
    package static let longestDocument = 25 << 20
    /// The longest cleaned copy. A document that was stored tightly may grow when it is written again.
    package static let longestCopy = 100 << 20
    /// The time a document may take on the clock, in seconds, after which its cleaner is ended from outside. It ends itself
    /// after 30 seconds of processor time.
    package static let longestSeconds = 60

    package enum ExitCode: Int32, CaseIterable, Sendable {
        case cleaned = 0
        case encrypted = 10
        case damaged = 11
        case tooLarge = 12
        case tooComplex = 13
        case unknownKind = 14
        case missingLibrary = 15
    }

    /// Why there is no copy, from how the process ended; nil where it did its work.
    package static func refusal(exitCode: Int32) -> CleaningRefusal? {
        switch ExitCode(rawValue: exitCode) {
        case .cleaned: nil
        case .encrypted: .encrypted
        case .damaged: .damaged
        case .tooLarge: .tooLargeToClean(limit: longestDocument)
        case .tooComplex: .tooComplexToClean
        case .unknownKind: .unknownKind
        case .missingLibrary: .cleanerMissing
        case nil: shellCannotStart.contains(exitCode) ? .cleanerMissing : .damaged
        }
    }

    /// Why there is no copy of a document whose cleaner was ended by a signal: it used up its time or memory, or fell over.
    package static func refusal(signal: Int32) -> CleaningRefusal {
        usedUp.contains(signal) ? .tooComplexToClean : .damaged
    }

    /// What a shell or `env` answers where there is no interpreter, or it may not be run.
    private static let shellCannotStart: Set<Int32> = [126, 127]
    /// SIGKILL, SIGTERM, SIGXCPU, SIGXFSZ on Linux.
    private static let usedUp: Set<Int32> = [9, 15, 24, 25]
}
