import Access
import Commitments
import Kernel
import Markup

/// The register: counters that are links, then what is due first.
struct RegisterPage {
    let list: RegisterList
    let language: Language
    let names: RegisterNames
    let mayAdd: Bool
    /// With which entry the list goes on.
    let from: String?
    private var wording: RegisterWording { RegisterWording.texts[language] }

    var title: String { list.part == .owed ? wording.title : wording.name(list.part) }

    var content: Node {
        .fragment([
            h1(text: list.part == .owed ? wording.heading : wording.name(list.part)), counters,
            list.entries.isEmpty ? p(.class("note done"), text: wording.empty(list.part)) : table,
            div(.class("actions")) {
                if mayAdd { a(.class("btn"), .href(OfficerPaths.newEntry.link(language)), text: wording.add) }
                a(.class("btn plain"), .href(OfficerPaths.houseList.link(language)), text: wording.houseList)
            },
        ])
    }

    private var counters: Node {
        Counter.list(
            RegisterList.Part.allCases.map { part in
                let count = list.counts[part, default: 0]
                return Counter(
                    number: String(count), text: wording.counter(part), address: address(part), isCurrent: part == list.part,
                    mood: count == 0 ? "" : part == .overdue ? "late" : part == .thisMonth ? "due" : "")
            })
    }

    private func address(_ part: RegisterList.Part) -> String {
        OfficerPaths.registerPart.link(language, RegisterRoutes.segment(part)[language])
    }

    private var table: Node {
        let stretch = ListStretch(list.entries, from: from, size: 50) { $0.id.text }
        return .fragment([
            DataTable.node(title, caption: wording.caption(list.entries.count), columns: wording.columns) {
                for entry in stretch.shown { row(entry) }
            }, stretch.pager(at: address(list.part), language),
        ])
    }

    private func row(_ entry: RegisterEntry) -> Node {
        tr {
            td { DueChip(entry: entry, today: names.today, language: language).node }
            th(.class("wraps"), .scope("row")) {
                a(.href(OfficerPaths.entry.link(language, entry.id.text)), .lang("nl"), text: entry.facts.title)
            }
            td(text: RegisterEntryWording.texts[language].kind(entry.facts.kind))
            td {
                span(.lang("nl"), text: entry.facts.place)
                " "
                br()
                span(.class("small soft")) { Writing.dayShort(entry.facts.madeOn, language, names.today) }
            }
            td(text: entry.owner.flatMap { names.officers[$0] } ?? wording.nobody)
            td(text: RegisterEntryWording.texts[language].standing(entry))
        }
    }
}

/// When an entry is due: the day and the words, and whether it is late.
struct DueChip {
    let entry: RegisterEntry
    let today: Day
    let language: Language
    private var wording: RegisterWording { RegisterWording.texts[language] }

    var node: Node {
        guard entry.isOwed || entry.standing != .open else { return span(.class("soft"), text: wording.nothingYet) }
        guard entry.isOwed else {
            let day = entry.standings.last?.day ?? entry.facts.madeOn
            return span(.class("chip done"), text: day.short(in: language, today: today))
        }
        guard let due = entry.due else { return span(.class("chip"), text: wording.noDay) }
        return .fragment([
            span(.class(classes(due)), text: due.day.map(text) ?? wording.noDay), due.words.isEmpty ? .nothing : br(),
            due.words.isEmpty ? .nothing : span(.class("small soft"), text: "‘\(due.words)’"),
        ])
    }

    private func classes(_ due: Due) -> String {
        guard let day = due.day else { return "chip" }
        return day < today ? "chip late" : day - today <= 31 ? "chip due" : "chip"
    }

    private func text(_ day: Day) -> String {
        day < today
            ? "\(day.short(in: language, today: today)), \(wording.late)" : day.short(in: language, today: today)
    }
}

struct RegisterWording: Sendable {
    let title, heading, add, houseList, nobody, noDay, nothingYet, late: String
    let columns: [String]
    let name, counter, empty: @Sendable (RegisterList.Part) -> String
    let caption: @Sendable (Int) -> String

    static let texts = Bilingual(
        nl: RegisterWording(
            title: "Toezeggingen", heading: "Wat we de Kamer nog schuldig zijn", add: "Zet iets in het register",
            houseList: "Leg de lijst van de Kamer ernaast",
            nobody: "Nog niemand", noDay: "geen dag", nothingYet: "Nog niets te doen", late: "te laat",
            columns: ["Uiterlijk", "Waarover", "Soort", "Waar gezegd", "Eigenaar", "Stand"],
            name: { part in
                switch part {
                case .owed: "Open"
                case .overdue: "Te laat"
                case .thisMonth: "Deze maand"
                case .withoutDay: "Zonder afgesproken dag"
                case .withoutOwner: "Zonder eigenaar"
                case .own: "Van mij"
                case .all: "Het hele register"
                }
            },
            counter: { part in
                switch part {
                case .owed: "open"
                case .overdue: "te laat"
                case .thisMonth: "deze maand"
                case .withoutDay: "zonder dag"
                case .withoutOwner: "zonder eigenaar"
                case .own: "van mij"
                case .all: "in het register"
                }
            },
            empty: { $0 == .overdue ? "Niets is te laat." : "Hier staat nu niets." },
            caption: { $0 == 1 ? "1 regel" : "\($0) regels, wat het eerst moet bovenaan." }),
        en: RegisterWording(
            title: "Commitments", heading: "What we still owe Parliament", add: "Put something in the register",
            houseList: "Lay the House’s list beside it",
            nobody: "Nobody yet", noDay: "no day", nothingYet: "Nothing to do yet", late: "late",
            columns: ["Due", "About", "Kind", "Where it was said", "Owner", "Standing"],
            name: { part in
                switch part {
                case .owed: "Open"
                case .overdue: "Late"
                case .thisMonth: "This month"
                case .withoutDay: "Without an agreed day"
                case .withoutOwner: "Without an owner"
                case .own: "Mine"
                case .all: "The whole register"
                }
            },
            counter: { part in
                switch part {
                case .owed: "open"
                case .overdue: "late"
                case .thisMonth: "this month"
                case .withoutDay: "without a day"
                case .withoutOwner: "without an owner"
                case .own: "mine"
                case .all: "in the register"
                }
            },
            empty: { $0 == .overdue ? "Nothing is late." : "There is nothing here now." },
            caption: { $0 == 1 ? "1 entry" : "\($0) entries, what is due first on top." }))
}
