import Access
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// The mailbox and what is written in it.
struct MailboxRoutes: Sendable {
    let site: ReporterSite

    func register(at door: DoorRouter<ReporterContext>) {
        door.get(ReporterPaths.mailbox) { [self] request, context in
            try await inMailbox(request, context) { view, token in show(view, token, context) }
        }
        door.post(ReporterPaths.messages) { [self] request, context in try await write(request, context) }
        door.get(ReporterPaths.ownReport) { [self] request, context in
            try await inMailbox(request, context) { view, token in try await ownReport(view, token, context) }
        }
        door.get(ReporterPaths.lock) { [self] request, context in
            let token = try site.token(request)
            guard case .mailbox? = try await site.desk.state(token) else { throw SiteProblem.sessionGone }
            return locked(context)
        }
        door.post(ReporterPaths.signOut) { [self] request, context in
            let (token, _) = try await site.form(request)
            try await site.desk.forget(token)
            var response = Response.seeOther(ReporterPaths.start.link(context.language))
            site.cookies.clear(SessionCookies.reporter, on: &response)
            return response
        }
    }

    /// Shows something of an open mailbox. One that is locked, or still shows its code, comes first to that.
    func inMailbox(
        _ request: Request, _ context: ReporterContext, _ body: (MailboxView, SessionToken) async throws -> Response
    ) async throws -> Response {
        guard let token = site.cookies.token(SessionCookies.reporter, in: request) else {
            return .seeOther(ReporterPaths.enter.link(context.language))
        }
        do {
            let state = try await site.desk.mailboxState(token)
            if state.newCode != nil, !state.isLockedWithNewCode { return .seeOther(ReporterPaths.code.link(context.language)) }
            return try await body(try await site.desk.mailboxView(token), token)
        } catch MailboxRefusal.locked {
            return .seeOther(ReporterPaths.lock.link(context.language))
        } catch MailboxRefusal.gone {
            return .seeOther(ReporterPaths.enter.link(context.language))
        }
    }

    private func show(
        _ view: MailboxView, _ token: SessionToken, _ context: ReporterContext, errors: FieldErrors = .none, typed: String? = nil
    ) -> Response {
        let page = MailboxPage(view: view, language: context.language, token: token, errors: errors, typed: typed ?? view.typed)
        return site.page(
            context, title: EntryWording.texts[context.language].title, path: ReporterPaths.mailbox,
            status: errors.isEmpty ? .ok : .unprocessableContent, isNarrow: false, isSignedIn: true
        ) { page.content }
    }

    private func write(_ request: Request, _ context: ReporterContext) async throws -> Response {
        let (token, fields) = try await site.form(request)
        var errors: [FieldError] = []
        let text = fields.plain("bericht", longest: TextLimits.message, context.language, canBeFile: true, &errors)
        do {
            if fields["vergrendel"] == "1" {
                let kept = fields.has("bericht") ? fields.whole("bericht") : try await site.desk.mailboxState(token).typed
                try await site.desk.lock(token, keeping: kept)
                return .seeOther(ReporterPaths.lock.link(context.language))
            }
            if try await site.desk.lockIfIdle(token, keeping: fields.whole("bericht")) {
                return .seeOther(ReporterPaths.lock.link(context.language))
            }
            if fields.has("bestand") {
                try await site.desk.keep(fields.whole("bericht"), in: token)
                return .seeOther(ReporterPaths.addFile.link(context.language))
            }
            if errors.isEmpty, text.isEmpty {
                errors.append(FieldError(field: "bericht", sentence: MailboxWording.texts[context.language].missing))
            }
            guard errors.isEmpty else {
                return try await inMailbox(request, context) { view, token in
                    show(view, token, context, errors: FieldErrors(errors), typed: fields["bericht"])
                }
            }
            try await site.desk.reporterWrites(text, in: token)
            return .seeOther(ReporterPaths.mailbox.link(context.language) + "#berichten")
        } catch MailboxRefusal.locked {
            try await site.desk.lock(token, keeping: fields.whole("bericht"))
            return .seeOther(ReporterPaths.lock.link(context.language))
        } catch MailboxRefusal.gone {
            throw SiteProblem.sessionGone
        }
    }

    private func ownReport(_ view: MailboxView, _ token: SessionToken, _ context: ReporterContext) async throws -> Response {
        let wording = OwnReportWording.texts[context.language]
        let roster = try await site.desk.access.roster()
        return site.page(context, title: wording.title, path: ReporterPaths.ownReport, isSignedIn: true) {
            p(.class("back")) { a(.href(ReporterPaths.mailbox.link(context.language)), text: wording.back) }
            h1(text: wording.title)
            ReportFacts(report: view.report, tree: roster.tree, today: site.desk.today, language: context.language, isOwn: true)
                .node
            if let identity = view.identity {
                h2(text: wording.name)
                Writing.typed([identity.name, identity.contact].filter { !$0.isEmpty }.joined(separator: "\n"))
            }
            MailboxLock.form(token, context.language)
        }
    }

    private func locked(_ context: ReporterContext) -> Response {
        let (wording, entry) = (LaterWording.texts[context.language], EntryWording.texts[context.language])
        return site.page(context, title: wording.lockTitle, path: ReporterPaths.lock) {
            h1(text: wording.lockTitle)
            p(.class("lead"), text: OwnReportWording.texts[context.language].locked)
            form(
                .method("post"), .action(ReporterPaths.enter.link(context.language)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.text("code", label: entry.code, hint: entry.hint, classes: "digits", inputMode: "numeric", longest: 60)
                div(.class("actions")) { Field.submit(entry.open) }
            }
            p(.class("small soft"), text: wording.lockLeave)
        }
    }
}

/// Locks a page of the mailbox that was left alone, where it has no field that was being typed in.
enum MailboxLock {
    static func form(_ token: SessionToken, _ language: Language) -> Node {
        Markup.form(
            .method("post"), .action(ReporterPaths.messages.link(language)),
            Attribute("data-lock-after", String(ReporterLimits.idle.components.seconds))
        ) {
            Field.token(token.formToken)
            Field.hidden("vergrendel", "")
        }
    }
}

struct OwnReportWording: Sendable {
    let title, back, name, locked: String

    static let texts = Bilingual(
        nl: OwnReportWording(
            title: "Wat je hebt gemeld", back: "Terug naar de berichten", name: "Je naam",
            locked: "Daarom laten we niets meer zien. Wat je typte, is bewaard. Vul je code in om verder te gaan."),
        en: OwnReportWording(
            title: "What you reported", back: "Back to the messages", name: "Your name",
            locked: "That is why we no longer show anything. What you typed is kept. Fill in your code to go on."))
}
