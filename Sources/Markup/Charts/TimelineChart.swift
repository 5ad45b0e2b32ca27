/// A picture of things that come on a day: a line for each, a mark on its day, and a thin line from where the mark was before.
///
/// It carries its own looks as attributes, so that it also stands in a document; a style sheet may change them by class.
package struct TimelineChart: Sendable {
    package struct Line: Sendable {
        package enum Mark: Sendable { case dot, square }

        package let name: String
        /// Days from the beginning of the axis; beyond its length it stands at the end, with its day.
        package let at: Int
        package let dayName: String
        /// Where it stood before; nil where it did not move.
        package let before: Int?
        package let mark: Mark
        package let isLate: Bool

        package init(name: String, at: Int, dayName: String, before: Int?, mark: Mark, isLate: Bool) {
            self.name = name
            self.dayName = dayName
            self.at = at
            self.before = before
            self.mark = mark
            self.isLate = isLate
        }
    }

    package struct Tick: Sendable {
        package let at: Int
        package let name: String

        package init(at: Int, name: String) {
            self.at = at
            self.name = name
        }
    }

    package let title, description: String
    /// The length of the axis in days, more than 0.
    package let length: Int
    package let ticks: [Tick]
    package let today: Int
    package let todayName: String
    package let lines: [Line]

    package init(
        title: String, description: String, length: Int, ticks: [Tick], today: Int, todayName: String, lines: [Line]
    ) {
        self.title = title
        self.description = description
        self.length = max(length, 1)
        self.ticks = ticks
        self.today = today
        self.todayName = todayName
        self.lines = lines
    }

    /// How the picture is laid out, in units of the drawing.
    package enum Layout: Sendable {
        /// Names stand beside the lines.
        case wide
        /// Names stand above the lines, for a narrow page.
        case narrow

        package var width: Int { self == .wide ? 640 : 360 }
        fileprivate var left: Int { self == .wide ? 236 : 10 }
        fileprivate var right: Int { self == .wide ? 624 : 342 }
        fileprivate var step: Int { self == .wide ? 24 : 44 }
        fileprivate var fontSize: Int { self == .wide ? 11 : 13 }
        fileprivate var longestName: Int { self == .wide ? 40 : 50 }
        /// Of how many ticks one gets its name.
        fileprivate var tickStep: Int { self == .wide ? 1 : 2 }
    }

    private static let (top, bottom) = (40, 20)

    package func height(_ layout: Layout = .wide) -> Int { Self.top + lines.count * layout.step + Self.bottom }

    /// - Parameter id: tells the pictures of a page apart.
    package func node(id: String, _ layout: Layout = .wide) -> Node {
        Element("svg")(
            Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("viewBox", "0 0 \(layout.width) \(height(layout))"),
            .class("timeline"), .role("img"), .aria(.labelledby, "\(id)-title \(id)-desc"),
            Attribute("font-family", "Liberation Sans, Noto Sans, sans-serif"),
            Attribute("font-size", String(layout.fontSize))
        ) {
            Element("title")(.id("\(id)-title"), text: title)
            Element("desc")(.id("\(id)-desc"), text: description)
            TimelineDrawing(chart: self, layout: layout).node
        }
    }
}

/// The lines of a timeline on their axis.
private struct TimelineDrawing {
    let chart: TimelineChart
    let layout: TimelineChart.Layout
    private var foot: Int { chart.height(layout) - 18 }

    var node: Node {
        .fragment(
            [axis]
                + chart.lines.enumerated().map { index, line in
                    node(line, y: 40 + index * layout.step + (layout == .wide ? 12 : 30))
                })
    }

    private func x(_ days: Int) -> Int {
        layout.left + min(max(days, 0), chart.length) * (layout.right - layout.left) / chart.length
    }

    /// The ticks whose names have room behind the one before.
    private var named: Set<Int> {
        var (named, end) = (Set<Int>(), 0)
        for (index, tick) in chart.ticks.enumerated() where index % layout.tickStep == 0 {
            let width = tick.name.count * 7
            let start = x(tick.at) + 4 + width < layout.width ? x(tick.at) + 3 : x(tick.at) - 3 - width
            guard start >= end else { continue }
            named.insert(index)
            end = start + width
        }
        return named
    }

