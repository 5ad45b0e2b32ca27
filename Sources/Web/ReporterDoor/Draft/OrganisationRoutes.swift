import Access
import Compartments
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// Where it happened, by search.
struct OrganisationRoutes: Sendable {
    let steps: DraftSteps
    private var desk: ReportingDesk { steps.site.desk }

    func register(at door: DoorRouter<ReporterContext>) {
        door.get(ReporterPaths.organisation) { [self] request, context in
            try await steps.show(.organisation, request, context, title: OrganisationWording.texts[context.language].title) {
                draft, token in
                try await page(context.language, token, draft, errors: .none)
            }
        }
        door.post(ReporterPaths.organisation) { [self] request, context in
            let wording = OrganisationWording.texts[context.language]
            return try await steps.answer(.organisation, request, context, title: wording.title) { fields in
                try await read(fields, context.language)
            } again: { fields, errors, draft, token in
                var draft = draft
                draft.search = fields["zoek"]
                return try await page(context.language, token, draft, errors: errors)
            }
        }
    }

    /// The button *search* keeps the words and shows what fits, or the ministries where nothing does; the button *continue*
    /// takes the choice.
    private func read(_ fields: FormFields, _ language: Language) async throws -> Answer {
        let wording = OrganisationWording.texts[language]
        var errors: [FieldError] = []
        let search = fields.plain("zoek", longest: TextLimits.search, language, &errors)
        guard errors.isEmpty else { return Answer(errors) }
        if fields.has("zoeken") {
            return Answer(stays: true) { $0.search = search }
        }
        guard let id = Organisation.ID(fields["organisatie"]),
            try await desk.access.roster().tree[id]?.existence.contains(desk.today) == true
        else { return Answer([FieldError(field: "zoek", sentence: wording.missing)]) }
        return Answer { draft in
            if draft.organisation != id {
                draft.involved = []
                draft.sawReaders = false
            }
            draft.organisation = id
        }
    }

    private func page(_ language: Language, _ token: SessionToken, _ draft: Draft, errors: FieldErrors) async throws -> Node {
        let wording = OrganisationWording.texts[language]
        let tree = try await desk.access.roster().tree
        let search = draft.search ?? ""
        var found = search.isEmpty ? [] : try await desk.organisations(matching: search)
        let count = found.count
        if found.isEmpty { found = tree.existing(on: desk.today, language: language).filter { $0.kind == .ministry } }
        if let chosen = draft.organisation.flatMap({ tree[$0] }), !found.contains(where: { $0.id == chosen.id }) {
            found.insert(chosen, at: 0)
        }
        let options = found.map { organisation in
            let name = organisation.name(on: desk.today)
            let parent = tree.parent(of: organisation.id, on: desk.today).flatMap { tree[$0] }
            return Field.Option(
                value: organisation.id.code,
                text: name.full[language] == name.abbreviation
                    ? name.abbreviation : "\(name.full[language]) (\(name.abbreviation))",
                hint: organisation.kind == .agency ? parent.map { wording.partOf($0.name(on: desk.today).full[language]) } : nil,
                isChosen: draft.organisation == organisation.id)
        }
        return .fragment([
            errors.summary(language), h1(text: wording.title), p(.class("hint"), text: wording.lead),
            steps.form(.organisation, language, token) {
                Field.text("zoek", label: wording.search, hint: wording.searchHint, value: search, errors: errors)
                Field.submit(wording.searchButton, classes: "btn plain small", name: "zoeken", value: "ja")
                if !search.isEmpty, count == 0 { p(.class("note warn"), .role("status"), text: wording.nothing) }
                Field.choices(
                    "organisatie", legend: count == 0 ? wording.ministries : wording.results(count), options: options)
            },
        ])
    }
}

struct OrganisationWording: Sendable {
    let title, lead, search, searchHint, searchButton, missing, nothing, ministries: String
    let results: @Sendable (Int) -> String
    let partOf: @Sendable (String) -> String

    static let texts = Bilingual(
        nl: OrganisationWording(
            title: "Waar is het gebeurd?",
            lead: "Kies het ministerie of de dienst waar het gebeurde. Daarna zie je wie je melding zouden lezen.",
            search: "Zoek je organisatie", searchHint: "Bijvoorbeeld: Logius, Rijkswaterstaat, BZK", searchButton: "Zoek",
            missing: "Kies een organisatie. Zoek zo nodig op naam of afkorting.",
            nothing:
                "We vinden geen organisatie met die naam. Probeer een ander woord, of kies hieronder het ministerie waar de organisatie onder valt.",
            ministries: "De ministeries", results: { $0 == 1 ? "1 organisatie gevonden" : "\($0) organisaties gevonden" },
            partOf: { "Onderdeel van: \($0)" }),
        en: OrganisationWording(
            title: "Where did it happen?",
            lead: "Choose the ministry or agency where it happened. After that you see who would read your report.",
            search: "Search for your organisation", searchHint: "For example: Logius, Rijkswaterstaat, BZK",
            searchButton: "Search",
            missing: "Choose an organisation. Search by name or abbreviation if needed.",
            nothing:
                "We find no organisation with that name. Try another word, or choose below the ministry that the organisation falls under.",
            ministries: "The ministries", results: { $0 == 1 ? "1 organisation found" : "\($0) organisations found" },
            partOf: { "Part of: \($0)" }))
}
