import Access
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// The officers' door.
struct OfficerSite: Sendable {
    let desk: ReportingDesk
    let frame: SiteFrame
    let cookies: SessionCookies
    /// Signs a member of the cast in with one click; only in the demo.
    let demo: DemoSignIn?
    var access: Access { desk.access }

    /// The officer's session.
    ///
    /// - Throws: `SignInNeeded`.
    func session(_ request: Request) async throws -> OfficerSession {
        guard let token = cookies.token(SessionCookies.officer, in: request), let session = try await access.session(token) else {
            throw SignInNeeded()
        }
        return session
    }

    /// An officer who holds keys.
    ///
    /// - Throws: `SiteProblem.notFound` for one who holds none.
    func reader(_ request: Request) async throws -> Reader {
        let session = try await session(request)
        guard let ring = try access.keyRing(of: session) else { throw SiteProblem.notFound }
        return Reader(session: session, ring: ring)
    }

    /// The session and the form, where the form was made for this session.
    func form(_ request: Request) async throws -> (OfficerSession, FormFields) {
        guard let token = cookies.token(SessionCookies.officer, in: request), let session = try await access.session(token) else {
            throw SiteProblem.sessionGone
        }
        let fields = try await request.form()
        guard fields["formulier"] == session.token.formToken else { throw SiteProblem.formNotOurs }
        return (session, fields)
    }

    func formReader(_ request: Request) async throws -> (Reader, FormFields) {
        let (session, fields) = try await form(request)
        guard let ring = try access.keyRing(of: session) else { throw SiteProblem.notFound }
        return (Reader(session: session, ring: ring), fields)
    }

    /// A page of this door.
    func page(
        _ context: OfficerContext, title: String, path: SitePath, session: OfficerSession?, status: HTTPResponse.Status = .ok,
        isNarrow: Bool = false, values: [String] = [], @HTMLBuilder content: () -> [Node]
    ) async throws -> Response {
        let roles = try await session.asyncMap { try await self.roles(of: $0.officer) } ?? []
        return page(
            in: context.language, title: title, path: path, query: context.query, session: session, roles: roles, status: status,
            isNarrow: isNarrow, values: values, content: content)
    }

    /// A page without anything of an officer's own.
    func plainPage(
        _ language: Language, title: String, path: SitePath, status: HTTPResponse.Status, @HTMLBuilder content: () -> [Node]
    ) -> Response {
        page(
            in: language, title: title, path: path, query: nil, session: nil, roles: [], status: status, isNarrow: true,
            values: [], content: content)
    }

    private func page(
        in language: Language, title: String, path: SitePath, query: String?, session: OfficerSession?, roles: [Appointment],
        status: HTTPResponse.Status, isNarrow: Bool, values: [String], @HTMLBuilder content: () -> [Node]
    ) -> Response {
        let wording = OfficerFrameWording.texts[language]
        let node = frame.document(
            language, title: "\(title) – \(wording.site)", bodyClass: "desk",
            header: header(language, path: path, query: query, session: session, roles: roles, values: values),
            banner: frame.demoBanner(language, DemoWording.officer[language]),
            content: div(.class(isNarrow ? "narrow" : "wrap"), children: content),
            footer: Markup.footer { div(.class("wrap")) { p(.class("small"), text: wording.footer) } })
        return .page(node, status: status)
    }

    /// The appointments of an officer that are in force today.
    func roles(of officer: Officer) async throws -> [Appointment] {
        try await access.roster().effective(on: desk.today).filter { $0.officer == officer.id }
    }

    /// Roles as a person reads them: "Integriteitscoördinator, BZK".
    func written(_ roles: [Appointment], _ language: Language) async throws -> [String] {
        let organisations = try await access.roster().tree
        return roles.map {
            "\(CodeWording.role($0.role)[language]), \(organisations.abbreviation(of: $0.organisation, on: desk.today))"
        }
    }

