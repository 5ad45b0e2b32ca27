import Kernel
import Sealing

/// Who works where in which role, and whose keys are confirmed: one consistent picture, with the version of the rows it was made of.
package struct Roster: Sendable {
    package let version: Int
    package let tree: OrganisationTree
    package let officers: [Officer.ID: Officer]
    package let appointments: [Appointment]
    /// The newest public keys of each officer.
    package let keys: [Officer.ID: OfficerKeys]
    /// Every version of the public keys, to check what was signed with an earlier one.
    let allKeys: [OfficerKeys.Name: OfficerKeys]
    /// The appointments whose confirmation, down to the server's own key, is valid for the newest keys, and since when.
    package let confirmedSince: [Appointment.ID: Day]

    /// The appointments that were confirmed with the keys that their officer had then.
    private let everConfirmed: Set<Appointment.ID>
    /// The versions of keys that some appointment was ever confirmed with.
    let confirmedKeys: Set<OfficerKeys.Name>

    init(
        version: Int, tree: OrganisationTree, officers: [Officer], appointments: [Appointment], keys: [OfficerKeys],
        confirmations: [Confirmation], serverKeys: [String: SigningPublicKey]
    ) {
        self.version = version
        self.tree = tree
        self.officers = Dictionary(uniqueKeysWithValues: officers.map { ($0.id, $0) })
        self.appointments = appointments
        let allKeys = Dictionary(
            uniqueKeysWithValues: keys.map { (OfficerKeys.Name(officer: $0.officer, version: $0.version), $0) })
        self.allKeys = allKeys
        self.keys = Dictionary(keys.map { ($0.officer, $0) }, uniquingKeysWith: { $0.version > $1.version ? $0 : $1 })
        var check = ConfirmationCheck(
            appointments: appointments, keys: allKeys, confirmations: confirmations, serverKeys: serverKeys)
        var confirmedSince: [Appointment.ID: Day] = [:]
        for appointment in appointments {
            guard let newest = self.keys[appointment.officer] else { continue }
            confirmedSince[appointment.id] = check.confirmedSince(appointment.id, keyVersion: newest.version)
        }
        self.confirmedSince = confirmedSince
        let valid = confirmations.filter { check.confirmedSince($0.appointment, keyVersion: $0.keyVersion) != nil }
        everConfirmed = Set(valid.map(\.appointment))
        let officerOf = Dictionary(uniqueKeysWithValues: appointments.map { ($0.id, $0.officer) })
        confirmedKeys = Set(
            valid.compactMap { confirmation in
                officerOf[confirmation.appointment].map { OfficerKeys.Name(officer: $0, version: confirmation.keyVersion) }
            })
    }

    /// The appointments in force on a day, confirmed where the role carries keys.
    package func effective(on day: Day) -> [Appointment] {
        appointments.filter { appointment in
            appointment.period.contains(day) && officers[appointment.officer]?.isServing(on: day) == true
                && (!appointment.role.carriesKeys || confirmedSince[appointment.id] != nil)
        }
    }

    /// The appointments of an organisation in force on a day that were confirmed, also of officers who enrolled anew since and wait
    /// for it again.
    package func staff(of organisation: Organisation.ID, on day: Day) -> [Appointment] {
        appointments.filter { appointment in
            appointment.organisation == organisation && appointment.period.contains(day) && everConfirmed.contains(appointment.id)
                && officers[appointment.officer]?.isServing(on: day) == true
        }
    }

    /// The keyholders of an organisation in one of the roles on a day, each officer once.
    package func keyholders(of organisation: Organisation.ID, on day: Day, where fits: (OfficerRole) -> Bool) -> [Keyholder] {
        var seen: Set<Officer.ID> = []
        return effective(on: day).filter { $0.organisation == organisation && $0.role.carriesKeys && fits($0.role) }
            .sorted { ($0.role.rank, $0.officer.text) < ($1.role.rank, $1.officer.text) }
            .compactMap { appointment in
                guard let officer = officers[appointment.officer], let keys = keys[officer.id], seen.insert(officer.id).inserted
                else { return nil }
                return Keyholder(officer: officer, appointment: appointment, keys: keys)
            }
    }

    /// Who stands in for these officers on a day, and who for those, and so on. The officers themselves are included.
    package func closure(of officers: Set<Officer.ID>, on day: Day) -> Set<Officer.ID> {
        var closure = officers
        var found = true
        while found {
            let next = appointments.filter { appointment in
                appointment.period.contains(day) && appointment.substituteFor.map(closure.contains) == true
            }.map(\.officer)
            found = !Set(next).isSubset(of: closure)
            closure.formUnion(next)
        }
        return closure
    }

    /// The confirmed signing key with which an officer signed, by the version that was used.
    package func signingKey(of officer: Officer.ID, version: Int) -> SigningPublicKey? {
        let version = OfficerKeys.Name(officer: officer, version: version)
        return confirmedKeys.contains(version) ? allKeys[version]?.signing : nil
    }
}

/// An officer who may hold keys, with the appointment that says so.
package struct Keyholder: Sendable, Equatable {
    package let officer: Officer
    package let appointment: Appointment
    package let keys: OfficerKeys

    package init(officer: Officer, appointment: Appointment, keys: OfficerKeys) {
        self.officer = officer
        self.appointment = appointment
        self.keys = keys
    }
}

extension OfficerRole {
    /// The order in which roles are named to people.
    fileprivate var rank: Int {
        switch self {
        case .integrityCoordinator: 0
        case .reportHandler: 1
        case .recoveryOfficer: 2
        case .administrator: 3
        case .commitmentsCoordinator: 4
        case .policyOfficer: 5
        case .ministersOffice: 6
        case .alignmentPartner: 7
        }
    }
}
