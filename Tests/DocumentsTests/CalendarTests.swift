import Kernel
import Testing

@testable import Documents

struct CalendarTests {
    private func lines(_ title: String) -> [String] {
        let entry = CalendarFile.Entry(
            id: "abc", day: Day("2026-12-31")!, title: title, text: "Een; twee, drie\nvier", alarmDaysBefore: 14)
        return String(decoding: CalendarFile([entry], madeOn: Day("2026-11-27")!).bytes, as: UTF8.self)
            .split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func `a day is a whole day with an alarm before it`() {
        let lines = lines("Model")

        #expect(lines.first == "BEGIN:VCALENDAR" && lines.suffix(2) == ["END:VCALENDAR", ""])
        for line in [
            "UID:abc@meldloket", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "TRIGGER:-P14D", "SUMMARY:Model",
            "DESCRIPTION:Een\\; twee\\, drie\\nvier",
        ] { #expect(lines.contains(line), "\(line)") }
    }

    @Test func `long lines go on after a space, and no sign is cut`() {
        let lines = lines(String(repeating: "één ", count: 40))

        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        let joined = lines.joined(separator: "\r\n").replacing("\r\n ", with: "")
        #expect(joined.contains("SUMMARY:" + String(repeating: "één ", count: 40)))
    }
}
