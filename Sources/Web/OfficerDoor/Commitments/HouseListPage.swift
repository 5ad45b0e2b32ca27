import Access
import Commitments
import Kernel
import Markup
import Sealing

/// Where the House's list and the register differ: what stands here, what stands there, and since when.
struct HouseListPage {
    let list: HouseComparisonList
    let motions: [HouseMotionDifference]
    let language: Language
    let names: RegisterNames
    let visitor: RegisterSite.Visitor
    let report: HouseImportReport?
    /// With which difference the list goes on.
    let from: String?
    let errors: FieldErrors
    private var wording: HouseListWording { HouseListWording.texts[language] }
    private var words: RegisterEntryWording { RegisterEntryWording.texts[language] }

    var title: String { wording.title }

    var content: Node {
        .fragment([
            errors.summary(language), EntryPage.back(language), h1(text: wording.heading),
            p(.class("lead"), text: list.imported.map { wording.lead(list.compared, $0) } ?? wording.never),
            report.map(told) ?? .nothing,
            list.differences.isEmpty && motions.isEmpty
                ? (list.imported == nil ? .nothing : p(.class("note done"), text: wording.same))
                : .fragment([differences, .fragment(motions.map(motion))]),
            visitor.officer.writes.isEmpty ? .nothing : upload,
        ])
    }

    private func told(_ report: HouseImportReport) -> Node {
        section(.class("note"), .role("status")) {
            h2(text: wording.hasRead)
            p(text: wording.counts(report))
            if !report.faults.isEmpty {
                ul {
                    for fault in report.faults.prefix(20) { li(text: wording.fault(fault)) }
                }
            }
        }
    }

    private var differences: Node {
        let stretch = ListStretch(list.differences, from: from, size: 20) { $0.item?.id ?? $0.entry?.id.text ?? "" }
        return .fragment([
            .fragment(stretch.shown.map(difference)),
            stretch.pager(at: OfficerPaths.houseList.link(language), language),
        ])
    }

    private func difference(_ difference: HouseDifference) -> Node {
        section(.class(difference.explanation == nil ? "card" : "card quiet")) {
            h2 {
                if let entry = difference.entry {
                    a(.href(OfficerPaths.entry.link(language, entry.id.text)), .lang("nl"), text: entry.facts.title)
                } else {
                    wording.number(difference.item?.number ?? "")
                }
            }
            p(.class("small soft")) {
                "\(wording.kind(difference.kind)), \(wording.since) "
                Writing.dayShort(difference.since, language, names.today)
            }
            div(.class("beside")) {
                div {
                    h3(text: wording.here)
                    here(difference)
                }
                div {
                    h3(text: wording.there)
                    there(difference)
                }
            }
            end(of: difference)
        }
    }

    private func motion(_ difference: HouseMotionDifference) -> Node {
        section(.class(difference.explanation == nil ? "card" : "card quiet")) {
            h2 {
                a(
                    .href(OfficerPaths.entry.link(language, difference.entry.id.text)), .lang("nl"),
                    text: difference.entry.facts.title)
            }
            p(.class("small soft")) {
                "\(words.kind(.motion)), \(wording.since) "
                Writing.dayShort(difference.since, language, names.today)
            }
            div(.class("beside")) {
                div {
                    h3(text: wording.here)
                    p { strong(text: words.standing(difference.entry)) }
                }
                div {
                    h3(text: wording.there)
                    p { strong(.lang("nl"), text: difference.motion.decision) }
                    p(.class("small soft"), text: difference.motion.number)
                }
            }
            end(of: difference)
        }
    }

    private func end(of difference: HouseMotionDifference) -> Node {
        if let explanation = difference.explanation {
            return p(text: wording.explained(explanation.reason, explanation.day))
        }
        return visitor.officer.writes.isEmpty ? .nothing : actions(difference.motion.id, wording.takeOver(.standing))
    }

    /// Why it may stay, or what to do about it.
    private func end(of difference: HouseDifference) -> Node {
        if let explanation = difference.explanation {
            return p(text: wording.explained(explanation.reason, explanation.day))
        }
        guard let item = difference.item, !visitor.officer.writes.isEmpty else { return .nothing }
        return actions(item.id, wording.takeOver(difference.kind))
    }

