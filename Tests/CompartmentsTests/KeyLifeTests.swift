import AuditLog
import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import Access
@testable import Compartments

/// The life of the keys of one case: opening, excluding, granting, recovering.
struct KeyLifeTests {
    /// A case at BZK with one item of content and one of identity.
    struct Case {
        let house: CompartmentsHouse
        let subject: String
        let mailbox = ReadingKeyPair(from: .system)
        let content: SealedItem
        let contentKey: ItemKey
        let identity: SealedItem

        init(_ house: CompartmentsHouse, subject: String = "case-1", involved: [CastMember] = []) async throws {
            self.house = house
            self.subject = subject
            var officers: Set<Officer.ID> = []
            for member in involved { officers.insert(try await house.base.officer(member).id) }
            let roster = try await house.base.access.roster()
            let plan = try ReaderPlan(
                about: Organisation.ID("bzk")!, involved: officers, aboutDirector: false, on: house.base.clock.today,
                roster: roster)
            let new = house.compartments.prepare(subject: subject, plan: plan, mailbox: mailbox.publicKey)
            (content, contentKey) = try new.keys.newItem(in: .content)
            let (identity, _) = try new.keys.newItem(in: .identity)
            self.identity = identity
            let (item, today) = (content, house.base.clock.today)
            try await house.base.database.write { db in
                try db.insert(new, rosterVersion: roster.version, at: .inTests, on: today)
                try db.insert(item)
                try db.insert(identity)
            }
        }

        func item(_ item: SealedItem) async throws -> SealedItem {
            try await house.base.database.read { try $0.sealedItem(item.id)! }
        }

        /// Whether a holder gets the key of an item, as the rows stand now.
        func opens(_ item: SealedItem, _ holder: KeyHolder) async throws -> Bool {
            let current = try await self.item(item)
            guard let keys = try? await house.compartments.keys(of: subject, for: holder, [item.compartment]) else {
                return false
            }
            return (try? keys.key(of: current)) != nil
        }

        func exclude(_ members: [CastMember], holder: KeyHolder?) async throws -> PreparedExclusion {
            var officers: Set<Officer.ID> = []
            for member in members { officers.insert(try await house.base.officer(member).id) }
            let exclusion = try await house.compartments.prepareExclusion(of: officers, from: subject, holder: holder)
            let today = house.base.clock.today
            try await house.base.database.write { try $0.store(exclusion, at: .inTests, on: today) }
            return exclusion
        }

        func ring(_ member: CastMember) async throws -> KeyHolder { .officer(try await house.base.keyRing(of: member)) }
    }

