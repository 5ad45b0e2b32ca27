import Commitments
import Kernel

/// The texts of the register as a list.
struct RegisterWording: Sendable {
    let title, heading, add, houseList, nobody, noDay, nothingYet, mayHaveLapsed, late, since: String
    let search, searchWords, searchHint, everyKind, bothHouses, searchNow, searchNoMore, foundNothing: String
    let columns: [String]
    let name, counter, empty: @Sendable (RegisterList.Part) -> String
    let caption: @Sendable (Int) -> String

    static let texts = Bilingual(
        nl: RegisterWording(
            title: "Toezeggingen", heading: "Wat we de Kamer nog schuldig zijn", add: "Zet iets in het register",
            houseList: "Leg de lijst van de Kamer ernaast",
            nobody: "Nog niemand", noDay: "geen dag", nothingYet: "Nog niets te doen", mayHaveLapsed: "Misschien vervallen",
            late: "te laat",
            since: "sinds", search: "Zoek of kies een soort", searchWords: "Zoek",
            searchHint: "Woorden, een nummer, een dossier of een indiener.", everyKind: "Alle soorten",
            bothHouses: "Beide Kamers", searchNow: "Zoek", searchNoMore: "Toon weer alles",
            foundNothing: "We vonden niets. Probeer minder woorden, of zoek in het hele register.",
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
            houseList: "Compare with the House’s list",
            nobody: "Nobody yet", noDay: "no day", nothingYet: "Nothing to do yet", mayHaveLapsed: "May have lapsed",
            late: "late",
            since: "since", search: "Search or choose a kind", searchWords: "Search",
            searchHint: "Words, a number, a dossier or a mover.", everyKind: "All kinds", bothHouses: "Both Houses",
            searchNow: "Search", searchNoMore: "Show everything again",
            foundNothing: "We found nothing. Try fewer words, or search the whole register.",
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
            caption: { $0 == 1 ? "1 entry" : "\($0) entries, earliest due first." }))
}
