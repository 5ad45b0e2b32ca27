import Access
import Commitments
import Hummingbird
import Kernel
import Markup
import Sealing

/// The register and its parts, and a new entry.
struct RegisterRoutes: Sendable {
    let register: RegisterSite
    private var site: OfficerSite { register.site }

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.register) { [self] request, context in
            try await list(.owed, OfficerPaths.register, request, context)
        }
        door.get(OfficerPaths.registerPart) { [self] request, context in
            guard let part = context.parameters.get("deel").flatMap({ Self.part($0, context.language) }) else {
                throw SiteProblem.notFound
            }
            return try await list(part, OfficerPaths.registerPart, request, context)
        }
        door.get(OfficerPaths.newEntry) { [self] request, context in
            try await newEntry(register.visitor(request), context, typed: FormFields(), errors: .none)
        }
        door.get(OfficerPaths.newEntryOfMotion) { [self] request, context in
            let visitor = try await register.visitor(request)
            let motions = try await register.commitments.motionsThere(for: visitor.officer)
            let item = context.parameters.get("item")
            guard let motion = motions.open.first(where: { $0.id == item }) else { throw SiteProblem.notFound }
            return try await newEntry(visitor, context, typed: FormFields(motion), errors: .none, filledFrom: motion)
        }
        door.post(OfficerPaths.newEntry) { [self] request, context in
            let (visitor, fields) = try await register.form(request)
            let form = NewEntryForm(fields: fields, language: context.language)
            guard let entry = form.entry else { return try await newEntry(visitor, context, typed: fields, errors: form.errors) }
            do {
                let kept = try await register.commitments.register(
                    entry, from: RegisterEntry.ID(fields["nieuw"]), mayResemble: fields.has("anders"), by: visitor.officer)
                return .seeOther(OfficerPaths.entry.link(context.language, kept.id.text))
            } catch let refusal as RegisterRefusal {
                let errors = FieldErrors([NewEntryForm.error(refusal, context.language)])
                return try await newEntry(visitor, context, typed: fields, errors: errors, looksLike: refusal.isResemblance)
            }
        }
    }

    /// The part of the register in its address.
    static func segment(_ part: RegisterList.Part) -> Bilingual<String> {
        switch part {
        case .owed: Bilingual(nl: "open", en: "open")
        case .overdue: Bilingual(nl: "te-laat", en: "late")
        case .thisMonth: Bilingual(nl: "deze-maand", en: "this-month")
        case .withoutDay: Bilingual(nl: "zonder-dag", en: "without-day")
        case .withoutOwner: Bilingual(nl: "zonder-eigenaar", en: "without-owner")
        case .own: Bilingual(nl: "van-mij", en: "mine")
        case .all: Bilingual(nl: "alles", en: "all")
        }
    }

    private static func part(_ segment: String, _ language: Language) -> RegisterList.Part? {
        RegisterList.Part.allCases.first { self.segment($0)[language] == segment }
    }

    private func list(
        _ part: RegisterList.Part, _ path: SitePath, _ request: Request, _ context: OfficerContext
    ) async throws -> Response {
        let visitor = try await register.visitor(request)
        let query = try FormFields(urlEncoded: (request.uri.query ?? "").utf8)
        let names = ["zoek", "soort", "kamer"]
        let typed = try FormFields(
            Dictionary(
                uniqueKeysWithValues: names.map { ($0, [String(query.line($0).prefix(RegisterFields.longest("zoek")))]) })
        ).ofRegister()
        let search = RegisterSearch(typed.line("zoek"), kind: typed.choice("soort"), house: typed.choice("kamer"))
        let page = RegisterPage(
            list: try await register.commitments.list(part, finding: search, for: visitor.officer), language: context.language,
            names: try await register.names(), mayAdd: !visitor.officer.writes.isEmpty, typed: typed,
            from: request.uri.queryParameters.get("vanaf"))
        let other = Self.segment(part)[context.language == .nl ? .en : .nl]
        return try await site.page(
            context, title: page.title, path: path, session: visitor.session,
            values: path == OfficerPaths.register ? [] : [other]
        ) { page.content }
    }

    private func newEntry(
        _ visitor: RegisterSite.Visitor, _ context: OfficerContext, typed: FormFields, errors: FieldErrors,
        looksLike: Bool = false, filledFrom motion: HouseMotionThere? = nil
    ) async throws -> Response {
        guard !visitor.officer.writes.isEmpty else { throw SiteProblem.notFound }
        let page = NewEntryPage(
            language: context.language, names: try await register.names(), departments: visitor.officer.writes.sorted(),
            typed: typed, errors: errors, token: visitor.session.token.formToken,
            asksWhetherAnother: looksLike || typed.has("anders"))
        return try await site.page(
            context, title: page.title, path: motion == nil ? OfficerPaths.newEntry : OfficerPaths.newEntryOfMotion,
            session: visitor.session, status: errors.isEmpty ? .ok : .unprocessableContent, isNarrow: true,
            values: motion.map { [$0.id] } ?? []
        ) {
            if motion != nil {
                p(.class("note done"), .role("status"), text: HouseMotionsWording.texts[context.language].filled)
            }
            page.content
        }
    }
}