    @Test(.law("Wbk 1a(3)", "Wbk 2(2)(d)"), arguments: Engine.all)
    func `readers open what their role reads, and the reporter opens all`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)

            for (member, content, identity) in [
                (CastMember.vera, true, true), (.lotte, true, false), (.joris, false, false), (.ruth, false, false),
            ] {
                let ring = try await report.ring(member)
                let (opensContent, opensIdentity) = (
                    try await report.opens(report.content, ring), try await report.opens(report.identity, ring)
                )
                #expect(opensContent == content && opensIdentity == identity, "\(member.name)")
            }
            let mailbox = try await report.opens(report.identity, .mailbox(report.mailbox))
            #expect(mailbox)
        }
    }

    @Test(arguments: Engine.all)
    func `only who is appointed, not excluded and among the readers may open`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house, involved: [.omar])
            func role(_ member: CastMember, in subject: String = "case-1") async throws -> OfficerRole? {
                try await house.compartments.role(of: house.base.keyRing(of: member), in: subject)
            }
            let answers = [
                try await role(.vera), try await role(.lotte), try await role(.omar), try await role(.joris),
                try await role(.vera, in: "nothing"),
            ]
            _ = try await house.base.access.appoint(
                house.base.officer(.lotte), as: .integrityCoordinator, at: Organisation.ID("bzk")!,
                in: Period(from: house.base.clock.today),
                substituteFor: house.base.officer(.omar).id)
            let substitute = try await role(.lotte)

            #expect(answers == [.integrityCoordinator, .reportHandler, nil, nil, nil])
            #expect(substitute == nil)
            #expect(report.subject == "case-1")
        }
    }

    @Test(arguments: Engine.all)
    func `whoever is marked later by the reporter loses what was and gets nothing new`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let (vera, omar) = (try await report.ring(.vera), try await report.ring(.omar))
            let oldEpoch = try await house.compartments.keys(of: report.subject, for: omar, [.content])
            let exclusion = try await report.exclude([.omar], holder: .mailbox(report.mailbox))
            let (lost, kept) = (try await report.opens(report.content, omar), try await report.opens(report.content, vera))
            let newItem = try #require(exclusion.keys).newItem(in: .content)
            let moved = try await report.item(report.content)

            #expect(exclusion.lost.map(\.officer.name) == ["Omar Haddad"])
            #expect(!lost && kept)
            #expect(throws: KeyRefusal.notAReader) { try oldEpoch.key(of: newItem.item) }
            #expect(throws: KeyRefusal.notAReader) { try oldEpoch.key(of: moved) }
        }
    }

    @Test(arguments: Engine.all)
    func `marked by someone without keys, what is old stays with the others and what is new is closed`(engine: Engine)
        async throws
    {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let (vera, omar) = (try await report.ring(.vera), try await report.ring(.omar))
            let exclusion = try await report.exclude([.omar], holder: nil)
            let (lost, kept) = (try await report.opens(report.content, omar), try await report.opens(report.content, vera))
            let keys = try await house.compartments.keys(of: report.subject, for: vera, [.content])

            #expect(exclusion.keys == nil)
            #expect(!lost && kept && keys.canWrite(.content))
        }
    }

    @Test(arguments: Engine.all)
    func `with too few readers left, the case goes to another organisation, whole`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let exclusion = try await report.exclude([.omar, .vera], holder: .mailbox(report.mailbox))
            let (joris, lotte) = (try await report.ring(.joris), try await report.ring(.lotte))
            let (content, identity) = (
                try await report.opens(report.content, joris), try await report.opens(report.identity, joris)
            )
            let (left, role) = (
                try await report.opens(report.content, lotte),
                try await house.compartments.role(of: house.base.keyRing(of: .joris), in: report.subject)
            )

            #expect(exclusion.plan.organisation.code == "jenv" && exclusion.plan.route == .tooFewLeft)
            #expect(content && identity && !left)
            #expect(role == .integrityCoordinator)
        }
    }

    @Test(arguments: Engine.all)
    func `an item sealed under an old epoch is not stored after an exclusion`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let stale = try await house.compartments.keys(of: report.subject, for: report.ring(.vera), [.content])
            _ = try await report.exclude([.omar], holder: .mailbox(report.mailbox))
            let (item, _) = try stale.newItem(in: .content)

            await #expect(throws: KeysChanged.self) { try await house.base.database.write { try $0.insertCurrent(item) } }
        }
    }

    @Test(arguments: Engine.all)
    func `a new reader waits until someone who holds the keys hands them on`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let sara = CastMember(userName: "sara", name: "Sara Vos", organisation: "bzk", role: .integrityCoordinator)
            try await house.base.join(sara)
            let waiting = try await house.base.access.waitingForConfirmation(at: Organisation.ID("bzk")!)
            try await house.base.access.confirm(waiting[0].appointment.id, by: house.base.keyRing(of: .vera))
            let before = try await report.opens(report.content, report.ring(sara))
            let byHandler = try await house.compartments.pendingGrants(for: house.base.keyRing(of: .lotte))
            let pending = try await house.compartments.pendingGrants(for: house.base.keyRing(of: .vera))
            let grant = try await house.compartments.prepareGrant(
                of: report.subject, to: pending[0].reader.officer.id, by: house.base.keyRing(of: .vera))
            try await house.base.database.write { try $0.store(grant) }
            let (content, identity) = (
                try await report.opens(report.content, report.ring(sara)),
                try await report.opens(report.identity, report.ring(sara))
            )
            let after = try await house.compartments.pendingGrants(for: house.base.keyRing(of: .vera))
            let counts = try await house.base.database.read { db in
                try db.query("SELECT epoch, is_pair, count(*) AS n FROM key_wrap GROUP BY epoch, is_pair").map {
                    try $0.get("n", as: Int.self)
                }
            }

            #expect(pending.map(\.reader.officer.name) == ["Sara Vos"] && pending[0].since == house.base.clock.today)
            #expect(byHandler.isEmpty, "a handler does not hold who reports")
            #expect(!before && content && identity && after.isEmpty)
            #expect(Set(counts) == [8, 3])
            await #expect(throws: GrantRefusal.alreadyReads) { try await house.base.database.write { try $0.store(grant) } }
        }
    }

    @Test(arguments: Engine.all)
    func `an excluded officer is not offered as a reader, and cannot be granted`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house, involved: [.omar])
            let ring = try await house.base.keyRing(of: .vera)
            let (pending, omar) = (try await house.compartments.pendingGrants(for: ring), try await house.base.officer(.omar).id)

            #expect(pending.isEmpty)
            await #expect(throws: GrantRefusal.notPossible) {
                try await house.compartments.prepareGrant(of: report.subject, to: omar, by: ring)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `two recovery officers together give a case back when no reader is left with keys`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            for member in [CastMember.vera, .omar, .lotte] { try await house.base.enrol(house.base.officer(member), as: member) }
            try await house.confirmFirst(.vera)
            let lost = try await report.opens(report.content, report.ring(.vera))
            let rings = try await [CastMember.ruth, .bart, .noor].asyncMap { try await house.base.keyRing(of: $0) }
                .sorted { $0.officer.text < $1.officer.text }
            let stranded = try await house.compartments.stranded(for: rings[0])
            let before = try await house.compartments.stranded(for: rings[1])

            let step = try await house.compartments.prepareRecoveryStep(of: report.subject, by: rings[1])
            let today = house.base.clock.today
            try await house.base.database.write { try $0.store(step, on: today) }
            await #expect(throws: GrantRefusal.notPossible) {
                try await house.compartments.prepareRecovery(of: report.subject, by: rings[2])
            }
            let ready = try await house.compartments.stranded(for: rings[0])
            let after = try await house.compartments.stranded(for: rings[1])
            let recovery = try await house.compartments.prepareRecovery(of: report.subject, by: rings[0])
            try await house.base.database.write { db in
                try db.store(recovery, at: .inTests, on: today)
                try db.forgetRecoverySteps(of: report.subject)
            }
            let (content, identity) = (
                try await report.opens(report.content, report.ring(.vera)),
                try await report.opens(report.identity, report.ring(.vera))
            )

            #expect(!lost && content && identity)
            #expect(stranded.map(\.turn) == [.wait] && ready.map(\.turn) == [.complete])
            #expect(before.map(\.turn) == [.begin] && after.map(\.turn) == [.wait])
        }
    }

    @Test(arguments: Engine.all)
    func `an old backup with an excluded person's keys opens nothing newer than their exclusion`(engine: Engine) async throws {
        try await engine.withCompartments { house in
            let report = try await Case(house)
            let omar = try await report.ring(.omar)
            let backup = try await house.compartments.keys(of: report.subject, for: omar, [.content, .identity])
            let exclusion = try await report.exclude([.omar], holder: .mailbox(report.mailbox))
            let newer = try #require(exclusion.keys).newItem(in: .content).item
            try await house.base.database.write { try $0.insertCurrent(newer) }
            let (epochs, items) = try await house.base.database.read { db in
                (try db.epochs(of: report.subject), try db.sealedItems(of: report.subject))
            }
            let sealer = Sealer()

            for item in items.values {
                for epoch in epochs + backup.epochs {
                    for key in backup.keys.values {
                        #expect(throws: SealFailure.self) {
                            try sealer.open(item.wrappedKey, with: key, at: epoch.keyPlace(of: item.id))
                        }
                    }
                }
            }
        }
    }
}
