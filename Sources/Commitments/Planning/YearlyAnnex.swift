import Access
import Database
import Documents
import Kernel

/// The annex "Moties en toezeggingen" of the yearly budget: what was owed at some time in a parliamentary year, and where it stands.
package struct YearlyAnnex: Sendable, Equatable {
    package let year: ParliamentaryYear
    /// Motions that were to be carried out, in the order in which they were made.
    package let motions: [RegisterEntry]
    /// Commitments and requests for information.
    package let commitments: [RegisterEntry]

    /// - Parameter day: the day on which it is drawn up. What happened later does not count.
    package init(of department: Organisation.ID, in year: ParliamentaryYear, entries: [RegisterEntry], on day: Day) {
        self.year = year
        let (first, last) = (year.firstDay, min(year.lastDay, day))
        let owed = entries.filter { entry in
            guard entry.facts.department == department, entry.facts.madeOn <= last else { return false }
            guard entry.motion?.isToBeCarriedOut != false else { return false }
            return entry.isOwed || entry.standings.last.map { $0.day >= first } ?? false
        }.sorted { ($0.facts.madeOn, $0.number) < ($1.facts.madeOn, $1.number) }
        motions = owed.filter { $0.facts.kind == .motion }
        commitments = owed.filter { $0.facts.kind == .commitment || $0.facts.kind == .informationRequest }
    }

    package func document(department: String, on day: Day) -> Document {
        Document(
            title: "Moties en toezeggingen \(year.inLetters)", day: day, issuer: department,
            blocks: [
                .particulars([.init("Van", department), .init("Stand op", PlanningWords.day(day))]),
                .table(table("Moties", motions, day)), .table(table("Toezeggingen", commitments, day)),
            ])
    }

    private func table(_ caption: String, _ entries: [RegisterEntry], _ day: Day) -> Table {
        Table(
            caption: caption, columns: ["Omschrijving", "Vindplaats", "Stand van zaken"],
            rows: entries.map { entry in
                let row = PlanningRow(entry)
                return [
                    .text(
                        entry.motion.map { "\(entry.facts.title) (\($0.movers.joined(separator: ", ")))" } ?? entry.facts.title),
                    .text(PlanningWords.place(row)), .text(Self.state(of: entry, on: day)),
                ]
            })
    }

    /// Where an entry stands on a day, as a sentence or two.
    static func state(of entry: RegisterEntry, on day: Day) -> String {
        if let motion = entry.motion, !motion.isToBeCarriedOut { return "\(PlanningWords.step(motion.step))." }
        let change = entry.standings.last
        switch entry.standing {
        case .settled:
            guard let letter = change?.letter, let day = change?.day else {
                return ["Afgedaan.", change?.facts ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
            }
            return "Afgedaan. Zie de brief van \(PlanningWords.day(day)) (\(letter.written()))."
        case .settledInPart:
            let letter = change?.letter.map { " met \($0.written())" } ?? ""
            return "Deels afgedaan\(letter). \(coming(entry, on: day))"
        case .open: return "Open. \(coming(entry, on: day))"
        case .transferred, .notCarriedOut, .lapsed:
            return "\(PlanningWords.ending(entry.standing.code)). \(change?.facts ?? "")"
        }
    }

    private static func coming(_ entry: RegisterEntry, on today: Day) -> String {
        guard let due = entry.due else { return "Er is nog geen dag genoemd." }
        let words = due.words.isEmpty ? "" : " (‘\(due.words)’)"
        guard let day = due.day else { return "De Kamer hoort het vervolg ‘\(due.words)’." }
        guard day >= today else {
            return "Het vervolg was gezegd voor \(PlanningWords.day(day))\(words), en is er nog niet."
        }
        return "De Kamer hoort het vervolg uiterlijk \(PlanningWords.day(day))\(words)."
    }
}

extension ParliamentaryYear {
    package var firstDay: Day { Self.openingDay(in: beginning) }
    /// The day before the next year opens.
    package var lastDay: Day { Self.openingDay(in: beginning + 1) - 1 }
}

extension Commitments {
    /// The annex of a parliamentary year as it stands today.
    package func yearlyAnnex(
        of department: Organisation.ID, in year: ParliamentaryYear, for officer: RegisterOfficer
    ) async throws -> YearlyAnnex {
        guard officer.reads.contains(department) else { throw PlanningRefusal.notFound }
        return try await yearlyAnnex(of: department, in: year)
    }

    /// The same for those who run the server.
    package func yearlyAnnex(of department: Organisation.ID, in year: ParliamentaryYear) async throws -> YearlyAnnex {
        let (today, entries) = (today, try await database.read { try $0.entries(of: department) })
        return YearlyAnnex(of: department, in: year, entries: entries, on: today)
    }
}
