import Access
import AuditLog
import Compartments
import Database
import Kernel
import Sealing

/// One page of what an officer has to do, what is due first on top.
package struct Worklist: Sendable {
    package struct Line: Sendable {
        package let file: CaseFile
        /// Nil where nobody with the keys has put them there yet.
        package let fields: ListFields?
    }

    package enum Filter: String, CaseIterable, Sendable {
        case open, late, thisWeek, awaitingReporter, awaitingOfficer, closed
    }

    package let lines: [Line]
    package let counts: [Filter: Int]
    package let filter: Filter
    /// Where the next page starts; nil on the last.
    package let next: String?

    package static let pageSize = 50
    /// Where a list has more, its number is not counted.
    package static let mostCounted = 999
}

extension ReportingDesk {
    /// A page of the cases that an officer reads.
    ///
    /// - Parameter after: where the page before ended.
    package func worklist(_ filter: Worklist.Filter, after: String?, for reader: Reader) async throws -> Worklist {
        let (readership, today) = (try await readership(of: reader), today)
        let (rows, counts) = try await database.read { db in
            (
                try db.worklist(filter, of: readership, after: after ?? "", today: today),
                try db.counts(of: readership, today: today)
            )
        }
        let page = Array(rows.prefix(Worklist.pageSize))
        let fields = try await listFields(of: page, for: reader)
        return Worklist(
            lines: page.map { Worklist.Line(file: $0.file, fields: fields[$0.file.id]) }, counts: counts, filter: filter,
            next: rows.count > page.count ? page.last?.sort : nil)
    }

    private func readership(of reader: Reader) async throws -> Readership {
        let (roster, officer, today) = (try await access.roster(), reader.ring.officer, today)
        func places(_ appointments: [Appointment]) -> Set<Organisation.ID> {
            Set(appointments.filter { $0.officer == officer && $0.role.readsReports }.map(\.organisation))
        }
        let (ever, now) = (places(roster.appointments), places(roster.effective(on: today)))
        return Readership(tag: compartments.readerTag(of: reader.ring), places: ever == now ? nil : now.sorted())
    }

    /// Records that lists were opened, once in a session.
    package func recordListOpening(by reader: Reader) async throws {
        let session = reader.session.publicID
        let key = access.secrets.notice.key
        let isRecorded = try await database.read { db in
            try db.first("SELECT 1 AS one FROM list_opening WHERE session = $1", session) != nil
        }
        guard !isRecorded else { return }
        let role = try await access.mainRole(of: reader.session.officer)
        let (detail, sealer) = (detail(reader), sealer)
        try await audit.command { db in
            try db.execute("INSERT INTO list_opening (session) VALUES ($1) ON CONFLICT (session) DO NOTHING", session)
            return AuditNote(.listOpened, by: role, at: .officerDoor) { number in
                try sealer.seal(
                    detail, with: key, at: SealingPlace(table: "audit_entry", column: "detail", row: String(number))
                ).bytes
            }
        }
    }

    private func listFields(of rows: [WorklistRow], for reader: Reader) async throws -> [CaseFile.ID: ListFields] {
        var found: [CaseFile.ID: ListFields] = [:]
        var settled: [(CaseFile.ID, SealedListFields)] = []
        for (organisation, rows) in Dictionary(grouping: rows.filter { $0.fields != nil }, by: \.file.organisation) {
            let keys = try await compartments.listKeys(of: organisation, for: reader.ring)
            for row in rows {
                guard let sealed = row.fields, let fields = try? keys.open(sealed, of: row.file.id.text, as: ListFields.self)
                else { continue }
                found[row.file.id] = fields
                if sealed.form == .inbox { settled.append((row.file.id, try keys.seal(fields, of: row.file.id.text))) }
            }
        }
        if !settled.isEmpty {
            let settled = settled
            try await database.write { db in
                for (id, fields) in settled { try db.settle(fields, of: id) }
            }
        }
        return try await found.merging(exclusiveFields(of: rows, for: reader)) { first, _ in first }
    }

    /// The list fields of cases with an exclusion, each under the keys of its case.
    private func exclusiveFields(of rows: [WorklistRow], for reader: Reader) async throws -> [CaseFile.ID: ListFields] {
        let exclusive = rows.filter { $0.listItem != nil }
        guard !exclusive.isEmpty else { return [:] }
        let keys = try await compartments.listKeys(of: exclusive.map(\.file.id.text), for: reader.ring)
        let documents = try await database.read { db in
            try exclusive.compactMap { row in try db.listDocument(row.listItem).map { (row.file.id, $0) } }
        }
        var found: [CaseFile.ID: ListFields] = [:]
        for (id, (item, payload)) in documents {
            found[id] = try? keys[id.text]?.open(payload, of: item, with: sealer, as: ListFields.self)
        }
        return found
    }
}
