import Access
import Commitments
import Hummingbird
import Kernel
import Markup
import Sealing

/// One letter, and what is done with it.
struct LetterRoutes: Sendable {
    let register: RegisterSite
    private var commitments: Commitments { register.commitments }

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.letter) { [self] request, context in
            let visitor = try await register.visitor(request)
            return try await page(register.letter(context, for: visitor), visitor, context)
        }
        door.post(OfficerPaths.letterAnswers) { [self] request, context in
            try await act(request, context) { letter, visitor, fields in
                try await setAnswers(of: letter, visitor, fields, context.language)
            }
        }
        door.post(OfficerPaths.letterParts) { [self] request, context in
            try await act(request, context) { letter, visitor, fields in
                try await addPart(to: letter, visitor, fields)
            }
        }
        door.post(OfficerPaths.letterInvolved) { [self] request, context in
            try await act(request, context) { letter, visitor, fields in
                let departments = Set(fields.all("ministeries").compactMap { Organisation.ID($0) })
                try await commitments.setInvolved(
                    departments, of: letter.id, version: Self.version(fields), by: visitor.officer)
            }
        }
        door.post(OfficerPaths.letterMerging) { [self] request, context in
            try await act(request, context) { letter, visitor, fields in
                guard let other = Letter.ID(fields["samen"]) else {
                    throw LetterFormProblem.field("samen", wording(context).nothingToMerge)
                }
                try await commitments.merge(
                    letter.id, into: other, reason: fields.line("waarom"), version: Self.version(fields), by: visitor.officer)
            }
        }
        door.post(OfficerPaths.letterDecision) { [self] request, context in
            try await act(request, context) { letter, visitor, fields in
                guard let kind: MinistersDecision.Kind = fields.choice("besluit") else {
                    throw LetterFormProblem.field("besluit-agreed", wording(context).decisionMissing)
                }
                let decision = MinistersDecision(kind, remarks: fields.line("opmerking"), on: commitments.today)
                try await commitments.decide(decision, seen: fields["gezien"], on: letter.id, by: visitor.officer)
            }
        }
        door.post(OfficerPaths.letterSending) { [self] request, context in
            try await act(request, context) { letter, visitor, fields in
                let (paper, day) = (TypedReference(fields["stuk"], context.language), TypedDay(fields["verzonden"]))
                if let sentence = paper.problem ?? (paper.reference == nil ? wording(context).paperMissing : nil) {
                    throw LetterFormProblem.field("stuk", sentence)
                }
                if let sentence = day.problem(context.language) { throw LetterFormProblem.field("verzonden", sentence) }
                try await commitments.send(
                    letter.id, as: paper.reference!, on: day.day ?? commitments.today, version: Self.version(fields),
                    by: visitor.officer)
            }
        }
        registerRounds(at: door)
    }

    private func registerRounds(at door: DoorRouter<OfficerContext>) {
        door.post(OfficerPaths.letterRounds) { [self] request, context in
            try await act(request, context) { letter, visitor, fields in
                let day = TypedDay(fields["voor"])
                if let sentence = day.problem(context.language, missing: true) { throw LetterFormProblem.field("voor", sentence) }
                let part = LetterPart.ID(fields["waarover"])
                let requests = fields.all("wie").compactMap { AlignmentBody.ID($0) }.compactMap { id in
                    AlignmentBody.named(id).map { AlignmentRequest(id, part: part, for: $0.purpose) }
                }
                try await commitments.openRound(requests, answerBy: day.day!, of: letter.id, by: visitor.officer)
            }
        }
        door.post(OfficerPaths.letterAlignment) { [self] request, context in
            try await act(request, context) { letter, visitor, fields in
                let words = fields["orgaan"].split(separator: " ").map(String.init)
                guard let body = words.first.flatMap({ AlignmentBody.ID($0) }),
                    let kind: AlignmentAnswer.Kind = fields.choice("uitkomst"),
                    let officer = try await commitments.aligningOfficer(visitor.session.officer)
                else { throw LetterFormProblem.field("opmerking-orgaan", wording(context).answerMissing) }
                let place = AlignmentPlace(body: body, part: words.count > 1 ? LetterPart.ID(words[1]) : nil)
                let answer = AlignmentAnswer(kind, remark: fields.line("opmerking"), on: commitments.today)
                try await commitments.answer(answer, for: place, of: letter.id, by: officer)
            }
        }
    }

    private func addPart(
        to letter: Letter, _ visitor: RegisterSite.Visitor, _ fields: FormFields
    ) async throws {
        if let standard = StandardPart.all.first(where: { $0.id == fields["standaard"] }) {
            let entries = try await register.answerable(by: letter, for: visitor)
            let heading = fields.line("kop").isEmpty ? standard.heading : fields.line("kop")
            try await commitments.addPart(
                heading, text: standard.text(for: letter, entries: entries), about: [], to: letter.id, by: visitor.officer)
        } else {
            try await commitments.addPart(fields.line("kop"), text: "", about: [], to: letter.id, by: visitor.officer)
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
        try await commitments.setAnswers(answers, of: letter.id, version: Self.version(fields), by: visitor.officer)
    }

    private func wording(_ context: OfficerContext) -> LetterWording { LetterWording.texts[context.language] }

    private static func version(_ fields: FormFields) -> Int { Int(fields["versie"]) ?? 0 }

    /// Does what a form asks, and shows the letter with what was typed where that cannot be.
    private func act(
        _ request: Request, _ context: OfficerContext,
        _ body: (Letter, RegisterSite.Visitor, FormFields) async throws -> Void
    ) async throws -> Response {
        let (visitor, fields) = try await register.form(request)
        let letter = try await register.letter(context, for: visitor)
        func again(_ field: String, _ sentence: String) async throws -> Response {
            let errors = FieldErrors([FieldError(field: field, sentence: sentence)])
            return try await page(register.letter(context, for: visitor), visitor, context, typed: fields, errors: errors)
        }
        do {
            try await body(letter, visitor, fields)
            return .seeOther(OfficerPaths.letter.link(context.language, letter.id.text))
        } catch let LetterFormProblem.field(field, sentence) {
            return try await again(field, sentence)
        } catch LetterRefusal.notFound {
            throw SiteProblem.notFound
        } catch let refusal as LetterRefusal {
            let titles = try await register.answerable(by: letter, for: visitor).map { ($0.id, $0.facts.title) }
            let names = Dictionary(titles, uniquingKeysWith: { first, _ in first })
            return try await again(
                refusal.field(in: fields), LetterRefusalWording.sentence(refusal, context.language, names: names))
        } catch let refusal as AlignmentRefusal {
            return try await again(refusal.field, LetterRefusalWording.sentence(refusal, context.language))
        }
    }

    private func page(
        _ letter: Letter, _ visitor: RegisterSite.Visitor, _ context: OfficerContext, typed: FormFields = FormFields(),
        errors: FieldErrors = .none
    ) async throws -> Response {
        let page = LetterPage(
            letter: letter, language: context.language, names: try await register.names(), visitor: visitor,
            entries: try await register.answerable(by: letter, for: visitor), rounds: try await commitments.rounds(of: letter),
            decisions: try await commitments.decisions(on: letter),
            others: try await commitments.letters(for: visitor.officer), typed: typed, errors: errors)
        return try await register.site.page(
            context, title: page.title, path: OfficerPaths.letter, session: visitor.session,
            status: errors.isEmpty ? .ok : .unprocessableContent, values: [letter.id.text]
        ) { page.content }
    }
}