    private var axis: Node {
        let named = named
        return .fragment(
            chart.ticks.enumerated().map { index, tick in
                .fragment([
                    line("tick", x(tick.at), 28, x(tick.at), foot, "#b0b0b0"),
                    named.contains(index) ? label("tick-name", x(tick.at), 24, tick.name, beside: true) : .nothing,
                ])
            } + [
                line("today", x(chart.today), 28, x(chart.today), foot, "#154273", width: "1.5"),
                label("today-name", x(chart.today), foot + 13, chart.todayName, bold: true, beside: true),
            ])
    }

    private func node(_ line: TimelineChart.Line, y: Int) -> Node {
        let (at, colour) = (x(line.at), line.isLate ? "#b00000" : "#154273")
        let nameY = layout == .wide ? y + 4 : y - 10
        return .fragment([
            label("name", 0, nameY, line.name.shortened(to: layout.longestName)),
            line.before.map { before in
                .fragment([
                    self.line("moved", x(before), y, at, y, "#666666", dashes: "3 2"),
                    Element("circle")(
                        .class("before"), Attribute("cx", String(x(before))), Attribute("cy", String(y)), Attribute("r", "3.5"),
                        Attribute("fill", "none"), Attribute("stroke", "#666666")
                    ) {},
                ])
            } ?? .nothing, mark(line.mark, at, y, colour, isLate: line.isLate),
            // What lies beyond the axis stands at its end, with its day.
            line.at > chart.length ? label("beyond", at - 9, y + 4, line.dayName, isBefore: true) : .nothing,
        ])
    }

    private func mark(_ mark: TimelineChart.Line.Mark, _ x: Int, _ y: Int, _ colour: String, isLate: Bool) -> Node {
        let name = isLate ? "mark late" : "mark"
        let shape =
            switch mark {
            case .dot:
                Element("circle")(
                    .class(name), Attribute("cx", String(x)), Attribute("cy", String(y)), Attribute("r", "5.5"),
                    Attribute("fill", colour)
                ) {}
            case .square:
                Element("rect")(
                    .class(name), Attribute("x", String(x - 5)), Attribute("y", String(y - 5)), Attribute("width", "10"),
                    Attribute("height", "10"), Attribute("fill", colour)
                ) {}
            }
        guard isLate else { return shape }
        return .fragment([shape, label("late-name", x + 9, y + 4, "!", bold: true)])
    }

    private func line(
        _ name: String, _ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ colour: String, width: String = "1", dashes: String? = nil
    ) -> Node {
        Element("line")(
            .class(name), Attribute("x1", String(x1)), Attribute("y1", String(y1)), Attribute("x2", String(x2)),
            Attribute("y2", String(y2)), Attribute("stroke", colour), Attribute("stroke-width", width),
            Attribute("stroke-dasharray", optional: dashes)
        ) {}
    }

    /// - Parameters:
    ///   - beside: whether it stands beside a line at `x`: on its left where there is no room on its right.
    ///   - isBefore: whether it ends at `x`.
    private func label(
        _ name: String, _ x: Int, _ y: Int, _ text: String, bold: Bool = false, beside: Bool = false, isBefore: Bool = false
    ) -> Node {
        let hasRoom = !isBefore && (!beside || x + 4 + text.count * 7 < layout.width)
        return Element("text")(
            .class(name), Attribute("x", String(beside ? (hasRoom ? x + 3 : x - 3) : x)), Attribute("y", String(y)),
            Attribute("fill", "#111111"), Attribute("text-anchor", optional: hasRoom ? nil : "end"),
            Attribute("font-weight", optional: bold ? "bold" : nil)
        ) { text }
    }
}

extension String {
    fileprivate func shortened(to length: Int) -> String { count <= length ? self : "\(prefix(length - 1))…" }
}
