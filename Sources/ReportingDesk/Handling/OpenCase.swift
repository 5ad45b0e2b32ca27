import Access
import AuditLog
import Compartments
import Database
import Kernel
import Sealing

/// An officer at work: who, and the keys of their session.
package struct Reader: Sendable {
    package let session: OfficerSession
    package let ring: KeyRing

    package init(session: OfficerSession, ring: KeyRing) {
        self.session = session
        self.ring = ring
    }
}

/// Why an officer cannot do something in a case. It does not tell whether there is such a case.
package enum CaseRefusal: Refusal {
    case notFound
    /// The case must be opened with a purpose first.
    case notOpened
    case closed
    case empty
    /// A case is closed after the reporter heard what follows.
    case feedbackMissing
    /// Nobody of these is among the readers.
    case nobodyChosen
    /// Too few readers were left, so that it is handled elsewhere from now on.
    case moved
    /// What is asked for is there, but its key was not handed to this officer.
    case keysMissing
}

/// An opened case with its keys, for the time of one request. It has no description.
struct OpenCase: Sendable {
    let id: CaseFile.ID
    let role: OfficerRole
    let keys: CompartmentKeys
    let rows: SealedCaseRows
    let file: CaseFile
}

extension ReportingDesk {
    /// Opens a case for this session. The opening, with its purpose, is in the audit before anything of the case opens.
    ///
    /// - Throws: `CaseRefusal.notFound`, `.moved`; `.keysMissing` where the report would stay closed: then nothing is recorded.
    package func openCase(_ id: CaseFile.ID, for purpose: OpeningPurpose, by reader: Reader) async throws {
        let role = try await role(of: reader, in: id)
        try await checkKeys(of: "report", in: id, reader)
        let settling = Excluder(holder: .officer(reader.ring), function: role.rawValue, origin: .officerDoor, action: nil) {
            detail(reader, $0)
        }
        guard try await !settle(id, by: settling) else { throw CaseRefusal.moved }
        let session = reader.session.publicID
        _ = try await compartments.open(
            id.text, for: .officer(reader.ring), [.content], as: .caseOpened, by: role.rawValue, at: .officerDoor,
            detail: detail(reader, purpose.rawValue)
        ) { db, entry in
            try db.execute(
                """
                INSERT INTO case_opening (session, case_id, compartment, entry) VALUES ($1, $2, 'content', $3)
                ON CONFLICT (session, case_id, compartment) DO UPDATE SET entry = $3
                """, session, id, entry)
        }
        try await restoreListFields(of: id, by: reader)
    }

    /// Opens who reports, once, with a purpose of its own.
    ///
    /// - Returns: nil where the reporter is anonymous.
    /// - Throws: `CaseRefusal.notFound`; `.keysMissing` where who reports would stay closed: then nothing is recorded.
    package func openIdentity(of id: CaseFile.ID, for purpose: IdentityPurpose, by reader: Reader) async throws
        -> ReporterIdentity?
    {
        let role = try await role(of: reader, in: id)
        guard role.readsIdentity else { throw CaseRefusal.notFound }
        try await checkKeys(of: "identity", in: id, reader)
        let opened = try await compartments.open(
            id.text, for: .officer(reader.ring), [.identity], as: .identityOpened, by: role.rawValue, at: .officerDoor,
            detail: detail(reader, purpose.rawValue))
        let rows = try await database.read { db in try db.rows(of: id) }
        let identity = try CaseContents(rows, keys: opened.keys, roster: try await access.roster(), sealer: sealer).identity
        guard identity != nil || !rows.documents.contains(where: { $0.kind == "identity" }) else { throw CaseRefusal.keysMissing }
        return identity
    }

    /// - Throws: `CaseRefusal.keysMissing` where a case has a document of this kind that the officer has no key of.
    private func checkKeys(of kind: String, in id: CaseFile.ID, _ reader: Reader) async throws {
        let rows = try await database.read { db in try db.rows(of: id) }
        guard let item = rows.documents.last(where: { $0.kind == kind }).flatMap({ rows.items[$0.item] }) else { return }
        guard try await compartments.holds(.officer(reader.ring), keyOf: item) else { throw CaseRefusal.keysMissing }
    }

    /// Whether a case is open in this session.
    package func isOpened(_ id: CaseFile.ID, by reader: Reader) async throws -> Bool {
        do {
            _ = try await opened(id, by: reader)
            return true
        } catch CaseRefusal.notOpened {
            return false
        }
    }

    /// The keys and rows of a case that this session opened.
    ///
    /// - Throws: `CaseRefusal.notFound`, `.notOpened`.
    func opened(_ id: CaseFile.ID, by reader: Reader) async throws -> OpenCase {
        let role = try await role(of: reader, in: id)
        let session = reader.session.publicID
        let entry: Int? = try await database.read { db in
            try db.first(
                "SELECT entry FROM case_opening WHERE session = $1 AND case_id = $2 AND compartment = 'content'", session, id)?
                .get("entry")
        }
        guard let entry, let opening = try await audit.recordedOpening(entry: entry, of: id.text, as: .caseOpened) else {
            throw CaseRefusal.notOpened
        }
        let keys = try await compartments.keys(for: .officer(reader.ring), opened: opening, [.content, .list])
        let rows = try await database.read { db in try db.rows(of: id) }
        guard let file = rows.file else { throw CaseRefusal.notFound }
        return OpenCase(id: id, role: role, keys: keys, rows: rows, file: file)
    }

    func role(of reader: Reader, in id: CaseFile.ID) async throws -> OfficerRole {
        guard let role = try await compartments.role(of: reader.ring, in: id.text) else { throw CaseRefusal.notFound }
        return role
    }

    func detail(_ reader: Reader, _ text: String? = nil) -> SubjectDetail {
        SubjectDetail(at: clock.now(), officer: reader.session.officer.id.text, name: reader.session.officer.name, text: text)
    }
}
