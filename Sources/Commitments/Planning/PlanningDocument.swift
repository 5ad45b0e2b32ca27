import Documents
import Kernel

extension SentOverview {
    /// The overview as the House got it.
    ///
    /// - Parameter before: the one that was sent before it; nil for the first.
    package func document(department: String, after before: SentOverview?) -> Document {
        let comparison = PlanningComparison(overview, since: before, entries: [], letters: [])
        return comparison.document(department: department, told: departures)
    }
}

extension PlanningComparison {
    /// The overview as the House gets it, with what moved since the last one.
    ///
    /// - Parameter department: what the department is called in full.
    package func document(department: String) -> Document {
        document(department: department, told: departures.map { ToldDeparture($0) })
    }

    fileprivate func document(department: String, told: [ToldDeparture]) -> Document {
        let day = overview.day
        return Document(
            title: "Planningsoverzicht \(PlanningWords.house(overview.house))", day: day, issuer: department, isLandscape: true,
            blocks: [
                .particulars([
                    .init("Van", department), .init("Aan", PlanningWords.house(overview.house)),
                    .init("Stand op", PlanningWords.day(day)),
                ]), .text(summary(told.count)),
            ] + picture + [.table(table)] + (told.isEmpty ? [] : [.table(Self.table(of: told))]))
    }

    private func summary(_ gone: Int) -> String {
        let (count, late) = (overview.rows.count, overview.rows.count { $0.isLate(on: overview.day) })
        let standing =
            "Er \(count == 1 ? "staat 1 onderwerp" : "staan \(count) onderwerpen") open. \(late == 0 ? "Niets is te laat." : "Te laat: \(late).")"
        guard let last else { return "\(standing) Er is nog geen eerder overzicht verstuurd." }
        let since = "Sinds het overzicht van \(PlanningWords.day(last.sentOn))"
        let moved =
            switch gone {
            case 0: "\(since) is er niets afgegaan"
            case 1: "\(since) staat er 1 niet meer op"
            default: "\(since) staan er \(gone) niet meer op"
            }
        let later =
            switch postponed {
            case 0: "komt er geen later dan toen was gezegd"
            case 1: "komt er 1 later dan toen was gezegd"
            default: "komen er \(postponed) later dan toen was gezegd"
            }
        switch withoutDayNow {
        case 0: return "\(standing) \(moved) en \(later)."
        case 1: return "\(standing) \(moved), \(later), en heeft er 1 geen dag meer."
        case let lost: return "\(standing) \(moved), \(later), en hebben er \(lost) geen dag meer."
        }
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

    private static func table(of departures: [ToldDeparture]) -> Table {
        Table(
            caption: "Van het overzicht af", columns: ["Onderwerp", "Soort", "Hoe het afliep"],
            rows: departures.map { [.text($0.title), .text($0.kind), .text($0.ending)] })
    }
}
