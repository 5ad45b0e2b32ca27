import AuditLog
import Database
import Kernel

extension Access {
    /// Takes in a list of organisations: new ones are added, known ones get the names, parents and dates of the list. None is removed.
    ///
    /// - Throws: `OrganisationRefusal` where the outcome is no tree; nothing is changed then.
    package func importOrganisations(_ list: [Organisation], at origin: AuditOrigin = .commandLine) async throws {
        let note = note(.organisationsImported, by: "administrator", at: origin, text: "\(list.count)")
        try await audit.command { db in
            let known = try db.organisations()
            let ids = Set(list.map(\.id))
            _ = try OrganisationTree(known.filter { !ids.contains($0.id) } + list)
            for organisation in list { try db.save(organisation) }
            for organisation in list {
                try db.execute("UPDATE organisation SET alternate = $2 WHERE id = $1", organisation.id, organisation.alternate)
                try db.saveParents(of: organisation)
            }
            try db.raiseRosterVersion()
            return note
        }
    }
}

extension SQLConnection {
    fileprivate func save(_ organisation: Organisation) throws {
        try execute(
            """
            INSERT INTO organisation (id, kind, from_day, until_day, tooi) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (id) DO UPDATE SET kind = $2, from_day = $3, until_day = $4, tooi = $5
            """, organisation.id, organisation.kind.rawValue, organisation.existence.from, organisation.existence.until,
            organisation.tooi)
        try execute("DELETE FROM organisation_name WHERE organisation = $1", organisation.id)
        for name in organisation.names {
            try execute(
                """
                INSERT INTO organisation_name (organisation, from_day, until_day, name_nl, name_en, abbreviation)
                VALUES ($1, $2, $3, $4, $5, $6)
                """, organisation.id, name.period.from, name.period.until, name.value.full.nl, name.value.full.en,
                name.value.abbreviation)
        }
    }

    fileprivate func saveParents(of organisation: Organisation) throws {
        try execute("DELETE FROM organisation_parent WHERE organisation = $1", organisation.id)
        for parent in organisation.parents {
            try execute(
                "INSERT INTO organisation_parent (organisation, from_day, until_day, parent) VALUES ($1, $2, $3, $4)",
                organisation.id,
                parent.period.from, parent.period.until, parent.value)
        }
    }
}
