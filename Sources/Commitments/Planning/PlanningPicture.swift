import Documents
import Kernel
import Markup

/// The overview as a picture: what comes when, and what moved. Only what has a day stands in it.
package struct PlanningPicture: Sendable {
    package let chart: TimelineChart

    /// More lines than this make a picture that nobody reads.
    package static let longest = 24

    /// - Parameter movements: empty where nothing was sent yet.
    /// - Returns: nil where nothing has a day.
    package init?(
        _ overview: PlanningOverview, movements: [PlanningRow.Subject: PlanningMovement] = [:], in language: Language = .nl
    ) {
        let dated = overview.rows.filter { $0.day != nil }
        let rows = dated.prefix(Self.longest)
        let today = overview.day
        let before = rows.compactMap { movements[$0.subject]?.dayBefore }
        let days = rows.compactMap(\.day) + before + [today]
        guard !rows.isEmpty, let first = days.min(), let last = Self.end(of: days, from: first, on: today) else { return nil }
        let start = first.firstOfMonth
        let wording = PlanningPictureWording.texts[language]
        chart = TimelineChart(
            title: wording.title,
            description: wording.description(rows.count, rows.count { $0.isLate(on: today) }, dated.count - rows.count),
            length: last - start + 15, ticks: Self.ticks(from: start, to: last, language), today: today - start,
            todayName: wording.today,
            lines: rows.map { row in
                TimelineChart.Line(
                    name: row.title, at: row.day! - start, dayName: Self.month(of: row.day!, language),
                    before: movements[row.subject]?.dayBefore.map { $0 - start },
                    mark: row.kind == .letter ? .square : .dot, isLate: row.isLate(on: today))
            })
    }

    /// As wide as a page on its side, or as high.
    var documentPicture: Document.Picture {
        let (width, height) = (Double(TimelineChart.Layout.wide.width), Double(chart.height()))
        let scale = min(240.0 / width, 155.0 / height)
        return Document.Picture(
            title: chart.title, description: chart.description, drawing: chart.node(id: "tijdlijn"),
            width: Int(width * scale), height: Int(height * scale))
    }

    /// The last day on the axis, not before today. A few days that lie far behind many others do not squeeze those: they stand at
    /// the end.
    private static func end(of days: [Day], from first: Day, on today: Day) -> Day? {
        let sorted = days.sorted()
        guard let last = sorted.last, sorted.count > 5 else { return sorted.last }
        let common = sorted[(sorted.count - 1) * 4 / 5]
        return max(today, min(last, first + max(2 * (common - first), 366)))
    }

    private static func month(of day: Day, _ language: Language) -> String {
        "\(Month.shortNames[day.components.month - 1][language]) \(day.components.year)"
    }

    /// A tick for each month, quarter, year or some years, so that at most seven stand on the axis.
    private static func ticks(from start: Day, to end: Day, _ language: Language) -> [TimelineChart.Tick] {
        let months = (end.components.year - start.components.year) * 12 + end.components.month - start.components.month + 1
        let step = [1, 3, 6, 12, 24, 60, 120].first { months / $0 < 7 } ?? 240
        var (ticks, day) = ([TimelineChart.Tick](), start)
        while day <= end {
            let (year, month, _) = day.components
            let isAligned = (year * 12 + month - 1) % step == 0
            if isAligned {
                let name = step < 12 ? self.month(of: day, language) : String(year)
                ticks.append(TimelineChart.Tick(at: day - start, name: name))
            }
            day = (day + 31).firstOfMonth
        }
        return ticks
    }
}

extension PlanningMovement {
    /// The day before, where it has another now.
    fileprivate var dayBefore: Day? {
        switch self {
        case .later(let then, _), .earlier(let then, _): then
        case .new, .unchanged, .dayFound, .dayLost, .otherProgress, .reworded: nil
        }
    }
}

extension Day {
    fileprivate var firstOfMonth: Day { self - (components.day - 1) }
}

struct PlanningPictureWording: Sendable {
    let title, today: String
    /// - Parameter more: lines with a day that the picture has no room for.
    let description: @Sendable (_ lines: Int, _ late: Int, _ more: Int) -> String

    static let texts = Bilingual(
        nl: PlanningPictureWording(
            title: "Wat wanneer komt", today: "vandaag",
            description: { lines, late, more in
                let subjects = more > 0 ? "De eerste \(lines) onderwerpen" : lines == 1 ? "1 onderwerp" : "\(lines) onderwerpen"
                let rest =
                    more == 0
                    ? ""
                    : more == 1 ? " In de tabel staat er nog 1 met een dag." : " In de tabel staan er nog \(more) met een dag."
                return
                    "\(subjects) op een tijdlijn, het eerste bovenaan.\(rest) \(late == 0 ? "Niets hiervan is te laat." : "Te laat: \(late), met een uitroepteken.") Een vierkant is een aangekondigde brief. Een open rondje staat waar de dag eerst was. De tabel eronder zegt hetzelfde."
            }),
        en: PlanningPictureWording(
            title: "What comes when", today: "today",
            description: { lines, late, more in
                let subjects = more > 0 ? "The first \(lines) subjects" : lines == 1 ? "1 subject" : "\(lines) subjects"
                let rest =
                    more == 0 ? "" : more == 1 ? " The table has 1 more with a day." : " The table has \(more) more with a day."
                return
                    "\(subjects) on a timeline, the first on top.\(rest) \(late == 0 ? "None of these is late." : "Late: \(late), with an exclamation mark.") A square is an announced letter. An open dot stands where the day was before. The table below says the same."
            }))
}
