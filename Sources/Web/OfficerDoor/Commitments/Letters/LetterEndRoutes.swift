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
                let (paper, day) = try sending(fields, context.language)
                try await register.commitments.send(
                    letter.id, as: paper, on: day, version: fields.version, by: visitor.officer)
            }
        }
        registerMending(at: door)
    }

    private func registerMending(at door: DoorRouter<OfficerContext>) {
        door.post(OfficerPaths.letterSendingCorrection) { [self] request, context in
            try await register.act(request, context) { letter, visitor, fields in
                let (paper, day) = try sending(fields, context.language)
                try await register.commitments.correctSending(
                    of: letter.id, to: paper, on: day, reason: fields.line("verbeterreden"), version: fields.version,
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

    /// The paper and the day of a sending, as they were typed; today where no day was.
    private func sending(_ fields: FormFields, _ language: Language) throws -> (paper: Reference, day: Day) {
        let (paper, day) = (TypedReference(fields["stuk"], language), TypedDay(fields["verzonden"]))
        if let sentence = paper.problem { throw LetterFormProblem.field("stuk", sentence) }
        guard let reference = paper.reference else {
            throw LetterFormProblem.field("stuk", LetterWording.texts[language].paperMissing)
        }
        if let sentence = day.problem(language) { throw LetterFormProblem.field("verzonden", sentence) }
        return (reference, day.day ?? register.commitments.today)
    }
}
