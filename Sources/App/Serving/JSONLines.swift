import Foundation
import Kernel
import Logging

/// Writes each event as a line of its own: `{"event":"request.failed","kind":"…","level":"error","logger":"meldloket",
/// "number":"…","time":"2026-11-26T10:30:00+01:00"}`. The fields of an event stand beside its name, in the order of the alphabet.
struct JSONLines: LogHandler {
    let label: String
    let clock: WallClock
    /// Takes a whole line with its end. A log that cannot be written to, such as on a full disk, does not end the desk.
    var write: @Sendable (Data) -> Void = { try? FileHandle.standardError.write(contentsOf: $0) }
    var metadata = Logger.Metadata()
    var metadataProvider: Logger.MetadataProvider?
    var logLevel = Logger.Level.info

    init(label: String, clock: WallClock) {
        self.label = label
        self.clock = clock
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) { $1 }
            .mapValues(Field.init)
        if let error = event.error { fields["error"] = .text(String(reflecting: type(of: error))) }
        fields["event"] = .text(event.message.description)
        fields["level"] = .text(event.level.rawValue)
        fields["logger"] = .text(label)
        fields["time"] = .text(Zone.amsterdam.iso(clock.now()))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(fields) else { preconditionFailure("text has a form in JSON") }
        write(line + Data("\n".utf8))
    }

    /// A value of the metadata in JSON.
    private enum Field: Encodable {
        case text(String)
        case list([Field])
        case object([String: Field])

        init(_ value: Logger.MetadataValue) {
            self =
                switch value {
                case .string(let text): .text(text)
                case .stringConvertible(let value): .text(value.description)
                case .array(let values): .list(values.map(Field.init))
                case .dictionary(let values): .object(values.mapValues(Field.init))
                }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .list(let values): try container.encode(values)
            case .object(let values): try container.encode(values)
            }
        }
    }
}
