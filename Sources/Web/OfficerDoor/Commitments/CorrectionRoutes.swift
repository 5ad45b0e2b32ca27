import Access
import Commitments
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Sealing

/// Correcting what was put into the register wrongly.
struct CorrectionRoutes: Sendable {
    let register: RegisterSite

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.entryCorrection) { [self] request, context in
            let visitor = try await register.visitor(request)
            let entry = try await register.entry(context, for: visitor)
            return try await page(entry, visitor, context, typed: FormFields(correcting: entry))
        }
        door.post(OfficerPaths.entryCorrection) { [self] request, context in
            let (visitor, fields) = try await register.form(request)
            let entry = try await register.entry(context, for: visitor)
            let form = NewEntryForm(fields: fields, correcting: entry, language: context.language)
            guard let corrected = form.entry else {
                return try await page(entry, visitor, context, typed: fields, errors: form.errors)
            }
            do {
                try await register.commitments.correct(
                    corrected, of: entry.id, version: fields.version, mayResemble: fields.has("anders"), by: visitor.officer)
                return .seeOther(OfficerPaths.entry.link(context.language, entry.id.text))
            } catch RegisterRefusal.notFound {
                throw SiteProblem.notFound
            } catch RegisterRefusal.changedMeanwhile {
                let (merged, errors) = fields.merged(with: FormFields(correcting: entry), context.language)
                return try await page(entry, visitor, context, typed: merged, errors: errors, status: .conflict)
            } catch let refusal as RegisterRefusal {
                let errors = FieldErrors([NewEntryForm.error(refusal, context.language)])
                return try await page(entry, visitor, context, typed: fields, errors: errors, looksLike: refusal.isResemblance)
            }
        }
    }

    private func page(
        _ entry: RegisterEntry, _ visitor: RegisterSite.Visitor, _ context: OfficerContext, typed: FormFields,
        errors: FieldErrors = .none, looksLike: Bool = false, status: HTTPResponse.Status = .unprocessableContent
    ) async throws -> Response {
        guard visitor.officer.mayChange(entry) else { throw SiteProblem.notFound }
        let page = NewEntryPage(
            corrected: entry, language: context.language, names: try await register.names(), departments: [], typed: typed,
            errors: errors, token: visitor.session.token.formToken, asksWhetherAnother: looksLike || typed.has("anders"))
        return try await register.site.page(
            context, title: page.title, path: OfficerPaths.entryCorrection, session: visitor.session,
            status: errors.isEmpty ? .ok : status, isNarrow: true, values: [entry.id.text]
        ) { page.content }
    }
}

extension FormFields {
    /// What an entry says, as someone would have typed it.
    init(correcting entry: RegisterEntry) {
        let facts = entry.facts
        self.init(
            [
                "waarover": [facts.title], "tekst": [facts.wording], "werkwoord": [facts.verb.rawValue],
                "indieners": [entry.motion?.movers.joined(separator: ", ") ?? ""], "waar": [facts.setting.rawValue],
                "plaats": [facts.place], "gezegd": [facts.madeOn.inDigits], "dossier": [facts.dossier?.written() ?? ""],
                "stuk": [facts.paper?.written() ?? ""], "nummer": [facts.houseNumber?.text ?? ""],
                "betrokken": facts.involved.map(\.code).sorted(), "dagwoorden": [facts.madeWords],
                "dagwaarom": [facts.madeReason],
            ].merging(KeyData.allCases.map { ($0.field, [facts.keyData[$0] ?? ""]) }) { $1 })
    }
}

extension FormFields {
    /// The fields that a correction has.
    private static let corrected =
        [
            "waarover", "tekst", "werkwoord", "indieners", "waar", "plaats", "gezegd", "dagwoorden", "dagwaarom", "dossier",
            "stuk",
            "nummer", "betrokken",
        ] + KeyData.allCases.map(\.field)

    /// What someone typed over what a colleague corrected in between: what was left alone is as the colleague made it, and where
    /// both changed something, both stand on the page.
    fileprivate func merged(with present: FormFields, _ language: Language) -> (fields: FormFields, errors: FieldErrors) {
        let wording = NewEntryWording.texts[language]
        var (merged, errors): ([String: [String]], [FieldError]) = ([:], [])
        for name in Self.corrected {
            let (mine, then, now) = (all(name), all("was-\(name)"), present.all(name))
            merged[name] = mine == then ? now : mine
            guard mine != then, now != then, now != mine else { continue }
            errors.append(FieldError(field: name, sentence: wording.nowSays(now.joined(separator: ", "))))
        }
        if errors.isEmpty { errors = [FieldError(field: "waarover", sentence: wording.correctedMeanwhile)] }
        return (FormFields(merged), FieldErrors(errors))
    }
}

extension Day {
    /// As people type it: 12-9-2024.
    var inDigits: String {
        let (year, month, day) = components
        return "\(day)-\(month)-\(year)"
    }
}
