/// A moment as a person wrote it: an instant together with the zone it was written in.
package struct Moment: Equatable, Sendable {
    package let instant: Instant
    package let zone: Zone

    package init(_ instant: Instant, in zone: Zone) {
        self.instant = instant
        self.zone = zone
    }

    /// ISO 8601 with the offset that holds at that moment.
    package var iso: String { zone.iso(instant) }

    /// Reads `2026-03-27T16:30+01:00`, `2026-03-27T15:30Z` and `2026-03-27T16:30[Europe/Amsterdam]`, seconds optional.
    package static func parse(_ text: String) -> Result<Moment, MomentRefusal> {
        guard let separator = text.firstIndex(where: { $0 == "T" || $0 == " " }), let day = Day(text[..<separator]) else {
            return .failure(.unreadable)
        }
        var rest = text[text.index(after: separator)...]
        guard let second = readClock(&rest) else { return .failure(.unreadable) }
        if rest.isEmpty { return .failure(.zoneMissing) }
        if rest == "Z" { return moment(day, second, offset: 0) }
        if rest.hasPrefix("["), rest.hasSuffix("]") { return moment(day, second, zone: String(rest.dropFirst().dropLast())) }
        guard let offset = readOffset(rest) else { return .failure(.unreadable) }
        return moment(day, second, offset: offset)
    }

    private static func moment(_ day: Day, _ second: Int, offset: Int) -> Result<Moment, MomentRefusal> {
        guard Zone(offset: offset) != nil else { return .failure(.unreadable) }
        let instant = Instant(microseconds: (Int64(day.number) * 86_400 + Int64(second - offset)) * 1_000_000)
        return .success(Moment(instant, in: .amsterdam))
    }

    private static func moment(_ day: Day, _ second: Int, zone name: String) -> Result<Moment, MomentRefusal> {
        guard let zone = Zone(name: name) else { return .failure(.unknownZone(name)) }
        let instants = zone.instants(on: day, second: second)
        guard let instant = instants.first else { return .failure(.skippedBySummerTime) }
        guard instants.count == 1 else { return .failure(.comesTwice) }
        return .success(Moment(instant, in: zone))
    }

    /// Seconds since midnight from `16:30` or `16:30:05`, taken from the front.
    private static func readClock(_ rest: inout Substring) -> Int? {
        func two(_ limit: Int) -> Int? {
            guard rest.utf8.count >= 2, let value = Int(rest.prefix(2)),
                rest.prefix(2).utf8.allSatisfy({ (48...57).contains($0) }),
                value < limit
            else { return nil }
            rest = rest.dropFirst(2)
            return value
        }
        guard let hour = two(24), rest.first == ":" else { return nil }
        rest = rest.dropFirst()
        guard let minute = two(60) else { return nil }
        guard rest.first == ":" else { return hour * 3600 + minute * 60 }
        rest = rest.dropFirst()
        guard let second = two(60) else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// Seconds east of Greenwich from `+01:00`.
    private static func readOffset(_ text: Substring) -> Int? {
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        var rest = text.dropFirst()
        guard rest.utf8.count == 5, let seconds = readClock(&rest), rest.isEmpty else { return nil }
        return sign == "-" ? -seconds : seconds
    }
}

/// Why a moment could not be read.
package enum MomentRefusal: Refusal {
    case unreadable
    case zoneMissing
    case unknownZone(String)
    case skippedBySummerTime
    case comesTwice
}
