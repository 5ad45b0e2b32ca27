import Kernel
import TestSupport
import Testing

struct OrganisationTreeTests {
    static let always = Period(from: day("2018-01-01"))

    static func organisation(
        _ code: String, under parents: [Dated<Organisation.ID>] = [], alternate: String? = nil, named name: String? = nil
    ) -> Organisation {
        Organisation(
            id: Organisation.ID(code)!, kind: .agency, existence: always,
            names: [Dated(OrganisationName(nl: name ?? code, en: name ?? code, abbreviation: code.uppercased()), always)],
            parents: parents, alternate: alternate.flatMap(Organisation.ID.init), tooi: nil)
    }

    static func under(_ code: String, _ period: Period = always) -> [Dated<Organisation.ID>] {
        [Dated(Organisation.ID(code)!, period)]
    }

    @Test func `an agency moves with its ministry on the day of the change`() throws {
        let tree = try OrganisationTree([
            Self.organisation("bzk"), Self.organisation("vro"),
            Self.organisation(
                "rvb",
                under: Self.under("bzk", Period(from: day("2018-01-01"), until: day("2024-07-01")))
                    + Self.under("vro", Period(from: day("2024-07-02"), until: day("2026-02-22")))
                    + Self.under("bzk", Period(from: day("2026-02-23")))),
        ])
        let rvb = try #require(Organisation.ID("rvb"))

        #expect(tree.parent(of: rvb, on: day("2024-07-01"))?.code == "bzk")
        #expect(tree.parent(of: rvb, on: day("2024-07-02"))?.code == "vro")
        #expect(tree.parent(of: rvb, on: day("2026-02-23"))?.code == "bzk")
    }

    @Test func `the alternate is that of the nearest organisation above`() throws {
        let tree = try OrganisationTree([
            Self.organisation("jenv"), Self.organisation("bzk", alternate: "jenv"),
            Self.organisation("rvb", under: Self.under("bzk")),
        ])

        #expect(tree.alternate(for: Organisation.ID("rvb")!, on: day("2026-11-22"))?.code == "jenv")
        #expect(tree.alternate(for: Organisation.ID("jenv")!, on: day("2026-11-22")) == nil)
    }

    @Test func `a list that makes no tree is refused with the place`() {
        #expect(throws: OrganisationRefusal.twice(Organisation.ID("bzk")!)) {
            try OrganisationTree([Self.organisation("bzk"), Self.organisation("bzk")])
        }
        #expect(throws: OrganisationRefusal.unknown(Organisation.ID("xx")!, mentionedBy: Organisation.ID("bzk")!)) {
            try OrganisationTree([Self.organisation("bzk", under: Self.under("xx"))])
        }
        #expect(throws: OrganisationRefusal.self) {
            try OrganisationTree([
                Self.organisation("aa", under: Self.under("bb")), Self.organisation("bb", under: Self.under("aa")),
            ])
        }
    }

    @Test(arguments: ["", "b", "BZK", "bz k", "bzk/", String(repeating: "a", count: 25)])
    func `what is no code is not read`(text: String) {
        #expect(Organisation.ID(text) == nil)
    }
}
