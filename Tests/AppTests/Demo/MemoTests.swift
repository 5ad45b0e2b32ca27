import Access
import AuditLog
import Commitments
import Database
import Foundation
import Kernel
import Sealing
import TestSupport
import Testing

@testable import App

/// The note that the demo draws up for letter 451, beside the facts of the note that went with the real one.
struct MemoTests {
    /// A fact of the memo, by the line of its text in which it stands. The memo itself is not in the sources.
    struct Fact: Sendable, CustomTestStringConvertible {
        let line: Int
        let part: DecisionNote.Part
        let says: [String]
        var testDescription: String { "line \(line): \(says.joined(separator: ", "))" }
    }

    static let facts = [
        Fact(line: 5, part: .occasion, says: ["Dertigledendebat", "12 september 2024"]),
        Fact(line: 6, part: .occasion, says: ["Personeelsenquête Rijk"]),
        Fact(line: 7, part: .occasion, says: ["Twee brieven"]),
        Fact(line: 8, part: .occasion, says: ["27 januari 2025", "nr.\u{A0}433"]),
        Fact(line: 9, part: .occasion, says: ["eind januari 2025", "73 dagen geleden"]),
        Fact(line: 11, part: .occasion, says: ["in het voorjaar"]),
        Fact(line: 14, part: .advice, says: ["in te stemmen met de brief"]),
        Fact(line: 15, part: .advice, says: ["toezeggingen", "motie"]),
        Fact(line: 16, part: .advice, says: ["FNV", "sociale veiligheid"]),
        Fact(line: 17, part: .advice, says: ["IenW", "Olger van Dijk (NSC)"]),
        Fact(line: 18, part: .advice, says: ["regeling van werkzaamheden van 4 februari 2025"]),
        Fact(line: 22, part: .core, says: ["beleids- en effectrapportage"]),
        Fact(line: 25, part: .core, says: ["personeelsgesprek"]),
        Fact(line: 28, part: .core, says: ["Escalatieladder en sanctiebeleid"]),
        Fact(line: 31, part: .core, says: ["Handreiking voor leidinggevenden"]),
        Fact(line: 34, part: .core, says: ["Eén meldloket"]),
        Fact(line: 37, part: .core, says: ["onderzoek naar agressie en intimidatie"]),
        Fact(line: 40, part: .core, says: ["Voortgangsrapportage racisme en discriminatie", "voor de zomer"]),
        Fact(line: 41, part: .core, says: ["planningsoverzicht", "eigen brief"]),
        Fact(line: 47, part: .core, says: ["het lid Bamenga"]),
        Fact(line: 48, part: .core, says: ["functieomschrijving", "beoordeling"]),
        Fact(line: 53, part: .core, says: ["Onderzoek van de FNV"]),
        Fact(line: 56, part: .alignment, says: ["Akkoord: ICBR, ICOP en INAR"]),
        Fact(line: 58, part: .alignment, says: ["Ter kennisneming gestuurd aan: SGO"]),
        Fact(line: 59, part: .alignment, says: ["FNV bij IenW’): IenW"]),
        Fact(line: 64, part: .explanation, says: ["nr.\u{A0}424"]),
        Fact(line: 66, part: .explanation, says: ["nr.\u{A0}433", "deze brief"]),
        Fact(line: 68, part: .explanation, says: ["Klachtencommissie voor het hele Rijk", "Rajkowski"]),
        Fact(line: 71, part: .explanation, says: ["Doorzettingsmacht", "Chakor"]),
        Fact(line: 74, part: .explanation, says: ["Model voor een beleids- en effectrapportage (uitvoeren)"]),
        Fact(line: 77, part: .explanation, says: ["cijfers over integriteitsmeldingen (voor zover mogelijk)"]),
        Fact(line: 80, part: .explanation, says: ["Register van opgelegde maatregelen (onderzoeken)"]),
        Fact(line: 83, part: .explanation, says: ["Racisme als onderwerp van het personeelsgesprek (uitvoeren)"]),
        Fact(line: 84, part: .explanation, says: ["Escalatieladder en sanctiebeleid (onderzoeken)"]),
        Fact(line: 87, part: .explanation, says: ["leidinggevend profiel (bevorderen, motie van het lid Bamenga)"]),
        Fact(line: 93, part: .explanation, says: ["Handreiking voor leidinggevenden (uitvoeren)"]),
        Fact(line: 96, part: .explanation, says: ["Omstanderstrainingen (bevorderen)"]),
        Fact(line: 99, part: .explanation, says: ["E-learning voor alle rijksambtenaren"]),
        Fact(line: 100, part: .explanation, says: ["Betere informatie over melden"]),
        Fact(line: 102, part: .explanation, says: ["Om de twee jaar een vervolgonderzoek"]),
    ]

    @Test func `the note for letter 451 has the facts of the memo, part for part`() async throws {
        try await Engine.sqlite.withDatabase { database in
            try await database.migrate(Registers.migrations)
            let secrets = ServerSecrets(from: .system)
            try await DemoData(database: database, secrets: secrets, now: WallClock.system.now()).fill { _ in }
            let registers = Registers(database: database, secrets: secrets, kind: .demo)
            let commitments = registers.commitments
            let esra = try await registers.access.officer(named: UserName("esra.demir")!)
            let officer = try #require(try await commitments.registerOfficer(esra))
            let paper = try Reference("Kamerstukken II 2024/25, 30 950, nr. 451")
            let letter = try #require(
                try await commitments.letters(for: officer).first { $0.state == .sent(paper: paper, on: day("2025-04-14")) })

            let note = try await commitments.note(of: letter.id, for: officer)

            for fact in Self.facts {
                for text in fact.says { #expect(note[fact.part].present.contains(text), "\(fact.testDescription)") }
            }
            try await registers.access.derivations.close()
        }
    }
}
