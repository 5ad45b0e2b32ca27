import AuditLog
import Database
import Kernel
import Sealing

/// Why an officer or an appointment cannot be as asked.
package enum OfficerRefusal: Refusal {
    case userNameTaken(UserName)
    case unknownOfficer(UserName)
    case unknownOrganisation(String)
    case nameMissing
    /// The organisation does not exist in this period.
    case organisationNotThere(Organisation.ID)
    case periodReversed
    /// An administrator holds no keys, and a keyholder is no administrator.
    case administratorsHoldNoKeys
    case standsInForThemselves
    case alreadyAppointed
    /// The officer has no such appointment that is in force or still to come.
    case notAppointed
    /// What an officer did on days that are over stays done.
    case endsInThePast
    case hasLeft(on: Day)
    case administratorsExist
    case twoAdministratorsNeeded
}

extension Access {
    /// The officer with a user name.
    ///
    /// - Throws: `OfficerRefusal.unknownOfficer`.
    package func officer(named userName: UserName) async throws -> Officer {
        try await database.read { try $0.officer(named: userName) }
    }

    package func addOfficer(_ userName: UserName, name: String, at origin: AuditOrigin = .commandLine) async throws -> Officer {
        guard !name.isEmpty else { throw OfficerRefusal.nameMissing }
        let officer = Officer(id: Identifier(from: sealer.entropy), userName: userName, name: name, joinedOn: clock.today())
        let note = note(.officerAdded, by: "administrator", at: origin, officer: officer.id)
        return try await audit.command { db in
            try db.insert(officer)
            return Audited(officer, note)
        }
    }

    /// Makes the first two administrators.
    ///
    /// - Throws: `OfficerRefusal.administratorsExist` once there are any.
    package func createAdministrators(_ people: [(userName: UserName, name: String)]) async throws -> [Officer] {
        guard Set(people.map(\.userName)).count == 2, people.count == 2 else { throw OfficerRefusal.twoAdministratorsNeeded }
        let today = clock.today()
        let officers = people.map {
            Officer(id: Identifier(from: sealer.entropy), userName: $0.userName, name: $0.name, joinedOn: today)
        }
        let notes = officers.map {
            note(.officerAdded, by: "administrator", at: .commandLine, officer: $0.id, text: "administrator")
        }
        let entropy = sealer.entropy
        return try await audit.command { db in
            let existing = try db.first("SELECT id FROM appointment WHERE role = $1", OfficerRole.administrator.rawValue)
            guard existing == nil else { throw OfficerRefusal.administratorsExist }
            guard let root = try db.organisations().first(where: { $0.kind == .government }) else {
                throw OfficerRefusal.unknownOrganisation("rijk")
            }
            for officer in officers {
                try db.insert(officer)
                try db.insert(
                    Appointment(
                        id: Identifier(from: entropy), officer: officer.id, organisation: root.id, role: .administrator,
                        period: Period(from: today)))
            }
            return Audited(officers, notes)
        }
    }

    /// Appoints an officer to a role. A role that carries keys takes effect when a keyholder confirms it.
    package func appoint(
        _ officer: Officer, as role: OfficerRole, at organisation: Organisation.ID, in period: Period,
        substituteFor: Officer.ID? = nil,
        from origin: AuditOrigin = .commandLine
    ) async throws -> Appointment {
        let appointment = Appointment(
            id: Identifier(from: sealer.entropy), officer: officer.id, organisation: organisation, role: role, period: period,
            substituteFor: substituteFor)
        let note = note(.officerAppointed, by: "administrator", at: origin, officer: officer.id, appointment: appointment.id)
        return try await audit.command { db in
            try db.check(appointment)
            try db.insert(appointment)
            return Audited(appointment, note)
        }
    }

