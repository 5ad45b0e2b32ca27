import Database
import Kernel
import Logging
import Synchronization
import Testing

@testable import Web

/// What the log says of failures, and when.
struct FailureLogTests {
    private struct Broken: Error {}

    @Test func `failures of the reporter's door are told together, later, without an order`() {
        let book = Book()
        let log = FailureLog(logger: book.logger, isHeld: true)
        let numbers = (0..<40).map { _ in log.record(Broken(), entropy: .system) }
        let before = (book.lines.count, log.counts)
        log.tell()
        let told = book.lines
        log.tell()

        #expect(before.0 == 0 && before.1 == [:])
        #expect(told.count == 40 && book.lines.count == 40)
        #expect(numbers.allSatisfy { number in told.contains { $0.contains(number) } })
        #expect(told.enumerated().contains { !$1.contains(numbers[$0]) }, "forty in their own order is one chance in 40!")
        #expect(log.counts.values.reduce(0, +) == 40)
    }

    @Test func `failures of the officers' door are told at once, by their kind`() {
        let book = Book()
        let log = FailureLog(logger: book.logger, isHeld: false)
        log.record(SQLFailure(.storage, "a value of a row"), entropy: .system)

        #expect(book.lines.count == 1)
        #expect(book.lines[0].contains("database.storage") && !book.lines[0].contains("a value of a row"))
        #expect(log.counts == ["database.storage": 1])
    }
}

/// Everything that is logged.
private final class Book: Sendable {
    private let all = Mutex<[String]>([])

    var lines: [String] { all.withLock { $0 } }
    var logger: Logger { Logger(label: "test") { _ in Writer(book: self) } }

    private struct Writer: LogHandler {
        let book: Book
        var metadata = Logger.Metadata()
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            book.all.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
        }
    }
}
