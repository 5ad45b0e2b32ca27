import Logging
import Synchronization

/// Everything that is logged, at every level.
final class LogBook: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    var logger: Logger {
        Logger(label: "meldloket") { _ in Writer(book: self) }
    }

    /// What the libraries log that make loggers of their own.
    static let ofLibraries: LogBook = {
        let book = LogBook()
        LoggingSystem.bootstrap { _ in Writer(book: book) }
        return book
    }()

    private struct Writer: LogHandler {
        let book: LogBook
        var metadata = Logger.Metadata()
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            book.lines.withLock { $0.append("\(event.level) \(event.source) \(event.message) \(all)") }
        }
    }
}
