import Access
import Compartments
import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import ReportingDesk

/// How the databases go about a list of thousands of cases.
struct WorklistPlanTests {
    static let cases = 3000

    @Test(arguments: Engine.all)
    func `every list and every number is read from an index of the reader's rows, in its order`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            try await house.fill(like: sent.id, count: Self.cases)
            let (today, tag) = (house.desk.today, house.desk.compartments.readerTag(of: try await house.base.keyRing(of: .vera)))
            for places in [nil, [Organisation.ID("bzk")!]] {
                let readership = Readership(tag: tag, places: places)
                for filter in Worklist.Filter.allCases {
                    let page = filter.page(of: readership, after: "1|2026", today: today)
                    let count = filter.count(of: readership, today: today)
                    let plans = try await house.base.database.read { db in
                        [try db.plan(of: page, on: engine), try db.plan(of: count, on: engine)]
                    }
                    for plan in plans {
                        #expect(
                            plan.contains("subject_reader_list") || plan.contains("subject_reader_mark"), "\(filter): \(plan)")
                        #expect(!plan.contains("Seq Scan on subject_reader") && !plan.contains("SCAN r"), "\(filter): \(plan)")
                    }
                    // A number of an officer who always read at the same places asks no other table.
                    let isFromIndex = engine == .sqlite ? plans[1].contains("COVERING INDEX") : !plans[1].contains("Join")
                    #expect(places != nil || isFromIndex && !plans[1].contains("Nested Loop"), "\(filter): \(plans[1])")
                    // What is due in a stretch of days may be put in order after it was read.
                    let isStretch = filter == .late || filter == .thisWeek
                    #expect(
                        isStretch || (!plans[0].contains("TEMP B-TREE") && !plans[0].contains("Sort")), "\(filter): \(plans[0])")
                }
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a list of thousands is counted up to what is shown`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report()
            let before = try await house.desk.worklist(.open, after: nil, for: house.reader(.vera)).counts
            try await house.fill(like: sent.id, count: Self.cases)
            let list = try await house.desk.worklist(.open, after: nil, for: house.reader(.vera))

            #expect(list.counts[.open] == Worklist.mostCounted + 1 && list.counts[.awaitingOfficer] == Worklist.mostCounted + 1)
            // Every hundredth of the copies is due before today.
            #expect(list.counts[.late] == Self.cases / 100 && list.counts[.closed] == 0)
            // As many were due yesterday, and are late tomorrow: their legal end is today (Atw 1(1)).
            #expect(list.counts[.thisWeek] == before[.thisWeek]! + Self.cases / 100)
        }
    }
}

extension DeskHouse {
    /// Copies what a list reads of a case. Every hundredth is due before today, and the next one was due yesterday and may be done
    /// today still. Half of those have a place as an older node makes it, without the legal end.
    fileprivate func fill(like model: CaseFile.ID, count: Int) async throws {
        let today = desk.today
        try await base.database.write { db in
            for number in 0..<count {
                let id = Identifier<CaseFile>(from: .system)
                let (nominal, legal) =
                    switch number % 100 {
                    case 0: (today - 3, today - 3)
                    case 1: (today - 1, today)
                    default: (today + 10 + number % 300, today + 10 + number % 300)
                    }
                let ends = number % 200 < 2 ? nominal.iso : "\(nominal.iso)|\(legal.iso)"
                try db.execute(
                    """
                    INSERT INTO sealed_subject (id, organisation, reader_slots, pair_slots, mailbox_key, excluded)
                    SELECT $1, organisation, reader_slots, pair_slots, mailbox_key, excluded FROM sealed_subject WHERE id = $2
                    """, id, model)
                try db.execute(
                    """
                    INSERT INTO subject_reader (tag, subject, is_open, mark, sort)
                    SELECT tag, $1, is_open, mark, $2 FROM subject_reader WHERE subject = $3
                    """, id, "1|\(ends)|\(id.text)", model)
                try db.execute(
                    """
                    INSERT INTO case_file (id, number, received_day, state, awaiting, next_clock, next_nominal, next_legal)
                    VALUES ($1, $2, $3, 'open', 'officer', 'feedback', $4, $5)
                    """, id, String(1_000_000 + number), today, nominal, legal)
            }
            try db.execute("ANALYZE")
        }
    }
}

extension SQLConnection {
    fileprivate func plan(of statement: (sql: String, values: [any SQLBindable]), on engine: Engine) throws -> String {
        let (word, column) = engine == .sqlite ? ("EXPLAIN QUERY PLAN ", "detail") : ("EXPLAIN ", "QUERY PLAN")
        return try query(word + statement.sql, statement.values).map { try $0.get(column, as: String.self) }.joined(
            separator: "\n")
    }
}
