import Commitments
import HTTPTypes
import Hummingbird
import Kernel
import Markup

/// What could not be laid beside the other list: seen, linked and claimed.
struct HouseLeftoversRoutes: Sendable {
    let register: RegisterSite
    let list: HouseListRoutes
    private var commitments: Commitments { register.commitments }

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.houseLeftovers) { [self] request, context in
            let query = request.uri.queryParameters
            return try await page(
                register.visitor(request), context, from: query.get("vanaf"),
                linked: query.get("gekoppeld").flatMap { RegisterEntry.ID($0) })
        }
        door.post(OfficerPaths.houseLink) { [self] request, context in
            let (visitor, fields) = try await register.form(request)
            let item = context.parameters.get("item") ?? ""
            let isHere = fields["vanuit"] == "rest"
            do {
                guard let entry = RegisterEntry.ID(fields["regel"]) else { throw RegisterRefusal.targetMissing }
                try await commitments.link(item, to: entry, by: visitor.officer)
                let path = isHere ? OfficerPaths.houseLeftovers : OfficerPaths.houseList
                return .seeOther("\(path.link(context.language))?gekoppeld=\(entry.text)")
            } catch RegisterRefusal.notFound {
                throw SiteProblem.notFound
            } catch let refusal as RegisterRefusal {
                let sentence =
                    refusal == .targetMissing
                    ? HouseListWording.texts[context.language].entryMissing
                    : HouseListWording.sentence(refusal, context.language)
                guard isHere else {
                    return try await list.page(
                        visitor, context, typed: (item, fields), from: fields["vanaf"],
                        errors: FieldErrors([FieldError(field: "regel-\(item)", sentence: sentence)]))
                }
                return try await page(visitor, context, from: fields["vanaf"], refused: ("\(item)-\(fields["regel"])", sentence))
            }
        }
        door.post(OfficerPaths.houseClaim) { [self] request, context in
            let (visitor, fields) = try await register.form(request)
            guard let item = context.parameters.get("item"), let department = Organisation.ID(fields["departement"]) else {
                throw SiteProblem.notFound
            }
            do {
                let entry = try await commitments.claim(item, for: department, by: visitor.officer)
                return .seeOther("\(OfficerPaths.houseList.link(context.language))?overgenomen=\(entry.text)")
            } catch RegisterRefusal.notFound {
                throw SiteProblem.notFound
            } catch let refusal as RegisterRefusal {
                return try await page(
                    visitor, context, from: fields["vanaf"],
                    refused: (item, HouseListWording.sentence(refusal, context.language)))
            }
        }
    }

    private func page(
        _ visitor: RegisterSite.Visitor, _ context: OfficerContext, from: String? = nil,
        linked: RegisterEntry.ID? = nil, refused: (item: String, sentence: String)? = nil
    ) async throws -> Response {
        let errors = FieldErrors(
            [refused.map { FieldError(field: "item-\($0.item)", sentence: $0.sentence) }].compactMap(\.self))
        let page = HouseLeftoversPage(
            leftovers: try await commitments.houseLeftovers(for: visitor.officer), linked: await list.entry(linked, for: visitor),
            language: context.language,
            names: try await register.names(), visitor: visitor, from: from, errors: errors)
        return try await register.site.page(
            context, title: page.title, path: OfficerPaths.houseLeftovers, session: visitor.session,
            status: errors.isEmpty ? .ok : .unprocessableContent, isNarrow: true
        ) { page.content }
    }
}
