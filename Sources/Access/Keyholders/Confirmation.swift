import Database
import Foundation
import Kernel
import Sealing

/// The signed word of a keyholder that this appointment, with these public keys, may hold keys.
package struct Confirmation: Sendable, Equatable {
    package enum Confirmer: Sendable, Equatable {
        case officer(Officer.ID, keyVersion: Int)
        /// The first keyholder of an organisation: two administrators, on the server.
        case administrators([String], serverKey: String)
    }

    package let appointment: Appointment.ID
    package let keyVersion: Int
    package let confirmer: Confirmer
    package let day: Day
    package let signature: [UInt8]

    /// Signs as a keyholder of the same organisation.
    init(of appointment: Appointment, keys: OfficerKeys, by ring: KeyRing, on day: Day) {
        self.appointment = appointment.id
        keyVersion = keys.version
        confirmer = .officer(ring.officer, keyVersion: ring.version)
        self.day = day
        signature = ring.signing.sign(Self.statement(appointment, keys, confirmer, day), for: .confirmation)
    }

    /// Signs with the key of the server, in the presence of two administrators.
    init(
        of appointment: Appointment, keys: OfficerKeys, before administrators: [String],
        serverKey: ServerSecrets.Numbered<SigningKeyPair>, on day: Day
    ) {
        self.appointment = appointment.id
        keyVersion = keys.version
        confirmer = .administrators(administrators, serverKey: serverKey.id)
        self.day = day
        signature = serverKey.key.sign(Self.statement(appointment, keys, confirmer, day), for: .confirmation)
    }

    init(row: Row) throws {
        appointment = try row.get("appointment")
        keyVersion = try row.get("key_version")
        day = try row.get("day")
        signature = try row.get("signature")
        if let officer: Officer.ID = try row.get("confirmer", as: Officer.ID?.self) {
            confirmer = .officer(officer, keyVersion: try row.get("confirmer_key_version"))
        } else {
            let names = try row.get("administrators", as: String?.self) ?? ""
            confirmer = .administrators(names.split(separator: ",").map(String.init), serverKey: try row.get("server_key"))
        }
    }

    func isSigned(by key: SigningPublicKey, of appointment: Appointment, keys: OfficerKeys) -> Bool {
        appointment.id == self.appointment && keys.officer == appointment.officer && keys.version == keyVersion
            && key.isSignature(signature, of: Self.statement(appointment, keys, confirmer, day), for: .confirmation)
    }

    /// Everything that is confirmed, so that a changed row is no longer confirmed.
    private static func statement(_ appointment: Appointment, _ keys: OfficerKeys, _ confirmer: Confirmer, _ day: Day) -> [UInt8]
    {
        var bytes: [UInt8] = []
        var parts = [
            "confirmation/1", appointment.id.text, appointment.officer.text, appointment.organisation.code,
            appointment.role.rawValue,
            appointment.granted.from.iso, appointment.granted.until?.iso ?? "", appointment.substituteFor?.text ?? "",
            String(keys.version),
            day.iso,
        ]
        switch confirmer {
        case .officer(let officer, let version): parts += ["officer", officer.text, String(version)]
        case .administrators(let names, let key): parts += ["administrators", names.joined(separator: ","), key]
        }
        for part in parts { bytes.append(lengthPrefixed: Array(part.utf8)) }
        bytes.append(lengthPrefixed: keys.reading.bytes)
        bytes.append(lengthPrefixed: keys.signing.bytes)
        return bytes
    }
}
