import Commitments
import HTTPTypes
import Hummingbird
import Kernel
import Markup

/// The House's motions in dossiers of ours that are in nobody's register.
struct HouseMotionsRoutes: Sendable {
    let register: RegisterSite
    private var commitments: Commitments { register.commitments }

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.houseMotions) { [self] request, context in
            try await page(register.visitor(request), context, from: request.uri.queryParameters.get("vanaf"))
        }
        door.post(OfficerPaths.houseMotionElsewhere) { [self] request, context in
            let (visitor, fields) = try await register.form(request)
            let item = context.parameters.get("item") ?? ""
            do {
                try await commitments.leaveElsewhere(item, reason: fields.line("waarom"), by: visitor.officer)
                return .seeOther(Self.address(fields, context))
            } catch RegisterRefusal.reasonMissing {
                let sentence = RegisterRefusalWording.sentence(RegisterRefusal.reasonMissing, context.language)
                return try await page(
                    visitor, context, typed: (item, fields), from: fields["vanaf"],
                    errors: FieldErrors([FieldError(field: "waarom-\(item)", sentence: sentence)]))
            } catch RegisterRefusal.notFound, RegisterRefusal.notYours {
                throw SiteProblem.notFound
            }
        }
        door.post(OfficerPaths.houseMotionReturned) { [self] request, context in
            let (visitor, fields) = try await register.form(request)
            do {
                try await commitments.takeBackElsewhere(context.parameters.get("item") ?? "", by: visitor.officer)
            } catch RegisterRefusal.notFound, RegisterRefusal.notYours {
                throw SiteProblem.notFound
            }
            return .seeOther(Self.address(fields, context))
        }
    }

    /// Where the list went on.
    private static func address(_ fields: FormFields, _ context: OfficerContext) -> String {
        let list = OfficerPaths.houseMotions.link(context.language)
        return fields.has("vanaf") ? Pager.address(list, "vanaf", fields["vanaf"]) : list
    }

    private func page(
        _ visitor: RegisterSite.Visitor, _ context: OfficerContext, typed: (item: String, fields: FormFields)? = nil,
        from: String? = nil, errors: FieldErrors = .none
    ) async throws -> Response {
        let motions = try await commitments.motionsThere(for: visitor.officer)
        let stretch = ListStretch(motions.open, from: from, size: 20, name: \.id)
        let page = HouseMotionsPage(
            motions: motions, stretch: stretch,
            resembled: try await commitments.resembled(by: stretch.shown, for: visitor.officer), language: context.language,
            names: try await register.names(), visitor: visitor, typed: typed, from: from, errors: errors)
        return try await register.site.page(
            context, title: page.title, path: OfficerPaths.houseMotions, session: visitor.session,
            status: errors.isEmpty ? .ok : .unprocessableContent, isNarrow: true
        ) { page.content }
    }
}

extension FormFields {
    /// The fields of a new entry, as far as the House's open data tell them of a motion.
    init(_ motion: HouseMotionThere) {
        self.init([
            "soort": [RegisterEntry.Kind.motion.rawValue], "kamer": [House.tweedeKamer.rawValue],
            "waarover": [String(motion.about.prefix(RegisterFields.longest("waarover")))], "nummer": [motion.number],
            "dossier": [motion.dossier?.written() ?? ""],
            "indieners": [motion.movers.joined(separator: ", ")], "gezegd": [motion.begun?.iso ?? ""],
        ])
    }
}
