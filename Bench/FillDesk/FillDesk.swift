import Access
import App
import ArgumentParser
import AuditLog
import Compartments
import Database
import Kernel
import ReportingDesk
import Sealing

/// Fills the database of a bench: whole cases by the way that a report goes, rows that only a list reads, entries of the audit.
@main
struct FillDesk: AsyncParsableCommand {
    @Option(help: "A SQLite file, or postgres://user@host/name.")
    var database: String
    @Option(help: "The file of the server's secrets.")
    var secrets: String
    @Option(help: "The code of the organisation that the cases are about.")
    var organisation = "bzk"
    @Option(help: "How many whole cases; the code of each is printed.")
    var whole = 0
    @Option(help: "The user name of an officer who is marked as involved in the whole cases.")
    var involved: String?
    @Option(help: "How many cases of which there is what a list reads: rows, readers, and sealed kinds.")
    var listed = 0
    @Option(help: "How many entries of the audit.")
    var entries = 0
    @Option(help: "How many commitments to Parliament.")
    var promises = 0
    @Option(help: "How many pages of a letter about them; its identifier is printed.")
    var letterPages = 0
    @Option(help: "The user name of who keeps them.")
    var keeper: String?

    func run() async throws {
        let settings = Settings(["database": database, "secrets": secrets])
        let database = try await settings.database.open()
        let registers = Registers(database: database, secrets: try SecretsFile(settings.secrets).read(), kind: .test)
        let place = try place()
        var marked: [String] = []
        if let name = involved.flatMap({ UserName($0) }) { marked = [try await registers.access.officer(named: name).id.text] }
        for _ in 0..<whole { print(try await registers.desk.report(about: place, involved: marked)) }
        if listed > 0 { try await registers.fillList(of: place, count: listed) }
        for start in stride(from: 0, to: entries, by: 1000) {
            let count = min(1000, entries - start)
            _ = try await registers.audit.command { _ in
                Audited((), (0..<count).map { _ in AuditNote(AuditAction("bench.filled"), by: "system", at: .job) })
            }
        }
        if let keeper = keeper.flatMap({ UserName($0) }) {
            try await registers.fillRegister(of: place, promises: promises, letterPages: letterPages, keeper: keeper)
        }
        try await registers.access.derivations.close()
        try await database.close()
    }

    private func place() throws -> Organisation.ID {
        guard let id = Organisation.ID(organisation) else {
            throw ValidationError("'\(organisation)' is no code of an organisation.")
        }
        return id
    }
}

extension ReportingDesk {
    /// Hands in a report of about 2 kB.
    ///
    /// - Returns: the code.
    fileprivate func report(about organisation: Organisation.ID, involved: [String]) async throws -> String {
        let token = try await beginDraft(in: .nl)
        try await changeDraft(token) { draft in
            draft.relation = .myself
            draft.organisation = organisation
            draft.involved = involved
            draft.sawReaders = true
            draft.kinds = [.bullying]
            draft.story = String(repeating: "Bij elk overleg maakt hij grappen over mijn afkomst. ", count: 40)
            draft.sawStory = true
            draft.sawTime = true
            draft.isUrgent = false
            draft.sawFiles = true
            draft.mode = .confidential
            draft.name = "Sanne de Boer"
        }
        try await receive(token)
        let code = try await mailboxState(token).newCode ?? ""
        try await forget(token)
        return code
    }
}

extension Registers {
    /// Copies the rows of the newest case that a list reads, each with an id, a number, days and sealed kinds of its own.
    fileprivate func fillList(of organisation: Organisation.ID, count: Int) async throws {
        let model: String? = try await database.read { db in
            try db.query("SELECT id FROM sealed_subject WHERE organisation = $1 ORDER BY id DESC LIMIT 1", organisation).first?
                .get("id")
        }
        guard let model else { throw ValidationError("There is no case at \(organisation) to copy: make a whole one first.") }
        let (inbox, today) = (try await desk.compartments.listInbox(of: organisation), clock.today())
        let kinds = ReportKind.allCases
        for start in stride(from: 0, to: count, by: 1000) {
            let rows = try (start..<min(start + 1000, count)).map { number in
                let id = Identifier<CaseFile>(from: .system)
                let fields = ListFields(
                    organisation: organisation, kinds: [kinds[number % kinds.count]], grounds: [], outcome: nil)
                let due = today + (number % 380 - 15)
                return ListedRow(
                    id: id, number: number, received: due - 98, due: due, awaiting: number % 3 == 0 ? "officer" : "reporter",
                    fields: try desk.compartments.seal(fields, of: id.text, to: inbox))
            }
            try await database.write { db in
                for row in rows { try db.insert(row, like: model) }
            }
        }
    }
}

/// A case as far as a list reads it.
private struct ListedRow: Sendable {
    let id: CaseFile.ID
    let number: Int
    let received: Day
    let due: Day
    /// Whose turn it is.
    let awaiting: String
    let fields: SealedListFields
}

extension SQLConnection {
    fileprivate func insert(_ row: ListedRow, like model: String) throws {
        try execute(
            """
            INSERT INTO sealed_subject (id, organisation, reader_slots, pair_slots, mailbox_key, excluded)
            SELECT $1, organisation, reader_slots, pair_slots, mailbox_key, excluded FROM sealed_subject WHERE id = $2
            """, row.id, model)
        try execute(
            """
            INSERT INTO subject_reader (tag, subject, is_open, mark, sort)
            SELECT tag, $1, is_open, $2, $3 FROM subject_reader WHERE subject = $4
            """, row.id, row.awaiting, "1|\(row.due.iso)|\(row.due.iso)|\(row.id.text)", model)
        let hex = String(row.number + 0x10_0000, radix: 16, uppercase: true)
        try execute(
            """
            INSERT INTO case_file (id, number, received_day, state, awaiting, next_clock, next_nominal, next_legal, list_form,
            list_epoch, list_fields) VALUES ($1, $2, $3, 'open', $4, 'feedback', $5, $6, $7, $8, $9)
            """, row.id, "\(hex.prefix(3))-\(hex.dropFirst(3))", row.received, row.awaiting,
            row.due,
            row.due, row.fields.form.rawValue, row.fields.epoch, row.fields.bytes)
    }
}
