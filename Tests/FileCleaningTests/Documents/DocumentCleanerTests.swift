import FileCleaning
import Testing

struct DocumentCleanerTests {
    @Test func `each exit code of the document cleaner is a refusal of its own`() {
        let refusals = DocumentCleaner.ExitCode.allCases.map { DocumentCleaner.refusal(exitCode: $0.rawValue) }

        #expect(
            refusals == [
                nil, .encrypted, .damaged, .tooLargeToClean(limit: 25 << 20), .tooComplexToClean, .unknownKind, .cleanerMissing,
            ])
    }

    @Test func `an exit code that was not agreed is damage, except where nothing could be started`() {
        #expect(DocumentCleaner.refusal(exitCode: 1) == .damaged)
        #expect(DocumentCleaner.refusal(exitCode: 127) == .cleanerMissing)
        #expect(DocumentCleaner.refusal(exitCode: 126) == .cleanerMissing)
    }

    @Test func `a signal for used up time or memory is told from a fall`() {
        #expect(
            [9, 15, 24].map { DocumentCleaner.refusal(signal: $0) } == [
                .tooComplexToClean, .tooComplexToClean, .tooComplexToClean,
            ])
        #expect([6, 11].map { DocumentCleaner.refusal(signal: $0) } == [.damaged, .damaged])
    }
}
