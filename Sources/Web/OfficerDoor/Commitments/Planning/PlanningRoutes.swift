import Access
import Commitments
import Documents
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Sealing

/// The planning overview, its documents, and sending it.
struct PlanningRoutes: Sendable {
    let register: RegisterSite
    private var commitments: Commitments { register.commitments }

    /// What the pages are about: the House and the department in the address.
    private struct Subject {
        let house: House
        let department: Organisation.ID
    }

    func register(at door: DoorRouter<OfficerContext>) {
        for path in [OfficerPaths.planning, OfficerPaths.planningHouse] {
            door.get(path) { [self] request, context in
                let visitor = try await register.visitor(request)
                return try await page(
                    visitor, subject(request, context, of: visitor), context, from: request.uri.queryParameters.get("vanaf"))
            }
        }
        door.post(OfficerPaths.planningSending) { [self] request, context in
            let (visitor, fields) = try await register.form(request)
            let subject = try subject(request, context, of: visitor, in: fields)
            let day = TypedDay(fields["verzonden"])
            if let sentence = day.problem(context.language) {
                return try await page(visitor, subject, context, typed: fields, problem: sentence)
            }
            do {
                try await commitments.send(
                    PlanningFingerprint(fields["gezien"]), of: subject.department, to: subject.house,
                    on: day.day ?? commitments.today, by: visitor.officer)
                return .seeOther(address(subject, context.language))
            } catch PlanningRefusal.notFound {
                throw SiteProblem.notFound
            } catch let refusal as PlanningRefusal {
                let sentence = PlanningWording.sentence(refusal, context.language)
                return try await page(visitor, subject, context, typed: fields, problem: sentence)
            }
        }
        door.post(OfficerPaths.planningRecall) { [self] request, context in
            let (visitor, fields) = try await register.form(request)
            let subject = try subject(request, context, of: visitor, in: fields)
            do {
                guard let seen = SentOverview.ID(fields["overzicht"]) else { throw PlanningRefusal.notTheLast }
                try await commitments.recallOverview(
                    seen, of: subject.department, to: subject.house,
                    reason: fields.line("overzichtreden"), by: visitor.officer)
                return .seeOther(address(subject, context.language))
            } catch PlanningRefusal.notFound {
                throw SiteProblem.notFound
            } catch let refusal as PlanningRefusal {
                let sentence = PlanningWording.sentence(refusal, context.language)
                return try await page(
                    visitor, subject, context, typed: fields, problem: sentence, at: "overzichtreden")
            }
        }
        door.get(OfficerPaths.planningFile, .file) { [self] request, context in
            let visitor = try await register.visitor(request)
            let subject = try subject(request, context, of: visitor)
            guard let name = DocumentName(context.parameters.get("bestand")) else { throw SiteProblem.notFound }
            do {
                let document = try await document(name.base, subject, visitor)
                let bytes = try await document.written(as: name.form, printer: register.printer)
                return .download(bytes, named: name.base, as: name.form)
            } catch let refusal as PrintingRefusal {
                let sentence = DocumentLinks.sentence(refusal, context.language)
                return try await page(visitor, subject, context, problem: sentence, status: .serviceUnavailable)
            }
        }
    }

    /// The House in its address.
    static func segment(_ house: House) -> Bilingual<String> {
        switch house {
        case .tweedeKamer: Bilingual(nl: "tweede-kamer", en: "house-of-representatives")
        case .eersteKamer: Bilingual(nl: "eerste-kamer", en: "senate")
        }
    }

    private func subject(
        _ request: Request, _ context: OfficerContext, of visitor: RegisterSite.Visitor, in fields: FormFields = FormFields()
    ) throws -> Subject {
        let segment = context.parameters.get("kamer")
        let house = segment.map { segment in House.allCases.first { Self.segment($0)[context.language] == segment } }
        let asked = fields.has("departement") ? fields["departement"] : request.uri.queryParameters.get("departement")
        let department = asked.map { Organisation.ID($0) } ?? visitor.officer.reads.sorted().first
        guard let house = house ?? .tweedeKamer, let department, visitor.officer.reads.contains(department) else {
            throw SiteProblem.notFound
        }
        return Subject(house: house, department: department)
    }

    private func address(_ subject: Subject, _ language: Language) -> String {
        OfficerPaths.planningHouse.link(language, Self.segment(subject.house)[language])
            + "?departement=\(subject.department.code)"
    }

    /// The document by its name: the overview of today, one that was sent, or the annex of a year.
    private func document(
        _ name: String, _ subject: Subject, _ visitor: RegisterSite.Visitor
    ) async throws -> Document {
        let department = try await register.names().full(subject.department, .nl)
        let (of, to, officer) = (subject.department, subject.house, visitor.officer)
        if name == "planningsoverzicht" {
            return try await commitments.planning(of: of, to: to, for: officer).document(department: department)
        }
        if let number = name.wholeMatch(of: /planningsoverzicht-nr-([0-9]{1,6})/).flatMap({ Int($0.output.1) }) {
            guard let overview = try await commitments.sentOverview(number, of: of, to: to, for: officer) else {
                throw SiteProblem.notFound
            }
            let before = try await commitments.sentOverview(number - 1, of: of, to: to, for: officer)
            return overview.document(department: department, after: before)
        }
        guard
            let year = name.wholeMatch(of: /moties-en-toezeggingen-([0-9]{4}-[0-9]{4})/).flatMap({
                ParliamentaryYear($0.output.1)
            })
        else { throw SiteProblem.notFound }
        return try await commitments.yearlyAnnex(of: of, in: year, for: officer)
            .document(department: department, on: commitments.today)
    }

    private func page(
        _ visitor: RegisterSite.Visitor, _ subject: Subject, _ context: OfficerContext, typed: FormFields = FormFields(),
        from: String? = nil, problem: String? = nil, at field: String = "verzonden",
        status: HTTPResponse.Status = .unprocessableContent
    ) async throws -> Response {
        let page = PlanningPage(
            comparison: try await commitments.planning(of: subject.department, to: subject.house, for: visitor.officer),
            sent: try await commitments.sentOverviews(of: subject.department, to: subject.house, for: visitor.officer),
            recalls: try await commitments.recalledOverviews(
                of: subject.department, to: subject.house, for: visitor.officer),
            from: from, language: context.language, names: try await register.names(), visitor: visitor, typed: typed,
            errors: FieldErrors([problem.map { FieldError(field: field, sentence: $0) }].compactMap(\.self)))
        let other: Language = context.language == .nl ? .en : .nl
        return try await register.site.page(
            context, title: page.title, path: OfficerPaths.planningHouse, session: visitor.session,
            status: problem == nil ? .ok : status, values: [Self.segment(subject.house)[other]]
        ) { page.content }
    }
}
