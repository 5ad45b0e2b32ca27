/// A picture of things that come on a day: a line for each, a mark on its day, and a thin line from where the mark was before.
///
/// It carries its own looks as attributes, so that it also stands in a document; a style sheet may change them by class.
package struct TimelineChart: Sendable {
    package struct Line: Sendable {
        package enum Mark: Sendable { case dot, square }

        package let name: String
        /// Days from the beginning of the axis.
        package let at: Int
        /// Where it stood before; nil where it did not move.
        package let before: Int?
        package let mark: Mark
        package let isLate: Bool

        package init(name: String, at: Int, before: Int?, mark: Mark, isLate: Bool) {
            self.name = name
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

    /// In units of the drawing.
    package static let width = 640
    private static let (left, right, top, step) = (236, 624, 40, 24)
    package var height: Int { Self.top + lines.count * Self.step + 12 }

    /// - Parameter id: tells the pictures of a page apart.
    package func node(id: String) -> Node {
        Element("svg")(
            Attribute("xmlns", "http://www.w3.org/2000/svg"), Attribute("viewBox", "0 0 \(Self.width) \(height)"),
            .class("timeline"), .role("img"), .aria(.labelledby, "\(id)-title \(id)-desc"),
            Attribute("font-family", "Liberation Sans, Noto Sans, sans-serif"), Attribute("font-size", "11")
        ) {
            Element("title")(.id("\(id)-title"), text: title)
            Element("desc")(.id("\(id)-desc"), text: description)
            axis
            lines.enumerated().map { node($1, y: Self.top + $0 * Self.step + Self.step / 2) }
        }
    }

    private func x(_ days: Int) -> Int {
        Self.left + min(max(days, 0), length) * (Self.right - Self.left) / length
    }

    private var axis: Node {
        .fragment(
            ticks.map { tick in
                .fragment([
                    line("tick", x(tick.at), 28, x(tick.at), height - 8, "#b0b0b0"),
                    label("tick-name", x(tick.at), 24, tick.name, beside: true),
                ])
            } + [
                line("today", x(today), 10, x(today), height - 8, "#154273", width: "1.5"),
                label("today-name", x(today), 11, todayName, bold: true, beside: true),
            ])
    }

    private func node(_ line: Line, y: Int) -> Node {
        let (at, colour) = (x(line.at), line.isLate ? "#b00000" : "#154273")
        return .fragment([
            label("name", 0, y + 4, line.name.shortened(to: 40)),
            line.before.map { before in
                .fragment([
                    self.line("moved", x(before), y, at, y, "#666666", dashes: "3 2"),
                    Element("circle")(
                        .class("before"), Attribute("cx", String(x(before))), Attribute("cy", String(y)), Attribute("r", "3.5"),
                        Attribute("fill", "none"), Attribute("stroke", "#666666")
                    ) {},
                ])
            } ?? .nothing, mark(line.mark, at, y, colour, isLate: line.isLate),
        ])
    }

    private func mark(_ mark: Line.Mark, _ x: Int, _ y: Int, _ colour: String, isLate: Bool) -> Node {
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

    /// - Parameter beside: whether it stands beside a line at `x`: on its left where there is no room on its right.
    private func label(
        _ name: String, _ x: Int, _ y: Int, _ text: String, bold: Bool = false, beside: Bool = false
    ) -> Node {
        let hasRoom = x + 4 + text.count * 7 < Self.width
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
