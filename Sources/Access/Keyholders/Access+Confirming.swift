import AuditLog
import Database
import Kernel
import Sealing

/// Why a keyholder cannot be confirmed.
package enum ConfirmationRefusal: Refusal {
    case unknownAppointment
    /// The officer has not made keys yet: they must sign in for the first time.
    case noKeysYet
    case alreadyConfirmed
    case carriesNoKeys
    /// Only a confirmed keyholder of the same organisation may confirm.
    case notEntitled
    case notThemselves
    /// There is a keyholder already, who must confirm the next.
    case notTheFirst
    case twoAdministratorsNeeded
}

extension Access {
    /// The appointments at an organisation that wait for a keyholder's confirmation.
    package func waitingForConfirmation(at organisation: Organisation.ID) async throws -> [WaitingKeyholder] {
        let (roster, today) = (try await roster(), clock.today())
        return roster.appointments.filter { appointment in
            appointment.organisation == organisation && appointment.role.carriesKeys
                && roster.confirmedSince[appointment.id] == nil
                && appointment.period.until ?? .last >= today
                && roster.officers[appointment.officer]?.isServing(on: today) == true
        }.compactMap { appointment in
            roster.officers[appointment.officer].map {
                WaitingKeyholder(officer: $0, appointment: appointment, hasKeys: roster.keys[$0.id] != nil)
            }
        }.sorted { ($0.appointment.period.from, $0.officer.name) < ($1.appointment.period.from, $1.officer.name) }
    }

    /// Confirms an appointment in the session of a keyholder of the same organisation.
    package func confirm(_ id: Appointment.ID, by ring: KeyRing) async throws {
        let (roster, today) = (try await roster(), clock.today())
        let (appointment, keys) = try toConfirm(id, roster)
        guard appointment.officer != ring.officer else { throw ConfirmationRefusal.notThemselves }
        let entitled = roster.keyholders(of: appointment.organisation, on: today) { $0.confirmsKeyholders }
        guard let confirmer = entitled.first(where: { $0.officer.id == ring.officer && $0.keys == ring.publicKeys }) else {
            throw ConfirmationRefusal.notEntitled
        }
        let note = note(
            .keyholderConfirmed, by: confirmer.appointment.role.rawValue, at: .officerDoor, officer: ring.officer, appointment: id
        )
        try await save(Confirmation(of: appointment, keys: keys, by: ring, on: today), note)
    }

    /// Confirms the first keyholder of an organisation, with two administrators who proved who they are.
    package func confirmFirst(_ id: Appointment.ID, before administrators: [ProvenIdentity]) async throws {
        let (roster, today) = (try await roster(), clock.today())
        let (appointment, keys) = try toConfirm(id, roster)
        let effective = roster.effective(on: today)
        let names = administrators.filter { proven in
            effective.contains { $0.officer == proven.officer.id && $0.role == .administrator }
        }.map(\.officer.userName.text)
        guard Set(names).count == 2 else { throw ConfirmationRefusal.twoAdministratorsNeeded }
        guard roster.keyholders(of: appointment.organisation, on: today, where: \.confirmsKeyholders).isEmpty else {
            throw ConfirmationRefusal.notTheFirst
        }
        let confirmation = Confirmation(
            of: appointment, keys: keys, before: names.sorted(), serverKey: secrets.signing[0], on: today)
        let note = note(
            .keyholderConfirmed, by: "administrator", at: .commandLine, appointment: id,
            text: names.sorted().joined(separator: ","))
        try await save(confirmation, note)
    }

    private func toConfirm(_ id: Appointment.ID, _ roster: Roster) throws -> (Appointment, OfficerKeys) {
        guard let appointment = roster.appointments.first(where: { $0.id == id }) else {
            throw ConfirmationRefusal.unknownAppointment
        }
        guard appointment.role.carriesKeys else { throw ConfirmationRefusal.carriesNoKeys }
        guard let keys = roster.keys[appointment.officer] else { throw ConfirmationRefusal.noKeysYet }
        guard roster.confirmedSince[id] == nil else { throw ConfirmationRefusal.alreadyConfirmed }
        return (appointment, keys)
    }

    private func save(_ confirmation: Confirmation, _ note: AuditNote) async throws {
        try await audit.command { db in
            try db.insert(confirmation)
            try db.raiseRosterVersion()
            return note
        }
    }
}

/// An appointment that carries keys and waits for a keyholder's word.
package struct WaitingKeyholder: Sendable, Equatable {
    package let officer: Officer
    package let appointment: Appointment
    /// False until the officer signed in for the first time.
    package let hasKeys: Bool
}

extension SQLConnection {
    /// A forged or outdated confirmation gives way to a true one.
    fileprivate func insert(_ confirmation: Confirmation) throws {
        try execute(
            "DELETE FROM confirmation WHERE appointment = $1 AND key_version = $2", confirmation.appointment,
            confirmation.keyVersion)
        let (officer, version, serverKey, names): (Officer.ID?, Int?, String?, String?) =
            switch confirmation.confirmer {
            case .officer(let officer, let version): (officer, version, nil, nil)
            case .administrators(let names, let key): (nil, nil, key, names.joined(separator: ","))
            }
        try execute(
            """
            INSERT INTO confirmation
            (appointment, key_version, confirmer, confirmer_key_version, server_key, administrators, day, signature)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """, confirmation.appointment, confirmation.keyVersion, officer, version, serverKey, names, confirmation.day,
            confirmation.signature)
    }
}
