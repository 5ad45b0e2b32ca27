import Access
import Commitments
import Foundation
import Kernel
import Markup

/// The register: counters that are links, then what is due first.
struct RegisterPage {
    let list: RegisterList
    let language: Language
    let names: RegisterNames
    let mayAdd: Bool
    /// What someone looks for, as it was typed.
    let typed: FormFields
    /// With which entry the list goes on.
    let from: String?
    private var wording: RegisterWording { RegisterWording.texts[language] }

    var title: String { list.part == .owed ? wording.title : wording.name(list.part) }

    var content: Node {
        .fragment([
            h1(text: list.part == .owed ? wording.heading : wording.name(list.part)),
            div(.class("actions")) {
                if mayAdd { a(.class("btn"), .href(OfficerPaths.newEntry.link(language)), text: wording.add) }
                a(.class("btn plain"), .href(OfficerPaths.houseList.link(language)), text: wording.houseList)
            }, counters, search,
            list.entries.isEmpty ? nothing : table,
        ])
    }

    private var nothing: Node {
        query.isEmpty
            ? p(.class("note done"), text: wording.empty(list.part)) : p(.class("note"), text: wording.foundNothing)
    }

    /// What the address says of the search, with its question mark; empty where nobody searches.
    private var query: String {
        let pairs = ["zoek", "soort", "kamer"].compactMap { name -> String? in
            let value = typed.line(name)
            guard !value.isEmpty else { return nil }
            return "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    private var search: Node {
        details(.class("card"), Attribute("open", if: !query.isEmpty)) {
            summary(text: wording.search)
            form(.method("get"), .action(address(list.part)), .role("search")) {
                Field.text(
                    "zoek", label: wording.searchWords, hint: wording.searchHint, value: typed["zoek"],
                    longest: RegisterFields.longest("zoek"))
                Field.menu(
                    "soort", label: RegisterEntryWording.texts[language].ofKind,
                    options: [Field.Option(value: "", text: wording.everyKind)]
                        + RegisterEntry.Kind.allCases.map {
                            Field.Option(
                                value: $0.rawValue, text: RegisterEntryWording.texts[language].kind($0),
                                isChosen: typed["soort"] == $0.rawValue)
                        })
                Field.menu(
                    "kamer", label: NewEntryWording.texts[language].house,
                    options: [Field.Option(value: "", text: wording.bothHouses)]
                        + House.allCases.map {
                            Field.Option(
                                value: $0.rawValue, text: RegisterEntryWording.texts[language].house($0),
                                isChosen: typed["kamer"] == $0.rawValue)
                        })
                div(.class("actions")) {
                    Field.submit(wording.searchNow, classes: "btn small")
                    if !query.isEmpty {
                        a(
                            .href(OfficerPaths.registerPart.link(language, RegisterRoutes.segment(list.part)[language])),
                            text: wording.searchNoMore)
                    }
                }
            }
        }
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
        OfficerPaths.registerPart.link(language, RegisterRoutes.segment(part)[language]) + query
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
            td(text: "\(RegisterEntryWording.texts[language].kind(entry.facts.kind)) \(entry.number)")
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
