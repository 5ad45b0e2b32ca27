import Access
import Compartments
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// Who may hold keys: confirming a colleague, and how every organisation is staffed.
struct KeyholderRoutes: Sendable {
    let site: OfficerSite

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.keyholders) { [self] request, context in
            let reader = try await site.reader(request)
            return try await keyholders(reader, context, problem: nil)
        }
        door.post(OfficerPaths.keyholders) { [self] request, context in
            let (reader, fields) = try await site.formReader(request)
            guard let id = Appointment.ID(fields["aanstelling"]) else { throw SiteProblem.notFound }
            do {
                try await site.access.confirm(id, by: reader.ring)
                return .seeOther(OfficerPaths.keyholders.link(context.language))
            } catch let refusal as ConfirmationRefusal {
                return try await keyholders(reader, context, problem: refusal)
            }
        }
        door.get(OfficerPaths.staffing) { [self] request, context in
            let session = try await site.session(request)
            return try await staffing(session, context)
        }
    }

    private func keyholders(_ reader: Reader, _ context: OfficerContext, problem: ConfirmationRefusal?) async throws -> Response {
        let (language, wording) = (context.language, KeyholderWording.texts[context.language])
        let roster = try await site.access.roster()
        let organisations = Set(try await site.roles(of: reader.session.officer).map(\.organisation)).sorted()
        var parts: [Node] = []
        for id in organisations {
            let waiting = try await site.access.waitingForConfirmation(at: id)
            let confirmed = roster.keyholders(of: id, on: site.desk.today) { _ in true }
            parts.append(
                part(
                    roster.tree[id]?.name(on: site.desk.today).full[language] ?? id.code, confirmed, waiting, roster, reader,
                    language))
        }
        return try await site.page(
            context, title: wording.title, path: OfficerPaths.keyholders, session: reader.session,
            status: problem == nil ? .ok : .unprocessableContent
        ) {
            if let problem {
                FieldErrors([FieldError(field: "sleutelhouders", sentence: wording.sentence(problem))]).summary(language)
            }
            h1(.id("sleutelhouders"), text: wording.title)
            p(.class("lead"), text: wording.lead)
            Node.fragment(parts)
        }
    }

    private func part(
        _ name: String, _ confirmed: [Keyholder], _ waiting: [WaitingKeyholder], _ roster: Roster, _ reader: Reader,
        _ language: Language
    ) -> Node {
        let wording = KeyholderWording.texts[language]
        return section {
            h2(text: name)
            DataTable.node(name, caption: wording.caption(confirmed.count, waiting.count), columns: wording.columns) {
                for holder in confirmed {
                    tr {
                        th(.scope("row"), text: holder.officer.name)
                        td(text: CodeWording.role(holder.appointment.role)[language])
                        td { period(holder.appointment, language) }
                        td {
                            span(
                                .class("chip done"),
                                text: wording.confirmed(roster.confirmedSince[holder.appointment.id] ?? site.desk.today))
                        }
                    }
                }
                for holder in waiting {
                    tr {
                        th(.scope("row"), text: holder.officer.name)
                        td(text: CodeWording.role(holder.appointment.role)[language])
                        td { period(holder.appointment, language) }
                        td { confirm(holder, reader, language) }
                    }
                }
            }
        }
    }

    private func period(_ appointment: Appointment, _ language: Language) -> Node {
        let today = site.desk.today
        let until = appointment.period.until.map { " – \($0.short(in: language, today: today))" } ?? ""
        return .text("\(appointment.period.from.short(in: language, today: today))\(until)")
    }

    private func confirm(_ holder: WaitingKeyholder, _ reader: Reader, _ language: Language) -> Node {
        let wording = KeyholderWording.texts[language]
        guard holder.hasKeys else { return span(.class("chip"), text: wording.notEnrolled) }
        guard holder.officer.id != reader.ring.officer else { return span(.class("chip due"), text: wording.waits) }
        return form(.method("post"), .action(OfficerPaths.keyholders.link(language))) {
            Field.token(reader.session.token.formToken)
            Field.hidden("aanstelling", holder.appointment.id.text)
            Field.submit(wording.confirm, classes: "btn small")
        }
    }

    private func staffing(_ session: OfficerSession, _ context: OfficerContext) async throws -> Response {
        let (language, wording, today) = (context.language, StaffingWording.texts[context.language], site.desk.today)
        let roster = try await site.access.roster()
        let organisations = roster.tree.existing(on: today, language: language).filter { $0.kind != .government }
        return try await site.page(context, title: wording.title, path: OfficerPaths.staffing, session: session) {
            h1(text: wording.title)
            p(.class("lead"), text: wording.lead)
            DataTable.node(
                wording.title, caption: wording.caption(organisations.count), columns: wording.columns, isStacked: false
            ) {
                for organisation in organisations {
                    tr {
                        th(.scope("row"), text: organisation.name(on: today).full[language])
                        td(text: String(roster.keyholders(of: organisation.id, on: today, where: \.readsReports).count))
                        td { route(organisation.id, roster, language) }
                    }
                }
            }
        }
    }

    private func route(_ id: Organisation.ID, _ roster: Roster, _ language: Language) -> Node {
        let wording = StaffingWording.texts[language]
        guard let plan = try? ReaderPlan(about: id, involved: [], aboutDirector: false, on: site.desk.today, roster: roster)
        else {
            return span(.class("chip late"), text: wording.nowhere)
        }
        if plan.route == .own { return span(.class("chip done"), text: wording.here) }
        return span(
            .class("chip due"),
            text: wording.elsewhere(roster.tree[plan.organisation]?.name(on: site.desk.today).abbreviation ?? ""))
    }
}

