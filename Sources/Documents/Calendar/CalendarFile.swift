import Kernel

/// Days for someone's own calendar, as iCalendar (RFC 5545): each a whole day, with an alarm some days before it.
package struct CalendarFile: Sendable {
    package struct Entry: Sendable {
        /// Never changes for the same thing, so that taking the file in again moves it.
        package let id: String
        package let day: Day
        package let title, text: String
        package let alarmDaysBefore: Int

        package init(id: String, day: Day, title: String, text: String, alarmDaysBefore: Int) {
            self.id = id
            self.day = day
            self.title = title
            self.text = text
            self.alarmDaysBefore = alarmDaysBefore
        }
    }

    package static let mediaType = "text/calendar; charset=utf-8"

    private let entries: [Entry]
    private let madeOn: Day

    package init(_ entries: [Entry], madeOn: Day) {
        self.entries = entries
        self.madeOn = madeOn
    }

    package var bytes: [UInt8] {
        let lines =
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Meldloket//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
            + entries.flatMap(lines) + ["END:VCALENDAR"]
        return Array(lines.map { Self.folded($0) + "\r\n" }.joined().utf8)
    }

    private func lines(of entry: Entry) -> [String] {
        [
            "BEGIN:VEVENT", "UID:\(entry.id)@meldloket", "DTSTAMP:\(Self.compact(madeOn))T000000Z",
            "DTSTART;VALUE=DATE:\(Self.compact(entry.day))", "DTEND;VALUE=DATE:\(Self.compact(entry.day + 1))",
            "TRANSP:TRANSPARENT", "SUMMARY:\(Self.escaped(entry.title))", "DESCRIPTION:\(Self.escaped(entry.text))",
            "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(Self.escaped(entry.title))",
            "TRIGGER:-P\(entry.alarmDaysBefore)D", "END:VALARM", "END:VEVENT",
        ]
    }

    private static func compact(_ day: Day) -> String { day.iso.filter { $0 != "-" } }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\\n")
    }

    /// Lines are at most 75 bytes; what follows stands on the next one, after a space (RFC 5545 3.1).
    private static func folded(_ line: String) -> String {
        var (result, length) = ("", 0)
        for character in line {
            let size = String(character).utf8.count
            if length + size > 75 {
                result += "\r\n "
                length = 1
            }
            result.append(character)
            length += size
        }
        return result
    }
}
