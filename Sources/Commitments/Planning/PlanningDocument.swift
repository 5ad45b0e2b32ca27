import Documents
import Kernel

extension PlanningComparison {
    /// The overview as the House gets it, with what moved since the last one.
    ///
    /// - Parameter department: what the department is called in full.
    package func document(department: String) -> Document {
        let day = overview.day
        return Document(
            title: "Planningsoverzicht \(PlanningWords.house(overview.house))", day: day, issuer: department, isLandscape: true,
            blocks: [
                .particulars([
                    .init("Van", department), .init("Aan", PlanningWords.house(overview.house)),
                    .init("Stand op", PlanningWords.day(day)),
                ]), .text(summary),
            ] + picture + [.table(table)] + (departures.isEmpty ? [] : [.table(departuresTable)]))
    }

    private var summary: String {
        let (count, late) = (overview.rows.count, overview.rows.count { $0.isLate(on: overview.day) })
        let standing =
            "Er \(count == 1 ? "staat 1 onderwerp" : "staan \(count) onderwerpen") open. Van \(late == 0 ? "geen" : String(late)) is de dag voorbij."
        guard let last else { return "\(standing) Er is nog geen eerder overzicht verstuurd." }
        let moved =
            "Sinds het overzicht van \(PlanningWords.day(last.sentOn)) \(departures.count == 1 ? "is er 1" : "zijn er \(departures.count)") van af"
        return "\(standing) \(moved) en \(postponed == 1 ? "komt er 1" : "komen er \(postponed)") later dan toen was gezegd."
    }

    private var picture: [Document.Block] {
        PlanningPicture(overview, movements: movements).map { [.picture($0.documentPicture)] } ?? []
    }

    private var table: Table {
        let columns = ["Onderwerp", "Soort", "Vindplaats", "Zoals gezegd", "Uiterlijk", "Stand van zaken"]
        return Table(
            caption: "Wat de Kamer nog krijgt", columns: columns + (last == nil ? [] : ["Sinds het vorige overzicht"]),
            rows: overview.rows.map { row in
                [
                    .text(row.title), .text(PlanningWords.kind(row.kind)), .text(PlanningWords.place(row)), .text(row.words),
                    row.day.map { .day($0) } ?? .text("nog geen dag"), .text(PlanningWords.progress(row.progress)),
                ] + (last == nil ? [] : [.text(movements[row.subject].map(PlanningWords.movement) ?? "")])
            })
    }

    private var departuresTable: Table {
        Table(
            caption: "Van het overzicht af", columns: ["Onderwerp", "Soort", "Hoe het afliep"],
            rows: departures.map {
                [
                    .text($0.row.title), .text(PlanningWords.kind($0.row.kind)),
                    .text(PlanningWords.ending($0.ending)),
                ]
            })
    }
}
