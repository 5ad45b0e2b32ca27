import Kernel
import Markup
import ReportingDesk

/// The worklist: counters that are links, then what is due first.
struct WorklistPage {
    let list: Worklist
    let language: Language
    let today: Day
    let tree: OrganisationTree
    let waiting: Int
    let isFirst: Bool
    private var wording: WorklistWording { WorklistWording.texts[language] }

    var title: String { list.filter == .open ? wording.title : wording.name(list.filter) }

    var content: Node {
        .fragment([
            h1(text: list.filter == .open ? wording.heading : wording.name(list.filter)), counters,
            waiting > 0
                ? p(.class("note")) {
                    a(.href(OfficerPaths.access.link(language)), text: wording.waiting(waiting))
                } : .nothing,
            list.lines.isEmpty ? p(.class("note done"), text: wording.empty(list.filter)) : table, pager,
        ])
    }

    private var counters: Node {
        let shown = Worklist.Filter.allCases.filter { $0 != .closed || list.counts[.closed, default: 0] > 0 }
        return Counter.list(
            shown.map { filter in
                Counter(
                    number: Self.number(list.counts[filter, default: 0]), text: wording.counter(filter), address: address(filter),
                    isCurrent: filter == list.filter, mood: filter == .late ? "late" : filter == .thisWeek ? "due" : "")
            })
    }

    private func address(_ filter: Worklist.Filter) -> String {
        OfficerPaths.worklistPart.link(language, WorklistRoutes.segment(filter)[language])
    }

    /// A number that is counted up to a limit.
    static func number(_ count: Int) -> String {
        count > Worklist.mostCounted ? "\(Worklist.mostCounted)+" : String(count)
    }

    private var table: Node {
        DataTable.node(
            title, caption: wording.caption(list.counts[list.filter, default: 0], isFirst), columns: wording.columns
        ) {
            for line in list.lines { row(line) }
        }
    }

    private func row(_ line: Worklist.Line) -> Node {
        tr {
            td { due(line.file) }
            td(text: line.file.next.map { CodeWording.clock($0.clock)[language] } ?? wording.nothingDue)
            th(.scope("row")) {
                a(.href(OfficerPaths.caseFile.link(language, line.file.id.text)), text: line.file.number.text)
            }
            td(text: kinds(line.fields))
            td(text: line.fields.flatMap { tree[$0.organisation]?.name(on: today).abbreviation } ?? "")
            td(text: state(line.file, line.fields))
        }
    }

    /// The nominal end, by which the work is steered, and the legal end where it differs.
    private func due(_ file: CaseFile) -> Node {
        guard let next = file.next else {
            return span(
                .class("chip done"), text: file.closedOn.map { $0.short(in: language, today: today) } ?? wording.nothingDue)
        }
        let isLate = today > next.legalEnd
        let isSoon = next.nominalEnd - today <= 7
        let chip =
            isLate
            ? wording.daysLate(today - next.legalEnd)
            : next.nominalEnd == today
                ? wording.today
                : next.nominalEnd == today + 1 ? wording.tomorrow : next.nominalEnd.short(in: language, today: today)
        return .fragment([
            span(.class(isLate ? "chip late" : isSoon || next.clock == .immediate ? "chip due" : "chip"), text: chip), br(),
            span(.class("small soft")) {
                if isLate || next.nominalEnd <= today + 1 { Writing.dayShort(next.nominalEnd, language, today) }
                if next.legalEnd != next.nominalEnd { " \(wording.legally) \(next.legalEnd.short(in: language, today: today))" }
            },
        ])
    }

    private func kinds(_ fields: ListFields?) -> String {
        guard let fields else { return wording.notVisible }
        return (fields.kinds.map { CodeWording.kind($0)[language] } + fields.grounds.map { CodeWording.ground($0)[language] })
            .joined(separator: " · ")
    }

    private func state(_ file: CaseFile, _ fields: ListFields?) -> String {
        if file.state == .closed, file.asksForWork { return wording.closedOnUs }
        return switch (file.state, file.awaiting) {
        case (.open, .officer): wording.onUs
        case (.open, .reporter): wording.onReporter
        case (.open, .nobody): wording.nothingDue
        case (.closed, _): fields?.outcome.map { CodeWording.outcome($0)[language] } ?? wording.closed
        }
    }

    private var pager: Node {
        Pager.node(address(list.filter), "na", list.next, label: wording.pages, text: wording.nextPage)
    }
}

extension Writing {
    static func dayShort(_ day: Day, _ language: Language, _ today: Day) -> Node {
        time(.datetime(day.iso), text: day.short(in: language, today: today))
    }
}

struct WorklistWording: Sendable {
    /// What someone without cases does here.
    struct Task: Sendable {
        let text, link: String
        let path: SitePath
    }

    let title, heading, nothingDue, today, tomorrow, legally, notVisible, onUs, onReporter, closed, closedOnUs, pages, nextPage,
        noCases: String
    let waitingForConfirmation: String
    let administration, recovery, register, decisions, alignment: Task
    let columns: [String]
    let welcome: @Sendable (String) -> String
    let name, counter, empty: @Sendable (Worklist.Filter) -> String
    let caption: @Sendable (Int, Bool) -> String
    let daysLate, waiting: @Sendable (Int) -> String

