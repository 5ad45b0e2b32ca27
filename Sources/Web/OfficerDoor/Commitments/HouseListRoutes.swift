import Access
import AuditLog
import Commitments
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Sealing

/// The House's list beside the register: where they differ, with one click to take over and one field to explain.
struct HouseListRoutes: Sendable {
    let register: RegisterSite
    private var commitments: Commitments { register.commitments }

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.houseList) { [self] request, context in
            let query = request.uri.queryParameters
            return try await page(
                register.visitor(request), context, from: query.get("vanaf"),
                taken: query.get("overgenomen").flatMap { RegisterEntry.ID($0) },
                linked: query.get("gekoppeld").flatMap { RegisterEntry.ID($0) })
        }
        door.post(OfficerPaths.houseList) { [self] request, context in
            let visitor = try await register.visitor(request)
            guard !visitor.officer.writes.isEmpty else { throw SiteProblem.notFound }
            guard let file = try await SmallFile.read(request, formToken: visitor.session.token.formToken) else {
                let sentence = HouseListWording.texts[context.language].fileMissing
                return try await page(visitor, context, errors: FieldErrors([FieldError(field: "bestand", sentence: sentence)]))
            }
            let report = try await commitments.importHouseList(
                .bytes(file), by: visitor.officer.function, at: .officerDoor)
            return try await page(visitor, context, report: report)
        }
        door.post(OfficerPaths.houseItem) { [self] request, context in
            try await act(request, context) { item, visitor, fields in
                let day = TypedDay(fields["dag"])
                if let problem = day.problem(context.language) { throw ItemProblem(field: "dag", sentence: problem) }
                do {
                    return try await commitments.takeOverMotion(item, on: day.day, by: visitor.officer)
                } catch RegisterRefusal.notFound {
                    return try await commitments.takeOver(item, by: visitor.officer)
                }
            }
        }
        door.post(OfficerPaths.houseExplanation) { [self] request, context in
            try await act(request, context) { item, visitor, fields in
                let isTakenBack = fields.has("was-uitleg")
                do {
                    try await isTakenBack
                        ? commitments.takeBackMotionExplanation(fields["was-uitleg"], of: item, by: visitor.officer)
                        : commitments.explainMotion(item, reason: fields.line("reden"), by: visitor.officer)
                } catch RegisterRefusal.notFound {
                    try await isTakenBack
                        ? commitments.takeBackExplanation(fields["was-uitleg"], of: item, by: visitor.officer)
                        : commitments.explain(item, reason: fields.line("reden"), by: visitor.officer)
                }
                return nil
            }
        }
        registerOwn(at: door)
    }

    private func registerOwn(at door: DoorRouter<OfficerContext>) {
        door.post(OfficerPaths.entryAlone) { [self] request, context in
            try await act(request, context) { id, visitor, fields in
                guard let entry = RegisterEntry.ID(id) else { throw SiteProblem.notFound }
                try await fields.has("was-uitleg")
                    ? commitments.takeBackExplanation(fields["was-uitleg"], of: entry, by: visitor.officer)
                    : commitments.explain(entry, reason: fields.line("reden"), by: visitor.officer)
                return nil
            }
        }
    }

    private func act(
        _ request: Request, _ context: OfficerContext,
        _ body: (String, RegisterSite.Visitor, FormFields) async throws -> RegisterEntry.ID?
    ) async throws -> Response {
        let (visitor, fields) = try await register.form(request)
        guard let item = context.parameters.get("item") ?? context.parameters.get("id") else { throw SiteProblem.notFound }
        let problem: ItemProblem
        do {
            let taken = try await body(item, visitor, fields)
            let list = OfficerPaths.houseList.link(context.language)
            return .seeOther(taken.map { "\(list)?overgenomen=\($0.text)" } ?? list)
        } catch RegisterRefusal.notFound {
            throw SiteProblem.notFound
        } catch RegisterRefusal.targetMissing {
            problem = ItemProblem(field: "reden", sentence: HouseListWording.texts[context.language].reasonMissing)
        } catch let refusal as MotionRefusal {
            problem = ItemProblem(field: "dag", sentence: RegisterRefusalWording.sentence(refusal, context.language))
        } catch let refusal as RegisterRefusal {
            problem = ItemProblem(field: "reden", sentence: HouseListWording.sentence(refusal, context.language))
        } catch let found as ItemProblem {
            problem = found
        }
        return try await page(
            visitor, context, typed: (item, fields), from: fields["vanaf"],
            errors: FieldErrors([FieldError(field: "\(problem.field)-\(item)", sentence: problem.sentence)]))
    }

    /// What was taken over a moment ago, as far as the visitor may see it.
    func entry(_ id: RegisterEntry.ID?, for visitor: RegisterSite.Visitor) async -> RegisterEntry? {
        guard let id else { return nil }
        return try? await commitments.entry(id, for: visitor.officer)
    }

    func page(
        _ visitor: RegisterSite.Visitor, _ context: OfficerContext, report: HouseImportReport? = nil,
        typed: (item: String, fields: FormFields)? = nil, from: String? = nil, taken: RegisterEntry.ID? = nil,
        linked: RegisterEntry.ID? = nil, errors: FieldErrors = .none
    ) async throws -> Response {
        let page = HouseListPage(
            taken: await entry(taken, for: visitor), linked: await entry(linked, for: visitor),
            list: try await commitments.differences(for: visitor.officer),
            motions: try await commitments.motionDifferences(for: visitor.officer),
            motionsThere: try await commitments.motionsThere(for: visitor.officer), language: context.language,
            names: try await register.names(), visitor: visitor, report: report, typed: typed, from: from,
            errors: errors)
        return try await register.site.page(
            context, title: page.title, path: OfficerPaths.houseList, session: visitor.session,
            status: errors.isEmpty ? .ok : .unprocessableContent
        ) { page.content }
    }
}

/// What is wrong with one of the two forms at a difference.
private struct ItemProblem: Error {
    let field, sentence: String
}
