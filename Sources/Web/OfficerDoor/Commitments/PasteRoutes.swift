import Access
import Commitments
import Hummingbird
import Kernel
import Markup
import Sealing

/// Fills the form for a new entry from what the Eerste Kamer or the official publications say, to be looked over.
struct PasteRoutes: Sendable {
    let register: RegisterSite

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.paste) { [self] request, context in
            try await page(register.visitor(request), context)
        }
        door.post(OfficerPaths.paste) { [self] request, context in
            let (visitor, fields) = try await register.form(request)
            do {
                let source = try PastedSource(fields["bron"])
                return try await form(source, visitor, context)
            } catch let refusal as PasteRefusal {
                return try await page(visitor, context, typed: fields, refusal: refusal)
            }
        }
    }

    private func form(
        _ source: PastedSource, _ visitor: RegisterSite.Visitor, _ context: OfficerContext
    ) async throws -> Response {
        guard !visitor.officer.writes.isEmpty else { throw SiteProblem.notFound }
        let page = NewEntryPage(
            language: context.language, names: try await register.names(), departments: visitor.officer.writes.sorted(),
            typed: FormFields(source), errors: .none, token: visitor.session.token.formToken)
        return try await register.site.page(
            context, title: page.title, path: OfficerPaths.newEntry, session: visitor.session, isNarrow: true
        ) {
            p(.class("note done"), .role("status"), text: PasteWording.texts[context.language].filled(source))
            page.content
        }
    }

    private func page(
        _ visitor: RegisterSite.Visitor, _ context: OfficerContext, typed: FormFields = FormFields(),
        refusal: PasteRefusal? = nil
    ) async throws -> Response {
        guard !visitor.officer.writes.isEmpty else { throw SiteProblem.notFound }
        let (language, wording) = (context.language, PasteWording.texts[context.language])
        let errors = FieldErrors(
            [refusal.map { FieldError(field: "bron", sentence: PasteWording.sentence($0, language)) }].compactMap(\.self))
        return try await register.site.page(
            context, title: wording.title, path: OfficerPaths.paste, session: visitor.session,
            status: refusal == nil ? .ok : .unprocessableContent, isNarrow: true
        ) {
            errors.summary(language)
            EntryPage.back(language)
            h1(text: wording.title)
            Markup.form(.method("post"), .action(OfficerPaths.paste.link(language)), .autocomplete("off")) {
                Field.token(visitor.session.token.formToken)
                Field.area(
                    "bron", label: wording.label, hint: wording.hint, value: typed["bron"],
                    longest: RegisterFields.longest("bron"), isLong: true,
                    language: language, errors: errors)
                div(.class("actions")) { Field.submit(wording.submit) }
            }
        }
    }
}

extension FormFields {
    /// The fields of a new entry, as far as a source tells them.
    fileprivate init(_ source: PastedSource) {
        var values: [String: String] = [
            "kamer": source.house.rawValue, "waar": source.setting.rawValue, "waarover": String(source.title.prefix(200)),
            "tekst": source.wording, "plaats": String(source.place.prefix(300)), "gezegd": source.madeOn?.iso ?? "",
            "dossier": source.dossier?.written() ?? "", "stuk": source.paper?.written() ?? "",
            "nummer": source.houseNumber?.text ?? "", "dag": source.day?.iso ?? "",
        ]
        if source.kind == .keyData { values["soort"] = RegisterEntry.Kind.commitment.rawValue }
        for (field, value) in source.keyData { values[field.field] = String(value.prefix(RegisterFields.longest(field.field))) }
        if let standing = source.standing, standing != .open {
            values["stand"] = standing.rawValue
            values["standdag"] = source.settledOn?.iso ?? ""
            values["doorkamer"] = "ja"
            values["feiten"] = [
                "Eerste Kamer: \(source.status)", source.settledWith.isEmpty ? nil : "afgedaan met: \(source.settledWith)",
            ].compactMap(\.self).joined(separator: "; ")
        }
        self.init(values.mapValues { [$0] })
    }
}

struct PasteWording: Sendable {
    let title, label, hint, submit: String
    let filled: @Sendable (PastedSource) -> String

    static let texts = Bilingual(
        nl: PasteWording(
            title: "Neem over uit een bron", label: "Plak hier de tekst",
            hint:
                "De kerngegevens van een toezegging op eerstekamer.nl, of een record van officielebekendmakingen.nl (SRU, XML).",
            submit: "Vul het formulier",
            filled: { source in
                let status = source.status.isEmpty ? "" : " De Kamer noemt dit ‘\(source.status)’."
                return
                    "Het formulier is ingevuld met wat er in de tekst stond.\(status) Kijk alles na voordat je het in het register zet."
            }),
        en: PasteWording(
            title: "Take over from a source", label: "Paste the text here",
            hint:
                "The key data (Kerngegevens) of a commitment on eerstekamer.nl, or a record of officielebekendmakingen.nl (SRU, XML).",
            submit: "Fill in the form",
            filled: { source in
                let status = source.status.isEmpty ? "" : " The House calls it ‘\(source.status)’."
                return
                    "The form was filled in with what the text says.\(status) Look it over before you put it into the register."
            }))

    static func sentence(_ refusal: PasteRefusal, _ language: Language) -> String {
        switch (refusal, language) {
        case (.empty, .nl): "Er staat niets in. Plak de tekst van de bron."
        case (.empty, .en): "There is nothing in it. Paste the text of the source."
        case (.unknownForm, .nl):
            "We herkennen dit niet. Plak alle regels van de kerngegevens, met ‘Nummer T…’ erbij, of het hele XML-record."
        case (.unknownForm, .en):
            "We do not recognise this. Paste all lines of the key data, with ‘Nummer T…’ among them, or the whole XML record."
        case (.noteSticksTo(let number), .nl):
            "Het cijfer van een noot zit aan het nummer vast. Is het \(number)? Schrijf het zo."
        case (.noteSticksTo(let number), .en): "The digit of a note sticks to the number. Is it \(number)? Write it so."
        case (.unreadable(let line), .nl):
            "Deze XML is niet te lezen vanaf regel \(line). Plak het hele record, van begin tot eind."
        case (.unreadable(let line), .en):
            "This XML cannot be read from line \(line) on. Paste the whole record, from beginning to end."
        case (.noPublication(let identifier), .nl):
            "‘\(identifier)’ is geen Kamerstuk en staat niet in de Handelingen. Neem het record van het stuk zelf."
        case (.noPublication(let identifier), .en):
            "‘\(identifier)’ is no parliamentary paper nor a report of a debate. Take the record of the paper itself."
        }
    }
}
