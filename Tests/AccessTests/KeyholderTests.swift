import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import Access

struct KeyholderTests {
    static let bzk = Organisation.ID("bzk")!

    static func readers(_ house: AccessHouse) async throws -> Set<String> {
        Set(
            try await house.access.roster().keyholders(of: Self.bzk, on: house.clock.today, where: \.readsReports).map(
                \.officer.name))
    }

    @Test(arguments: Engine.all)
    func `a role that carries keys takes effect when a keyholder confirms it`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let newcomer = CastMember(userName: "sara", name: "Sara Vos", organisation: "bzk", role: .reportHandler)
            try await house.join(newcomer)
            let before = try await Self.readers(house)
            let waiting = try #require(try await house.access.waitingForConfirmation(at: Self.bzk).first)
            try await house.access.confirm(waiting.appointment.id, by: house.keyRing(of: .vera))
            let after = try await Self.readers(house)

            #expect(before == ["Vera Mulder", "Omar Haddad", "Lotte de Wit"])
            #expect(after == ["Vera Mulder", "Omar Haddad", "Lotte de Wit", "Sara Vos"])
        }
    }

    @Test(arguments: Engine.all)
    func `only a confirmed keyholder of the same organisation confirms, and not themselves`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let newcomer = CastMember(userName: "sara", name: "Sara Vos", organisation: "bzk", role: .integrityCoordinator)
            try await house.join(newcomer)
            let waiting = try #require(try await house.access.waitingForConfirmation(at: Self.bzk).first?.appointment.id)

            await #expect(throws: ConfirmationRefusal.notEntitled) {
                try await house.access.confirm(waiting, by: house.keyRing(of: .joris))
            }
            await #expect(throws: ConfirmationRefusal.notEntitled) {
                try await house.access.confirm(waiting, by: house.keyRing(of: .lotte))
            }
            await #expect(throws: ConfirmationRefusal.notThemselves) {
                try await house.access.confirm(waiting, by: house.keyRing(of: newcomer))
            }
            try await house.access.confirm(waiting, by: house.keyRing(of: .vera))
            await #expect(throws: ConfirmationRefusal.alreadyConfirmed) {
                try await house.access.confirm(waiting, by: house.keyRing(of: .vera))
            }
        }
    }

    @Test(arguments: Engine.all)
    func `the first keyholder needs two administrators, and there is one first`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let first = CastMember(userName: "piet", name: "Piet Post", organisation: "ocw", role: .integrityCoordinator)
            let second = CastMember(userName: "saar", name: "Saar Boer", organisation: "ocw", role: .integrityCoordinator)
            try await house.join(first)
            try await house.join(second)
            let ocw = try #require(Organisation.ID("ocw"))
            let waiting = try await house.access.waitingForConfirmation(at: ocw)
            let (anna, bram) = (try await house.signIn(.anna).identity, try await house.signIn(.bram).identity)
            let vera = try await house.signIn(.vera).identity

            await #expect(throws: ConfirmationRefusal.twoAdministratorsNeeded) {
                try await house.access.confirmFirst(waiting[0].appointment.id, before: [anna, anna])
            }
            await #expect(throws: ConfirmationRefusal.twoAdministratorsNeeded) {
                try await house.access.confirmFirst(waiting[0].appointment.id, before: [anna, vera])
            }
            try await house.access.confirmFirst(waiting[0].appointment.id, before: [anna, bram])
            await #expect(throws: ConfirmationRefusal.notTheFirst) {
                try await house.access.confirmFirst(waiting[1].appointment.id, before: [anna, bram])
            }
        }
    }

    @Test(arguments: Engine.all)
    func `who has no keys yet cannot be confirmed`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let officer = try await house.access.addOfficer(UserName("sara")!, name: "Sara")
            let appointment = try await house.access.appoint(
                officer, as: .reportHandler, at: Self.bzk, in: Period(from: house.clock.today))

            await #expect(throws: ConfirmationRefusal.noKeysYet) {
                try await house.access.confirm(appointment.id, by: house.keyRing(of: .vera))
            }
            await #expect(throws: ConfirmationRefusal.unknownAppointment) {
                try await house.access.confirm(Identifier(from: .system), by: house.keyRing(of: .vera))
            }
        }
    }

    @Test(
        arguments: Engine.all,
        [
            "UPDATE appointment SET role = 'integrityCoordinator' WHERE role = 'reportHandler'",
            "UPDATE appointment SET organisation = 'ocw' WHERE organisation = 'bzk'",
            "UPDATE appointment SET until_day = '2030-01-01' WHERE organisation = 'bzk'",
            "UPDATE officer_key SET reading_key = (SELECT reading_key FROM officer_key k JOIN officer o ON o.id = k.officer WHERE o.user_name = 'anna')",
            "UPDATE officer_key SET signing_key = (SELECT signing_key FROM officer_key k JOIN officer o ON o.id = k.officer WHERE o.user_name = 'anna')",
            "UPDATE confirmation SET day = '2026-11-21'",
            "UPDATE confirmation SET administrators = 'anna,anna' WHERE confirmer IS NULL",
        ])
    func `a changed row is no longer confirmed`(engine: Engine, sql: String) async throws {
        try await engine.withAccess { house in
            let before = try await Self.readers(house)
            try await house.database.write { db in
                try db.execute(sql)
                try db.raiseRosterVersion()
            }
            let after = try await Self.readers(house)

            #expect(after.count < before.count)
        }
    }

    @Test(arguments: Engine.all)
    func `keys put in by someone with the database are not confirmed, whoever they name as confirmer`(engine: Engine) async throws
    {
        try await engine.withAccess { house in
            let intruder = CastMember(userName: "mallory", name: "Mallory", organisation: "bzk", role: .integrityCoordinator)
            try await house.join(intruder)
            let appointment = try #require(try await house.access.waitingForConfirmation(at: Self.bzk).first?.appointment)
            let ring = try await house.keyRing(of: intruder)
            let forged = Confirmation(of: appointment, keys: ring.publicKeys, by: ring, on: house.clock.today)
            let vera = try await house.officer(.vera).id
            for (confirmer, version) in [(ring.officer, 1), (vera, 1)] {
                try await house.database.write { db in
                    try db.execute("DELETE FROM confirmation WHERE appointment = $1", appointment.id)
                    try db.execute(
                        """
                        INSERT INTO confirmation (appointment, key_version, confirmer, confirmer_key_version, day, signature)
                        VALUES ($1, 1, $2, $3, $4, $5)
                        """, appointment.id, confirmer, version, forged.day, forged.signature)
                    try db.raiseRosterVersion()
                }
                let now = try await Self.readers(house)
                #expect(!now.contains("Mallory"))
            }
        }
    }

    @Test(arguments: Engine.all)
    func `whoever stands in is found, and who stands in for them`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let (vera, omar, lotte) = (
                try await house.officer(.vera), try await house.officer(.omar), try await house.officer(.lotte)
            )
            let joris = try await house.officer(.joris)
            let period = Period(from: house.clock.today, until: house.clock.today + 7)
            for (substitute, absent) in [(omar, vera), (lotte, omar), (vera, lotte)] {
                _ = try await house.access.appoint(
                    substitute, as: .reportHandler, at: Self.bzk, in: period, substituteFor: absent.id)
            }
            let roster = try await house.access.roster()

            #expect(roster.closure(of: [vera.id], on: house.clock.today) == [vera.id, omar.id, lotte.id])
            #expect(roster.closure(of: [joris.id], on: house.clock.today) == [joris.id])
            #expect(roster.closure(of: [vera.id], on: house.clock.today + 8) == [vera.id])
        }
    }
}