    private func here(_ difference: HouseDifference) -> Node {
        guard let entry = difference.entry else { return p(text: wording.nothingHere) }
        return .fragment([
            p { strong(text: words.standing(entry)) }, p { DueChip(entry: entry, today: names.today, language: language).node },
        ])
    }

    private func there(_ difference: HouseDifference) -> Node {
        guard let item = difference.item else { return p(text: wording.nothingThere) }
        return .fragment([
            p {
                if item.isRemoved { strong(text: wording.removed) } else { strong(.lang("nl"), text: item.status) }
            },
            item.dueOn.map(paragraph) ?? .nothing,
            item.letters.isEmpty ? .nothing : p(.class("small"), text: item.letters.joined(separator: ", ")),
            difference.entry == nil ? p(.lang("nl"), text: item.text) : .nothing,
            p(.class("small soft"), text: [item.number, item.function].filter { !$0.isEmpty }.joined(separator: ", ")),
        ])
    }

    private func paragraph(_ day: Day) -> Node { p { Writing.day(day, language) } }

    private func actions(_ item: String, _ takeOver: String) -> Node {
        .fragment([
            form(.method("post"), .action(OfficerPaths.houseItem.link(language, item)), Attribute("data-once", if: true)) {
                Field.token(visitor.session.token.formToken)
                Field.submit(takeOver, classes: "btn small")
            },
            details(Attribute("open", if: errors.sentence(at: "reden-\(item)") != nil)) {
                summary(text: wording.explain)
                form(
                    .method("post"), .action(OfficerPaths.houseExplanation.link(language, item)), .autocomplete("off"),
                    Attribute("data-once", if: true)
                ) {
                    Field.token(visitor.session.token.formToken)
                    Field.text(
                        "reden", id: "reden-\(item)", label: wording.reason, hint: wording.reasonHint, longest: 500,
                        errors: errors)
                    div(.class("actions")) { Field.submit(wording.keep, classes: "btn plain small") }
                }
            },
        ])
    }

    private var upload: Node {
        section {
            h2(text: wording.upload)
            p(text: wording.uploadText)
            form(
                .method("post"), .action(OfficerPaths.houseList.link(language)), Attribute("enctype", "multipart/form-data"),
                Attribute("data-once", if: true)
            ) {
                Field.token(visitor.session.token.formToken)
                Field.file("bestand", label: wording.file, hint: wording.fileHint, errors: errors)
                div(.class("actions")) { Field.submit(wording.read) }
            }
        }
    }
}

struct HouseListWording: Sendable {
    let title, heading, never, same, here, there, since, nothingHere, nothingThere, removed: String
    let explain, reason, reasonHint, keep, upload, uploadText, file, fileHint, read, hasRead, fileMissing, reasonMissing: String
    let lead: @Sendable (Int, Day) -> String
    let number: @Sendable (String) -> String
    let kind, takeOver: @Sendable (HouseDifference.Kind) -> String
    let explained: @Sendable (String, Day) -> String
    let counts: @Sendable (HouseImportReport) -> String
    let fault: @Sendable (HouseListFault) -> String

