import Compartments
import Database
import Foundation
import Kernel

extension SQLConnection {
    func caseFile(_ id: CaseFile.ID) throws -> CaseFile? {
        try first("SELECT c.*, s.organisation FROM case_file c JOIN sealed_subject s ON s.id = c.id WHERE c.id = $1", id).map(
            CaseFile.init)
    }

    func insertCase(_ id: CaseFile.ID, number: CaseNumber, receivedOn day: Day) throws {
        try execute(
            "INSERT INTO case_file (id, number, received_day, state, awaiting) VALUES ($1, $2, $3, 'open', 'officer')", id,
            number, day)
    }

    /// The clocks of a case. One that started anew takes the place of an earlier one of its kind that still ran; the history of
    /// both stays in the rows.
    func clocks(of id: CaseFile.ID) throws -> [CaseClock] {
        var histories: [CaseClock.Kind: [[TermEvent]]] = [:]
        for row in try query("SELECT * FROM case_clock_event WHERE case_id = $1 ORDER BY clock, number", id) {
            let (kind, event): (CaseClock.Kind, TermEvent) = (try row.get("clock"), try TermEvent(row: row))
            if case .started = event.kind {
                histories[kind, default: []].append([event])
            } else {
                histories[kind, default: [[]]][histories[kind]!.count - 1].append(event)
            }
        }
        return CaseClock.Kind.allCases.flatMap { kind in
            let clocks = (histories[kind] ?? []).map { CaseClock(kind: kind, history: $0) }
            return clocks.dropLast().filter { !$0.isRunning } + clocks.suffix(1)
        }
    }

    func append(_ event: TermEvent, to kind: CaseClock.Kind, of id: CaseFile.ID) throws {
        let number = try nextNumber(in: "case_clock_event", where: "case_id = $1 AND clock = $2", id, kind.rawValue)
        try execute(
            """
            INSERT INTO case_clock_event
            (case_id, clock, number, kind, day, party, nominal_end, legal_end, rule, rule_version, calendar_version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """, id, kind.rawValue, number, event.kind.json, event.day, event.decidedBy.function, event.nominalEnd,
            event.legalEnd,
            event.rule, event.ruleVersion, event.calendarVersion)
    }

    /// Marks these clocks of a case as met.
    func meet(_ kinds: Set<CaseClock.Kind>, of id: CaseFile.ID, on day: Day, by party: Party) throws {
        for clock in try clocks(of: id) where kinds.contains(clock.kind) {
            if let event = clock.met(on: day, by: party) { try append(event, to: clock.kind, of: id) }
        }
    }

    /// Writes what is due first to the case and to its place in the lists of its readers.
    func refreshDue(of id: CaseFile.ID) throws {
        let next = NextDue(of: try clocks(of: id))
        try execute(
            "UPDATE case_file SET next_clock = $2, next_nominal = $3, next_legal = $4 WHERE id = $1", id, next?.clock.rawValue,
            next?.nominalEnd, next?.legalEnd)
        if let file = try caseFile(id) { try sortSubject(id.text, to: file.place) }
    }

    func setAwaiting(_ awaiting: CaseFile.Awaiting, _ id: CaseFile.ID) throws {
        try execute("UPDATE case_file SET awaiting = $2 WHERE id = $1", id, awaiting.rawValue)
    }
}

extension TermEvent {
    fileprivate init(row: Row) throws {
        let party: String = try row.get("party")
        self.init(
            kind: try Kind(json: row.get("kind")), day: try row.get("day"),
            decidedBy: party == "system" ? .system : party == "reporter" ? .reporter : .officer(id: "", function: party),
            nominalEnd: try row.get("nominal_end"), legalEnd: try row.get("legal_end"), rule: try row.get("rule"),
            ruleVersion: try row.get("rule_version"), calendarVersion: try row.get("calendar_version"))
    }
}

extension TermEvent.Kind {
    fileprivate var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try! encoder.encode(self), as: UTF8.self)
    }

    fileprivate init(json: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
    }
}

extension Party {
    /// The function under which a plain row names a party.
    fileprivate var function: String {
        switch self {
        case .reporter: "reporter"
        case .officer(_, let function): function
        case .administrators: "administrator"
        case .system: "system"
        }
    }
}