/// A field that was not filled in right.
enum LetterFormProblem: Error {
    case field(String, String)
}

extension LetterRefusal {
    /// The field at which a refusal is told.
    fileprivate func field(in fields: FormFields) -> String {
        switch self {
        case .nothingOwed, .entryRefused, .answeredTwice, .saidToOtherHouse: fields.has("regel") ? "regel" : "stuk"
        case .dayRefused: fields.has("later") ? "later" : "stuk"
        case .reasonMissing, .mergesIntoItself, .goesElsewhere: "samen"
        case .sentInTheFuture: "verzonden"
        case .remarksMissing: "opmerking"
        case .headingMissing: "kop"
        case .notFound, .notYours, .subjectMissing, .changedMeanwhile, .partChangedMeanwhile, .alreadySent, .hasBeenMerged,
            .answersNothing, .partMissing, .awaitingAgreement, .awaitingDecision, .decidedOtherwise, .decidedOnEarlierText,
            .unreadableReferences, .paperOfOtherHouse, .paperTaken, .paperOfOtherYear:
            "stuk"
        }
    }
}

extension AlignmentRefusal {
    fileprivate var field: String {
        switch self {
        case .nobodyAsked, .unknownBody, .unknownPart, .noText: "wie-inar"
        case .answerDayInThePast: "voor"
        case .notAsked, .answeredAlready, .newRound, .onlyInformed, .agreementAsked, .objectionWithoutRemark, .notYours:
            "opmerking-orgaan"
        }
    }
}
