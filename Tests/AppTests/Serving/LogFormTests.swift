import Foundation
import Kernel
import Logging
import Synchronization
import TestSupport
import Testing

@testable import App

/// The log as lines of JSON.
struct LogFormTests {
    private func line(_ tell: (Logger) -> Void) throws -> [String: Any] {
        let written = Written()
        var handler = JSONLines(label: "meldloket", clock: WallClock { Instant(microseconds: 1_774_625_400_000_000) })
        handler.write = { written.add($0) }
        tell(Logger(label: "meldloket") { [handler] _ in handler })
        let text = written.text
        #expect(text.hasSuffix("\n") && text.dropLast().contains("\n") == false, "one line for one event")
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `an event is one line of JSON with its name, its level, its instant and its fields`() throws {
        let line = try line { $0.error("request.failed", metadata: ["number": "K7PM2", "kind": "database.storage"]) }

        #expect(
            line as? [String: String] == [
                "event": "request.failed", "level": "error", "logger": "meldloket", "time": "2026-03-27T16:30:00+01:00",
                "number": "K7PM2", "kind": "database.storage",
            ])
    }

    @Test func `line ends, quotes and lists in a field break nothing`() throws {
        let line = try line {
            $0.error("job.failed", metadata: ["kind": "a\n\"b\"", "of": ["one", ["two": .stringConvertible(2)]]])
        }

        #expect(line["kind"] as? String == "a\n\"b\"")
        #expect((line["of"] as? [Any])?.first as? String == "one")
        #expect((line["of"] as? [Any])?.last as? [String: String] == ["two": "2"])
    }

    @Test func `of an error its kind is told and not its content`() throws {
        struct Unreadable: Error { let content = "what someone wrote" }
        let line = try line { $0.error("job.failed", error: Unreadable()) }

        #expect((line["error"] as? String)?.hasSuffix("Unreadable") == true)
        #expect(!line.values.contains { "\($0)".contains("what someone wrote") })
    }
}

private final class Written: Sendable {
    private let data = Mutex(Data())

    var text: String { data.withLock { String(decoding: $0, as: UTF8.self) } }
    func add(_ more: Data) { data.withLock { $0 += more } }
}
