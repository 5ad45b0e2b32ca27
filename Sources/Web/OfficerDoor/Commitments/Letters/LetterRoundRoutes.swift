import Access
import Commitments
import Hummingbird
import Kernel

/// The rounds of a letter, and what bodies and the minister say of it.
struct LetterRoundRoutes: Sendable {
    let register: RegisterSite

    func register(at door: DoorRouter<OfficerContext>) {
        door.post(OfficerPaths.letterRounds) { [self] request, context in
            try await register.act(request, context, goingTo: "#afstemming") { letter, visitor, fields in
                let day = TypedDay(fields["voor"])
                if let sentence = day.problem(context.language, missing: true) { throw LetterFormProblem.field("voor", sentence) }
                let part = LetterPart.ID(fields["waarover"])
                let requests = fields.all("wie").compactMap { AlignmentBody.ID($0) }.compactMap { id in
                    AlignmentBody.named(id).map { AlignmentRequest(id, part: part, for: $0.purpose) }
                }
                try await register.commitments.openRound(
                    requests, answerBy: day.day!, seen: fields["rondtekst"], of: letter.id, by: visitor.officer)
            }
        }
        door.post(OfficerPaths.letterAlignment) { [self] request, context in
            try await register.act(request, context, goingTo: "#afstemming") { letter, visitor, fields in
                guard let place = AlignmentPlace(typed: fields["orgaan"]) else {
                    throw LetterFormProblem.field("orgaan", LetterWording.texts[context.language].chooseBody)
                }
                guard
                    let kind: AlignmentAnswer.Kind = fields.choice("uitkomst"),
                    let officer = try await register.commitments.aligningOfficer(visitor.session.officer)
                else { throw LetterFormProblem.field("opmerking-orgaan", LetterWording.texts[context.language].answerMissing) }
                let answer = AlignmentAnswer(kind, remark: fields.line("opmerking"), on: register.commitments.today)
                try await register.commitments.answer(answer, for: place, of: letter.id, by: officer)
            }
        }
        door.post(OfficerPaths.letterTakenBack) { [self] request, context in
            try await register.act(request, context, goingTo: "#afstemming") { letter, visitor, fields in
                guard let place = AlignmentPlace(typed: fields["orgaan"]),
                    let officer = try await register.commitments.aligningOfficer(visitor.session.officer)
                else { throw LetterFormProblem.field("terugneemreden", LetterWording.texts[context.language].answerMissing) }
                try await register.commitments.takeBack(
                    place, reason: fields.line("terugneemreden"), of: letter.id, by: officer)
            }
        }
        door.post(OfficerPaths.letterWithdrawnRequest) { [self] request, context in
            try await register.act(request, context, goingTo: "#afstemming") { letter, visitor, fields in
                guard let place = AlignmentPlace(typed: fields["orgaan"]) else {
                    throw LetterFormProblem.field("vraagreden", LetterWording.texts[context.language].answerMissing)
                }
                try await register.commitments.withdrawRequest(
                    place, reason: fields.line("vraagreden"), of: letter.id, by: visitor.officer)
            }
        }
        door.post(OfficerPaths.letterDecision) { [self] request, context in
            try await register.act(request, context, goingTo: "#besluit") { letter, visitor, fields in
                guard let kind: MinistersDecision.Kind = fields.choice("besluit") else {
                    throw LetterFormProblem.field("besluit-agreed", LetterWording.texts[context.language].decisionMissing)
                }
                let day = TypedDay(fields["besluitdag"])
                if let sentence = day.problem(context.language) { throw LetterFormProblem.field("besluitdag", sentence) }
                let decision = MinistersDecision(
                    kind, remarks: fields.line("opmerking"), on: day.day ?? register.commitments.today)
                try await register.commitments.decide(decision, seen: fields["gezien"], on: letter.id, by: visitor.officer)
            }
        }
    }
}

extension AlignmentPlace {
    /// - Parameter typed: a body, and the part about which it was asked, as a form sends them.
    init?(typed: String) {
        let words = typed.split(separator: " ")
        guard let body = words.first.flatMap({ AlignmentBody.ID($0) }) else { return nil }
        self.init(body: body, part: words.count > 1 ? LetterPart.ID(String(words[1])) : nil)
    }

    /// As a form sends it.
    var typed: String { "\(body.code) \(part?.text ?? "")" }
}
