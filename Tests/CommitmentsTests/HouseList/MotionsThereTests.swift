import Database
import Kernel
import TestSupport
import Testing

@testable import Commitments

/// The House's motions in dossiers of ours that are in nobody's register.
struct MotionsThereTests {
    private static let dossier = "00000000-0000-4000-8000-0000000000d1"

    /// A page of the feed, with a matter for each: its number, its subject, its dossier and what was decided on it.
    private static func page(_ matters: [(number: String, kind: String, subject: String, dossier: String, decided: String?)])
        -> [UInt8]
    {
        let entities = matters.map { matter -> String in
            let id = "00000000-0000-4000-8000-0000\(matter.number.suffix(5))000"
            let decision = matter.decided.map {
                "<besluit id=\"\(id.dropLast())9\"><besluitSoort>\($0)</besluitSoort><status>Besluit</status><zaak ref=\"\(id)\"/></besluit>"
            }
            return """
                <zaak id="\(id)"><nummer>\(matter.number)</nummer><soort>\(matter.kind)</soort><onderwerp>\(matter.subject)</onderwerp>\
                <gestartOp>2024-09-12T00:00:00</gestartOp><kamerstukdossier ref="\(matter.dossier.uppercased())"/></zaak>\
                \(decision ?? "")
                """
        }
        let space = "xmlns=\"http://www.tweedekamer.nl/xsd/tkData/v1-0\""
        return Array(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><content \(space)>\(entities.joined())</content></entry></feed>"
                .utf8)
    }

    private static let feed = page([
        ("2024Z14001", "Motie", "Motie van het lid Chakor over een register", dossier, "Stemmen - aangenomen"),
        ("2024Z14002", "Motie", "Motie van de leden Bamenga en Chakor over een beurs voor stagiairs", dossier, nil),
        ("2024Z14003", "Motie", "Motie van het lid Chakor c.s. over iets anders", dossier, "Stemmen - verworpen"),
        (
            "2024Z14004", "Motie", "Gewijzigde motie van het lid Olger van Dijk over een overzicht", dossier,
            "Stemmen - aangenomen"
        ),
        ("2024Z14005", "Brief regering", "Brief van de minister over een register", dossier, nil),
        (
            "2024Z14006", "Motie", "Motie van het lid Chakor over landbouw", "00000000-0000-4000-8000-0000000000d2",
            "Stemmen - aangenomen"
        ),
    ])

    private static func motion(_ number: String) throws -> NewEntry {
        var new = CommitmentsHouse.promise("Een register")
        (new.facts.kind, new.movers, new.facts.houseNumber) = (.motion, ["Chakor"], try HouseNumber(number))
        return new
    }

    @Test(arguments: Engine.all)
    func `a motion in a dossier of ours that is in no register is listed, adopted ones first`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            _ = try await register.importHouseList(.bytes(Self.feed))
            #expect(try await register.motionsThere(for: esra).open.isEmpty, "no dossier is ours before one of its motions is")
            try await register.register(Self.motion("2024Z14001"), by: esra)

            let open = try await register.motionsThere(for: esra).open

