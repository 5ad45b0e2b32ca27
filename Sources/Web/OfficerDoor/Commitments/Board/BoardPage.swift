import Access
import Commitments
import Kernel
import Markup

/// What is due and for whom it waits, with what the visitor is reminded of on top.
struct BoardPage {
    let board: Board
    let reminders: [Reminder]
    let language: Language
    let names: RegisterNames
    let officer: Officer.ID
    private var wording: BoardWording { BoardWording.texts[language] }

    var title: String { wording.title }

    var content: Node {
        .fragment([
            EntryPage.back(language), h1(text: wording.title), reminded,
            div(.class("board")) {
                column(wording.late, board.late, mood: "late")
                column(wording.thisMonth, board.thisMonth, mood: "due")
                column(wording.later, board.later, mood: "")
                column(wording.withoutDay, board.withoutDay, mood: "")
            }, p { a(.class("btn plain"), .href(OfficerPaths.boardCalendar.link(language)), text: wording.takeToCalendar) },
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

    private func column(_ title: String, _ items: [BoardItem], mood: String) -> Node {
        section(.class(mood.isEmpty ? "column" : "column \(mood)")) {
            h2 {
                title
                " "
                span(.class("soft"), text: String(items.count))
            }
            if items.isEmpty { p(.class("soft"), text: wording.nothing) }
            ul {
                for item in items.prefix(40) { li(.class("card")) { card(item) } }
            }
            if items.count > 40 { p(text: wording.more(items.count - 40)) }
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
        }
    }

    private func of(_ letter: Letter.ID, _ text: String) -> Node {
        a(.href(OfficerPaths.letter.link(language, letter.text)), text: text)
    }
}

struct BoardWording: Sendable {
    let title, forYou, late, thisMonth, later, withoutDay, nothing, nobody, takeToCalendar, inCalendar, calendarFile: String
    let waitsForLetter, waitsForText, waitsForAgreement, waitsForMinister, ministerDisagreed, waitsForSending: String
    let reason: @Sendable (Reminder.Reason) -> String
    let more: @Sendable (Int) -> String

    static let texts = Bilingual(
        nl: BoardWording(
            title: "Wat moet er gebeuren", forYou: "Voor jou", late: "Te laat", thisMonth: "Deze maand", later: "Daarna",
            withoutDay: "Zonder dag", nothing: "Niets.", nobody: "nog van niemand",
            takeToCalendar: "Zet mijn dagen in mijn agenda (ICS)",
            inCalendar: "Uiterlijke dag uit het register van toezeggingen.", calendarFile: "mijn-toezeggingen",
            waitsForLetter: "Wacht op een brief", waitsForText: "Wacht op tekst", waitsForAgreement: "Wacht op akkoord van",
            waitsForMinister: "Wacht op de minister", ministerDisagreed: "De minister was niet akkoord",
            waitsForSending: "Klaar om te versturen",
            reason: { reason in
                switch reason {
                case .comes(0): "moet vandaag"
                case .comes(1): "moet morgen"
                case .comes(let days): "moet over \(days) dagen"
                case .isLate(1): "is 1 dag te laat"
                case .isLate(let days): "is \(days) dagen te laat"
                }
            }, more: { "En nog \($0)." }),
        en: BoardWording(
            title: "What has to be done", forYou: "For you", late: "Late", thisMonth: "This month", later: "After that",
            withoutDay: "Without a day", nothing: "Nothing.", nobody: "nobody’s yet",
            takeToCalendar: "Put my days in my calendar (ICS)", inCalendar: "Due day of the register of commitments.",
            calendarFile: "my-commitments", waitsForLetter: "Waits for a letter", waitsForText: "Waits for text",
            waitsForAgreement: "Waits for agreement of", waitsForMinister: "Waits for the minister",
            ministerDisagreed: "The minister did not agree", waitsForSending: "Ready to be sent",
            reason: { reason in
                switch reason {
                case .comes(0): "is due today"
                case .comes(1): "is due tomorrow"
                case .comes(let days): "is due in \(days) days"
                case .isLate(1): "is 1 day late"
                case .isLate(let days): "is \(days) days late"
                }
            }, more: { "And \($0) more." }))
}
