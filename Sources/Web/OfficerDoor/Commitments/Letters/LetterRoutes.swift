import Access
import Commitments
import Hummingbird
import Kernel

/// One letter: what it answers, its parts, and which ministries take part.
struct LetterRoutes: Sendable {
    let register: RegisterSite

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.letter) { [self] request, context in
            let visitor = try await register.visitor(request)
            return try await register.page(of: register.letter(context, for: visitor), visitor, context)
        }
        door.post(OfficerPaths.letterAnswers) { [self] request, context in
            try await register.act(request, context, goingTo: "#beantwoordt") { letter, visitor, fields in
                try await setAnswers(of: letter, visitor, fields, context.language)
            }
        }
        door.post(OfficerPaths.letterParts) { [self] request, context in
            try await register.act(request, context, goingTo: "#onderdelen") { letter, visitor, fields in
                try await addPart(to: letter, visitor, fields, context.language)
            }
        }
        door.post(OfficerPaths.letterInvolved) { [self] request, context in
            try await register.act(request, context, goingTo: "#afstemming") { letter, visitor, fields in
                let departments = Set(fields.all("ministeries").compactMap { Organisation.ID($0) })
                try await register.commitments.setInvolved(
                    departments, of: letter.id, version: fields.version, by: visitor.officer)
            }
        }
    }

    private func addPart(
        to letter: Letter, _ visitor: RegisterSite.Visitor, _ fields: FormFields, _ language: Language
    ) async throws {
        if !fields["standaard"].isEmpty {
            guard let standard = StandardPart.all.first(where: { $0.id == fields["standaard"] }) else {
                throw LetterFormProblem.field("standaard", LetterWording.texts[language].standardPartMissing)
            }
            let entries = try await register.answerable(by: letter, for: visitor)
            let heading = fields.line("kop").isEmpty ? standard.heading : fields.line("kop")
            try await register.commitments.addPart(
                heading, text: standard.text(for: letter, entries: entries), about: standard.speaksOf(in: letter), to: letter.id,
                by: visitor.officer)
        } else {
            try await register.commitments.addPart(fields.line("kop"), text: "", about: [], to: letter.id, by: visitor.officer)
        }
    }

    private func setAnswers(
        of letter: Letter, _ visitor: RegisterSite.Visitor, _ fields: FormFields, _ language: Language
    ) async throws {
        let wording = LetterWording.texts[language]
        var answers = letter.answers
        if fields.has("weg") {
            answers.removeAll { $0.entry.text == fields["weg"] }
        } else {
            guard let entry = RegisterEntry.ID(fields["regel"]) else {
                throw LetterFormProblem.field("regel", wording.entryMissing)
            }
            if fields["wat"] != "postpones", !(fields.line("later") + fields.line("laterwoorden") + fields.line("uitleg")).isEmpty
            {
                throw LetterFormProblem.field("later", wording.postponesNothing)
            }
            switch fields["wat"] {
            case "settles": answers.append(LetterAnswer(entry, .settles))
            case "settlesInPart": answers.append(LetterAnswer(entry, .settlesInPart))
            case "informs": answers.append(LetterAnswer(entry, .informs))
            case "postpones":
                let day = TypedDay(fields["later"])
                if let sentence = day.problem(language, missing: true) { throw LetterFormProblem.field("later", sentence) }
                answers.append(
                    LetterAnswer(
                        entry,
                        .postpones(words: fields.line("laterwoorden"), to: day.day!, reason: fields.line("uitleg"))))
            default: throw LetterFormProblem.field("wat-settles", wording.effectMissing)
            }
        }
        try await register.commitments.setAnswers(answers, of: letter.id, version: fields.version, by: visitor.officer)
    }
}
