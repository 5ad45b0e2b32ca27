import Access
import AuditLog
import Database
import Kernel
import Sealing

/// The people of the tests, at the ministries of the Interior (bzk) and of Justice (jenv), and how they sign in.
package struct CastMember: Sendable, Hashable {
    package let userName: String
    package let name: String
    package let organisation: String
    package let role: OfficerRole

    package init(userName: String, name: String, organisation: String, role: OfficerRole) {
        self.userName = userName
        self.name = name
        self.organisation = organisation
        self.role = role
    }

    package var passphrase: String { "de lange zin van \(userName)" }
    package var secondFactor: TimeCode { TimeCode(secret: Array("second factor \(userName)".utf8)) }

    package static let vera = CastMember(userName: "vera", name: "Vera Mulder", organisation: "bzk", role: .integrityCoordinator)
    package static let omar = CastMember(userName: "omar", name: "Omar Haddad", organisation: "bzk", role: .integrityCoordinator)
    package static let lotte = CastMember(userName: "lotte", name: "Lotte de Wit", organisation: "bzk", role: .reportHandler)
    package static let joris = CastMember(
        userName: "joris", name: "Joris Bakker", organisation: "jenv", role: .integrityCoordinator)
    package static let amina = CastMember(
        userName: "amina", name: "Amina Yilmaz", organisation: "jenv", role: .integrityCoordinator)
    package static let ruth = CastMember(userName: "ruth", name: "Ruth Visser", organisation: "rijk", role: .recoveryOfficer)
    package static let bart = CastMember(userName: "bart", name: "Bart Smit", organisation: "rijk", role: .recoveryOfficer)
    package static let noor = CastMember(userName: "noor", name: "Noor Jansen", organisation: "rijk", role: .recoveryOfficer)
    package static let anna = CastMember(userName: "anna", name: "Anna Bos", organisation: "rijk", role: .administrator)
    package static let bram = CastMember(userName: "bram", name: "Bram Kok", organisation: "rijk", role: .administrator)

    package static let keyholders = [vera, omar, lotte, joris, amina, ruth, bart, noor]
    package static let administrators = [anna, bram]
}

/// Access on an empty database of one engine, with cheap derivations and a clock that stands still.
package struct AccessHouse: Sendable {
    package let database: any Database
    package let clock: TestClock
    package let secrets: ServerSecrets
    package let audit: AuditLog
    package let access: Access

    package static let cost = try! DerivationCost(memoryKiB: 64, passes: 1)
    package static let derivations = Derivations(count: 2, limit: 64, passphraseCost: cost, codeCost: cost)

    package init(
        database: any Database, clock: TestClock = TestClock(), secrets: ServerSecrets = ServerSecrets(from: .system),
        sealer: Sealer = Sealer()
    ) {
        self.database = database
        self.clock = clock
        self.secrets = secrets
        audit = AuditLog(database: database, secrets: secrets, clock: clock.wall)
        access = Access(
            database: database, audit: audit, secrets: secrets, sealer: sealer, clock: clock.wall, derivations: Self.derivations)
    }

    /// Migrates the database and lays the installation and the organisations in it.
    package func build(_ migrations: [Migration] = AuditLog.migrations + Access.migrations) async throws {
        try await database.migrate(migrations)
        try await access.establish(.test)
        try await access.importOrganisations(OrganisationFile.centralGovernment())
    }

    /// Brings in the whole cast, enrolled, appointed and confirmed.
    package func populate() async throws {
        let administrators = try await access.createAdministrators(
            CastMember.administrators.map { (UserName($0.userName)!, $0.name) })
        for (officer, member) in zip(administrators, CastMember.administrators) { try await enrol(officer, as: member) }
        for member in CastMember.keyholders { try await join(member) }
        let proven = try await [signIn(.anna), signIn(.bram)].map(\.identity)
        for organisation in ["bzk", "jenv", "rijk"] {
            let waiting = try await access.waitingForConfirmation(at: Organisation.ID(organisation)!)
            guard let first = waiting.first(where: { $0.appointment.role.confirmsKeyholders }) else { continue }
            try await access.confirmFirst(first.appointment.id, before: proven)
            let member = CastMember.keyholders.first { $0.userName == first.officer.userName.text }!
            let ring = try await keyRing(of: member)
            for other in waiting where other.appointment.id != first.appointment.id {
                try await access.confirm(other.appointment.id, by: ring)
            }
        }
    }

    /// Adds, enrols and appoints someone, without confirmation.
    @discardableResult package func join(_ member: CastMember) async throws -> Officer {
        let officer = try await access.addOfficer(UserName(member.userName)!, name: member.name)
        try await enrol(officer, as: member)
        _ = try await access.appoint(
            officer, as: member.role, at: Organisation.ID(member.organisation)!, in: Period(from: clock.today))
        return officer
    }

    package func enrol(_ officer: Officer, as member: CastMember) async throws {
        let code = try await access.invite(officer)
        _ = try await access.enrol(
            userName: member.userName, code: code.text, passphrase: member.passphrase, again: member.passphrase,
            secondFactor: member.secondFactor, digits: member.secondFactor.digits(step: TimeCode.step(at: clock.now)))
    }

    /// Signs in with the next code of the device, for a code is used once.
    package func signIn(_ member: CastMember) async throws -> SignIn {
        clock.move(by: .seconds(30))
        return try await access.signIn(
            userName: member.userName, passphrase: member.passphrase,
            code: member.secondFactor.digits(step: TimeCode.step(at: clock.now)), device: nil)
    }

    package func startSession(_ member: CastMember) async throws -> OfficerSession {
        let signIn = try await signIn(member)
        return try await access.startSession(for: signIn.identity, unlocking: signIn.unlocking)
    }

    package func keyRing(of member: CastMember) async throws -> KeyRing {
        try access.keyRing(of: try await startSession(member))!
    }

    package func officer(_ member: CastMember) async throws -> Officer {
        try await access.officer(named: UserName(member.userName)!)
    }
}

extension Engine {
    /// A house with its organisations, and the cast where `populated`.
    package func withAccess(populated: Bool = true, _ body: (AccessHouse) async throws -> Void) async throws {
        try await withDatabase { database in
            let house = AccessHouse(database: database)
            try await house.build()
            if populated { try await house.populate() }
            try await body(house)
        }
    }
}
