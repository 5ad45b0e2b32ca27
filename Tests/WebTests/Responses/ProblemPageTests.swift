import Kernel
import Testing

@testable import Web

/// The sentences of a problem, at each door.
struct ProblemPageTests {
    private func page(_ problem: SiteProblem, _ door: ProblemPage.Door, _ language: Language) -> String {
        let wording = ProblemWording.texts[language]
        return "\(wording.title(problem, door)): \(wording.text(problem, door))"
    }

    @Test(arguments: [ProblemPage.Door.reporter, .officer])
    func `files that are too large together are to be sent fewer at once or smaller`(door: ProblemPage.Door) {
        let problem = SiteProblem.tooLarge(limit: 220_000_000)

        #expect(page(problem, door, .nl).contains("groter dan 220 MB"))
        #expect(page(problem, door, .nl).contains("stuur minder bestanden tegelijk, of kleinere"))
        #expect(page(problem, door, .en).contains("send fewer files at once, or smaller ones"))
        #expect(!page(problem, door, .nl).contains("maak je tekst korter"))
    }

    @Test func `a text that is too large may be a file at the reporter's door alone`() {
        let problem = SiteProblem.tooLarge(limit: FormLimits.body)

        #expect(page(problem, .reporter, .nl).contains("maak je tekst korter, of stuur die als bestand."))
        #expect(page(problem, .officer, .nl).contains("maak je tekst korter."))
        #expect(page(problem, .officer, .en).contains("make your text shorter."))
    }

    @Test func `a reporter has no account, and an officer signs in`() {
        for language in Language.allCases {
            let text = page(.sessionGone, .reporter, language)
            #expect(["aangemeld", "Meld je", "account", "signed in", "Sign in"].allSatisfy { !text.contains($0) })
        }
        #expect(page(.sessionGone, .officer, .nl).contains("Meld je opnieuw aan."))
        #expect(page(.sessionGone, .officer, .en).contains("Sign in again."))
    }
}
