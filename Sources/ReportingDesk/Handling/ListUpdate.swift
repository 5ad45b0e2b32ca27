import Access
import Compartments
import Database
import Kernel
import Sealing

/// The list fields of a case in the form in which its readers may see them: under the organisation's list key, or, where someone is
/// excluded, under the keys of the case alone.
enum ListUpdate: Sendable {
    case forOrganisation(SealedListFields)
    case forReadersAlone(SealedDocumentRow)
    case none
}

extension ReportingDesk {
    func listUpdate(_ fields: ListFields?, _ open: OpenCase, _ reader: Reader) async throws -> ListUpdate {
        guard let fields else { return .none }
        if open.keys.canWrite(.list) {
            return .forReadersAlone(try open.keys.seal(fields, kind: "list", in: .list, with: sealer))
        }
        let inbox = try await compartments.listInbox(of: open.file.organisation)
        return .forOrganisation(try compartments.seal(fields, of: open.id.text, to: inbox))
    }

    /// Puts the list fields back where an exclusion without keys at hand took them away, or where their key is lost.
    func restoreListFields(of id: CaseFile.ID, by reader: Reader) async throws {
        let found = try await database.read { db in
            try db.first(
                """
                SELECT s.organisation, c.list_epoch FROM case_file c JOIN sealed_subject s ON s.id = c.id
                WHERE c.id = $1 AND c.list_item IS NULL
                """, id
            ).map {
                (
                    organisation: try $0.get("organisation", as: Organisation.ID.self),
                    epoch: try $0.get("list_epoch", as: Int?.self)
                )
            }
        }
        guard let found else { return }
        if let epoch = found.epoch, try await !compartments.isListKeyLost(epoch, at: found.organisation) { return }
        let open = try await opened(id, by: reader)
        let contents = try CaseContents(open.rows, keys: open.keys, roster: try await access.roster(), sealer: sealer)
        let update = try await listUpdate(
            contents.report.map { ListFields($0, outcome: contents.closing?.outcome) }, open, reader)
        let today = today
        try await database.write { db in try db.apply(update, to: id, on: today) }
    }
}

extension SQLConnection {
    func apply(_ update: ListUpdate, to id: CaseFile.ID, on day: Day) throws {
        switch update {
        case .none: return
        case .forOrganisation(let fields): try setListFields(fields, of: id)
        case .forReadersAlone(let row):
            try insertDocument(row, of: id, on: day)
            try setListFields(nil, of: id)
            try execute("UPDATE case_file SET list_item = $2 WHERE id = $1", id, row.item.id)
        }
    }
}
