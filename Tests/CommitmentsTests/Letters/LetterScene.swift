import Access
import Commitments
import Database
import Kernel
import TestSupport
import Testing

/// A letter of the ministry of the Interior about three promises.
struct LetterScene {
    let house: CommitmentsHouse
    let esra, thijs, ingrid: RegisterOfficer
    let entries: [RegisterEntry]
    let letter: Letter
    static let paper = try! Reference("Kamerstukken II 2026/27, 30 950, nr. 500")

    /// - Parameter involved: another department that takes part.
    init(_ house: CommitmentsHouse, involved: Set<Organisation.ID> = []) async throws {
        self.house = house
        esra = try await house.officer(.esra)
        thijs = try await house.officer(.thijs)
        ingrid = try await house.officer(.ingrid)
        var entries: [RegisterEntry] = []
        for title in ["model", "loket", "ladder"] {
            let due = Due(words: "eind 2026", day: day("2026-12-31"), reason: "zo gelezen", told: day("2025-01-27"))
            entries.append(try await house.commitments.register(CommitmentsHouse.promise(title, due: due), by: esra))
        }
        self.entries = entries
        letter = try await house.commitments.begin(
            NewLetter("Aanpak van racisme", department: Organisation.ID("bzk")!, involved: involved), by: esra)
    }

    var commitments: Commitments { house.commitments }

    func present() async throws -> Letter { try await commitments.letter(letter.id, for: esra) }

    /// Settles the first two and postpones the third.
    func answer() async throws {
        let answers = [
            LetterAnswer(entries[0].id, .settles), LetterAnswer(entries[1].id, .settlesInPart),
            LetterAnswer(
                entries[2].id, .postpones(words: "voorjaar", to: day("2027-05-31"), reason: "Het onderzoek duurt langer.")),
        ]
        try await commitments.setAnswers(answers, of: letter.id, version: try await present().version, by: esra)
    }

    func write(_ text: String = "Hierbij de uitkomst. De ladder komt in het voorjaar.", about: Set<RegisterEntry.ID>? = nil)
        async throws
    {
        try await commitments.addPart(
            "Uitkomsten", text: text, about: about ?? Set(entries.map(\.id)), to: letter.id, by: esra)
    }

    /// The letter with its note as it is now.
    func file() async throws -> LetterFile { try await commitments.file(of: letter.id, for: esra) }

    func decide(_ kind: MinistersDecision.Kind = .agreed, on iso: String = "2026-11-20") async throws {
        let remarks = kind == .agreed ? "" : "Graag korter."
        try await commitments.decide(
            MinistersDecision(kind, remarks: remarks, on: day(iso)), seen: file().fingerprint.text, on: letter.id, by: ingrid)
    }

    func send(by officer: RegisterOfficer? = nil) async throws {
        try await commitments.send(
            letter.id, as: Self.paper, on: day("2026-11-20"), version: try await present().version, by: officer ?? esra)
    }
}
