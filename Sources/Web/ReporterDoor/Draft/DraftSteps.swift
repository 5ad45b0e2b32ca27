import HTTPTypes
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// What the pages of a report have in common: they show a draft, take an answer, and go on to the next question.
struct DraftSteps: Sendable {
    let site: ReporterSite

    static func path(of step: DraftStep) -> SitePath {
        switch step {
        case .relation: ReporterPaths.relation
        case .organisation: ReporterPaths.organisation
        case .readers: ReporterPaths.readers
        case .kind: ReporterPaths.kind
        case .story: ReporterPaths.story
        case .time: ReporterPaths.time
        case .urgency: ReporterPaths.urgency
        case .files: ReporterPaths.files
        case .mode: ReporterPaths.mode
        }
    }

    /// The page to go to next: the first question without an answer, or the check of all answers.
    static func next(_ draft: Draft, _ language: Language) -> String {
        nextPath(draft).link(language)
    }

    static func nextPath(_ draft: Draft) -> SitePath { draft.nextStep.map(path) ?? ReporterPaths.check }

    /// The draft that this browser has begun already; nil where it has none.
    func begun(_ request: Request) async throws -> (draft: Draft, token: SessionToken)? {
        guard let token = site.cookies.token(SessionCookies.reporter, in: request),
            case .draft(let draft)? = try await site.desk.state(token)
        else { return nil }
        return (draft, token)
    }

    /// The draft of a request that may be shown.
    ///
    /// - Returns: a response instead, where the draft is locked or was sent.
    func draft(_ request: Request, _ context: ReporterContext) async throws -> DraftOrElse {
        let token = try site.token(request)
        switch try await site.desk.state(token) {
        case .draft(let draft)?:
            if draft.isLocked || site.desk.isIdle(.draft(draft)) {
                return .else(.seeOther(ReporterPaths.draftLock.link(context.language)))
            }
            return .draft(draft, token)
        case .mailbox(let mailbox)?:
            let path = mailbox.newCode == nil ? ReporterPaths.mailbox : ReporterPaths.code
            return .else(.seeOther(path.link(context.language)))
        case nil: throw SiteProblem.sessionGone
        }
    }

    /// Shows the page of a question.
    func show(
        _ step: DraftStep, _ request: Request, _ context: ReporterContext, title: String,
        _ content: (Draft, SessionToken) async throws -> Node
    ) async throws -> Response {
        switch try await draft(request, context) {
        case .else(let response): return response
        case .draft(let draft, let token): return page(step, context, title, try await content(draft, token))
        }
    }

    /// Takes the answer to a question and goes on. An answer that cannot be taken is shown again, with what to do.
    ///
    /// - Parameters:
    ///   - read: makes a change of the draft from the fields, or errors.
    ///   - again: the page as it was filled in.
    func answer(
        _ step: DraftStep, _ request: Request, _ context: ReporterContext, title: String,
        read: @Sendable (FormFields) async throws -> Answer,
        again: (FormFields, FieldErrors, Draft, SessionToken) async throws -> Node
    ) async throws -> Response {
        let (token, fields) = try await site.form(request)
        let answer = try await read(fields)
        let way = WayOn(fields)
        if !answer.errors.isEmpty, way == .next {
            let draft = try await site.desk.draft(token)
            return page(step, context, title, try await again(fields, answer.errors, draft, token), status: .unprocessableContent)
        }
        let draft = try await site.desk.changeDraft(token) { draft in
            if answer.errors.isEmpty { answer.change(&draft) } else { fields.keepTexts(in: &draft) }
            draft.language = context.language
            if way == .lock { draft.isLocked = true }
            return draft
        }
        return .seeOther(way.path(from: step, draft, stays: answer.stays).link(context.language))
    }

    func page(
        _ step: DraftStep, _ context: ReporterContext, _ title: String, _ content: Node, status: HTTPResponse.Status = .ok
    ) -> Response {
        let wording = DraftWording.texts[context.language]
        let total = DraftStep.allCases.count
        return site.page(context, title: title, path: Self.path(of: step), status: status) {
            p(.class("progress"), text: wording.progress(step.number, total))
            div(.class("progress-line"), .aria(.hidden, "true")) { span(.class("p\(step.number * 10 / total)")) {} }
            content
        }
    }

    /// The form of a question.
    func form(_ step: DraftStep, _ language: Language, _ token: SessionToken, @HTMLBuilder fields: () -> [Node]) -> Node {
        return Markup.form(
            .method("post"), .action(Self.path(of: step).link(language)), .autocomplete("off"), Attribute("novalidate", if: true),
            Attribute("data-lock-after", String(ReporterLimits.idle.components.seconds))
        ) {
            Field.token(token.formToken)
            Field.hidden("vergrendel", "")
            Node.fragment(fields())
            actions(step, language)
        }
    }

