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
        /// The letter of the item of which it is a fact; nil for the whole part.
        var item: Character?
        let says: [String]
        var testDescription: String { "line \(line): \(says.joined(separator: ", "))" }
    }

    static let facts =
        [
            Fact(line: 5, part: .occasion, says: ["Dertigledendebat", "12 september 2024"]),
            Fact(line: 6, part: .occasion, says: ["Personeelsenquête Rijk"]),
            Fact(line: 7, part: .occasion, says: ["Twee brieven", "toezeggingen", "moties"]),
            Fact(line: 8, part: .occasion, says: ["27 januari 2025", "nr.\u{A0}433"]),
            Fact(line: 9, part: .occasion, says: ["eind januari 2025"]),
            Fact(line: 11, part: .occasion, says: ["in het voorjaar"]),
            Fact(line: 14, part: .advice, says: ["stemmen", "brief"]),
            Fact(line: 15, part: .advice, says: ["toezeggingen", "motie"]),
            Fact(line: 16, part: .advice, says: ["FNV", "sociale veiligheid"]),
            Fact(line: 17, part: .advice, says: ["IenW", "Olger van Dijk", "NSC"]),
            Fact(line: 18, part: .advice, says: ["regeling van werkzaamheden", "4 februari 2025"]),
            Fact(line: 22, part: .core, says: ["beleids- en effectrapportage"]),
            Fact(line: 25, part: .core, says: ["personeelsgesprek"]),
            Fact(line: 28, part: .core, says: ["ladder", "sanctiebeleid"]),
            Fact(line: 31, part: .core, says: ["Handreiking", "leidinggevenden"]),
            Fact(line: 34, part: .core, says: ["meldloket"]),
            Fact(line: 37, part: .core, says: ["agressie en intimidatie"]),
            Fact(line: 39, part: .core, says: ["oortgangsrapportage", "racisme en discriminatie", "voor de zomer"]),
            Fact(line: 40, part: .core, says: ["planningsoverzicht", "eigen brief"]),
            Fact(line: 47, part: .core, says: ["Bamenga"]),
            Fact(line: 48, part: .core, says: ["functieomschrijving", "beoordeling", "leiding"]),
            Fact(line: 51, part: .core, says: ["veilige werkomgeving", "racisme en discriminatie"]),
            Fact(line: 53, part: .core, says: ["FNV"]),
            Fact(line: 56, part: .alignment, says: ["Akkoord", "INAR", "ICOP", "ICBR"]),
            Fact(line: 58, part: .alignment, says: ["kennisneming", "SGO"]),
            Fact(line: 59, part: .alignment, says: ["FNV", "IenW"]),
            Fact(line: 64, part: .explanation, says: ["25 oktober 2024"]),
            Fact(line: 65, part: .explanation, says: ["ocusgroepenonderzoek", "racisme"]),
            Fact(line: 66, part: .explanation, says: ["27 januari 2025", "ntegriteitsstelsel", "deze brief"]),
        ] + items

    /// What the memo lists as a to m, and where it says how far the words go.
    private static let items = [
        Fact(
            line: 68, part: .explanation, item: "a",
            says: ["lachtencommissie", "1 januari 2025", "ijksbrede|hele Rijk", "Rajkowski"]),
        Fact(line: 71, part: .explanation, item: "b", says: ["onderzoeken", "oorzettingsmacht", "departementen", "Chakor"]),
        Fact(line: 74, part: .explanation, item: "c", says: ["beleids- en effectrapportage", "model", "verplicht", "BZK"]),
        Fact(
            line: 77, part: .explanation, item: "d", says: ["voor zover mogelijk", "cijfers", "integriteitsmeldingen", "Kamer"]),
        Fact(line: 80, part: .explanation, item: "e", says: ["onderzoeken", "rijksbreed", "maatregelen", "ambtenaren"]),
        Fact(line: 83, part: .explanation, item: "f", says: ["uitvoeren", "verplicht", "ersoneelsgesprek", "acisme"]),
        Fact(line: 84, part: .explanation, item: "g", says: ["onderzoeken", "ladder", "sanctiebeleid", "afspraken"]),
        Fact(line: 87, part: .explanation, item: "h", says: ["bevorderen", "functieomschrijving", "beoordeling", "Bamenga"]),
        Fact(line: 93, part: .explanation, item: "i", says: ["uitvoeren", "andreiking", "leidinggevenden", "escalatiemodel"]),
        Fact(line: 96, part: .explanation, item: "j", says: ["bevorderen", "mstanderstraining", "rijksambtenaren"]),
        Fact(line: 99, part: .explanation, item: "k", says: ["uitvoeren", "-learning", "rijksambtenaren"]),
        Fact(line: 100, part: .explanation, item: "l", says: ["uitvoeren", "informatie", "melden", "formeel of informeel"]),
        Fact(line: 103, part: .explanation, item: "m", says: ["uitvoeren", "twee jaar", "racisme", "onderzoek"]),
    ]

    /// The dossier of the demo as it stood at the end of a day.
    private func withDossier(
        through last: Day = .last, _ body: (Commitments, RegisterOfficer) async throws -> Void
    ) async throws {
        try await Engine.sqlite.withDatabase { database in
            try await database.migrate(Registers.migrations)
            let secrets = ServerSecrets(from: .system)
            try await DemoData(database: database, secrets: secrets, now: WallClock.system.now()).fill(through: last) { _ in }
            let registers = Registers(database: database, secrets: secrets, kind: .demo)
            let esra = try await registers.access.officer(named: UserName("esra.demir")!)
            let officer = try #require(try await registers.commitments.registerOfficer(esra))
            try await body(registers.commitments, officer)
            try await registers.access.derivations.close()
        }
    }

    private func letter(_ commitments: Commitments, _ officer: RegisterOfficer) async throws -> Letter {
        let subject = "Aanpak discriminatie en racisme binnen de Rijksoverheid"
        return try #require(try await commitments.letters(for: officer).first { $0.subject == subject })
    }

    @Test func `the note for letter 451 has the facts of the memo, part for part and item for item`() async throws {
        try await withDossier { commitments, officer in
            let letter = try await letter(commitments, officer)
            let paper = try Reference("Kamerstukken II 2024/25, 30 950, nr. 451")
            #expect(letter.state == .sent(paper: paper, on: day("2025-04-14")))

            let note = try await commitments.note(of: letter.id, for: officer)

            for fact in Self.facts {
                let whole = note[fact.part].present
                let text =
                    fact.item.map { item in
                        whole.split(separator: "\n").first { $0.hasPrefix("\(item))") }.map(String.init) ?? ""
                    } ?? whole
                for words in fact.says {
                    let found = words.split(separator: "|").contains { text.contains($0) }
                    #expect(found, "\(fact.testDescription) in: \(text)")
                }
            }
            #expect(!note[.explanation].present.contains("Stcrt."), "what was made known later is no place where it comes back")
            #expect(note.decision?.day == day("2025-04-14") && note.decision?.isAgreed == true)
        }
    }

    @Test func `a day that moves and an agreement that is taken back change the note for letter 451`() async throws {
        try await withDossier(through: day("2025-04-10")) { commitments, officer in
            let letter = try await letter(commitments, officer)
            let before = try await commitments.note(of: letter.id, for: officer)
            #expect(before[.alignment].present.contains("Akkoord: ICBR, ICOP en INAR"))

            let inar = AlignmentPlace(body: AlignmentBody.ID("inar")!, part: nil)
            let esra = try #require(try await commitments.aligningOfficer(officer.officer))
            try await commitments.takeBack(inar, reason: "Een lid had de tekst nog niet.", of: letter.id, by: esra)
            let entries = try await commitments.list(.all, for: officer).entries
            let letters = try #require(entries.first { $0.facts.title.hasPrefix("Twee brieven") })
            let later = Due(words: "in de zomer", day: day("2025-07-04"), reason: "zo is het", told: day("2025-04-10"))
            try await commitments.setDue(later, of: letters.id, version: letters.version, by: officer)

            let after = try await commitments.note(of: letter.id, for: officer)
            #expect(after[.alignment].present.contains("Akkoord: ICBR en ICOP"))
            #expect(after[.occasion].present.contains("‘in de zomer’ (4 juli 2025)"))
            #expect(!before[.occasion].present.contains("4 juli 2025"))
        }
    }
}
