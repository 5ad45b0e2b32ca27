import Access
import Commitments
import Kernel
import TestSupport
import Testing

struct PartTests {
    @Test(arguments: Engine.all)
    func `of two who edit a part at once the second sees the text of the first, and every text is kept`(
        engine: Engine
    ) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            try await scene.write("De eerste tekst.", about: [])
            var (mine, theirs) = (try await scene.present().parts[0], try await scene.present().parts[0])
            theirs.text = "De tekst van Thijs."
            mine.text = "De tekst van Esra."
            try await house.commitments.save(theirs, of: scene.letter.id, by: scene.thijs)

            let saved = try await scene.present().parts[0]
            #expect(saved.text == "De tekst van Thijs." && saved.version == 2)
            let overtaken = mine
            await #expect(throws: LetterRefusal.partChangedMeanwhile(saved)) {
                try await house.commitments.save(overtaken, of: scene.letter.id, by: scene.esra)
            }
            let again = LetterPart(id: mine.id, heading: mine.heading, text: mine.text, entries: mine.entries, version: 2)
            try await house.commitments.save(again, of: scene.letter.id, by: scene.esra)
            let versions = try await house.commitments.versions(of: mine.id, in: scene.letter.id, for: scene.esra)
            #expect(versions.map(\.text) == ["De eerste tekst.", "De tekst van Thijs.", "De tekst van Esra."])
            #expect(versions.map(\.officer) == [scene.esra.officer.id, scene.thijs.officer.id, scene.esra.officer.id])
        }
    }

    @Test func `a part speaks of what its letter answers, and of nothing else`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let scene = try await LetterScene(house)

            await #expect(throws: LetterRefusal.answersNoMore) { try await scene.write() }
            try await scene.answer()
            try await scene.write()
            #expect(try await scene.present().parts[0].entries == Set(scene.entries.map(\.id)))
        }
    }
}

struct TextComparisonTests {
    private func pieces(_ old: String, _ new: String) -> [TextComparison.Piece] { TextComparison(from: old, to: new).pieces }

    @Test func `what went and what came stands in its place, word by word`() {
        #expect(
            pieces("De brief komt in het voorjaar.", "De brief komt voor de zomer.")
                == [.same("De brief komt "), .removed("in het voorjaar."), .added("voor de zomer.")])
        #expect(pieces("a b", "a b") == [.same("a b")])
        #expect(pieces("", "a") == [.added("a")])
        #expect(pieces("a", "") == [.removed("a")])
        #expect(TextComparison(from: "a\n\nb", to: "a\n\nb").isSame && !TextComparison(from: "a", to: "b").isSame)
    }

    @Test(arguments: [("een twee drie", "drie twee een"), ("a  b\n\nc", "a b\nc d"), ("x", "y z x"), ("één é", "één e é")])
    func `the old text and the new one can both be read out of a comparison`(old: String, new: String) {
        var (before, after) = ("", "")
        for piece in pieces(old, new) {
            switch piece {
            case .same(let text): (before, after) = (before + text, after + text)
            case .removed(let text): before += text
            case .added(let text): after += text
            }
        }

        #expect(before == old && after == new)
    }
}

struct ReferenceSearchTests {
    @Test func `references are found where a letter mentions them`() {
        let text =
            "De brief van 27 januari (Kamerstukken II 2024/25, 30 950, nr. 433) en die daarvoor, Kamerstukken II 2024/25, 30 950, nr. 424; zie ook Aanhangsel Handelingen II 2024/25, nr. 1043, de Stcrt. 2025, 19890 en Kamerstukken I 2022/23, 35 741, G."

        #expect(
            ReferenceSearch.references(in: text).compactMap(\.identifier) == [
                "kst-30950-433", "kst-30950-424", "ah-tk-20242025-1043", "stcrt-2025-19890", "kst-35741-G",
            ])
        #expect(ReferenceSearch.unreadable(in: text) == [])
    }

    @Test func `a reference that cannot be read is told as it stands there`() {
        #expect(
            ReferenceSearch.unreadable(in: "Zie Kamerstukken II 2024/26, 30 950, nr. 433.") == [
                "Kamerstukken II 2024/26, 30 950, nr. 433"
            ])
        #expect(ReferenceSearch.unreadable(in: "De Kamerstukken liggen op de Handelingen van de Kamer.") == [])
    }

    @Test(arguments: Engine.all)
    func `parts change places, and one that is taken out stays in the rounds in which it went`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let scene = try await LetterScene(house)
            let (commitments, id) = (house.commitments, scene.letter.id)
            for heading in ["a", "b", "c"] {
                try await commitments.addPart(heading, text: "tekst", about: [], to: id, by: scene.esra)
            }
            let parts = try await scene.present().parts
            func headings() async throws -> [String] { try await scene.present().parts.map(\.heading) }
            try await commitments.moveUp(parts[2].id, in: id, by: scene.esra)
            #expect(try await headings() == ["a", "c", "b"])
            try await commitments.moveUp(parts[0].id, in: id, by: scene.esra)
            #expect(try await headings() == ["a", "c", "b"], "the first one stays")
            let icbr = AlignmentBody.ID("icbr")!
            try await commitments.openRound(
                [AlignmentRequest(icbr, for: .agreement)], answerBy: day("2026-12-01"), of: id, by: scene.esra)
            await #expect(throws: LetterRefusal.partChangedMeanwhile(parts[0])) {
                try await commitments.remove(parts[0].id, seen: 2, from: id, by: scene.esra)
            }

            try await commitments.openRound(
                [AlignmentRequest(icbr, part: parts[0].id, for: .agreement)], answerBy: day("2026-12-01"), of: id, by: scene.esra)
            try await commitments.remove(parts[0].id, seen: 1, from: id, by: scene.esra)

            #expect(try await headings() == ["c", "b"])
            func asked() async throws -> Set<LetterPart.ID?> {
                let file = try await scene.file()
                return Set(file.letter.alignment(file.rounds, among: AlignmentBody.all, on: day("2026-11-22")).keys.map(\.part))
            }
            #expect(try await asked() == [nil, parts[0].id], "the question about it stays until it is withdrawn")
            try await commitments.withdrawRequest(
                AlignmentPlace(body: icbr, part: parts[0].id), reason: "Het deel is eruit.", of: id, by: scene.esra)
            #expect(try await asked() == [nil])
            #expect(try await scene.file().rounds[0].versions[parts[0].id] == 1)
            try await commitments.addPart("d", text: "", about: [], to: id, by: scene.esra)
            #expect(try await headings() == ["c", "b", "d"])
        }
    }
}
