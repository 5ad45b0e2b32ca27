import HTTPTypes
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// The reporter's door: its pages need the desk, and nothing that knows officers' sessions.
struct ReporterSite: Sendable {
    let desk: ReportingDesk
    let frame: SiteFrame
    let cookies: SessionCookies
    let failures: FailureLog

    /// The session of a request.
    ///
    /// - Throws: `SiteProblem.sessionGone`.
    func token(_ request: Request) throws -> SessionToken {
        guard let token = cookies.token(SessionCookies.reporter, in: request) else { throw SiteProblem.sessionGone }
        return token
    }

    /// The session and the form of a request, where the form was made for this session.
    func form(_ request: Request) async throws -> (SessionToken, FormFields) {
        let token = try token(request)
        let fields = try await request.form()
        guard fields["formulier"] == token.formToken else { throw SiteProblem.formNotOurs }
        return (token, fields)
    }

    /// A page of this door.
    func page(
        _ context: ReporterContext, title: String, path: SitePath, status: HTTPResponse.Status = .ok, isNarrow: Bool = true,
        isSignedIn: Bool = false, @HTMLBuilder content: () -> [Node]
    ) -> Response {
        page(
            in: context.language, title: title, path: path, status: status, isNarrow: isNarrow, isSignedIn: isSignedIn,
            content: content)
    }

    func page(
        in language: Language, title: String, path: SitePath, status: HTTPResponse.Status, isNarrow: Bool = true,
        isSignedIn: Bool = false, @HTMLBuilder content: () -> [Node]
    ) -> Response {
        let wording = ReporterFrameWording.texts[language]
        let node = frame.document(
            language, title: title.isEmpty ? wording.site : "\(title) – \(wording.site)", bodyClass: "reporter",
            header: header(language, path: path, isSignedIn: isSignedIn),
            banner: frame.demoBanner(language, DemoWording.reporter[language]),
            content: div(.class(isNarrow ? "narrow" : "wrap"), children: content), footer: footer(language))
        return .page(node, status: status)
    }

    private func header(_ language: Language, path: SitePath, isSignedIn: Bool) -> Node {
        let wording = ReporterFrameWording.texts[language]
        let other: Language = language == .nl ? .en : .nl
        return Markup.header(.class("bar")) {
            div(.class("wrap")) {
                a(.class("mark"), .href(ReporterPaths.start.link(language)), text: wording.site)
                nav(.aria(.label, wording.menu)) {
                    ul {
                        li {
                            a(
                                .href((isSignedIn ? ReporterPaths.mailbox : ReporterPaths.enter).link(language)),
                                .aria(
                                    .current,
                                    optional: [ReporterPaths.mailbox, ReporterPaths.enter].contains(path) ? "page" : nil),
                                text: wording.myReport)
                        }
                        li {
                            a(
                                .href(path.inOtherLanguage(than: language)), .lang(other.rawValue),
                                Attribute("hreflang", other.rawValue), text: wording.otherLanguage)
                        }
                    }
                }
                Markup.form(
                    .class("leave-form"), .method("post"), .action(ReporterPaths.leave.link(language)),
                    Attribute("data-neutral", frame.neutralPage)
                ) { button(.class("leave"), .type("submit"), text: wording.leave) }
            }
        }
    }

    private func footer(_ language: Language) -> Node {
        let wording = ReporterFrameWording.texts[language]
        return Markup.footer {
            div(.class("wrap")) {
                ul {
                    for (path, text) in [
                        (ReporterPaths.accessibility, wording.accessibility), (ReporterPaths.privacy, wording.privacy),
                        (ReporterPaths.security, wording.security), (ReporterPaths.contact, wording.contact),
                    ] { li { a(.href(path.link(language)), text: text) } }
                }
            }
        }
    }
}

/// The texts around every page of the reporter's door.
struct ReporterFrameWording: Sendable {
    let site, menu, myReport, otherLanguage, leave, accessibility, privacy, security, contact, next, back: String

    static let texts = Bilingual(
        nl: ReporterFrameWording(
            site: "Meldloket Rijk", menu: "Hoofdmenu", myReport: "Mijn melding", otherLanguage: "English",
            leave: "Verlaat deze pagina",
            accessibility: "Toegankelijkheid", privacy: "Privacy", security: "Hoe we beveiligen", contact: "Contact",
            next: "Verder",
            back: "Terug"),
        en: ReporterFrameWording(
            site: "Reporting desk", menu: "Main menu", myReport: "My report", otherLanguage: "Nederlands",
            leave: "Leave this page",
            accessibility: "Accessibility", privacy: "Privacy", security: "How we keep it safe", contact: "Contact",
            next: "Continue",
            back: "Back"))
}
