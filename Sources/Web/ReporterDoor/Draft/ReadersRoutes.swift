import Access
import Compartments
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// Before a word is written: who would read this, and is one of them involved.
struct ReadersRoutes: Sendable {
    let steps: DraftSteps
    private var desk: ReportingDesk { steps.site.desk }

    func register(at door: DoorRouter<ReporterContext>) {
        door.get(ReporterPaths.readers) { [self] request, context in
            if case .draft(let draft, _) = try await steps.draft(request, context), draft.organisation == nil {
                return .seeOther(ReporterPaths.organisation.link(context.language))
            }
            return try await steps.show(.readers, request, context, title: ReadersWording.texts[context.language].title) {
                draft, token in
                try await page(context.language, token, draft)
            }
        }
        door.post(ReporterPaths.readers) { [self] request, context in
            let wording = ReadersWording.texts[context.language]
            return try await steps.answer(.readers, request, context, title: wording.title) { fields in
                let involved = fields.all("betrokken").filter { Officer.ID($0) != nil }
                let aboutDirector = fields.has("directeur")
                let isContinuing = fields.has("verder") || !fields.has("bijwerken")
                var marked = try await desk.draft(steps.site.token(request))
                (marked.involved, marked.aboutDirector) = (involved, aboutDirector)
                let hasReaders = try await hasReaders(marked)
                return Answer(stays: false) { draft in
                    let changed = Set(draft.involved) != Set(involved) || draft.aboutDirector != aboutDirector
                    draft.involved = involved
                    draft.aboutDirector = aboutDirector
                    // What changes who reads is shown again, before a word is written that nobody reads.
                    draft.sawReaders = isContinuing && !changed && hasReaders
                }
            } again: { _, _, draft, token in
                try await page(context.language, token, draft)
            }
        }
    }

    /// Whether there are people who would read a draft.
    private func hasReaders(_ draft: Draft) async throws -> Bool {
        guard draft.organisation != nil else { return false }
        do {
            _ = try await desk.plan(for: draft)
            return true
        } catch is PlanRefusal {
            return false
        }
    }

    private func page(_ language: Language, _ token: SessionToken, _ draft: Draft) async throws -> Node {
        let wording = ReadersWording.texts[language]
        let roster = try await desk.access.roster()
        do {
            let plan = try await desk.plan(for: draft)
            return .fragment([
                h1(text: wording.title), p(.class("lead"), text: wording.lead),
                p(.class("note told"), .id("veranderd"), .role("status"), text: wording.changed),
                route(plan, draft, roster, language),
                steps.form(.readers, language, token) {
                    questions(plan, draft, roster, language)
                },
            ])
        } catch let refusal as PlanRefusal {
            return .fragment([
                h1(text: wording.title), nobody(refusal, wording),
                steps.form(.readers, language, token) {
                    questions(nil, draft, roster, language)
                },
            ])
        }
    }

    /// What decides who reads: who is marked, and whether it is about someone at the top.
    private func questions(_ plan: ReaderPlan?, _ draft: Draft, _ roster: Roster, _ language: Language) -> Node {
        let wording = ReadersWording.texts[language]
        return .fragment([
            people(plan, draft, roster, language),
            fieldset {
                legend(text: wording.directorLegend)
                Field.check("directeur", text: wording.director, hint: wording.directorHint, isChecked: draft.aboutDirector)
            },
            recovery(plan, draft, roster, language),
            Field.submit(wording.update, classes: "btn plain small", name: "bijwerken", value: "ja"),
        ])
    }

    /// Who reads, each to be marked, and those who were marked already.
    private func people(_ plan: ReaderPlan?, _ draft: Draft, _ roster: Roster, _ language: Language) -> Node {
        let wording = ReadersWording.texts[language]
        let (marked, people) = (draft.involvedOfficers, people(plan, draft, roster))
        guard !people.isEmpty else { return .nothing }
        return Field.choices(
            "betrokken", legend: wording.legend, hint: wording.hint,
            options: people.map { officer, role in
                Field.Option(
                    value: officer.id.text, text: CodeWording.role(role)[language], hint: officer.name,
                    isChosen: marked.contains(officer.id), isStrong: true)
            }, many: true)
    }

    private func people(_ plan: ReaderPlan?, _ draft: Draft, _ roster: Roster) -> [(officer: Officer, role: OfficerRole)] {
        let marked = draft.involvedOfficers
        let readers = (plan?.readers ?? []).map { ($0.officer, $0.appointment.role) }
        let left = roster.effective(on: desk.today).filter { marked.contains($0.officer) && $0.role.readsReports }
            .compactMap { appointment in roster.officers[appointment.officer].map { ($0, appointment.role) } }
        return readers + left.filter { marked in !readers.contains { $0.0.id == marked.0.id } }
    }