struct KeyholderWording: Sendable {
    let title, lead, confirm, waits, notEnrolled: String
    let columns: [String]
    let caption: @Sendable (Int, Int) -> String
    let confirmed: @Sendable (Day) -> String
    let sentence: @Sendable (ConfirmationRefusal) -> String

    static let texts = Bilingual(
        nl: KeyholderWording(
            title: "Sleutelhouders",
            lead:
                "Een rol met sleutels gaat pas werken als een sleutelhouder van dezelfde organisatie dat bevestigt. Bevestig alleen wie je kent en zelf hebt gesproken.",
            confirm: "Bevestig", waits: "Wacht op een collega", notEnrolled: "Nog niet ingeschreven",
            columns: ["Naam", "Rol", "Periode", "Bevestiging"],
            caption: { "\($0) bevestigd, \($1) wachten" }, confirmed: { "sinds \($0.written(in: .nl))" },
            sentence: { refusal in
                switch refusal {
                case .unknownAppointment: "Deze aanstelling bestaat niet meer. Vernieuw de pagina."
                case .noKeysYet: "Deze collega heeft zich nog niet ingeschreven. Vraag of dat eerst kan."
                case .alreadyConfirmed: "Deze collega is al bevestigd."
                case .carriesNoKeys: "Deze rol heeft geen sleutels en hoeft niet te worden bevestigd."
                case .notEntitled:
                    "Alleen een integriteitscoördinator of herstelfunctionaris van dezelfde organisatie kan dit bevestigen."
                case .notThemselves: "Je kunt jezelf niet bevestigen. Vraag een collega."
                case .notTheFirst: "Er is al een sleutelhouder bij deze organisatie. Die moet de volgende bevestigen."
                case .twoAdministratorsNeeded: "De eerste sleutelhouder wordt door twee beheerders samen bevestigd, op de server."
                }
            }),
        en: KeyholderWording(
            title: "Keyholders",
            lead:
                "A role that carries keys takes effect only when a keyholder of the same organisation confirms it. Confirm only whom you know and have spoken to yourself.",
            confirm: "Confirm", waits: "Waits for a colleague", notEnrolled: "Not enrolled yet",
            columns: ["Name", "Role", "Period", "Confirmation"],
            caption: { "\($0) confirmed, \($1) waiting" }, confirmed: { "since \($0.written(in: .en))" },
            sentence: { refusal in
                switch refusal {
                case .unknownAppointment: "This appointment does not exist any more. Load the page again."
                case .noKeysYet: "This colleague has not enrolled yet. Ask her or him to do so first."
                case .alreadyConfirmed: "This colleague is confirmed already."
                case .carriesNoKeys: "This role carries no keys and does not have to be confirmed."
                case .notEntitled: "Only an integrity coordinator or recovery officer of the same organisation can confirm this."
                case .notThemselves: "You cannot confirm yourself. Ask a colleague."
                case .notTheFirst: "There is a keyholder at this organisation already, who must confirm the next."
                case .twoAdministratorsNeeded: "The first keyholder is confirmed by two administrators together, on the server."
                }
            }))
}

struct StaffingWording: Sendable {
    let title, lead, here, nowhere: String
    let columns: [String]
    let caption: @Sendable (Int) -> String
    let elsewhere: @Sendable (String) -> String

    static let texts = Bilingual(
        nl: StaffingWording(
            title: "Bezetting",
            lead: "Bij welke organisatie een melding nu wordt gelezen. Daarvoor zijn ten minste twee sleutelhouders nodig.",
            here: "bij de organisatie zelf", nowhere: "nergens: melden kan hier niet",
            columns: ["Organisatie", "Lezers", "Meldingen worden gelezen"],
            caption: { "\($0) organisaties" }, elsewhere: { "bij \($0)" }),
        en: StaffingWording(
            title: "Staffing", lead: "At which organisation a report is read now. That takes at least two keyholders.",
            here: "at the organisation itself", nowhere: "nowhere: no reports possible",
            columns: ["Organisation", "Readers", "Reports are read"],
            caption: { "\($0) organisations" }, elsewhere: { "at \($0)" }))
}
