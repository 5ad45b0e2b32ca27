import Access
import Commitments
import Documents
import Kernel
import Markup
import Sealing

/// The planning overview: a picture, the table, what moved since the House got the last one, and sending this one.
struct PlanningPage {
    let comparison: PlanningComparison
    /// The last one first.
    let sent: [SentOverviewLine]
    /// Sendings that were taken back, the first one first.
    let recalls: [OverviewRecall]
    /// With which subject the table goes on.
    let from: String?
    let language: Language
    let names: RegisterNames
    let visitor: RegisterSite.Visitor
    let typed: FormFields
    let errors: FieldErrors
    private var wording: PlanningWording { PlanningWording.texts[language] }
    private var overview: PlanningOverview { comparison.overview }

    var title: String { wording.title }

    var content: Node {
        .fragment([
            errors.summary(language), EntryPage.back(language), h1(text: wording.heading(overview.house)), houses,
            p(.class("lead"), text: wording.lead(comparison)),
            overview.rows.isEmpty
                ? p(.class("note done"), text: wording.empty)
                : .fragment([
                    picture, table,
                    stretch.pager(at: address(OfficerPaths.planningHouse, overview.house, overview.department), language),
                ]),
            departures, documents, sending, history,
        ])
    }

    private var houses: Node {
        let departments = visitor.officer.reads.sorted()
        return .fragment([
            nav(.aria(.label, wording.choose)) {
                ul(.class("choices-inline")) {
                    for house in House.allCases {
                        li {
                            choice(
                                RegisterEntryWording.texts[language].house(house), house, overview.department,
                                house == overview.house)
                        }
                    }
                    if departments.count > 1 {
                        for department in departments {
                            li {
                                choice(
                                    names.abbreviation(department), overview.house, department, department == overview.department)
                            }
                        }
                    }
                }
            }
        ])
    }

    private func choice(_ text: String, _ house: House, _ department: Organisation.ID, _ isCurrent: Bool) -> Node {
        a(
            .class("btn plain small"), .href(address(OfficerPaths.planningHouse, house, department)),
            .aria(.current, optional: isCurrent ? "true" : nil), text: text)
    }

    private func address(_ path: SitePath, _ house: House, _ department: Organisation.ID, _ file: String = "") -> String {
        path.link(language, PlanningRoutes.segment(house)[language], file) + "?departement=\(department.code)"
    }

    private var picture: Node {
        guard let picture = PlanningPicture(overview, movements: comparison.movements, in: language) else { return .nothing }
        return .fragment([
            div(.class("picture")) {
                div(.class("only-wide")) { picture.chart.node(id: "timeline") }
                div(.class("only-narrow")) { picture.chart.node(id: "timeline-narrow", .narrow) }
                p(.class("small soft"), .aria(.hidden, "true"), text: wording.signs)
            }
        ])
    }

    private var table: Node {
        DataTable.node(
            wording.heading(overview.house), caption: wording.caption(overview.rows.count),
            columns: comparison.last == nil ? wording.columns.dropLast() : wording.columns
        ) {
            for row in stretch.shown { node(row) }
        }
    }

    /// What of the table stands on this page; the documents have all of it.
    private var stretch: ListStretch<PlanningRow> {
        ListStretch(overview.rows, from: from, size: 60) { $0.subject.text }
    }

    private func node(_ row: PlanningRow) -> Node {
        tr {
            td {
                span(
                    .class(row.isLate(on: names.today) ? "chip late" : "chip"),
                    text: row.day.map { $0.short(in: language, today: names.today) } ?? wording.noDay)
                if !row.words.isEmpty {
                    br()
                    span(.class("small soft"), .lang("nl"), text: "‘\(row.words)’")
                }
            }
            th(.class("wraps"), .scope("row")) {
                a(.href(row.subject.link(language)), .lang("nl"), text: row.title)
                br()
                span(.class("small soft"), .lang("nl"), text: PlanningWords.place(row))
            }
            td(text: wording.kind(row.kind))
            td(text: wording.progress(row.progress))
            if comparison.last != nil { td { comparison.movements[row.subject].map(movement) ?? .nothing } }
        }
    }