    static let texts = Bilingual(
        nl: HouseListWording(
            title: "Lijst van de Kamer", heading: "Waar de lijst van de Kamer en die van ons verschillen",
            never: "De lijst van de Kamer is nog niet ingelezen.", same: "De twee lijsten zeggen hetzelfde.", here: "Bij ons",
            there: "Bij de Kamer", since: "sinds", nothingHere: "Staat niet in ons register.",
            nothingThere: "Staat niet in de lijst van de Kamer.", removed: "Verwijderd bij de bron",
            explain: "Laat het zo, met uitleg", reason: "Waarom mag dit verschil blijven?",
            reasonHint: "Het verschil komt terug als er hier of bij de Kamer iets verandert.", keep: "Bewaar de uitleg",
            upload: "Lees de lijst van de Kamer in",
            uploadText:
                "Bewaar een pagina van de open data van de Tweede Kamer (SyncFeed of OData, categorie Toezegging) als bestand en lees die hier in. Nog een keer inlezen verandert niets.",
            file: "Bestand met toezeggingen", fileHint: "XML of JSON, hooguit 8 MB. Grotere bestanden leest de beheerder in.",
            read: "Lees in", hasRead: "Ingelezen", fileMissing: "Kies eerst een bestand.",
            reasonMissing: "Schrijf waarom dit verschil mag blijven.",
            lead: { count, day in
                "We vergeleken \(count == 1 ? "1 toezegging" : "\(count) toezeggingen") van de Kamer, voor het laatst ingelezen op \(day.written(in: .nl))."
            }, number: { "Toezegging \($0)" },
            kind: { kind in
                switch kind {
                case .onlyThere: "Alleen bij de Kamer"
                case .onlyHere: "Alleen bij ons"
                case .removedThere: "Bij de Kamer verwijderd, bij ons open"
                case .standing: "Andere stand"
                case .day: "Andere dag"
                }
            },
            takeOver: { kind in
                switch kind {
                case .onlyThere, .onlyHere: "Zet in ons register"
                case .removedThere: "Laat bij ons vervallen"
                case .standing: "Neem de stand van de Kamer over"
                case .day: "Neem de dag van de Kamer over"
                }
            }, explained: { reason, day in "Uitgelegd op \(day.written(in: .nl)): \(reason)" },
            counts: { report in
                "\(report.added) nieuw, \(report.changed) veranderd, \(report.unchanged) hetzelfde, \(report.faults.count) niet te lezen."
            },
            fault: { fault in
                let why =
                    switch fault.reason {
                    case .notXML: "dit is geen geldige XML"
                    case .endsTooSoon: "het bestand houdt hier te vroeg op. Bewaar het opnieuw; wat ervoor stond, is gelezen"
                    case .encoding: "hier staan tekens die niet bij de opgegeven codering horen"
                    case .documentType: "een documenttype laten we niet toe"
                    case .notJSON: "dit is geen geldige JSON"
                    case .unknownForm: "dit is geen pagina van SyncFeed of OData"
                    case .withoutID: "dit gegeven heeft geen kenmerk en is overgeslagen"
                    }
                return "Regel \(fault.line): \(why)."
            }),
        en: HouseListWording(
            title: "List of the House", heading: "Where the House’s list and ours differ",
            never: "The House’s list has not been read in yet.", same: "The two lists say the same.", here: "Here",
            there: "At the House", since: "since", nothingHere: "Not in our register.",
            nothingThere: "Not in the House’s list.", removed: "Removed at the source", explain: "Leave it, with an explanation",
            reason: "Why may this difference stay?",
            reasonHint: "The difference comes back when something changes here or at the House.", keep: "Save the explanation",
            upload: "Read in the House’s list",
            uploadText:
                "Save a page of the open data of the House of Representatives (SyncFeed or OData, category Toezegging) as a file and read it in here. Reading it in again changes nothing.",
            file: "File with commitments",
            fileHint: "XML or JSON, 8 MB at most. The administrator reads in larger files.", read: "Read in",
            hasRead: "This was read in",
            fileMissing: "Choose a file first.", reasonMissing: "Write why this difference may stay.",
            lead: { count, day in
                "We compared \(count == 1 ? "1 commitment" : "\(count) commitments") of the House, last read in on \(day.written(in: .en))."
            }, number: { "Commitment \($0)" },
            kind: { kind in
                switch kind {
                case .onlyThere: "Only at the House"
                case .onlyHere: "Only here"
                case .removedThere: "Removed at the House, open here"
                case .standing: "Another standing"
                case .day: "Another day"
                }
            },
            takeOver: { kind in
                switch kind {
                case .onlyThere, .onlyHere: "Put it in our register"
                case .removedThere: "Let it lapse here"
                case .standing: "Take over the House’s standing"
                case .day: "Take over the House’s day"
                }
            }, explained: { reason, day in "Explained on \(day.written(in: .en)): \(reason)" },
            counts: { report in
                "\(report.added) new, \(report.changed) changed, \(report.unchanged) the same, \(report.faults.count) unreadable."
            },
            fault: { fault in
                let why =
                    switch fault.reason {
                    case .notXML: "this is no valid XML"
                    case .endsTooSoon: "the file ends too soon here. Save it again; what came before was read"
                    case .encoding: "there are signs here that do not belong to the stated encoding"
                    case .documentType: "a document type is not allowed"
                    case .notJSON: "this is no valid JSON"
                    case .unknownForm: "this is no page of SyncFeed or OData"
                    case .withoutID: "this record has no identifier and was passed over"
                    }
                return "Line \(fault.line): \(why)."
            }))
}
