import Access
import Commitments
import Documents
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// What the doors need to know besides the desk.
package struct DoorSettings: Sendable {
    /// Whether people reach the doors by TLS, in this process or before it.
    package var isSecure: Bool
    package var securityContact: String
    package var limits: DoorLimits
    package var trustedProxies: TrustedProxies
    /// The name under which people reach the door; nil for any.
    package var host: String?
    package var failures: FailureLog
    package var isReady: @Sendable () async -> Bool

    package init(
        isSecure: Bool, securityContact: String, failures: FailureLog, limits: DoorLimits = DoorLimits(),
        trustedProxies: TrustedProxies = .none, host: String? = nil, isReady: @escaping @Sendable () async -> Bool = { true }
    ) {
        self.isSecure = isSecure
        self.securityContact = securityContact
        self.failures = failures
        self.limits = limits
        self.host = host
        self.trustedProxies = trustedProxies
        self.isReady = isReady
    }
}

/// The reporter's door: its routes, and what answers them.
package struct ReporterDoor {
    package let router: Router<ReporterContext>
    package let routes: [RouteEntry]

    package init(desk: ReportingDesk, frame: SiteFrame, settings: DoorSettings) {
        let site = ReporterSite(
            desk: desk, frame: frame, cookies: SessionCookies(isSecure: settings.isSecure),
            failures: settings.failures)
        let door = DoorRouter<ReporterContext>(door: "reporter")
        door.router.addMiddleware {
            SecurityHeaders<ReporterContext>(isSecure: settings.isSecure)
            ErrorPages<ReporterContext>(
                render: { problem, language, typed in
                    let page = ProblemPage(
                        problem: problem, door: .reporter, language: language, typed: problem.keepsForm ? typed : nil)
                    return site.page(in: language, title: page.title, path: ReporterPaths.start, status: problem.status) {
                        page.content
                    }
                }, entropy: desk.access.sealer.entropy, failures: settings.failures)
            HostGuard<ReporterContext>(host: settings.host)
            SameSiteGuard<ReporterContext>()
            AdmissionGuard<ReporterContext>(
                limits: settings.limits, proxies: settings.trustedProxies,
                beginnings: Language.allCases.map { ReporterPaths.begin.link($0) })
        }
        CommonRoutes(desk: desk, assets: frame.assets, securityContact: settings.securityContact, isReady: settings.isReady)
            .register(at: door)
        let steps = DraftSteps(site: site)
        let mailbox = MailboxRoutes(site: site)
        StartRoutes(site: site).register(at: door)
        WhoAndWhatRoutes(steps: steps).register(at: door)
        OrganisationRoutes(steps: steps).register(at: door)
        ReadersRoutes(steps: steps).register(at: door)
        StoryRoutes(steps: steps).register(at: door)
        UrgencyAndNameRoutes(steps: steps).register(at: door)
        FilesRoutes(steps: steps).register(at: door)
        CheckRoutes(steps: steps).register(at: door)
        LaterRoutes(steps: steps).register(at: door)
        CodeRoutes(site: site).register(at: door)
        mailbox.register(at: door)
        MailboxFileRoutes(site: site, mailbox: mailbox).register(at: door)
        ChoicesRoutes(site: site, mailbox: mailbox).register(at: door)
        router = door.router
        routes = door.table
    }
}

/// The officers' door: its routes, and what answers them.
package struct OfficerDoor {
    package let router: Router<OfficerContext>
    package let routes: [RouteEntry]

    package init(
        desk: ReportingDesk, commitments: Commitments, printer: PDFPrinter, frame: SiteFrame, settings: DoorSettings,
        demo: DemoSignIn?
    ) {
        let site = OfficerSite(desk: desk, frame: frame, cookies: SessionCookies(isSecure: settings.isSecure), demo: demo)
        let door = DoorRouter<OfficerContext>(door: "officer")
        door.router.addMiddleware {
            SecurityHeaders<OfficerContext>(isSecure: settings.isSecure)
            ErrorPages<OfficerContext>(
                render: { problem, language, typed in Self.problemPage(problem, language, typed, site) },
                entropy: desk.access.sealer.entropy, failures: settings.failures)
            HostGuard<OfficerContext>(host: settings.host)
            SameSiteGuard<OfficerContext>()
            AdmissionGuard<OfficerContext>(limits: settings.limits, proxies: settings.trustedProxies)
            SignInGuard()
            QueryReading()
        }
        CommonRoutes(desk: desk, assets: frame.assets, securityContact: settings.securityContact, isReady: settings.isReady)
            .register(at: door)
        let cases = CaseRoutes(site: site)
        SignInRoutes(site: site).register(at: door)
        EnrolRoutes(site: site).register(at: door)
        WorklistRoutes(site: site).register(at: door)
        cases.register(at: door)
        CaseFileRoutes(site: site, cases: cases).register(at: door)
        ClosingRoutes(site: site, cases: cases).register(at: door)
        MarkingRoutes(site: site, cases: cases).register(at: door)
        AccessRoutes(site: site).register(at: door)
        KeyholderRoutes(site: site).register(at: door)
        let register = RegisterSite(site: site, commitments: commitments, printer: printer)
        RegisterRoutes(register: register).register(at: door)
        EntryRoutes(register: register).register(at: door)
        CorrectionRoutes(register: register).register(at: door)
        let houseList = HouseListRoutes(register: register)
        houseList.register(at: door)
        HouseLeftoversRoutes(register: register, list: houseList).register(at: door)
        HouseMotionsRoutes(register: register).register(at: door)
        PasteRoutes(register: register).register(at: door)
        BoardRoutes(register: register).register(at: door)
        LetterFileRoutes(register: register).register(at: door)
        NoteRoutes(register: register).register(at: door)
        PlanningRoutes(register: register).register(at: door)
        LettersRoutes(register: register).register(at: door)
        LetterRoutes(register: register).register(at: door)
        LetterRoundRoutes(register: register).register(at: door)
        LetterEndRoutes(register: register).register(at: door)
        PartRoutes(register: register).register(at: door)
        AlignmentRoutes(register: register).register(at: door)
        AccountRoutes(site: site).register(at: door)
        router = door.router
        routes = door.table
    }

    private static func problemPage(
        _ problem: SiteProblem, _ language: Language, _ typed: TypedForm?, _ site: OfficerSite
    ) -> Response {
        // What was typed about a case is not shown to whoever sits there now; the register holds nothing of persons.
        let back = typed.flatMap { ReturnAddress(sendingTo: $0.address) }
        let page = ProblemPage(
            problem: problem, door: .officer, language: language, typed: problem.keepsForm ? typed : nil,
            texts: problem.leavesText && back != nil ? typed?.fields.writtenInRegister ?? [] : [],
            signIn: problem == .sessionGone ? back?.signIn(language) : nil)
        return site.plainPage(language, title: page.title, path: OfficerPaths.worklist, status: problem.status) { page.content }
    }
}