    static let texts = Bilingual(
        nl: WorklistWording(
            title: "Werklijst", heading: "Wat eerst moet", nothingDue: "Niets te doen", today: "vandaag", tomorrow: "morgen",
            legally: "wettelijk",
            notVisible: "Nog niet zichtbaar", onUs: "Wij zijn aan zet", onReporter: "Wacht op de melder", closed: "Afgesloten",
            closedOnUs: "Afgesloten, maar de melder wacht op antwoord",
            pages: "Bladeren",
            nextPage: "Volgende zaken", noCases: "Je hebt geen zaken te behandelen. Dit is wat je hier doet:",
            waitingForConfirmation:
                "Je aanstelling wacht nog op bevestiging door een sleutelhouder van je organisatie. Tot dan zie je hier niets.",
            administration: Task(
                text:
                    "Je bevestigt met een tweede beheerder de eerste sleutelhouder van een organisatie. Organisaties, aanstellingen en uitnodigingen beheer je op de server.",
                link: "Naar sleutelhouders", path: OfficerPaths.keyholders),
            recovery: Task(
                text:
                    "Kan niemand een zaak meer openen? Dan geef je met een tweede herstelfunctionaris de toegang terug aan de lezers. De inhoud krijg je niet te zien.",
                link: "Naar zaken zonder lezer", path: OfficerPaths.access),
            register: Task(
                text: "Je ziet wat jullie de Kamer hebben toegezegd, wanneer dat klaar moet zijn en hoe het ermee staat.",
                link: "Naar de toezeggingen", path: OfficerPaths.register),
            decisions: Task(
                text: "Je ziet welke brieven op de minister wachten, en legt vast wat de minister besluit.",
                link: "Naar de brieven", path: OfficerPaths.letters),
            alignment: Task(
                text: "Andere ministeries vragen jullie om een akkoord op hun brieven aan de Kamer.",
                link: "Naar de afstemming", path: OfficerPaths.asked),
            columns: ["Uiterlijk", "Wat", "Zaak", "Aard", "Waar", "Stand"], welcome: { "Dag \($0)" },
            name: { filter in
                switch filter {
                case .open: "Open zaken"
                case .late: "Te laat"
                case .thisWeek: "Deze week"
                case .awaitingReporter: "Wacht op de melder"
                case .awaitingOfficer: "Wij zijn aan zet"
                case .closed: "Afgesloten zaken"
                }
            },
            counter: { filter in
                switch filter {
                case .open: "open bij jullie"
                case .late: "te laat"
                case .thisWeek: "deze week"
                case .awaitingReporter: "wachten op de melder"
                case .awaitingOfficer: "wij zijn aan zet"
                case .closed: "afgesloten"
                }
            },
            empty: { $0 == .late ? "Niets is te laat." : "Hier staan nu geen zaken." },
            caption: { count, isFirst in
                "\(count == 1 ? "1 zaak" : "\(WorklistPage.number(count)) zaken"), wat het eerst moet bovenaan.\(isFirst ? "" : " Vervolg.")"
            },
            daysLate: { $0 == 1 ? "1 dag te laat" : "\($0) dagen te laat" },
            waiting: {
                $0 == 1 ? "1 lezer wacht op toegang die jij kunt geven" : "\($0) lezers wachten op toegang die jij kunt geven"
            }),
        en: WorklistWording(
            title: "Worklist", heading: "What comes first", nothingDue: "Nothing to do", today: "today", tomorrow: "tomorrow",
            legally: "by law",
            notVisible: "Not visible yet", onUs: "Our turn", onReporter: "Waits for the reporter", closed: "Closed",
            closedOnUs: "Closed, but the reporter waits for an answer",
            pages: "Pages",
            nextPage: "Next cases", noCases: "You have no cases to handle. This is what you do here:",
            waitingForConfirmation:
                "Your appointment still waits for confirmation by a keyholder of your organisation. Until then you see nothing here.",
            administration: Task(
                text:
                    "With a second administrator you confirm the first keyholder of an organisation. Organisations, appointments and invitations are kept on the server.",
                link: "Go to keyholders", path: OfficerPaths.keyholders),
            recovery: Task(
                text:
                    "Can nobody open a case any more? With a second recovery officer you give the readers their access back. You do not see the content.",
                link: "Go to cases without a reader", path: OfficerPaths.access),
            register: Task(
                text: "You see what you promised Parliament, when it has to be done and how it stands.",
                link: "Go to the commitments", path: OfficerPaths.register),
            decisions: Task(
                text: "You see which letters wait for the minister, and record what the minister decides.",
                link: "To the letters", path: OfficerPaths.letters),
            alignment: Task(
                text: "Other departments ask you to agree to their letters to Parliament.",
                link: "Go to the alignment", path: OfficerPaths.asked),
            columns: ["Due", "What", "Case", "Kind", "Where", "State"], welcome: { "Hello \($0)" },
            name: { filter in
                switch filter {
                case .open: "Open cases"
                case .late: "Late"
                case .thisWeek: "This week"
                case .awaitingReporter: "Waiting for the reporter"
                case .awaitingOfficer: "Our turn"
                case .closed: "Closed cases"
                }
            },
            counter: { filter in
                switch filter {
                case .open: "open for you"
                case .late: "late"
                case .thisWeek: "this week"
                case .awaitingReporter: "wait for the reporter"
                case .awaitingOfficer: "our turn"
                case .closed: "closed"
                }
            },
            empty: { $0 == .late ? "Nothing is late." : "There are no cases here now." },
            caption: { count, isFirst in
                "\(count == 1 ? "1 case" : "\(WorklistPage.number(count)) cases"), earliest due first.\(isFirst ? "" : " Continued.")"
            },
            daysLate: { $0 == 1 ? "1 day late" : "\($0) days late" },
            waiting: {
                $0 == 1 ? "1 reader waits for access that you can give" : "\($0) readers wait for access that you can give"
            }))
}
