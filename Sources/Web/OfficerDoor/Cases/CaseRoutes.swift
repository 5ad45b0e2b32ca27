import Access
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// A case: opened with a purpose, then read and answered.
struct CaseRoutes: Sendable {
    let site: OfficerSite

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.caseFile) { [self] request, context in
            let reader = try await site.reader(request)
            return try await show(try id(context), reader, context, errors: .none)
        }
        door.post(OfficerPaths.opening) { [self] request, context in
            let (reader, fields) = try await site.formReader(request)
            let id = try id(context)
            guard let purpose = fields.choice("doel", as: OpeningPurpose.self) else {
                let error = FieldError(
                    field: "doel-\(OpeningPurpose.handling.rawValue)",
                    sentence: CaseWording.texts[context.language].purposeMissing)
                return try await show(id, reader, context, errors: FieldErrors([error]))
            }
            do {
                try await site.finding { try await site.desk.openCase(id, for: purpose, by: reader) }
            } catch CaseRefusal.keysMissing {
                return try await withoutKey(\.keyMissing, id, reader, context)
            } catch CaseRefusal.moved {
                return try await handedOver(id, reader, context)
            }
            return .seeOther(OfficerPaths.caseFile.link(context.language, id.text))
        }
        door.post(OfficerPaths.messages) { [self] request, context in try await write(request, context) }
        door.get(OfficerPaths.timeline) { [self] request, context in
            let reader = try await site.reader(request)
            return try await opened(try id(context), reader, context) { view in
                let page = TimelinePage(view: view, language: context.language)
                return try await site.page(
                    context, title: page.title, path: OfficerPaths.timeline, session: reader.session, values: [view.file.id.text]
                ) { page.content }
            }
        }
        door.post(OfficerPaths.identity, .page) { [self] request, context in try await identity(request, context) }
    }

    /// The case in the address.
    func id(_ context: OfficerContext) throws -> CaseFile.ID {
        guard let id = context.parameters.get("id").flatMap({ CaseFile.ID($0) }) else { throw SiteProblem.notFound }
        return id
    }

    /// Shows something of an opened case; one that is not opened asks for the purpose first.
    func opened(
        _ id: CaseFile.ID, _ reader: Reader, _ context: OfficerContext, _ body: (CaseView) async throws -> Response
    ) async throws -> Response {
        do {
            return try await body(try await site.finding { try await site.desk.caseView(id, for: reader) })
        } catch CaseRefusal.notOpened {
            return .seeOther(OfficerPaths.caseFile.link(context.language, id.text))
        } catch CaseRefusal.keysMissing {
            return try await withoutKey(\.keyMissing, id, reader, context)
        }
    }

    func show(
        _ id: CaseFile.ID, _ reader: Reader, _ context: OfficerContext, errors: FieldErrors, typed: String = "",
        settlesUrgency: Bool = false
    ) async throws -> Response {
        let status: HTTPResponse.Status = errors.isEmpty ? .ok : .unprocessableContent
        do {
            let view = try await site.finding { try await site.desk.caseView(id, for: reader) }
            let tree = try await site.access.roster().tree
            let page = CasePage(
                view: view, language: context.language, today: site.desk.today, calendar: site.desk.settings.calendar, tree: tree,
                token: reader.session.token,
                errors: errors, typed: typed, settlesUrgency: settlesUrgency)
            return try await site.page(
                context, title: page.title, path: OfficerPaths.caseFile, session: reader.session, status: status,
                values: [id.text]
            ) { page.content }
        } catch CaseRefusal.keysMissing {
            return try await withoutKey(\.keyMissing, id, reader, context)
        } catch CaseRefusal.notOpened {
            let file = try await site.finding { try await site.desk.caseFile(id, for: reader) }
            let page = PurposePage(file: file, language: context.language, token: reader.session.token, errors: errors)
            return try await site.page(
                context, title: page.title, path: OfficerPaths.caseFile, session: reader.session, status: status, isNarrow: true,
                values: [id.text]
            ) { page.content }
        }
    }

    private func write(_ request: Request, _ context: OfficerContext) async throws -> Response {
        let (reader, fields) = try await site.formReader(request)
        let id = try id(context)
        var errors: [FieldError] = []
        let text = fields.plain("bericht", longest: TextLimits.message, context.language, &errors)
        if errors.isEmpty, text.isEmpty {
            errors.append(FieldError(field: "bericht", sentence: MailboxWording.texts[context.language].missing))
        }
        guard errors.isEmpty else {
            return try await show(
                id, reader, context, errors: FieldErrors(errors), typed: fields["bericht"], settlesUrgency: fields.has("spoed"))
        }
        do {
            try await site.finding {
                try await site.desk.officerWrites(text, in: id, settlesUrgency: fields.has("spoed"), by: reader)
            }
        } catch CaseRefusal.notOpened {
            return .seeOther(OfficerPaths.caseFile.link(context.language, id.text))
        }
        return .seeOther(OfficerPaths.caseFile.link(context.language, id.text) + "#berichten")
    }

    /// Who reports is shown on this page alone, after the opening was recorded.
    private func identity(_ request: Request, _ context: OfficerContext) async throws -> Response {
        let (reader, fields) = try await site.formReader(request)
        let id = try id(context)
        guard let purpose = fields.choice("doel", as: IdentityPurpose.self) else {
            let error = FieldError(
                field: "doel-\(IdentityPurpose.contact.rawValue)", sentence: CaseWording.texts[context.language].purposeMissing)
            return try await show(id, reader, context, errors: FieldErrors([error]))
        }
        let identity: ReporterIdentity?
        do {
            identity = try await site.finding { try await site.desk.openIdentity(of: id, for: purpose, by: reader) }
        } catch CaseRefusal.keysMissing {
            return try await withoutKey(\.nameKeyMissing, id, reader, context)
        }
        let wording = CaseWording.texts[context.language]
        return try await site.page(
            context, title: wording.identity, path: OfficerPaths.caseFile, session: reader.session, isNarrow: true,
            values: [id.text]
        ) {
            CasePage.back(to: id, context.language)
            h1(text: wording.identity)
            p(.class("note warn"), text: wording.identityRecorded)
            if let identity {
                dl(.class("facts")) {
                    dt(text: wording.identityName)
                    dd { bdi(text: identity.name) }
                    dt(text: wording.identityContact)
                    dd { identity.contact.isEmpty ? .text("–") : Writing.typed(identity.contact) }
                }
            } else {
                p(text: wording.noIdentity)
            }
        }
    }

    /// Says that a colleague has to hand on the key first.
    func withoutKey(
        _ sentence: KeyPath<CaseWording, String>, _ id: CaseFile.ID, _ reader: Reader, _ context: OfficerContext
    ) async throws -> Response {
        try await closed(\.noKey, sentence, id, reader, context)
    }

    /// Says that the case is at another organisation now.
    func handedOver(_ id: CaseFile.ID, _ reader: Reader, _ context: OfficerContext) async throws -> Response {
        try await closed(\.moved, \.movedText, id, reader, context)
    }

    /// Says why a case does not open.
    private func closed(
        _ title: KeyPath<CaseWording, String>, _ sentence: KeyPath<CaseWording, String>, _ id: CaseFile.ID, _ reader: Reader,
        _ context: OfficerContext
    ) async throws -> Response {
        let (language, wording) = (context.language, CaseWording.texts[context.language])
        return try await site.page(
            context, title: wording[keyPath: title], path: OfficerPaths.caseFile, session: reader.session, status: .forbidden,
            isNarrow: true, values: [id.text]
        ) {
            p(.class("back")) { a(.href(OfficerPaths.worklist.link(language)), text: wording.backToList) }
            h1(text: wording[keyPath: title])
            p(.class("lead"), text: wording[keyPath: sentence])
        }
    }
}

extension OfficerSite {
    /// What an officer may not open is the same as what is not there.
    func finding<T>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch CaseRefusal.notFound {
            throw SiteProblem.notFound
        }
    }
}
