import Commitments
import Database
import Kernel
import TestSupport
import Testing

struct ImportTests {
    /// A page of the feed with promises of a ministry.
    static func page(
        _ rows: [(id: Int, number: String, status: String)], ministry: String = "Binnenlandse Zaken en Koninkrijksrelaties",
        removed: Set<Int> = [], updated: String = "2026-04-26T00:00:00Z", due: String? = nil
    ) -> [UInt8] {
        let entities = rows.map { row in
            let due = due.map { "<datumNakoming>\($0)</datumNakoming>" } ?? ""
            let body =
                removed.contains(row.id)
                ? ""
                : "<aanmaakdatum>2024-09-26T10:00:00+02:00</aanmaakdatum><nummer>\(row.number)</nummer><functie>minister van BZK</functie><status>\(row.status)</status>\(due)<ministerie>\(ministry)</ministerie><tekst>De minister stuurt een brief over \(row.id).</tekst>"
            return
                "<entry><content><toezegging xmlns=\"http://www.tweedekamer.nl/xsd/tkData/v1-0\" xmlns:tk=\"http://www.tweedekamer.nl/xsd/tkData/v1-0\" id=\"00000000-0000-4000-8000-\(String(1_000_000_000_000 + row.id).dropFirst())\" tk:verwijderd=\"\(removed.contains(row.id))\" tk:bijgewerkt=\"\(updated)\">\(body)</toezegging></content></entry>"
        }
        return Array("<feed xmlns=\"http://www.w3.org/2005/Atom\">\(entities.joined(separator: "\n"))</feed>".utf8)
    }

    static func report(added: Int = 0, changed: Int = 0, unchanged: Int = 0, removed: Int = 0) -> HouseImportReport {
        var report = HouseImportReport()
        (report.added, report.changed, report.unchanged, report.removed) = (added, changed, unchanged, removed)
        return report
    }

    @Test(arguments: Engine.all)
    func `a second run, a page that comes twice and a record that is told again change nothing`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let rows = (1...1203).map { (id: $0, number: "TZ202409-\($0 % 900)", status: "Openstaand") }
            let page = Self.page(rows)
            let first = try await house.commitments.importHouseList(.bytes(page))
            let again = try await house.commitments.importHouseList(.bytes(page))
            let touched = try await house.commitments.importHouseList(
                .bytes(Self.page(rows, updated: "2026-05-01T00:00:00Z")))
            let twice = try await house.commitments.importHouseList(.bytes(Self.page(Array(rows[..<600]) + rows[..<600])))

            #expect(first == Self.report(added: 1203))
            #expect(again == Self.report(unchanged: 1203))
            #expect(touched == Self.report(unchanged: 1203))
            #expect(twice == Self.report(unchanged: 1200))
            let kept = try await house.base.database.read { try $0.query("SELECT id FROM house_item").count }
            #expect(kept == 1203)
        }
    }

    @Test(arguments: Engine.all)
    func `of what changes within a page the last counts, and what the source takes away stays as removed there`(
        engine: Engine
    ) async throws {
        try await engine.withCommitments { house in
            let commitments = house.commitments
            let first = try await commitments.importHouseList(
                .bytes(
                    Self.page([(1, "TZ202409-1", "Openstaand"), (2, "TZ202409-2", "Openstaand"), (1, "TZ202409-1", "Voldaan")])))
            let removed = try await commitments.importHouseList(
                .bytes(Self.page([(2, "TZ202409-2", "Openstaand")], removed: [2])))
            let list = try await commitments.differences(for: house.officer(.esra))

            #expect((first.added, first.changed) == (2, 1))
            #expect(first.changes.flatMap(\.fields) == [.init(name: "status", before: "Openstaand", after: "Voldaan")])
            #expect((removed.changed, removed.removed) == (1, 1))
            #expect(removed.changes.map(\.name) == ["TZ202409-2"] && removed.changes.allSatisfy(\.isRemoved))
            #expect(list.compared == 2)
            #expect(list.differences.map(\.item?.status) == ["Voldaan"])
            let raw = try await house.base.database.read { db in
                try db.query("SELECT number, removed FROM house_item ORDER BY id").map {
                    "\(try $0.get("number", as: String.self)) \(try $0.get("removed", as: Bool.self))"
                }
            }
            #expect(raw == ["TZ202409-1 false", "TZ202409-2 true"])
        }
    }

    @Test(arguments: Engine.all) func `a dry run says the same as the run, and keeps nothing`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let rows = (1...700).map { (id: $0, number: "TZ202409-\($0)", status: "Openstaand") }
            let page = Self.page(rows + rows[..<300])
            var imagined = HouseTrial()
            let trial = try await house.commitments.tryHouseList(.bytes(page), after: &imagined)
            let second = try await house.commitments.tryHouseList(.bytes(page), after: &imagined)
            let kept = try await house.base.database.read { try $0.query("SELECT id FROM house_item").count }
            let run = try await house.commitments.importHouseList(.bytes(page))

            #expect(trial == run && run == Self.report(added: 700, unchanged: 300))
            #expect(second == Self.report(unchanged: 1000), "a second file is laid beside the first")
            #expect(kept == 0)
        }
    }

    @Test func `progress is told as it goes`() async throws {
        try await Engine.sqlite.withCommitments { house in
            let (told, telling) = AsyncStream.makeStream(of: HouseImportProgress.self)
            let rows = (1...1203).map { (id: $0, number: "TZ202409-\($0)", status: "Openstaand") }
            _ = try await house.commitments.importHouseList(.bytes(Self.page(rows))) { telling.yield($0) }
            telling.finish()

            var all: [HouseImportProgress] = []
            for await progress in told { all.append(progress) }
            #expect(all.map(\.read) == [500, 1000, 1203])
            let shares = all.compactMap(\.share)
            #expect(shares.count == 3 && shares == shares.sorted() && shares[0] > 0.3 && shares[0] < 0.6 && shares[2] == 1)
        }
    }

    @Test(arguments: [
        ("/Feed?skiptoken=2", "https://a.example/Feed?skiptoken=2"), ("https://a.example/x", "https://a.example/x"),
        ("https://b.example/x", nil), ("https://a.example.evil/x", nil), ("https://a.example/Feed?skiptoken=1", nil),
        ("file:///etc/passwd", nil), ("https://a.example/x y", nil),
    ])
    func `the page that follows is one of the same place`(link: String, following: String?) {
        #expect(HouseFeed.following(link, on: "https://a.example/Feed?skiptoken=1") == following)
        #expect(HouseFeed.following(nil, on: "https://a.example/Feed") == nil)
    }
}
