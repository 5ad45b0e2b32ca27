import Access
import App
import Commitments
import Kernel

extension Registers {
    /// Commitments with days spread over two years, and a letter of so many pages that answers ten of them.
    ///
    /// - Parameter keeper: who owns them, with a role in the register of the department.
    func fillRegister(of department: Organisation.ID, promises: Int, letterPages: Int, keeper: UserName) async throws {
        guard let officer = try await commitments.registerOfficer(try await access.officer(named: keeper)) else { return }
        let today = clock.today()
        var answered: [RegisterEntry.ID] = []
        for number in 0..<promises {
            let due = Due(words: "binnenkort", day: today - 30 + number % 730, reason: "zo gelezen", told: today - 60)
            let facts = RegisterFacts(
                kind: .commitment, title: "Toezegging \(number) over de aanpak van racisme",
                wording: "De minister stuurt de Kamer een brief over punt \(number).", verb: .inform, madeOn: today - 400,
                setting: .debate, place: "Commissiedebat Functioneren Rijksdienst", dossier: Dossier("30950"),
                department: department)
            let entry = try await commitments.register(NewEntry(facts, due: due), by: officer)
            if answered.count < 10 { answered.append(entry.id) }
        }
        guard letterPages > 0 else { return }
        let letter = try await commitments.begin(NewLetter("Een lange brief", department: department), by: officer)
        try await commitments.setAnswers(answered.map { LetterAnswer($0, .informs) }, of: letter.id, version: 1, by: officer)
        let sentence = "Hierbij informeer ik uw Kamer over de voortgang (Kamerstukken II 2024/25, 30 950, nr. 433). "
        let paragraph = String(repeating: sentence, count: 9)
        // About four such paragraphs fill a page.
        for page in 0..<letterPages {
            try await commitments.addPart(
                "Onderdeel \(page + 1)", text: Array(repeating: paragraph, count: 4).joined(separator: "\n\n"),
                about: page == 0 ? Set(answered) : [], to: letter.id, by: officer)
        }
        print(letter.id.text)
    }
}