            #expect(open.map(\.number) == ["2024Z14004", "2024Z14002", "2024Z14003"])
            #expect(open.map(\.decided?.step) == [.adopted, nil, .rejected])
            #expect(open[0].decided?.isSinceTold == false, "the page has no bijgewerkt")
            #expect(open[0].begun == Day(year: 2024, month: 9, day: 12))
            try await register.register(Self.motion("2024Z14004"), by: esra)
            #expect(try await register.motionsThere(for: esra).open.map(\.number) == ["2024Z14002", "2024Z14003"])
            let pieter = try await house.officer(.pieter)
            #expect(try await register.motionsThere(for: pieter).open.isEmpty, "who has no motion in the dossier")
        }
    }

    @Test(arguments: Engine.all)
    func `a motion that is for others is out of the list with the reason, and comes back`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            _ = try await register.importHouseList(.bytes(Self.feed))
            try await register.register(Self.motion("2024Z14001"), by: esra)
            let there = try #require(try await register.motionsThere(for: esra).open.first)
            await #expect(throws: RegisterRefusal.reasonMissing) {
                try await register.leaveElsewhere(there.id, reason: "", by: esra)
            }
            await #expect(throws: RegisterRefusal.notFound) {
                try await register.leaveElsewhere("nothing", reason: "x", by: esra)
            }
            let pieter = try await house.officer(.pieter)
            await #expect(throws: RegisterRefusal.notFound) {
                try await register.leaveElsewhere(there.id, reason: "x", by: pieter)
            }

            try await register.leaveElsewhere(there.id, reason: "Is voor SZW.", by: esra)

            let list = try await register.motionsThere(for: esra)
            #expect(list.open.map(\.number) == ["2024Z14002", "2024Z14003"])
            #expect(
                list.elsewhere.map(\.number) == ["2024Z14004"] && list.elsewhere[0].elsewhere.map(\.reason) == ["Is voor SZW."])
            let changed = String(decoding: Self.feed, as: UTF8.self).replacing("een overzicht", with: "een ander overzicht")
            #expect(try await register.importHouseList(.bytes(Array(changed.utf8))).changed == 1)
            let again = try await register.motionsThere(for: esra).elsewhere
            #expect(again.map(\.about) == ["Een ander overzicht"], "also when the House touched it")
            try await register.leaveElsewhere(there.id, reason: "Nog eens.", by: esra)
            #expect(try await register.motionsThere(for: esra).elsewhere[0].elsewhere.count == 1, "sent twice")
            try await register.takeBackElsewhere(there.id, by: esra)
            #expect(try await register.motionsThere(for: esra).elsewhere.isEmpty)
            #expect(try await register.motionsThere(for: esra).open.count == 3)
        }
    }

    @Test(arguments: Engine.all)
    func `a matter that moves to another dossier leaves the first, and one that is removed leaves the list`(engine: Engine)
        async throws
    {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            _ = try await register.importHouseList(.bytes(Self.feed))
            try await register.register(Self.motion("2024Z14001"), by: esra)
            let moved = Self.page([
                ("2024Z14002", "Motie", "Motie over een beurs", "00000000-0000-4000-8000-0000000000d2", nil),
                ("2024Z14006", "Motie", "Motie van het lid Chakor over landbouw", Self.dossier, nil),
            ])
            let gone = String(decoding: Self.page([]), as: UTF8.self).replacing(
                "</content>", with: "<zaak id=\"00000000-0000-4000-8000-000014003000\" verwijderd=\"true\"/></content>")

            _ = try await register.importHouseList(.bytes(moved))
            _ = try await register.importHouseList(.bytes(Array(gone.utf8)))

            #expect(try await register.motionsThere(for: esra).open.map(\.number) == ["2024Z14006", "2024Z14004"])
        }
    }

    /// OData with the dossier of each matter expanded: a number, as the House's own answers give it, with or without a chapter.
    private static let rows = """
        {"value": [
          {"Id": "00000000-0000-4000-8000-000000000e01", "Nummer": "2024Z15001", "Soort": "Motie", "Afgedaan": false,
           "Onderwerp": "Motie van het lid Chakor over een meldpunt", "GestartOp": "2024-09-19T00:00:00+02:00",
           "Kamerstukdossier": [{"Id": "00000000-0000-4000-8000-0000000000f1", "Nummer": 30950, "Toevoeging": null}]},
          {"Id": "00000000-0000-4000-8000-000000000e02", "Nummer": "2024Z15002", "Soort": "Motie", "Afgedaan": false,
           "Onderwerp": "Motie van het lid Bamenga over de begroting", "GestartOp": "2024-09-19T00:00:00+02:00",
           "Kamerstukdossier": [{"Nummer": 36600, "Toevoeging": "VII"}]}
        ]}
        """

    @Test(arguments: Engine.all)
    func `what one department leaves to others stays open for the other, which does not see why`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, pieter, register) = (try await house.officer(.esra), try await house.officer(.pieter), house.commitments)
            _ = try await register.importHouseList(.bytes(Self.feed))
            try await register.register(Self.motion("2024Z14001"), by: esra)
            var other = try Self.motion("2024Z14003")
            (other.facts.department, other.facts.title) = (pieter.writes.first!, "Iets anders")
            other.facts.involved = []
            try await register.register(other, by: pieter)
            let there = try #require(try await register.motionsThere(for: esra).open.first)

            try await register.leaveElsewhere(there.id, reason: "Is voor IenW.", by: esra)

            #expect(try await register.motionsThere(for: esra).open.map(\.number) == ["2024Z14002"])
            let theirs = try await register.motionsThere(for: pieter)
            #expect(theirs.open.map(\.number) == ["2024Z14004", "2024Z14002"] && theirs.elsewhere.isEmpty)
            #expect(theirs.open.map(\.elsewhere.count) == [0, 0])
        }
    }

    @Test(arguments: Engine.all)
    func `of a matter that comes twice in one file the last dossier counts`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            _ = try await register.importHouseList(
                .bytes(
                    Self.page([
                        ("2024Z14001", "Motie", "Een register", Self.dossier, nil),
                        ("2024Z14002", "Motie", "Een beurs", Self.dossier, nil),
                        ("2024Z14002", "Motie", "Een beurs", "00000000-0000-4000-8000-0000000000d2", nil),
                    ])))
            try await register.register(Self.motion("2024Z14001"), by: esra)

            #expect(try await register.motionsThere(for: esra).open.isEmpty)
        }
    }

    @Test(arguments: Engine.all)
    func `the number of a dossier is kept when the feed tells its identifier alone`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            var promise = CommitmentsHouse.promise("Een brief")
            promise.facts.dossier = Dossier("30950")
            try await register.register(promise, by: esra)
            _ = try await register.importHouseList(.bytes(Array(Self.rows.utf8)))
            _ = try await register.importHouseList(
                .bytes(Self.page([("2024Z15009", "Motie", "Een ander meldpunt", "00000000-0000-4000-8000-0000000000f1", nil)])))

            let open = try await register.motionsThere(for: esra).open

            #expect(open.map(\.number) == ["2024Z15009", "2024Z15001"])
            #expect(open.allSatisfy { $0.dossier == Dossier("30950") })
        }
    }

    @Test(arguments: Engine.all, [(26, true), (27, false)])
    func `a motion of a mover within two weeks of ours is offered, a day later it is not`(
        engine: Engine, _ last: (day: Int, isOffered: Bool)
    ) async throws {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            var motion = CommitmentsHouse.promise("Iets over melden")
            (motion.facts.kind, motion.movers, motion.facts.wording) = (.motion, ["Chakor"], "verzoekt de regering iets te doen")
            motion.facts.madeOn = Day(year: 2024, month: 9, day: 12)!
            try await register.register(motion, by: esra)
            let page = String(
                decoding: Self.page([("2024Z14001", "Motie", "Motie van het lid Chakor over een register", Self.dossier, nil)]),
                as: UTF8.self)
            _ = try await register.importHouseList(.bytes(Array(page.replacing("2024-09-12", with: "2024-09-\(last.day)").utf8)))

            let offered = try await register.houseLeftovers(for: esra).motions.flatMap(\.candidates).map(\.number)

            #expect(offered == (last.isOffered ? ["2024Z14001"] : []))
        }
    }

    @Test(arguments: Engine.all)
    func `where the House gives the number of the dossier, what we have of it is enough`(engine: Engine) async throws {
        try await engine.withCommitments { house in
            let (esra, register) = (try await house.officer(.esra), house.commitments)
            var promise = CommitmentsHouse.promise("Een brief")
            promise.facts.dossier = Dossier("36600", suffix: "VII")
            try await register.register(promise, by: esra)
            var motion = CommitmentsHouse.promise("Iets over melden")
            (motion.facts.kind, motion.movers, motion.facts.wording) = (.motion, ["Chakor"], "verzoekt de regering iets te doen")
            (motion.facts.dossier, motion.facts.madeOn) = (Dossier("30950"), Day(year: 2024, month: 9, day: 12)!)
            try await register.register(motion, by: esra)
            #expect(try await register.importHouseList(.bytes(Array(Self.rows.utf8))).faults.isEmpty)

            let open = try await register.motionsThere(for: esra).open

            #expect(open.map(\.number) == ["2024Z15002", "2024Z15001"])
            #expect(open.map(\.dossier) == [Dossier("36600", suffix: "VII"), Dossier("30950")])
            let resembled = try await register.resembled(by: open, for: esra)
            #expect(resembled == [open[1].id: "Iets over melden"], "of the same mover, a week after ours")
            let offered = try await register.houseLeftovers(for: esra).motions.flatMap(\.candidates).map(\.number)
            #expect(offered == ["2024Z15001"], "also without a word in common")
        }
    }

    @Test(arguments: [
        ("Motie van het lid Chakor over een register", ["Chakor"], "Een register"),
        ("Motie van de leden Bamenga en Chakor over een beurs", ["Bamenga", "Chakor"], "Een beurs"),
        ("Motie van de leden Van Dijk, Erkens en Bikker over jihadisme", ["Van Dijk", "Erkens", "Bikker"], "Jihadisme"),
        ("Gewijzigde motie van het lid Rajkowski c.s. over een plan", ["Rajkowski"], "Een plan"),
        ("Motie van het lid Ceder (t.v.v. 36200-V-37) over hulp", ["Ceder"], "Hulp"),
        ("Motie van de leden Van der Plas en Olger van Dijk om te stoppen", ["Van der Plas", "Olger van Dijk"], "Te stoppen"),
        ("Motie van de leden Bikker en Segers inzake een plan om armoede te verminderen", [], "Armoede te verminderen"),
        ("Informatiedeling", [], "Informatiedeling"),
    ])
    func `who moved it and what it is about are read from the subject`(subject: String, movers: [String], about: String) {
        let motion = HouseMotionThere(id: "", number: "", subject: subject, begun: nil, decided: nil, dossier: nil, elsewhere: [])

        #expect(motion.movers == movers && motion.about == about)
    }
}
