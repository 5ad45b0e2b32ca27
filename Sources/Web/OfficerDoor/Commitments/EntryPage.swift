import Access
import Commitments
import Kernel
import Markup
import Sealing

/// One entry: what was said, how it stands, what happened since, and what can be done.
struct EntryPage {
    let entry: RegisterEntry
    let language: Language
    let names: RegisterNames
    let visitor: RegisterSite.Visitor
    let owners: [Officer]
    let record: EntryRecord
    let typed: TypedEntryForm?
    private var wording: EntryPageWording { EntryPageWording.texts[language] }
    private var words: RegisterEntryWording { RegisterEntryWording.texts[language] }

    var title: String { entry.facts.title }

    var content: Node {
        .fragment([
            (typed?.errors ?? .none).summary(language), Self.back(language), h1(.lang("nl"), text: title),
            p(.class("lead"), text: "\(words.kind(entry.facts.kind)) \(entry.number)"),
            div(.class("split")) {
                div {
                    said
                    EntryHistory(entry: entry, record: record, language: language, names: names).node
                    sources
                }
                div {
                    now
                    links
                    EntryActions(
                        entry: entry, language: language, names: names, officer: visitor.officer, owners: owners, typed: typed,
                        token: visitor.session.token.formToken
                    ).node
                }
            },
        ])
    }

    static func back(_ language: Language) -> Node {
        p(.class("back")) {
            a(.href(OfficerPaths.register.link(language)), text: EntryPageWording.texts[language].back)
        }
    }

    private var said: Node {
        section {
            h2(text: wording.said)
            div(.class("said"), .lang("nl")) { Writing.typed(entry.facts.wording) }
            dl(.class("facts")) {
                dt(text: wording.place)
                dd {
                    "\(words.setting(entry.facts.setting)): "
                    span(.lang("nl"), text: entry.facts.place)
                }
                dt(text: wording.madeOn)
                dd {
                    Writing.day(entry.facts.madeOn, language)
                    if !entry.facts.madeWords.isEmpty { p(.class("small"), text: wording.inWords(entry.facts.madeWords)) }
                    if !entry.facts.madeReason.isEmpty {
                        p(.class("small soft"), .lang("nl"), text: entry.facts.madeReason)
                    }
                }
                fact(wording.house, words.house(entry.facts.house))
                if let motion = entry.motion { fact(wording.movers, motion.movers.joined(separator: ", ")) }
                fact(wording.verb, words.verb(entry.facts.verb))
                if let dossier = entry.facts.dossier { fact(wording.dossier, dossier.written()) }
                if let paper = entry.facts.paper {
                    dt(text: wording.paper)
                    dd { ReferenceLink.node(paper) }
                }
                if let number = entry.facts.houseNumber { fact(wording.number, number.text) }
                for field in KeyData.allCases {
                    if let value = entry.facts.keyData[field] {
                        dt(.lang("nl"), text: field.label)
                        dd(.lang("nl"), text: value)
                    }
                }
            }
        }
    }

    private func fact(_ name: String, _ value: String) -> Node {
        .fragment([dt(text: name), dd(text: value)])
    }

    private var now: Node {
        div(.class("card")) {
            h2(text: wording.now)
            dl(.class("facts")) {
                fact(wording.standing, words.standing(entry))
                dt(text: entry.isOwed || entry.standing == .open ? wording.due : wording.endedOn)
                dd { DueChip(entry: entry, today: names.today, language: language).node }
                if let day = entry.motion?.lapsesFrom {
                    dt(text: wording.lapsesFrom)
                    dd { span(.class(day < names.today ? "chip late" : "chip")) { Writing.day(day, language) } }
                }
                if let day = entry.listedFrom {
                    dt(text: wording.listedFrom)
                    dd {
                        span(.class(day <= names.today ? "chip late" : "chip")) { Writing.day(day, language) }
                    }
                }
                fact(wording.owner, entry.owner.flatMap { names.officers[$0] } ?? RegisterWording.texts[language].nobody)
                fact(wording.department, names.full(entry.facts.department, language))
                if !entry.facts.involved.isEmpty {
                    fact(
                        wording.involved,
                        entry.facts.involved.sorted().map { names.full($0, language) }.joined(separator: ", "))
                }
            }
            if entry.needsDayAfterPart { p(.class("note warn"), text: wording.newDayAfterPart) }
        }
    }

    /// Where sources differ: each beside the other, and none is chosen.
    private var sources: Node {
        guard !entry.facts.sources.isEmpty else { return .nothing }
        let mayChange = visitor.officer.mayChange(entry)
        return section {
            h2(text: wording.differences)
            p(text: wording.differencesText)
            DataTable.node(
                wording.differences, caption: wording.differences,
                columns: wording.sourceColumns + (mayChange ? [wording.sourceAct] : [])
            ) {
                for reading in entry.facts.sources {
                    tr {
                        th(.scope("row"), .class("wraps"), .lang("nl"), text: reading.subject)
                        td(.lang("nl"), text: reading.source)
                        td(.lang("nl"), text: reading.says)
                        if mayChange { td { takeAway(reading) } }
                    }
                }
            }
        }
    }

    private var links: Node {
        guard !entry.links.isEmpty else { return .nothing }
        return div(.class("card")) {
            h2(text: wording.fulfilledBy)
            ul(.class("plain")) {
                for link in entry.links {
                    li {
                        switch link {
                        case .instrument(let instrument): Node.text(words.instrument(instrument))
                        case .evidence(let text): ReferenceLink.node(written: text)
                        }
                        if visitor.officer.mayChange(entry) { takeAway(link) }
                    }
                }
            }
        }
    }
}

extension EntryPage {
    private func takeAway(_ reading: SourceReading) -> Node {
        takeAway(
            [("bronover", reading.subject), ("bronnaam", reading.source), ("bronzegt", reading.says)],
            at: OfficerPaths.entrySourceRemoval, about: "\(reading.subject), \(reading.source)")
    }

    private func takeAway(_ link: FulfilmentLink) -> Node {
        switch link {
        case .instrument(let instrument):
            takeAway(
                [("onderdeel", instrument.rawValue)], at: OfficerPaths.entryUnlinking, about: words.instrument(instrument))
        case .evidence(let text): takeAway([("bewijs", text)], at: OfficerPaths.entryUnlinking, about: text)
        }
    }

    /// A button that takes away what its fields name.
    private func takeAway(_ fields: [(name: String, value: String)], at path: SitePath, about: String) -> Node {
        form(
            .method("post"), .class("inline"), .action(path.link(language, entry.id.text)), Attribute("data-once", if: true)
        ) {
            Field.token(visitor.session.token.formToken)
            Field.hidden("versie", String(entry.version))
            for field in fields { Field.hidden(field.name, field.value) }
            Field.submit(wording.takeAway, classes: "btn plain small", about: about)
        }
    }
}

/// A reference that leads to the official publication.
enum ReferenceLink {
    static func node(_ reference: Reference) -> Node {
        guard let address = reference.address else { return .text(reference.written()) }
        return a(.href(address), .rel("noreferrer"), text: reference.written())
    }

    /// A reference or an address as someone typed it, or words.
    static func node(written text: String) -> Node {
        if let reference = try? Reference(text) { return node(reference) }
        return text.hasPrefix("https://") ? a(.href(text), .rel("noreferrer"), text: text) : .text(text)
    }
}
