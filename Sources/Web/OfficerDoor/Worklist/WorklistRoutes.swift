import Access
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// What has to be done first.
struct WorklistRoutes: Sendable {
    let site: OfficerSite

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.worklist) { [self] request, context in
            try await list(.open, OfficerPaths.worklist, request, context)
        }
        door.get(OfficerPaths.worklistPart) { [self] request, context in
            guard let filter = context.parameters.get("lijst").flatMap({ Self.filter($0, context.language) }) else {
                throw SiteProblem.notFound
            }
            return try await list(filter, OfficerPaths.worklistPart, request, context)
        }
    }

    /// The part of the list in its address.
    static func segment(_ filter: Worklist.Filter) -> Bilingual<String> {
        switch filter {
        case .open: Bilingual(nl: "open", en: "open")
        case .late: Bilingual(nl: "te-laat", en: "late")
        case .thisWeek: Bilingual(nl: "deze-week", en: "this-week")
        case .awaitingReporter: Bilingual(nl: "wacht-op-melder", en: "waiting-for-reporter")
        case .awaitingOfficer: Bilingual(nl: "wacht-op-ons", en: "waiting-for-us")
        case .closed: Bilingual(nl: "afgesloten", en: "closed")
        }
    }

    private static func filter(_ segment: String, _ language: Language) -> Worklist.Filter? {
        Worklist.Filter.allCases.first { self.segment($0)[language] == segment }
    }

    private func list(
        _ filter: Worklist.Filter, _ path: SitePath, _ request: Request, _ context: OfficerContext
    ) async throws -> Response {
        let session = try await site.session(request)
        let roles = try await site.roles(of: session.officer)
        guard roles.contains(where: \.role.readsReports), let ring = try site.access.keyRing(of: session) else {
            return try await withoutCases(session, roles, context)
        }
        let reader = Reader(session: session, ring: ring)
        try await site.desk.recordListOpening(by: reader)
        let after = request.uri.queryParameters.get("na")
        let worklist = try await site.desk.worklist(filter, after: after, for: reader)
        let waiting = try await site.desk.countWaitingReaders(for: reader)
        let roster = try await site.access.roster()
        let page = WorklistPage(
            list: worklist, language: context.language, today: site.desk.today, tree: roster.tree, waiting: waiting,
            isFirst: after == nil)
        return try await site.page(
            context, title: page.title, path: path, session: session,
            values: path == OfficerPaths.worklist ? [] : [Self.segment(filter)[context.language == .nl ? .en : .nl]]
        ) { page.content }
    }

    /// For officers without cases: what they can do instead.
    private func withoutCases(_ session: OfficerSession, _ roles: [Appointment], _ context: OfficerContext) async throws
        -> Response
    {
        let wording = WorklistWording.texts[context.language]
        let written = try await site.written(roles, context.language)
        return try await site.page(context, title: wording.title, path: OfficerPaths.worklist, session: session, isNarrow: true) {
            h1(text: wording.welcome(session.officer.name))
            if roles.isEmpty {
                p(.class("note warn"), text: wording.waitingForConfirmation)
            } else {
                p(.class("lead"), text: wording.noCases)
                ul(.class("plain")) { for text in written { li(text: text) } }
                if roles.contains(where: { $0.role == .administrator }) { task(wording.administration, context.language) }
                if roles.contains(where: { $0.role == .recoveryOfficer }) { task(wording.recovery, context.language) }
                if roles.contains(where: \.role.worksOnRegister) { task(wording.register, context.language) }
                if roles.contains(where: { $0.role == .ministersOffice }) { task(wording.decisions, context.language) }
                if roles.contains(where: { $0.role == .alignmentPartner }) { task(wording.alignment, context.language) }
            }
        }
    }

    private func task(_ task: WorklistWording.Task, _ language: Language) -> Node {
        .fragment([p(text: task.text), p { a(.class("btn plain"), .href(task.path.link(language)), text: task.link) }])
    }
}