    /// The ways on from a question. Each sends the form, so that what was typed is kept.
    func actions(_ step: DraftStep, _ language: Language) -> Node {
        let wording = DraftWording.texts[language]
        return div(.class("actions")) {
            Field.submit(wording.next)
            if step.number > 1 { Field.submit(wording.back, classes: "link-button", name: WayOn.back.rawValue, value: "ja") }
            Field.submit(wording.later, classes: "link-button", name: WayOn.later.rawValue, value: "ja")
        }
    }
}

/// Where someone goes from a question.
enum WayOn: String {
    case next = "verder"
    case back = "terug"
    case later
    case lock = "vergrendel"

    init(_ fields: FormFields) {
        self =
            fields[Self.lock.rawValue] == "1"
            ? .lock : fields.has(Self.back.rawValue) ? .back : fields.has(Self.later.rawValue) ? .later : .next
    }

    /// - Parameter stays: whether the same question comes again.
    func path(from step: DraftStep, _ draft: Draft, stays: Bool) -> SitePath {
        if draft.isLocked { return ReporterPaths.draftLock }
        switch self {
        case .back: return DraftSteps.path(of: step.number > 1 ? DraftStep.allCases[step.number - 2] : step)
        case .later: return ReporterPaths.later
        case .next, .lock: return stays ? DraftSteps.path(of: step) : DraftSteps.nextPath(draft)
        }
    }
}

/// The draft of a request, or what to answer instead.
enum DraftOrElse {
    case draft(Draft, SessionToken)
    case `else`(Response)
}

/// What was made of the fields of a question.
struct Answer: Sendable {
    let errors: FieldErrors
    let change: @Sendable (inout Draft) -> Void
    /// Whether the same page comes again.
    let stays: Bool

    init(stays: Bool = false, _ change: @escaping @Sendable (inout Draft) -> Void) {
        errors = .none
        self.change = change
        self.stays = stays
    }

    init(_ errors: [FieldError]) {
        self.errors = FieldErrors(errors)
        change = { _ in }
        stays = true
    }
}

/// The texts that the questions have in common.
struct DraftWording: Sendable {
    let next, later, back: String
    let progress: @Sendable (Int, Int) -> String
    let tooLong: @Sendable (_ count: Int, _ longest: Int, _ canBeFile: Bool) -> String

    static let texts = Bilingual(
        nl: DraftWording(
            next: "Verder", later: "Later verdergaan", back: "Vorige vraag", progress: { "Vraag \($0) van \($1)" },
            tooLong: {
                "Je tekst heeft \($0) tekens. Dat mogen er \($1) zijn. Maak de tekst korter\($2 ? ", of stuur die mee als bestand" : "")."
            }),
        en: DraftWording(
            next: "Continue", later: "Go on later", back: "Previous question", progress: { "Question \($0) of \($1)" },
            tooLong: {
                "Your text has \($0) characters. It may have \($1). Make it shorter\($2 ? ", or send it along as a file" : "")."
            }))
}

extension FormFields {
    /// Keeps what was typed on a page that locks with an answer that cannot be taken. The page asks for it again.
    func keepTexts(in draft: inout Draft) {
        func typed(_ name: String) -> String? { has(name) ? whole(name) : nil }
        draft.story = typed("verhaal") ?? draft.story
        draft.urgency = typed("spoedtekst") ?? draft.urgency
        draft.time.words = typed("woorden") ?? draft.time.words
        draft.name = typed("naam") ?? draft.name
        draft.contact = typed("bereikbaar") ?? draft.contact
    }

    /// A text of a form, made safe to show, however long it is.
    func whole(_ name: String) -> String {
        let text = try? PlainText(typed: self[name], longest: FormLimits.body)
        return text?.text ?? ""
    }

    /// A text of a form, made safe to show.
    ///
    /// - Parameter canBeFile: whether a text that is too long can be sent as a file instead.
    func plain(
        _ name: String, longest: Int, _ language: Language, canBeFile: Bool = false, _ errors: inout [FieldError]
    ) -> String {
        do {
            return try PlainText(typed: self[name], longest: longest).text
        } catch {
            switch error {
            case .tooLong(let count, let longest):
                errors.append(FieldError(field: name, sentence: DraftWording.texts[language].tooLong(count, longest, canBeFile)))
            }
            return ""
        }
    }
}