    private func header(
        _ language: Language, path: SitePath, query: String?, session: OfficerSession?, roles: [Appointment], values: [String]
    ) -> Node {
        let wording = OfficerFrameWording.texts[language]
        let other: Language = language == .nl ? .en : .nl
        return Markup.header(.class("bar")) {
            div(.class("wrap")) {
                a(
                    .class("mark"), .href((session == nil ? OfficerPaths.signIn : OfficerPaths.worklist).link(language)),
                    text: wording.site)
                nav(.aria(.label, wording.menu)) {
                    ul {
                        for entry in entries(language, session, roles) {
                            li {
                                a(
                                    .href(entry.0.link(language)),
                                    .aria(
                                        .current, optional: entry.0 == path ? "page" : path.isBelow(entry.0) ? "true" : nil),
                                    text: entry.1)
                            }
                        }
                        li {
                            a(
                                .href(path.inOtherLanguage(than: language, values) + (query.map { "?\($0)" } ?? "")),
                                .lang(other.rawValue),
                                Attribute("hreflang", other.rawValue),
                                text: wording.otherLanguage)
                        }
                    }
                }
                if let session {
                    a(.class("soft small"), .href(OfficerPaths.account.link(language)), text: session.officer.name)
                    Markup.form(.method("post"), .action(OfficerPaths.signOut.link(language))) {
                        Field.token(session.token.formToken)
                        Field.submit(wording.signOut, classes: "btn plain small")
                    }
                }
            }
        }
    }

    private func entries(_ language: Language, _ session: OfficerSession?, _ roles: [Appointment]) -> [(SitePath, String)] {
        guard session != nil else { return [] }
        let wording = OfficerFrameWording.texts[language]
        var entries: [(SitePath, String)] = []
        if roles.contains(where: \.role.readsReports) { entries.append((OfficerPaths.worklist, wording.worklist)) }
        if roles.contains(where: \.role.carriesKeys) {
            entries.append((OfficerPaths.access, wording.access))
            entries.append((OfficerPaths.keyholders, wording.keyholders))
        }
        if roles.contains(where: { $0.role.worksOnRegister }) {
            entries.append((OfficerPaths.register, wording.register))
            entries.append((OfficerPaths.board, wording.board))
            entries.append((OfficerPaths.letters, wording.letters))
            entries.append((OfficerPaths.planning, wording.planning))
        }
        if roles.contains(where: { $0.role == .alignmentPartner }) { entries.append((OfficerPaths.asked, wording.asked)) }
        return entries + [(OfficerPaths.staffing, wording.staffing)]
    }
}

/// Nobody is signed in: the page for it comes first.
struct SignInNeeded: Error {}

/// How the demo signs someone in.
package struct DemoSignIn: Sendable {
    package struct Person: Sendable {
        package let userName: String
        package let name: String
        package let role: OfficerRole
        package let organisation: Organisation.ID

        package init(userName: String, name: String, role: OfficerRole, organisation: Organisation.ID) {
            self.userName = userName
            self.name = name
            self.role = role
            self.organisation = organisation
        }
    }

    package let cast: [Person]
    package let signIn: @Sendable (_ userName: String) async throws -> OfficerSession?

    package init(cast: [Person], signIn: @escaping @Sendable (_ userName: String) async throws -> OfficerSession?) {
        self.cast = cast
        self.signIn = signIn
    }
}

extension Optional where Wrapped: Sendable {
    fileprivate func asyncMap<T>(_ body: (Wrapped) async throws -> T) async rethrows -> T? {
        if let self { try await body(self) } else { nil }
    }
}

/// The texts around every page of the officers' door.
struct OfficerFrameWording: Sendable {
    let site, menu, worklist, register, board, letters, planning, asked, access, keyholders, staffing, signOut, otherLanguage,
        footer: String

    static let texts = Bilingual(
        nl: OfficerFrameWording(
            site: "Meldloket", menu: "Hoofdmenu", worklist: "Werklijst", register: "Toezeggingen", board: "Bord",
            letters: "Brieven",
            planning: "Planning",
            asked: "Afstemming", access: "Toegang",
            keyholders: "Sleutelhouders",
            staffing: "Bezetting",
            signOut: "Afmelden", otherLanguage: "English",
            footer: "Elke opening van een zaak en elke verandering wordt vastgelegd."),
        en: OfficerFrameWording(
            site: "Reporting desk", menu: "Main menu", worklist: "Worklist", register: "Commitments", board: "Board",
            letters: "Letters",
            planning: "Planning",
            asked: "Alignment", access: "Access",
            keyholders: "Keyholders",
            staffing: "Staffing",
            signOut: "Sign out", otherLanguage: "Nederlands", footer: "Every opening of a case and every change is recorded."
        ))
}
