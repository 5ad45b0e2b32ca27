import Access
import Compartments
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// All answers together, and sending them.
struct CheckRoutes: Sendable {
    let steps: DraftSteps
    private var desk: ReportingDesk { steps.site.desk }

    func register(at door: DoorRouter<ReporterContext>) {
        door.get(ReporterPaths.check) { [self] request, context in
            switch try await steps.draft(request, context) {
            case .else(let response): return response
            case .draft(let draft, let token):
                if draft.nextStep != nil { return .seeOther(DraftSteps.next(draft, context.language)) }
                return try await page(draft, token, context)
            }
        }
        door.post(ReporterPaths.check) { [self] request, context in
            let (token, fields) = try await steps.site.form(request)
            if fields["vergrendel"] == "1" {
                try await desk.changeDraft(token) { $0.isLocked = true }
                return .seeOther(ReporterPaths.draftLock.link(context.language))
            }
            do {
                try await desk.receive(token, shown: fields["lezers"])
                return .seeOther(ReporterPaths.code.link(context.language))
            } catch DraftRefusal.unanswered(let step) {
                return .seeOther(DraftSteps.path(of: step).link(context.language))
            } catch DraftRefusal.readersChanged {
                try await desk.changeDraft(token) { $0.sawReaders = false }
                return .seeOther(ReporterPaths.readers.link(context.language) + "#veranderd")
            } catch is PlanRefusal {
                try await desk.changeDraft(token) { $0.sawReaders = false }
                return .seeOther(ReporterPaths.readers.link(context.language))
            } catch DraftRefusal.gone {
                throw SiteProblem.sessionGone
            } catch CodeRefusal.busy {
                throw SiteProblem.busy
            }
        }
    }

    private func page(_ draft: Draft, _ token: SessionToken, _ context: ReporterContext) async throws -> Response {
        let (language, wording) = (context.language, CheckWording.texts[context.language])
        let plan: ReaderPlan
        do {
            plan = try await desk.plan(for: draft)
        } catch is PlanRefusal {
            return .seeOther(ReporterPaths.readers.link(language))
        }
        let roster = try await desk.access.roster()
        return steps.site.page(context, title: wording.title, path: ReporterPaths.check) {
            h1(text: wording.title)
            p(.class("lead"), text: wording.lead)
            dl(.class("answers")) {
                for answer in answers(draft, plan, roster, language) {
                    div {
                        dt(text: answer.question)
                        dd { answer.answer }
                        dd {
                            a(.href(DraftSteps.path(of: answer.step).link(language))) {
                                wording.change
                                span(.class("hidden"), text: ": \(answer.question)")
                            }
                        }
                    }
                }
            }
            p(.class("note"), text: wording.after)
            form(
                .method("post"), .action(ReporterPaths.check.link(language)), Attribute("data-once", if: true),
                Attribute("data-lock-after", String(ReporterLimits.idle.components.seconds))
            ) {
                Field.token(token.formToken)
                Field.hidden("vergrendel", "")
                Field.hidden("lezers", ReportingDesk.shown(plan))
                div(.class("actions")) {
                    Field.submit(wording.send)
                    a(.href(ReporterPaths.later.link(language)), text: DraftWording.texts[language].later)
                    span(
                        Attribute("data-working", if: true), Attribute("hidden", if: true), .role("status"), text: wording.working
                    )
                }
            }
        }
    }

    private struct Given {
        let step: DraftStep
        let question: String
        let answer: Node
    }

    private func answers(_ draft: Draft, _ plan: ReaderPlan, _ roster: Roster, _ language: Language) -> [Given] {
        let wording = CheckWording.texts[language]
        func name(_ id: Organisation.ID?) -> String { id.flatMap { roster.tree[$0]?.name(on: desk.today).full[language] } ?? "" }
        let readers = plan.readers.map { "\(CodeWording.role($0.appointment.role)[language]): \($0.officer.name)" }
        let kinds = draft.kinds.map { CodeWording.kind($0)[language] } + draft.grounds.map { CodeWording.ground($0)[language] }
        return [
            Given(
                step: .relation, question: wording.relation,
                answer: .text(draft.relation.map { RelationWording.texts[language].text($0) } ?? "")),
            Given(step: .organisation, question: wording.organisation, answer: .text(name(draft.organisation))),
            Given(
                step: .readers, question: wording.readers,
                answer: .fragment([
                    p(text: "\(wording.handledBy) \(name(plan.organisation))."),
                    ul(.class("plain")) { for reader in readers { li(text: reader) } },
                ])),
            Given(step: .kind, question: wording.kind, answer: .text(kinds.joined(separator: ", "))),
            Given(
                step: .story, question: StoryWording.texts[language].title(draft.wantsConversation),
                answer: draft.story.isEmpty ? .text(wording.nothing) : Writing.typed(draft.story)),
            Given(step: .time, question: TimeWording.texts[language].title, answer: .text(time(draft.time, language))),
            Given(
                step: .urgency, question: UrgencyWording.texts[language].title,
                answer: .fragment([
                    p(text: draft.isUrgent == true ? UrgencyWording.texts[language].yes : UrgencyWording.texts[language].no),
                    draft.isUrgent == true && !draft.urgency.isEmpty ? Writing.typed(draft.urgency) : .nothing,
                ])),
            Given(
                step: .files, question: wording.files,
                answer: draft.files.isEmpty
                    ? .text(wording.noFiles)
                    : ul(.class("plain")) { for file in draft.files { li { bdi(text: file.original.attachment.name) } } }),
            Given(
                step: .mode, question: NameWording.texts[language].title,
                answer: .fragment([
                    p(text: draft.mode.map { NameWording.texts[language].text($0) } ?? ""),
                    draft.name.isEmpty
                        ? .nothing : Writing.typed([draft.name, draft.contact].filter { !$0.isEmpty }.joined(separator: "\n")),
                ])),
        ]
    }

    private func time(_ time: ReportTime, _ language: Language) -> String {
        let parts = [
            time.pattern.map { TimeWording.texts[language].text($0) }, time.day?.written(in: language),
            time.words.isEmpty ? nil : time.words,
        ].compactMap(\.self)
        return parts.isEmpty ? CheckWording.texts[language].nothing : parts.joined(separator: "; ")
    }
}

struct CheckWording: Sendable {
    let title, lead, change, relation, organisation, readers, handledBy, kind, files, noFiles, nothing, after, send,
        working: String

    static let texts = Bilingual(
        nl: CheckWording(
            title: "Klopt alles?", lead: "Lees je antwoorden na. Je kunt alles nog veranderen.", change: "Veranderen",
            relation: "Wie is het overkomen?", organisation: "Waar is het gebeurd?", readers: "Wie leest je melding?",
            handledBy: "Bij:",
            kind: "Wat past het best?", files: "Bestanden", noFiles: "Geen bestanden", nothing: "Niet ingevuld",
            after: "Als je verstuurt, krijg je een code van 24 cijfers. Houd pen en papier bij de hand.",
            send: "Verstuur mijn melding",
            working: "Bezig met verzegelen en versturen…"),
        en: CheckWording(
            title: "Is everything right?", lead: "Read your answers again. You can still change everything.", change: "Change",
            relation: "Who did it happen to?", organisation: "Where did it happen?", readers: "Who reads your report?",
            handledBy: "At:",
            kind: "What fits best?", files: "Files", noFiles: "No files", nothing: "Not filled in",
            after: "When you send it, you get a code of 24 digits. Keep pen and paper at hand.", send: "Send my report",
            working: "Sealing and sending…"))
}