    /// Ends an appointment before its time. What was confirmed of it stays signed.
    ///
    /// - Parameter day: its last day; yesterday at the earliest, so that it is over now.
    /// - Throws: `OfficerRefusal.notAppointed`, `.endsInThePast`.
    package func endAppointment(
        of officer: Officer, as role: OfficerRole, at organisation: Organisation.ID, substituteFor: Officer.ID? = nil,
        after day: Day
    ) async throws {
        let today = clock.today()
        guard day >= today - 1 else { throw OfficerRefusal.endsInThePast }
        let note = note(.appointmentEnded, by: "administrator", at: .commandLine, officer: officer.id)
        try await audit.command { db in
            let ending = try db.query("SELECT * FROM appointment WHERE officer = $1", officer.id).map(Appointment.init).filter {
                $0.role == role && $0.organisation == organisation && $0.substituteFor == substituteFor
                    && $0.period.until ?? .last > day
            }
            guard !ending.isEmpty else { throw OfficerRefusal.notAppointed }
            for appointment in ending {
                try db.execute("UPDATE appointment SET ended_day = $2 WHERE id = $1", appointment.id, day)
            }
            try db.raiseRosterVersion()
            return note
        }
    }

    /// Lets an officer go: their sessions end, and no plan counts on them from this day on.
    package func leave(_ officer: Officer) async throws {
        let (today, note) = (clock.today(), note(.officerLeft, by: "administrator", at: .commandLine, officer: officer.id))
        try await audit.command { db in
            try db.execute("UPDATE officer SET left_day = $2 WHERE id = $1", officer.id, today)
            try db.execute("DELETE FROM officer_session WHERE officer = $1", officer.id)
            try db.raiseRosterVersion()
            return note
        }
    }
}

extension SQLConnection {
    func officer(named userName: UserName) throws -> Officer {
        guard let row = try first("SELECT * FROM officer WHERE user_name = $1", userName.text) else {
            throw OfficerRefusal.unknownOfficer(userName)
        }
        return try Officer(row: row)
    }

    fileprivate func insert(_ officer: Officer) throws {
        guard try first("SELECT id FROM officer WHERE user_name = $1", officer.userName.text) == nil else {
            throw OfficerRefusal.userNameTaken(officer.userName)
        }
        try execute(
            "INSERT INTO officer (id, user_name, name, joined_day) VALUES ($1, $2, $3, $4)", officer.id, officer.userName.text,
            officer.name, officer.joinedOn)
        try raiseRosterVersion()
    }

    fileprivate func insert(_ appointment: Appointment) throws {
        try execute(
            """
            INSERT INTO appointment (id, officer, organisation, role, from_day, until_day, substitute_for)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """, appointment.id, appointment.officer, appointment.organisation, appointment.role.rawValue,
            appointment.period.from,
            appointment.period.until, appointment.substituteFor)
        try raiseRosterVersion()
    }

    fileprivate func check(_ appointment: Appointment) throws {
        guard appointment.period.until ?? .last >= appointment.period.from else { throw OfficerRefusal.periodReversed }
        guard appointment.substituteFor != appointment.officer else { throw OfficerRefusal.standsInForThemselves }
        guard let organisation = try organisations().first(where: { $0.id == appointment.organisation }) else {
            throw OfficerRefusal.unknownOrganisation(appointment.organisation.code)
        }
        guard organisation.existence.contains(appointment.period.from) else {
            throw OfficerRefusal.organisationNotThere(organisation.id)
        }
        if let day: Day = try first("SELECT left_day FROM officer WHERE id = $1", appointment.officer)?.get(
            "left_day", as: Day?.self)
        {
            throw OfficerRefusal.hasLeft(on: day)
        }
        let others = try query("SELECT * FROM appointment WHERE officer = $1", appointment.officer).map(Appointment.init)
        guard others.allSatisfy({ $0.role.goesWith(appointment.role) }) else {
            throw OfficerRefusal.administratorsHoldNoKeys
        }
        let same = others.contains {
            $0.organisation == appointment.organisation && $0.role == appointment.role
                && $0.substituteFor == appointment.substituteFor
                && $0.period.until ?? .last >= appointment.period.from && appointment.period.until ?? .last >= $0.period.from
        }
        guard !same else { throw OfficerRefusal.alreadyAppointed }
    }
}
