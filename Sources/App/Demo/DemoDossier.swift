import Access
import Commitments
import Kernel

/// Plays the dossier of the demo on the days on which it happened: what was said, the letters with their alignment, and the planning
/// overview that the House got.
final class DemoDossier {
    /// Something that happened on a day; of one day, the lower rank first.
    private struct Step {
        enum Rank: Int { case said, begun, asked, answered, merged, decided, sent, told, overview }

        let day: Day
        let rank: Rank
        let play: () async throws -> Void
    }

    private let clock: DemoClock
    private let commitments: Commitments
    private let keeper, coordinator, office: RegisterOfficer
    private let partners: [AligningOfficer]
    private var entries: [String: RegisterEntry.ID] = [:]
    private var letters: [String: Letter.ID] = [:]

    /// - Parameter access: with the cast of today.
    init(_ access: Access) async throws {
        let present = Commitments(access: access)
        func officer(_ name: String) async throws -> Officer { try await access.officer(named: UserName(name)!) }
        func registerOfficer(_ name: String) async throws -> RegisterOfficer {
            guard let found = try await present.registerOfficer(officer(name)) else { throw RegisterRefusal.departmentNotYours }
            return found
        }
        keeper = try await registerOfficer(DemoRegister.all.keeper)
        coordinator = try await registerOfficer("thijs.molenaar")
        office = try await registerOfficer("ingrid.vanes")
        partners = [
            try await present.aligningOfficer(officer(DemoRegister.all.keeper)),
            try await present.aligningOfficer(officer("samira.aydin")),
        ].compactMap(\.self)
        clock = DemoClock(Instant(microseconds: 0))
        commitments = Commitments(access: access, clock: clock.wall)
    }

    /// - Parameter last: the last day that is played.
    func play(through last: Day = .last) async throws {
        let steps = DemoRegister.all.entries.flatMap(steps) + DemoLetters.all.letters.flatMap(steps) + [overview]
        for step in steps.filter({ $0.day <= last }).sorted(by: { ($0.day, $0.rank.rawValue) < ($1.day, $1.rank.rawValue) }) {
            clock.move(to: Zone.amsterdam.instants(on: step.day, second: 43_200)[0])
            try await step.play()
        }
    }

    private func steps(of entry: DemoRegister.Entry) -> [Step] {
        [Step(day: entry.madeOn, rank: .said) { try await self.register(entry) }]
            + entry.dues.map { due in
                Step(day: due.told, rank: .told) {
                    let id = self.entries[entry.key]!
                    let version = try await self.commitments.entry(id, for: self.keeper).version
                    try await self.commitments.setDue(try due.due, of: id, version: version, by: self.keeper)
                }
            }
    }

    private func register(_ text: DemoRegister.Entry) async throws {
        let entry = try await commitments.register(
            NewEntry(try text.facts(of: DemoRegister.all.department), movers: text.movers), by: keeper)
        entries[text.key] = entry.id
        var version = entry.version
        for step in text.steps {
            try await commitments.take(step, on: nil, of: entry.id, version: version, by: keeper)
            version += 1
        }
        let links = [text.instrument.map { FulfilmentLink.instrument($0) }].compactMap(\.self)
        for link in links + text.evidence.map({ .evidence($0) }) {
            try await commitments.link(link, to: entry.id, version: version, by: keeper)
            version += 1
        }
    }

    private func steps(of text: DemoLetters.Text) -> [Step] {
        var steps = [Step(day: text.begun, rank: .begun) { try await self.begin(text) }]
        for round in text.rounds {
            steps.append(Step(day: round.opened, rank: .asked) { try await self.open(round, of: text) })
            steps += round.asked.map { asked in Step(day: asked.on, rank: .answered) { try await self.answer(asked, of: text) } }
        }
        if let day = text.mergedOn { steps.append(Step(day: day, rank: .merged) { try await self.merge(text) }) }
        if let day = text.decision {
            steps.append(
                Step(day: day, rank: .decided) {
                    let file = try await self.commitments.file(of: self.letters[text.subject]!, for: self.keeper)
                    try await self.commitments.decide(
                        MinistersDecision(.agreed, on: day), seen: file.fingerprint.text, on: file.letter.id, by: self.office)
                })
        }
        if let paper = text.paper, let day = text.sentOn {
            steps.append(
                Step(day: day, rank: .sent) {
                    let letter = try await self.letter(text)
                    try await self.commitments.send(
                        letter.id, as: try Reference(paper), on: day, version: letter.version, by: self.keeper)
                })
        }
        return steps
    }

    private func letter(_ text: DemoLetters.Text) async throws -> Letter {
        try await commitments.letter(letters[text.subject]!, for: keeper)
    }

    private func begin(_ text: DemoLetters.Text) async throws {
        let letter = try await commitments.begin(
            NewLetter(text.subject, department: DemoRegister.all.department, due: try text.due?.due), by: keeper)
        letters[text.subject] = letter.id
        try await commitments.setAnswers(
            text.answers.map { $0.answer(entries) }, of: letter.id, version: letter.version, by: keeper)
        for part in text.parts {
            try await commitments.addPart(
                part.heading, text: part.text, about: Set(part.entries.map { entries[$0]! }), to: letter.id, by: keeper)
        }
    }

    private func place(_ asked: DemoLetters.Round.Asked, in letter: Letter) -> AlignmentPlace {
        AlignmentPlace(body: asked.body, part: asked.part.flatMap { heading in letter.parts.first { $0.heading == heading }?.id })
    }

    private func open(_ round: DemoLetters.Round, of text: DemoLetters.Text) async throws {
        let letter = try await letter(text)
        let requests = round.asked.map { asked in
            AlignmentRequest(
                asked.body, part: place(asked, in: letter).part, for: AlignmentBody.named(asked.body)?.purpose ?? .agreement)
        }
        try await commitments.openRound(requests, answerBy: round.answerBy, of: letter.id, by: keeper)
    }

    private func answer(_ asked: DemoLetters.Round.Asked, of text: DemoLetters.Text) async throws {
        let letter = try await letter(text)
        let isDepartment = AlignmentBody.named(asked.body)?.department != nil
        let officer = partners.first { $0.departments.isEmpty != isDepartment } ?? partners[0]
        try await commitments.answer(
            AlignmentAnswer(AlignmentAnswer.Kind(rawValue: asked.answer)!, on: asked.on), for: place(asked, in: letter),
            of: letter.id, by: officer)
    }

    private func merge(_ text: DemoLetters.Text) async throws {
        let letter = try await letter(text)
        try await commitments.merge(
            letter.id, into: letters[text.mergedInto!]!, reason: text.mergedWhy!, version: letter.version, by: keeper)
    }

    private var overview: Step {
        let day = DemoLetters.all.overviewSentOn
        return Step(day: day, rank: .overview) {
            let department = DemoRegister.all.department
            let present = try await self.commitments.planning(of: department, to: .tweedeKamer, for: self.coordinator)
            try await self.commitments.send(
                PlanningFingerprint(present), of: department, to: .tweedeKamer,
                on: day, by: self.coordinator)
        }
    }
}
