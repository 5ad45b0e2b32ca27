import Access
import Commitments
import Hummingbird
import Kernel

/// What becomes of a letter: when it is expected, whether it goes along in another, is sent, or does not come.
struct LetterEndRoutes: Sendable {
    let register: RegisterSite

    func register(at door: DoorRouter<OfficerContext>) {
        door.post(OfficerPaths.letterSubject) { [self] request, context in
            try await register.act(request, context) { letter, visitor, fields in
                try await register.commitments.rename(
                    letter.id, to: fields.line("onderwerp"), version: fields.version, by: visitor.officer)
            }
        }
        door.post(OfficerPaths.letterExpected) { [self] request, context in
            try await register.act(request, context) { letter, visitor, fields in
                let day = TypedDay(fields["dag"])
                if let sentence = day.problem(context.language) { throw LetterFormProblem.field("dag", sentence) }
                let due = Due(
                    words: fields.line("woorden"), day: day.day, reason: fields.line("reden"), told: register.commitments.today)
                try await register.commitments.announce(due, of: letter.id, version: fields.version, by: visitor.officer)
            }
        }
        door.post(OfficerPaths.letterMerging) { [self] request, context in
            try await register.act(request, context) { letter, visitor, fields in
                guard let other = Letter.ID(fields["samen"]) else {
                    throw LetterFormProblem.field("samen", LetterWording.texts[context.language].nothingToMerge)
                }
                try await register.commitments.merge(
                    letter.id, into: other, reason: fields.line("waarom"), version: fields.version, by: visitor.officer)
            }
        }
        door.post(OfficerPaths.letterApart) { [self] request, context in
            try await register.act(request, context) { letter, visitor, fields in
                try await register.commitments.takeApart(letter.id, version: fields.version, by: visitor.officer)
            }
        }
        door.post(OfficerPaths.letterWithdrawal) { [self] request, context in
            try await register.act(request, context) { letter, visitor, fields in
                try await register.commitments.withdraw(
                    letter.id, reason: fields.line("intrekreden"), version: fields.version, by: visitor.officer)
            }
        }
        door.post(OfficerPaths.letterSending) { [self] request, context in
            try await register.act(request, context) { letter, visitor, fields in
                let (paper, day) = (TypedReference(fields["stuk"], context.language), TypedDay(fields["verzonden"]))
                let missing = paper.reference == nil ? LetterWording.texts[context.language].paperMissing : nil
                if let sentence = paper.problem ?? missing { throw LetterFormProblem.field("stuk", sentence) }
                if let sentence = day.problem(context.language) { throw LetterFormProblem.field("verzonden", sentence) }
                try await register.commitments.send(
                    letter.id, as: paper.reference!, on: day.day ?? register.commitments.today, version: fields.version,
                    by: visitor.officer)
            }
        }
        door.post(OfficerPaths.letterRestoration) { [self] request, context in
            try await register.act(request, context) { letter, visitor, fields in
                try await register.commitments.restore(
                    letter.id, reason: fields.line("tochreden"), version: fields.version, by: visitor.officer)
            }
        }
        door.post(OfficerPaths.letterRecall) { [self] request, context in
            try await register.act(request, context) { letter, visitor, fields in
                try await register.commitments.recall(
                    letter.id, reason: fields.line("terugreden"), version: fields.version, by: visitor.officer)
            }
        }
    }
}
