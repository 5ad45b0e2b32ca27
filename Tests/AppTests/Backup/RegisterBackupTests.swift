import Access
import App
import AuditLog
import Commitments
import Database
import Kernel
import ReportingDesk
import TestSupport
import Testing

@Suite(.serialized) struct RegisterBackupTests {
    @Test(arguments: BackupTests.ways)
    func `what is owed to Parliament comes back with its letters, on either engine`(from: Engine, to: Engine) async throws {
        try await BackupHouse.with(from) { house in
            for member in [CastMember.esra, .ingrid] { try await house.base.appointWithoutKeys(member) }
            let commitments = Commitments(access: house.base.access)
            let esra = try #require(try await commitments.registerOfficer(try await house.base.officer(.esra)))
            let (entries, letters) = try await written(commitments, by: esra)
            let path = try await house.backUp()

            try await to.withDatabase { database in
                try await house.restore(path, into: database)
                let restored = Commitments(access: house.restored(in: database).base.access)
                let list = try await restored.list(.all, for: esra)
                let back = try await restored.letters(for: esra)

                #expect(list.entries.sorted { $0.number < $1.number } == entries)
                #expect(back == letters && back.count == 9)
                #expect(try await restored.differences(for: esra).differences.count == 1)
            }
        }
    }

    /// Entries with their histories, letters that go along in others in both directions, a round, and a page of the House.
    private func written(
        _ commitments: Commitments, by esra: RegisterOfficer
    ) async throws -> ([RegisterEntry], [Letter]) {
        let bzk = Organisation.ID("bzk")!
        var new = CommitmentsHouse.promise("motie")
        (new.facts.kind, new.movers) = (.motion, ["Bamenga", "Chakor"])
        let motion = try await commitments.register(new, by: esra)
        try await commitments.take(.adopted, on: nil, of: motion.id, version: 1, by: esra)
        let entry = try await commitments.register(CommitmentsHouse.promise("twee brieven"), by: esra)
        let due = Due(words: "voorjaar", day: day("2025-06-20"), reason: "zo gelezen", told: day("2025-01-27"))
        try await commitments.setDue(due, of: entry.id, version: 1, by: esra)
        var letters: [Letter] = []
        for number in 0..<9 {
            letters.append(try await commitments.begin(NewLetter("brief \(number)", department: bzk), by: esra))
        }
        for (from, to) in [(0, 8), (7, 2), (3, 6), (6, 2)] {
            try await commitments.merge(letters[from].id, into: letters[to].id, reason: "x", version: 1, by: esra)
        }
        let last = letters[8].id
        try await commitments.setAnswers([LetterAnswer(entry.id, .settles)], of: last, version: 1, by: esra)
        try await commitments.addPart("kop", text: "tekst", about: [entry.id], to: last, by: esra)
        try await commitments.openRound(
            [AlignmentRequest(AlignmentBody.ID("sgo")!, for: .information)], answerBy: day("2026-12-01"), of: last, by: esra)
        let page =
            "[{\"Id\": \"a\", \"Nummer\": \"TZ202409-1\", \"Status\": \"Openstaand\", \"Ministerie\": \"Binnenlandse Zaken en Koninkrijksrelaties\", \"Tekst\": \"Een brief.\"}]"
        _ = try await commitments.importHouseList(.bytes(Array(page.utf8)))
        return (
            try await commitments.list(.all, for: esra).entries.sorted { $0.number < $1.number },
            try await commitments.letters(for: esra)
        )
    }
}
