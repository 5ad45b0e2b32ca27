import Access
import Commitments
import Kernel
import Markup

/// What is due and for whom it waits, with what the visitor is reminded of on top.
struct BoardPage {
    let board: Board
    let reminders: [Reminder]
    let awaitingMinister: [Letter]
    /// The one column that is shown, and with which thing it goes on; nil for the whole board.
    let alone: (column: Column, from: String?)?
    let language: Language
    let names: RegisterNames
    let officer: Officer.ID
    private var wording: BoardWording { BoardWording.texts[language] }

    var title: String { wording.title }

    /// A column of the board, by its name in an address.
    enum Column: String, CaseIterable {
        case late = "te-laat"
        case thisMonth = "deze-maand"
        case later = "daarna"
        case withoutDay = "zonder-dag"
    }

    /// How many cards of a column stand on the board, and how many on a page of the column alone.
    private static let (onBoard, alone) = (20, 60)

    var content: Node {
        if let alone { return whole(alone.column, from: alone.from) }
        return .fragment([
            EntryPage.back(language), h1(text: wording.title), MinisterQueue.node(awaitingMinister, language), reminded,
            div(.class("board")) { Node.fragment(Column.allCases.map(column)) },
            p { a(.class("btn plain"), .href(OfficerPaths.boardCalendar.link(language)), text: wording.takeToCalendar) },
        ])
    }

    private func items(_ column: Column) -> [BoardItem] {
        switch column {
        case .late: board.late
        case .thisMonth: board.thisMonth
        case .later: board.later
        case .withoutDay: board.withoutDay
        }
    }

    private func link(to column: Column) -> String { "\(OfficerPaths.board.link(language))?kolom=\(column.rawValue)" }

    /// One column, with everything that is in it.
    private func whole(_ column: Column, from: String?) -> Node {
        let all = items(column)
        let stretch = ListStretch(all, from: from, size: Self.alone) { $0.subject.text }
        return .fragment([
            p(.class("back")) { a(.href(OfficerPaths.board.link(language)), text: wording.backToBoard) },
            h1(text: "\(wording.title): \(wording.name(column))"),
            p(.class("lead"), text: all.isEmpty ? wording.nothing : wording.counted(all.count)),
            div(.class("board")) { ul { for item in stretch.shown { li(.class("card")) { card(item) } } } },
            stretch.pager(at: link(to: column), language),
        ])
    }

    private var reminded: Node {
        guard !reminders.isEmpty else { return .nothing }
        return section(.class("note warn")) {
            h2(text: wording.forYou)
            ul {
                for reminder in reminders.prefix(12) {
                    li {
                        link(reminder.item)
                        ": \(wording.reason(reminder.reason))"
                        if reminder.item.owner != officer { " (\(owner(reminder.item)))" }
                    }
                }
            }
            if reminders.count > 12 { p(text: wording.more(reminders.count - 12)) }
        }
    }

    private func column(_ column: Column) -> Node {
        let items = items(column)
        let mood =
            switch column {
            case .late: " late"
            case .thisMonth: " due"
            case .later, .withoutDay: ""
            }
        return section(.class("column\(mood)")) {
            h2 {
                wording.name(column)
                " "
                span(.class("soft"), text: String(items.count))
            }
            if items.isEmpty { p(.class("soft"), text: wording.nothing) }
            ul {
                for item in items.prefix(Self.onBoard) { li(.class("card")) { card(item) } }
            }
            if items.count > Self.onBoard {
                p { a(.href(link(to: column)), text: wording.all(items.count, wording.name(column))) }
            }
        }
    }

    private func card(_ item: BoardItem) -> Node {
        .fragment([
            p { link(item) },
            p(.class("small soft")) {
                if let day = item.day {
                    Writing.dayShort(day, language, names.today)
                    ", "
                }
                owner(item)
            }, p(.class("small")) { waiting(item.waiting) },
        ])
    }

    private func owner(_ item: BoardItem) -> String { item.owner.flatMap { names.officers[$0] } ?? wording.nobody }

    private func link(_ item: BoardItem) -> Node { a(.href(item.subject.link(language)), .lang("nl"), text: item.title) }

