import Access
import Database
import Documents
import Kernel

/// The whole register of a department as a table, to work on elsewhere.
package struct RegisterDocument: Sendable {
    let entries: [RegisterEntry]
    package var count: Int { entries.count }

    /// - Parameters:
    ///   - department: its name.
    ///   - owners: names of officers.
    package func document(department: String, owners: [Officer.ID: String], on day: Day) -> Document {
        Document(
            title: "Register van moties en toezeggingen", day: day, issuer: department,
            blocks: [
                .particulars([.init("Van", department), .init("Stand op", PlanningWords.day(day))]),
                .table(
                    Table(
                        caption: "Register",
                        columns: [
                            "Nr.", "Kamer", "Soort", "Omschrijving", "Vindplaats", "Wanneer", "Stand van zaken", "Eigenaar",
                        ],
                        rows: entries.map { row($0, owners, day) })),
            ])
    }

    private func row(_ entry: RegisterEntry, _ owners: [Officer.ID: String], _ day: Day) -> [Table.Cell] {
        [
            .text(String(entry.number)), .text(PlanningWords.house(entry.facts.house)),
            .text(PlanningWords.kind(.entry(entry.facts.kind))), .text(entry.facts.title),
            .text(PlanningWords.place(PlanningRow(entry))), entry.due?.day.map { .day($0) } ?? .text(entry.due?.words ?? ""),
            .text(YearlyAnnex.state(of: entry, on: day)), .text(entry.owner.flatMap { owners[$0] } ?? ""),
        ]
    }
}

extension Commitments {
    /// The register of a department; for those who run the server.
    package func register(of department: Organisation.ID) async throws -> RegisterDocument {
        RegisterDocument(entries: try await database.read { try $0.entries(of: department) })
    }
}
