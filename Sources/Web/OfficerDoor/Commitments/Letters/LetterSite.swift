import Access
import Commitments
import Hummingbird
import Kernel

extension RegisterSite {
    /// The letter in an address.
    func letter(_ context: OfficerContext, for visitor: Visitor) async throws -> Letter {
        guard let id = context.parameters.get("id").flatMap({ Letter.ID($0) }) else { throw SiteProblem.notFound }
        do {
            return try await commitments.letter(id, for: visitor.officer)
        } catch LetterRefusal.notFound {
            throw SiteProblem.notFound
        }
    }

    /// What a letter may answer: the entries of its department, what is owed first.
    func answerable(by letter: Letter, for visitor: Visitor) async throws -> [RegisterEntry] {
        try await commitments.list(.all, for: visitor.officer).entries.answerable(by: letter)
    }
}
