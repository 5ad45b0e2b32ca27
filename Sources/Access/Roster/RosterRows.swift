import Database
import Kernel
import Sealing

extension SQLConnection {
    /// Rises with every change of organisations, officers, appointments, keys and confirmations.
    package func rosterVersion() throws -> Int {
        try first("SELECT roster_version FROM installation WHERE id = 1")?.get("roster_version") ?? 0
    }

    func raiseRosterVersion() throws {
        try execute("UPDATE installation SET roster_version = roster_version + 1 WHERE id = 1")
    }

    func roster(serverKeys: [String: SigningPublicKey]) throws -> Roster {
        Roster(
            version: try rosterVersion(), tree: try OrganisationTree(organisations()),
            officers: try query("SELECT * FROM officer").map(Officer.init),
            appointments: try query("SELECT * FROM appointment").map(Appointment.init),
            keys: try query("SELECT * FROM officer_key").map(OfficerKeys.init),
            confirmations: try query("SELECT * FROM confirmation").map(Confirmation.init), serverKeys: serverKeys)
    }

    func organisations() throws -> [Organisation] {
        func dated(_ row: Row) throws -> (Organisation.ID, Period) {
            (try row.get("organisation"), Period(from: try row.get("from_day"), until: try row.get("until_day")))
        }
        var names: [Organisation.ID: [Dated<OrganisationName>]] = [:]
        for row in try query("SELECT * FROM organisation_name ORDER BY organisation, from_day") {
            let (id, period) = try dated(row)
            let name = OrganisationName(
                nl: try row.get("name_nl"), en: try row.get("name_en"), abbreviation: try row.get("abbreviation"))
            names[id, default: []].append(Dated(name, period))
        }
        var parents: [Organisation.ID: [Dated<Organisation.ID>]] = [:]
        for row in try query("SELECT * FROM organisation_parent ORDER BY organisation, from_day") {
            let (id, period) = try dated(row)
            parents[id, default: []].append(Dated(try row.get("parent"), period))
        }
        return try query("SELECT * FROM organisation ORDER BY id").map { row in
            let id: Organisation.ID = try row.get("id")
            return Organisation(
                id: id, kind: try row.get("kind"),
                existence: Period(from: try row.get("from_day"), until: try row.get("until_day")),
                names: names[id] ?? [], parents: parents[id] ?? [], alternate: try row.get("alternate"), tooi: try row.get("tooi")
            )
        }
    }
}
