import Commitments
import Kernel
import TestSupport
import Testing

/// What becomes of what a body said of a part that is taken out of the letter.
struct PartOutTests {
    private let ienw = AlignmentBody.ID("ienw")!
    private let sgo = AlignmentBody.ID("sgo")!

    /// A letter of which IenW was asked about a part, which is typed anew after it was taken out.
    private func scene(
        _ house: CommitmentsHouse, _ answer: AlignmentAnswer.Kind?, purpose: AlignmentBody.Purpose = .agreement
    ) async throws -> (LetterScene, AlignmentPlace) {
        try await house.base.appointWithoutKeys(.ellen)
        let scene = try await LetterScene(house)
        try await scene.answer()
        try await scene.write()
        let part = try await scene.present().parts[0]
        let place = AlignmentPlace(body: ienw, part: part.id)
        try await scene.open([AlignmentRequest(ienw, part: part.id, for: purpose)])
        if let answer { try await scene.say(answer, answer == .objected ? "Wij zijn tegen." : "", for: place, as: .ellen) }
        try await scene.commitments.remove(part.id, seen: part.version, from: scene.letter.id, by: scene.esra)
        try await scene.write()
        return (scene, place)
    }

    @Test(arguments: Engine.all)
    func `an objection to a part that was taken out and typed anew still stops the letter`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (scene, place) = try await scene(house, .objected)
            #expect(try await scene.standing(place) == .objectedToEarlierText)
            #expect(try await scene.file().obstacle == .awaitingAgreement(of: [ienw]))
            let note = try await scene.commitments.note(of: scene.letter.id, for: scene.esra)[.alignment].drawnUp
            #expect(
                note == "- Niet akkoord met een eerdere tekst (een deel dat eruit is gehaald): IenW: Wij zijn tegen.")

            try await scene.open([AlignmentRequest(ienw, for: .agreement)])
            #expect(try await scene.standing(place) == nil, "it is asked anew")
            try await scene.say(.agreed, for: AlignmentPlace(body: ienw, part: nil), as: .ellen)
            try await scene.decide()
            try await scene.send()
        }
    }

    @Test(arguments: [
        (Optional(AlignmentAnswer.Kind.agreed), AlignmentStanding.agreedToEarlierText), (nil, .waiting(until: day("2026-11-29"))),
    ])
    func `who agreed to the part, or has not answered, is waited for as well`(
        answer: AlignmentAnswer.Kind?, standing: AlignmentStanding
    ) async throws {
        try await Engine.sqlite.withCommitments { house in
            let (scene, place) = try await scene(house, answer)
            #expect(try await scene.standing(place) == standing)
            #expect(try await scene.file().obstacle == .awaitingAgreement(of: [ienw]))
            guard answer == nil else { return }
            try await scene.commitments.withdrawRequest(
                place, reason: "Dat deel is eruit.", of: scene.letter.id, by: scene.esra)
            #expect(try await scene.file().obstacle == .awaitingDecision)
        }
    }

    @Test func `who was only told of it has nothing more to hear`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let (scene, place) = try await scene(house, nil, purpose: .information)
            #expect(try await scene.standing(place) == nil)
        }
    }
}