struct OfficerTests {
    @Test(arguments: Engine.all)
    func `the first administrators are made once`(engine: Engine) async throws {
        try await engine.withAccess(populated: false) { house in
            let people = [(UserName("anna")!, "Anna"), (UserName("bram")!, "Bram")]

            await #expect(throws: OfficerRefusal.twoAdministratorsNeeded) {
                try await house.access.createAdministrators([people[0], people[0]])
            }
            _ = try await house.access.createAdministrators(people)
            await #expect(throws: OfficerRefusal.administratorsExist) {
                try await house.access.createAdministrators([(UserName("carl")!, "Carl"), (UserName("dora")!, "Dora")])
            }
        }
    }

    @Test(arguments: Engine.all)
    func `an appointment that cannot be is refused with the reason`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let (vera, anna, today) = (try await house.officer(.vera), try await house.officer(.anna), house.clock.today)
            let always = Period(from: today)
            func appoint(
                _ officer: Officer, _ role: OfficerRole, _ organisation: String, _ period: Period, _ other: Officer? = nil
            ) async throws {
                _ = try await house.access.appoint(
                    officer, as: role, at: Organisation.ID(organisation)!, in: period, substituteFor: other?.id)
            }

            await #expect(throws: OfficerRefusal.administratorsHoldNoKeys) {
                try await appoint(anna, .reportHandler, "bzk", always)
            }
            await #expect(throws: OfficerRefusal.administratorsHoldNoKeys) {
                try await appoint(vera, .administrator, "bzk", always)
            }
            await #expect(throws: OfficerRefusal.alreadyAppointed) {
                try await appoint(vera, .integrityCoordinator, "bzk", always)
            }
            await #expect(throws: OfficerRefusal.standsInForThemselves) {
                try await appoint(vera, .reportHandler, "bzk", always, vera)
            }
            await #expect(throws: OfficerRefusal.periodReversed) {
                try await appoint(vera, .reportHandler, "bzk", Period(from: today, until: today - 1))
            }
            await #expect(throws: OfficerRefusal.unknownOrganisation("zz")) {
                try await appoint(vera, .reportHandler, "zz", always)
            }
            await #expect(throws: OfficerRefusal.organisationNotThere(Organisation.ID("vro")!)) {
                try await appoint(vera, .reportHandler, "vro", always)
            }
            await #expect(throws: OfficerRefusal.userNameTaken(UserName("vera")!)) {
                try await house.access.addOfficer(UserName("Vera")!, name: "Vera")
            }
            await #expect(throws: OfficerRefusal.unknownOfficer(UserName("zoe")!)) {
                try await house.access.officer(named: UserName("zoe")!)
            }
            await #expect(throws: OfficerRefusal.nameMissing) { try await house.access.addOfficer(UserName("zoe")!, name: "") }
        }
    }

    @Test(arguments: Engine.all)
    func `the organisations of today are those of the cabinet, and of earlier days of earlier cabinets`(engine: Engine)
        async throws
    {
        try await engine.withAccess(populated: false) { house in
            let tree = try await house.access.roster().tree
            func ministries(_ iso: String) -> [String] {
                tree.existing(on: day(iso), language: .nl).filter { $0.kind == .ministry }.map {
                    $0.name(on: day(iso)).abbreviation
                }.sorted()
            }

            #expect(
                ministries("2026-11-22") == ["AZ", "BZ", "BZK", "DEF", "EZK", "FIN", "IenW", "JenV", "LVVN", "OCW", "SZW", "VWS"])
            #expect(
                ministries("2025-06-01") == [
                    "AZ", "AenM", "BZ", "BZK", "DEF", "EZ", "FIN", "IenW", "JenV", "KGG", "LVVN", "OCW", "SZW", "VRO", "VWS",
                ])
            #expect(
                ministries("2024-07-01") == ["AZ", "BZ", "BZK", "DEF", "EZK", "FIN", "IenW", "JenV", "LNV", "OCW", "SZW", "VWS"])
            #expect(tree.parent(of: Organisation.ID("ind")!, on: day("2025-06-01"))?.code == "aenm")
            #expect(tree.parent(of: Organisation.ID("ind")!, on: day("2026-11-22"))?.code == "jenv")
        }
    }

    @Test(arguments: Engine.all)
    func `organisations are imported again without loss, and a list that makes no tree changes nothing`(engine: Engine)
        async throws
    {
        try await engine.withAccess(populated: false) { house in
            let before = try await house.access.roster().tree
            try await house.access.importOrganisations(OrganisationFile.centralGovernment())
            let again = try await house.access.roster().tree
            let circle = try before.organisations.values.filter { $0.id.code == "bzk" }.map { bzk in
                Organisation(
                    id: bzk.id, kind: bzk.kind, existence: bzk.existence, names: bzk.names,
                    parents: [Dated(try #require(Organisation.ID("rvb")), bzk.existence)], alternate: nil, tooi: nil)
            }

            #expect(again == before)
            await #expect(throws: OrganisationRefusal.self) { try await house.access.importOrganisations(circle) }
            let unchanged = try await house.access.roster().tree
            #expect(unchanged == before)
        }
    }

    @Test(arguments: Engine.all)
    func `secrets of another installation are found out`(engine: Engine) async throws {
        try await engine.withAccess(populated: false) { house in
            let other = AccessHouse(database: house.database)

            await #expect(throws: InstallationRefusal.secretsOfAnotherInstallation) { try await other.access.establish(.test) }
            await #expect(throws: InstallationRefusal.kindDiffers(found: .test)) { try await house.access.establish(.real) }
        }
    }

    @Test(arguments: ["", "a", "a b!", "é", String(repeating: "a", count: 65)])
    func `what is no user name is not read`(text: String) {
        #expect(UserName(text) == nil)
    }
}
