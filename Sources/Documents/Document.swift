import Kernel
import Markup

/// A document to be sent or kept: one model, and a writer for each form.
package struct Document: Sendable {
    package let title: String
    package let language: Language
    /// The day that the document bears.
    package let day: Day
    /// Who issues it, such as a ministry.
    package let issuer: String
    /// Whether its pages lie on their side, for wide tables.
    package let isLandscape: Bool
    package let blocks: [Block]

    package init(
        title: String, language: Language = .nl, day: Day, issuer: String, isLandscape: Bool = false, blocks: [Block]
    ) {
        self.title = title
        self.isLandscape = isLandscape
        self.language = language
        self.day = day
        self.issuer = issuer
        self.blocks = blocks
    }

    package enum Block: Sendable {
        /// A heading below the title: 1 for the parts of the document, 2 for what stands in them.
        case heading(Int, String)
        case paragraph([Inline])
        case list([[Inline]])
        /// Lines that each give one thing, such as the subject and the day of a letter.
        case particulars([Particular])
        case table(Table)
        case picture(Picture)

        package static func text(_ text: String) -> Block { .paragraph([.text(text)]) }
    }

    /// Running text.
    package enum Inline: Sendable, Equatable {
        case text(String)
        case strong(String)
        case link(String, to: String)
        /// A note at the foot of the page.
        case note(String)

        /// Without its form; notes are left out.
        package var plain: String {
            switch self {
            case .text(let text), .strong(let text), .link(let text, _): text
            case .note: ""
            }
        }
    }

    package struct Particular: Sendable, Equatable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A drawing with the words for who does not see it. The figures in it stand in a table as well.
    package struct Picture: Sendable {
        package let title, description: String
        /// An `svg` element that needs no style sheet.
        package let drawing: Node
        /// In millimetres, within the width of a page: 160, or 247 on its side.
        package let width, height: Int

        package init(title: String, description: String, drawing: Node, width: Int, height: Int) {
            self.title = title
            self.description = description
            self.drawing = drawing
            self.width = width
            self.height = height
        }
    }
}

/// A table whose first column names the rows.
package struct Table: Sendable, Equatable {
    package enum Cell: Sendable, Equatable {
        case text(String)
        case link(String, to: String)
        case number(Int)
        case day(Day)
        case empty
    }

    package let caption: String
    package let columns: [String]
    /// Each as long as the columns.
    package let rows: [[Cell]]

    package init(caption: String, columns: [String], rows: [[Cell]]) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "a row of another length than its table")
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }
}

extension Table.Cell {
    /// The cell as it is read.
    func written(in language: Language) -> String {
        switch self {
        case .text(let text), .link(let text, _): text
        case .number(let number): String(number)
        case .day(let day): day.writtenWithoutWeekday(in: language)
        case .empty: ""
        }
    }
}
