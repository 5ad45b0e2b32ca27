import Kernel
import Sealing

/// Follows confirmations down to the server's own key. What does not get there is not confirmed.
struct ConfirmationCheck {
    private let appointments: [Appointment.ID: Appointment]
    private let keys: [OfficerKeys.Name: OfficerKeys]
    private let confirmations: [Key: Confirmation]
    private let serverKeys: [String: SigningPublicKey]
    private var known: [Key: Day?] = [:]

    private struct Key: Hashable {
        let appointment: Appointment.ID
        let version: Int
    }

    init(
        appointments: [Appointment], keys: [OfficerKeys.Name: OfficerKeys], confirmations: [Confirmation],
        serverKeys: [String: SigningPublicKey]
    ) {
        self.appointments = Dictionary(uniqueKeysWithValues: appointments.map { ($0.id, $0) })
        self.keys = keys
        self.confirmations = Dictionary(
            confirmations.map { (Key(appointment: $0.appointment, version: $0.keyVersion), $0) },
            uniquingKeysWith: { first, _ in first })
        self.serverKeys = serverKeys
    }

    /// The day of a valid confirmation of this appointment with this version of the officer's keys.
    mutating func confirmedSince(_ id: Appointment.ID, keyVersion: Int) -> Day? {
        let key = Key(appointment: id, version: keyVersion)
        if let answer = known[key] { return answer }
        known[key] = .some(nil)  // A circle of confirmations confirms nothing.
        let day = check(key)
        known[key] = day
        return day
    }

    private mutating func check(_ key: Key) -> Day? {
        guard let appointment = appointments[key.appointment], let confirmation = confirmations[key],
            let confirmed = keys[OfficerKeys.Name(officer: appointment.officer, version: key.version)],
            let signer = signer(of: confirmation, at: appointment.organisation),
            confirmation.isSigned(by: signer, of: appointment, keys: confirmed)
        else { return nil }
        return confirmation.day
    }

    /// The key of whoever confirmed, where they were entitled to on that day.
    private mutating func signer(of confirmation: Confirmation, at organisation: Organisation.ID) -> SigningPublicKey? {
        switch confirmation.confirmer {
        case .administrators(let names, let serverKey):
            return Set(names).count == 2 ? serverKeys[serverKey] : nil
        case .officer(let officer, let version):
            let candidates = appointments.values.filter {
                $0.officer == officer && $0.organisation == organisation && $0.role.confirmsKeyholders
                    && $0.wasInForce(on: confirmation.day)
            }
            for candidate in candidates.sorted(by: { $0.id.text < $1.id.text }) {
                guard let since = confirmedSince(candidate.id, keyVersion: version), since <= confirmation.day else { continue }
                return keys[OfficerKeys.Name(officer: officer, version: version)]?.signing
            }
            return nil
        }
    }
}
