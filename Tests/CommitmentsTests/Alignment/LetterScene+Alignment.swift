import Commitments
import Kernel
import TestSupport
import Testing

extension LetterScene {
    func open(_ requests: [AlignmentRequest], by iso: String = "2026-11-29") async throws {
        try await commitments.openRound(requests, answerBy: day(iso), of: letter.id, by: esra)
    }

    /// What a body says, recorded by a member of the cast.
    func say(
        _ kind: AlignmentAnswer.Kind, _ remark: String = "", for place: AlignmentPlace, as member: CastMember
    ) async throws {
        let officer = try #require(try await commitments.aligningOfficer(try await house.base.officer(member)))
        try await commitments.answer(
            AlignmentAnswer(kind, remark: remark, on: day("2026-11-22")), for: place, of: letter.id, by: officer)
    }

    func standing(_ place: AlignmentPlace, on iso: String = "2026-11-22") async throws -> AlignmentStanding? {
        let file = try await file()
        return file.letter.alignment(file.rounds, among: AlignmentBody.all, on: day(iso))[place]
    }
}
