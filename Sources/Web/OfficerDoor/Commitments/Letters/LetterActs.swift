import Access
import Commitments
import Hummingbird
import Kernel
import Markup
import Sealing

extension RegisterSite {
    /// Does what a form asks, and shows the letter with what was typed where that cannot be.
    ///
    /// - Parameter place: the part of the page to which the visitor comes back, such as `#afstemming`; the top where empty.
    func act(
        _ request: Request, _ context: OfficerContext, goingTo place: String = "",
        _ body: (Letter, RegisterSite.Visitor, FormFields) async throws -> Void
    ) async throws -> Response {
        let (visitor, fields) = try await form(request)
        let letter = try await letter(context, for: visitor)
        func again(_ field: String, _ sentence: String) async throws -> Response {
            let errors = FieldErrors([FieldError(field: field, sentence: sentence)])
            return try await page(of: self.letter(context, for: visitor), visitor, context, typed: fields, errors: errors)
        }
        do {
            try await body(letter, visitor, fields)
            return .seeOther(OfficerPaths.letter.link(context.language, letter.id.text) + place)
        } catch let LetterFormProblem.field(field, sentence) {
            return try await again(field, sentence)
        } catch LetterRefusal.notFound {
            // The letter is there, and what the form was about is not.
            throw SiteProblem.gone(LetterRefusalWording.goneMeanwhile)
        } catch let refusal as LetterRefusal {
            let titles = try await commitments.list(.all, for: visitor.officer).entries.map { ($0.id, $0.facts.title) }
            let names = Dictionary(titles, uniquingKeysWith: { first, _ in first })
            return try await again(
                refusal.field(in: fields), LetterRefusalWording.sentence(refusal, context.language, names: names))
        } catch let refusal as AlignmentRefusal {
            return try await again(refusal.field(in: fields), AlignmentRefusalWording.sentence(refusal, context.language))
        }
    }

    func page(
        of letter: Letter, _ visitor: RegisterSite.Visitor, _ context: OfficerContext, typed: FormFields = FormFields(),
        errors: FieldErrors = .none
    ) async throws -> Response {
        let file = try await commitments.file(of: letter.id, for: visitor.officer)
        let page = LetterPage(
            file: file, language: context.language, names: try await names(), visitor: visitor, typed: typed, errors: errors)
        return try await site.page(
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
        case .nothingOwed, .entryRefused, .answeredTwice, .entryGone, .answersNoMore, .saidToOtherHouse:
            fields.has("regel") ? "regel" : "stuk"
        case .dayRefused: fields.has("later") ? "later" : "stuk"
        case .reasonMissing:
            ["intrekreden", "verbeterreden", "terugreden", "tochreden"].first { fields.has($0) } ?? "samen"
        case .mergesIntoItself, .goesElsewhere: "samen"
        case .isNotMerged, .isNotSent: "terugreden"
        case .isNotWithdrawn: "tochreden"
        case .sentInTheFuture, .sentBeforeDecision: "verzonden"
        case .decidedInTheFuture, .decidedBefore: "besluitdag"
        case .nothingCorrected, .notAPaper: "stuk"
        case .remarksMissing: "opmerking"
        case .headingMissing: "kop"
        case .subjectMissing, .formUsed: "onderwerp"
        case .expectedDayRefused(.neitherWordsNorDay): "woorden"
        case .expectedDayRefused(.reasonMissing): "reden"
        case .expectedDayRefused: "dag"
        case .notFound, .notYours, .changedMeanwhile, .partChangedMeanwhile, .alreadySent, .hasBeenMerged,
            .hasBeenWithdrawn, .answersNothing, .partMissing, .onlyStandardText, .dayNotGiven, .tellsOtherwise,
            .partsWithoutText, .goesAlongUnanswered, .awaitingAgreement, .unclosedNotes, .awaitingDecision,
            .decidedOtherwise, .decidedOnEarlierText, .decidedOnEarlierNote, .unreadableReferences, .paperOfOtherHouse,
            .paperTaken, .paperOfOtherYear:
            fields.has("rondtekst") ? "wie-inar" : fields.has("gezien") ? "besluit-agreed" : "stuk"
        }
    }
}

extension AlignmentRefusal {
    fileprivate func field(in fields: FormFields) -> String {
        switch self {
        case .nobodyAsked, .unknownBody, .unknownPart, .noText: "wie-inar"
        case .answerDayInThePast, .answerDayTooFar: "voor"
        case .notAnswered where fields.has("vraagreden"), .reasonMissing where fields.has("vraagreden"): "vraagreden"
        case .notAnswered, .reasonMissing: "terugneemreden"
        case .notAsked, .answeredAlready, .newRound, .onlyInformed, .agreementAsked, .objectionWithoutRemark, .notYours:
            "opmerking-orgaan"
        }
    }
}

extension FormFields {
    /// The version that the officer saw.
    var version: Int { Int(self["versie"]) ?? 0 }
}