    private func movement(_ movement: PlanningMovement) -> Node {
        switch movement {
        case .later: span(.class("chip late"), text: wording.movement(movement))
        case .unchanged: span(.class("soft"), text: wording.movement(movement))
        case .new, .earlier, .dayFound, .dayLost, .otherProgress, .reworded: span(text: wording.movement(movement))
        }
    }

    private var departures: Node {
        guard !comparison.departures.isEmpty else { return .nothing }
        return section {
            h2(text: wording.gone)
            ul {
                for departure in comparison.departures {
                    li {
                        a(.href(departure.row.subject.link(language)), .lang("nl"), text: departure.row.title)
                        ": "
                        wording.ending(departure.ending)
                    }
                }
            }
        }
    }

    private var documents: Node {
        let year = ParliamentaryYear(of: names.today)
        return section {
            h2(text: wording.documents)
            if !overview.rows.isEmpty { links(wording.overview, "planningsoverzicht") }
            for beginning in [year.beginning, year.beginning - 1] {
                let year = ParliamentaryYear(beginning: beginning)
                links(wording.annex(year.inLetters), "moties-en-toezeggingen-\(year.inMetadata)")
            }
        }
    }

    private func links(_ name: String, _ base: String) -> Node {
        DocumentLinks.node(name, DocumentForm.allCases, language) { form in
            address(OfficerPaths.planningFile, overview.house, overview.department, "\(base).\(form.rawValue)")
        }
    }

    private var sending: Node {
        guard visitor.officer.coordinates.contains(overview.department), !overview.rows.isEmpty else { return .nothing }
        return section(.class("card")) {
            h2(text: wording.send)
            p(text: wording.sendHint)
            form(
                .method("post"),
                .action(OfficerPaths.planningSending.link(language, PlanningRoutes.segment(overview.house)[language])),
                .autocomplete("off"), Attribute("data-once", if: true)
            ) {
                Field.token(visitor.session.token.formToken)
                Field.hidden("departement", overview.department.code)
                Field.hidden("gezien", PlanningFingerprint(comparison).text)
                Field.text(
                    "verzonden", label: LetterWording.texts[language].sentDay,
                    hint: EntryPageWording.texts[language].todayHint, value: typed["verzonden"],
                    longest: RegisterFields.longest("verzonden"), errors: errors)
                div(.class("actions")) { Field.submit(wording.sendNow, classes: "btn") }
            }
        }
    }

    private var history: Node {
        guard !sent.isEmpty || !recalls.isEmpty else { return .nothing }
        return section {
            h2(text: wording.history)
            for overview in sent {
                links(wording.sentOn(overview.sentOn, overview.rows), "planningsoverzicht-nr-\(overview.number)")
            }
            for recall in recalls {
                p(.class("small soft")) {
                    wording.wasRecalled(recall.sentOn, names.officers[recall.officer] ?? "", recall.day)
                    " "
                    span(.lang("nl"), text: recall.reason)
                }
            }
            if let last = sent.first, visitor.officer.coordinates.contains(overview.department) { takeBack(last) }
        }
    }

    private func takeBack(_ last: SentOverviewLine) -> Node {
        FoldedForm(
            title: wording.recall, isOpen: errors.sentence(at: "overzichtreden") != nil,
            address: OfficerPaths.planningRecall.link(language, PlanningRoutes.segment(overview.house)[language]),
            token: visitor.session.token.formToken, act: wording.recallNow, lead: p(.class("small"), text: wording.recallHint)
        ).node {
            Field.hidden("departement", overview.department.code)
            Field.hidden("overzicht", last.id.text)
            Field.text(
                "overzichtreden", label: EntryPageWording.texts[language].why, value: typed["overzichtreden"],
                longest: RegisterFields.longest("overzichtreden"), errors: errors)
        }
    }
}
