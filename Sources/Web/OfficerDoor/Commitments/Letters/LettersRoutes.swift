import Access
import Commitments
import Hummingbird
import Kernel
import Markup
import Sealing

/// The letters of a department, and a new one.
struct LettersRoutes: Sendable {
    let register: RegisterSite

    func register(at door: DoorRouter<OfficerContext>) {
        registerRules(at: door)
        door.get(OfficerPaths.letters) { [self] request, context in
            try await page(register.visitor(request), context)
        }
        door.post(OfficerPaths.letters) { [self] request, context in
            let (visitor, fields) = try await register.form(request)
            let day = TypedDay(fields["dag"])
            var errors = [FieldError]()
            if fields.line("onderwerp").isEmpty {
                let sentence = LetterRefusalWording.sentence(.subjectMissing, context.language, names: [:])
                errors.append(FieldError(field: "onderwerp", sentence: sentence))
            }
            if let sentence = day.problem(context.language) { errors.append(FieldError(field: "dag", sentence: sentence)) }
            let department = Organisation.ID(fields["departement"])
            if department == nil {
                let sentence = NewEntryWording.texts[context.language].departmentMissing
                errors.append(FieldError(field: "departement", sentence: sentence))
            }
            guard let department, errors.isEmpty else {
                return try await page(visitor, context, typed: fields, errors: FieldErrors(errors))
            }
            let today = register.commitments.today
            let due =
                day.day == nil && fields.line("woorden").isEmpty
                ? nil
                : Due(
                    words: fields.line("woorden"), day: day.day, reason: NewEntryWording.texts[.nl].firstDay,
                    told: today)
            do {
                let letter = try await register.commitments.begin(
                    NewLetter(
                        fields.line("onderwerp"), house: fields.choice("kamer") ?? .tweedeKamer, department: department, due: due),
                    from: Letter.ID(fields["nieuw"]), by: visitor.officer)
                return .seeOther(OfficerPaths.letter.link(context.language, letter.id.text))
            } catch let refusal as LetterRefusal {
                let sentence = LetterRefusalWording.sentence(refusal, context.language, names: [:])
                var field = "onderwerp"
                if case .expectedDayRefused = refusal { field = "dag" }
                let error = FieldError(field: field, sentence: sentence)
                return try await page(visitor, context, typed: fields, errors: FieldErrors([error]))
            }
        }
    }

    private func registerRules(at door: DoorRouter<OfficerContext>) {
        door.post(OfficerPaths.alignmentRules) { [self] request, context in
            let (visitor, fields) = try await register.form(request)
            guard let department = Organisation.ID(fields["departement"]) else { throw SiteProblem.notFound }
            do {
                guard let body = AlignmentBody.ID(fields["regelorgaan"]) else { throw AlignmentRuleRefusal.unknownBody("") }
                try await register.commitments.setAlignmentRule(
                    silenceAgrees: fields.has("zwijgen"), source: fields.line("regelbron"), of: body, at: department,
                    by: visitor.officer)
                return .seeOther(OfficerPaths.letters.link(context.language))
            } catch AlignmentRuleRefusal.notFound {
                throw SiteProblem.notFound
            } catch let refusal as AlignmentRuleRefusal {
                let error = AlignmentRulesWording.error(refusal, context.language)
                return try await page(visitor, context, typed: fields, errors: FieldErrors([error]))
            }
        }
    }

    private func rules(_ visitor: RegisterSite.Visitor) async throws -> [AlignmentRule] {
        var rules: [AlignmentRule] = []
        for department in visitor.officer.reads.sorted() {
            rules += try await register.commitments.alignmentRules(of: department, for: visitor.officer)
        }
        return rules
    }

    private func page(
        _ visitor: RegisterSite.Visitor, _ context: OfficerContext, typed: FormFields = FormFields(), errors: FieldErrors = .none
    ) async throws -> Response {
        let names = try await register.names()
        let rules = AlignmentRulesSection(
            rules: try await rules(visitor), departments: visitor.officer.coordinates.sorted(), language: context.language,
            names: names, typed: typed, errors: errors, token: visitor.session.token.formToken)
        let page = LettersPage(
            letters: try await register.commitments.letters(for: visitor.officer),
            awaitingMinister: try await register.commitments.awaitingMinister(for: visitor.officer), language: context.language,
            names: names, departments: visitor.officer.writes.sorted(), rules: rules, typed: typed, errors: errors,
            token: visitor.session.token.formToken)
        return try await register.site.page(
            context, title: page.title, path: OfficerPaths.letters, session: visitor.session,
            status: errors.isEmpty ? .ok : .unprocessableContent
        ) { page.content }
    }
}