    /// Who could give the keys back, each to be marked, and those who were marked already.
    private func recovery(_ plan: ReaderPlan?, _ draft: Draft, _ roster: Roster, _ language: Language) -> Node {
        let marked = draft.involvedOfficers
        let left = roster.effective(on: desk.today).filter { marked.contains($0.officer) && $0.role == .recoveryOfficer }
        let officers = (plan?.recoveryOfficers ?? []).map(\.officer)
        let others = left.compactMap { roster.officers[$0.officer] }.filter { !officers.contains($0) }
        let readers = people(plan, draft, roster).map(\.officer)
        return RecoveryField.node((officers + others).filter { !readers.contains($0) }, marked: marked, language)
    }

    private func route(_ plan: ReaderPlan, _ draft: Draft, _ roster: Roster, _ language: Language) -> Node {
        let wording = ReadersWording.texts[language]
        func name(_ id: Organisation.ID?) -> String { id.flatMap { roster.tree[$0]?.name(on: desk.today).full[language] } ?? "" }
        let (here, there) = (name(draft.organisation), name(plan.organisation))
        let text =
            switch plan.route {
            case .own: wording.own(there)
            case .upTheTree: wording.upTheTree(here, there)
            case .tooFewLeft: wording.tooFewLeft(here, there)
            case .aboutDirector: wording.aboutDirector(there)
            }
        return p(.class(plan.route == .own ? "note" : "note warn"), .role("status"), text: text)
    }

    private func nobody(_ refusal: PlanRefusal, _ wording: ReadersWording) -> Node {
        switch refusal {
        case .noReaders, .unknownOrganisation: p(.class("note warn"), .role("alert"), text: wording.nobody)
        }
    }
}

struct ReadersWording: Sendable {
    let title, lead, legend, hint, directorLegend, director, directorHint, update, changed, nobody: String
    let own: @Sendable (String) -> String
    let upTheTree: @Sendable (String, String) -> String
    let tooFewLeft: @Sendable (String, String) -> String
    let aboutDirector: @Sendable (String) -> String

    static let texts = Bilingual(
        nl: ReadersWording(
            title: "Wie leest je melding?",
            lead:
                "Deze mensen zouden je melding lezen. Is iemand van hen betrokken, of staat iemand te dicht bij wie het deed? Kruis die persoon aan.",
            legend: "Wie is betrokken of staat te dichtbij?",
            hint:
                "Wie je aankruist, krijgt geen toegang. Wie die persoon vervangt ook niet. Geldt het voor niemand? Kruis dan niemand aan.",
            directorLegend: "Gaat het over iemand aan de top?",
            director: "Mijn melding gaat over een directeur, of iemand daarboven",
            directorHint: "Dan lezen mensen van een andere organisatie je melding.", update: "Laat zien wie er dan leest",
            changed: "Sinds je keek, is veranderd wie je melding zou lezen. Kijk nog eens. Er is nog niets verstuurd.",
            nobody:
                "Er zijn nu geen twee mensen die je melding kunnen lezen zonder betrokken te zijn. Haal een kruisje weg als dat klopt, of meld buiten je werk: bij het Huis voor Klokkenluiders, telefoon 088 133 10 30.",
            own: { "Je melding blijft bij: \($0)." },
            upTheTree: { "Bij \($0) zijn nu geen twee mensen die meldingen lezen. Daarom gaat je melding naar: \($1)." },
            tooFewLeft: { "Bij \($0) blijven er dan te weinig lezers over. Daarom gaat je melding naar: \($1)." },
            aboutDirector: { "Omdat het over iemand aan de top gaat, lezen mensen van een andere organisatie je melding: \($0)." }
        ),
        en: ReadersWording(
            title: "Who reads your report?",
            lead:
                "These people would read your report. Is one of them involved, or too close to whoever did it? Tick that person.",
            legend: "Who is involved or too close?",
            hint:
                "Whoever you tick gets no access. Neither does whoever stands in for that person. Tick nobody if it applies to nobody.",
            directorLegend: "Is it about someone at the top?", director: "My report is about a director, or someone above",
            directorHint: "Then people of another organisation read your report.", update: "Show who reads it then",
            changed: "Who would read your report has changed since you looked. Look again. Nothing was sent yet.",
            nobody:
                "There are now no two people who can read your report without being involved. Remove a tick if that is right, or report outside your work: at the Whistleblowers Authority, telephone 088 133 10 30.",
            own: { "Your report stays with: \($0)." },
            upTheTree: { "At \($0) there are now no two people who read reports. Therefore your report goes to: \($1)." },
            tooFewLeft: { "At \($0) too few readers would be left. Therefore your report goes to: \($1)." },
            aboutDirector: { "As it is about someone at the top, people of another organisation read your report: \($0)." }))
}
