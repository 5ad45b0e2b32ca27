import Access
import Commitments
import Documents
import Hummingbird
import Kernel

/// The part of the officers' door for those who keep the register. For others it is not there.
struct RegisterSite: Sendable {
    let site: OfficerSite
    let commitments: Commitments
    let printer: PDFPrinter

    /// Who visits the register.
    struct Visitor: Sendable {
        let session: OfficerSession
        let officer: RegisterOfficer
    }

    /// - Throws: `SignInNeeded`, `SiteProblem.notFound` for whoever has no role in the register.
    func visitor(_ request: Request) async throws -> Visitor {
        try await visitor(site.session(request))
    }

    func form(_ request: Request) async throws -> (Visitor, FormFields) {
        let (session, fields) = try await typed(request)
        return (try await visitor(session), fields)
    }

    /// A form of the register, its texts safe to show and no longer than they may be.
    func typed(_ request: Request) async throws -> (OfficerSession, FormFields) {
        let (session, fields) = try await site.form(request)
        return (session, try fields.ofRegister())
    }

    private func visitor(_ session: OfficerSession) async throws -> Visitor {
        guard let officer = try await commitments.registerOfficer(session.officer) else { throw SiteProblem.notFound }
        return Visitor(session: session, officer: officer)
    }

    /// The entry in an address.
    func entry(_ context: OfficerContext, for visitor: Visitor) async throws -> RegisterEntry {
        guard let id = context.parameters.get("id").flatMap({ RegisterEntry.ID($0) }) else { throw SiteProblem.notFound }
        do {
            return try await commitments.entry(id, for: visitor.officer)
        } catch RegisterRefusal.notFound {
            guard let removal = try await commitments.removal(of: id, for: visitor.officer) else { throw SiteProblem.notFound }
            throw SiteProblem.gone(RegisterRefusalWording.sentence(removal, names: try await names()))
        }
    }

    /// The names of officers and organisations as the register shows them.
    func names() async throws -> RegisterNames {
        let roster = try await site.access.roster()
        return RegisterNames(officers: roster.officers.mapValues(\.name), tree: roster.tree, today: commitments.today)
    }
}

/// What officers and organisations are called.
struct RegisterNames: Sendable {
    let officers: [Officer.ID: String]
    let tree: OrganisationTree
    let today: Day

    func abbreviation(_ id: Organisation.ID) -> String { tree.abbreviation(of: id, on: today) }

    /// The ministries of today, to choose from.
    func ministries(_ language: Language, isChosen: (Organisation.ID) -> Bool) -> [Field.Option] {
        tree.existing(on: today, language: language).filter { $0.kind == .ministry }.map {
            Field.Option(value: $0.id.code, text: $0.name(on: today).full[language], isChosen: isChosen($0.id))
        }
    }

    func full(_ id: Organisation.ID, _ language: Language) -> String {
        tree[id]?.name(on: today).full[language] ?? id.code
    }
}
