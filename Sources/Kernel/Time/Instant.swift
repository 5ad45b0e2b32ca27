import Foundation

/// A moment in time: microseconds since 1 January 1970 00:00 UTC.
package struct Instant: Hashable, Comparable, Sendable {
    package let microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }

    package static func + (instant: Instant, duration: Duration) -> Instant {
        let (seconds, attoseconds) = duration.components
        return Instant(microseconds: instant.microseconds + seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
    }

    package static func - (instant: Instant, duration: Duration) -> Instant { instant + (.zero - duration) }

    package static func - (a: Instant, b: Instant) -> Duration { .microseconds(a.microseconds - b.microseconds) }

    var date: Date { Date(timeIntervalSince1970: Double(microseconds) / 1_000_000) }
}

/// The time zone of an instant as people read it.
package struct Zone: Sendable, Equatable {
    let zone: TimeZone

    /// The zone of the Dutch government: a day begins and ends by its clock (Awb 2:20).
    package static let amsterdam = Zone(name: "Europe/Amsterdam")!

    /// - Returns: nil where no such zone is known.
    package init?(name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.zone = zone
    }

    /// A fixed offset east of Greenwich, in seconds.
    package init?(offset: Int) {
        guard abs(offset) <= 18 * 3600, let zone = TimeZone(secondsFromGMT: offset) else { return nil }
        self.zone = zone
    }

    /// Seconds east of Greenwich at a moment.
    package func offset(at instant: Instant) -> Int { zone.secondsFromGMT(for: instant.date) }

    /// The day and the seconds since its midnight on the wall clock of this zone.
    package func local(_ instant: Instant) -> (day: Day, second: Int) {
        let seconds = Int((Double(instant.microseconds) / 1_000_000).rounded(.down)) + offset(at: instant)
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        return (Day(number: day), seconds - day * 86_400)
    }

    /// Every moment at which the wall clock shows this time: none in the hour that summer time skips, two in the hour
    /// that comes twice.
    package func instants(on day: Day, second: Int) -> [Instant] {
        let naive = Int64(day.number) * 86_400 + Int64(second)
        let offsets = Set([-86_400, 0, 86_400].map { offset(at: Instant(microseconds: (naive + $0) * 1_000_000)) })
        return offsets.map { Instant(microseconds: (naive - Int64($0)) * 1_000_000) }
            .filter { local($0).day == day && local($0).second == second }
            .sorted()
    }

    /// ISO 8601 with the offset, `2026-03-29T17:30:00+02:00`.
    package func iso(_ instant: Instant) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
        let (day, second) = local(instant)
        let offset = offset(at: instant)
        let sign = offset < 0 ? "-" : "+"
        return "\(day.iso)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
            + "\(sign)\(two(abs(offset) / 3600)):\(two(abs(offset) / 60 % 60))"
    }
}