    private func waiting(_ waiting: Waiting) -> Node {
        switch waiting {
        case .letter: return .text(wording.waitsForLetter)
        case .text(let letter): return of(letter, wording.waitsForText)
        case .agreement(let bodies, let letter):
            let names = bodies.map(\.name).joined(separator: ", ")
            return of(letter, "\(wording.waitsForAgreement) \(names)")
        case .minister(let letter): return of(letter, wording.waitsForMinister)
        case .otherText(let letter): return of(letter, wording.ministerDisagreed)
        case .sending(let letter): return of(letter, wording.waitsForSending)
        case .otherLetter(let letter): return of(letter, wording.goesAlong)
        case .houseOnHeldMotion: return .text(wording.mayHaveLapsed)
        }
    }

    private func of(_ letter: Letter.ID, _ text: String) -> Node {
        a(.href(OfficerPaths.letter.link(language, letter.text)), text: text)
    }
}

struct BoardWording: Sendable {
    let title, forYou, late, thisMonth, later, withoutDay, nothing, nobody, takeToCalendar, inCalendar, calendarFile: String
    let waitsForLetter, waitsForText, waitsForAgreement, waitsForMinister, ministerDisagreed, waitsForSending: String
    let goesAlong, mayHaveLapsed, backToBoard: String
    let reason: @Sendable (Reminder.Reason) -> String
    let more, counted: @Sendable (Int) -> String
    /// The link to all of a column.
    let all: @Sendable (_ count: Int, _ column: String) -> String

    static let texts = Bilingual(
        nl: BoardWording(
            title: "Wat moet er gebeuren", forYou: "Voor jou", late: "Te laat", thisMonth: "Deze maand", later: "Daarna",
            withoutDay: "Zonder dag", nothing: "Niets.", nobody: "nog van niemand",
            takeToCalendar: "Zet mijn dagen in mijn agenda (ICS)",
            inCalendar: "Uiterlijke dag uit het register van toezeggingen.", calendarFile: "mijn-toezeggingen",
            waitsForLetter: "Wacht op een brief", waitsForText: "Wacht op tekst", waitsForAgreement: "Wacht op akkoord van",
            waitsForMinister: "Wacht op de minister", ministerDisagreed: "De minister was niet akkoord",
            waitsForSending: "Klaar om te versturen", goesAlong: "Gaat mee in een andere brief",
            mayHaveLapsed: "Misschien vervallen: kijk na wat de Kamer besloot",
            backToBoard: "Terug naar het bord",
            reason: { reason in
                switch reason {
                case .comes(0): "moet vandaag"
                case .comes(1): "moet morgen"
                case .comes(let days): "moet over \(days) dagen"
                case .isLate(1): "is 1 dag te laat"
                case .isLate(let days): "is \(days) dagen te laat"
                }
            }, more: { "En nog \($0)." }, counted: { $0 == 1 ? "1 onderwerp." : "\($0) onderwerpen." },
            all: { "Bekijk alle \($0) onder ‘\($1)’" }),
        en: BoardWording(
            title: "What has to be done", forYou: "For you", late: "Late", thisMonth: "This month", later: "After that",
            withoutDay: "Without a day", nothing: "Nothing.", nobody: "nobody’s yet",
            takeToCalendar: "Put my days in my calendar (ICS)", inCalendar: "Due day of the register of commitments.",
            calendarFile: "my-commitments", waitsForLetter: "Waits for a letter", waitsForText: "Waits for text",
            waitsForAgreement: "Waits for agreement of", waitsForMinister: "Waits for the minister",
            ministerDisagreed: "The minister did not agree", waitsForSending: "Ready to be sent",
            goesAlong: "Goes along in another letter", mayHaveLapsed: "May have lapsed: see what the House decided",
            backToBoard: "Back to the board",
            reason: { reason in
                switch reason {
                case .comes(0): "is due today"
                case .comes(1): "is due tomorrow"
                case .comes(let days): "is due in \(days) days"
                case .isLate(1): "is 1 day late"
                case .isLate(let days): "is \(days) days late"
                }
            }, more: { "And \($0) more." }, counted: { $0 == 1 ? "1 subject." : "\($0) subjects." },
            all: { "See all \($0) under ‘\($1)’" }))
}

extension BoardWording {
    func name(_ column: BoardPage.Column) -> String {
        switch column {
        case .late: late
        case .thisMonth: thisMonth
        case .later: later
        case .withoutDay: withoutDay
        }
    }
}
