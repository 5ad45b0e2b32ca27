import Access
import AuditLog
import Database
import Foundation
import Kernel

extension AuditAction {
    package static let houseListImported = AuditAction("register.house-list-imported")
}

extension Commitments {
    /// Takes in a saved page of the House's open data. What came before with the same content is left as it is, so that a second
    /// run changes nothing; what the source took away stays, marked as removed there.
    ///
    /// - Parameters:
    ///   - category: what the rows of OData are that do not show it by their fields; nil to pass over those.
    ///   - progress: told how far it is.
    package func importHouseList(
        _ file: HouseFile, of category: HouseRecord.Category? = nil, by party: String = "administrator",
        at origin: AuditOrigin = .commandLine, progress: @escaping @Sendable (HouseImportProgress) -> Void = { _ in }
    ) async throws -> HouseImportReport {
        let report = try await read(file, of: category, progress: progress) { try await keep($0) }
        // A file of which nothing could be read, or that holds other things, says nothing about the House's list.
        guard report.read > 0 || report.faults.isEmpty && report.others == 0 else { return report }
        let (today, told) = (today, report)
        let note = access.note(.houseListImported, by: party, at: origin, text: "\(told.added) \(told.changed) \(told.unchanged)")
        try await audit.command { db in
            try db.execute(
                """
                INSERT INTO house_import (number, day, added, changed, unchanged, unreadable) VALUES ($1, $2, $3, $4, $5, $6)
                """, try db.nextNumber(in: "house_import"), today, told.added, told.changed, told.unchanged, told.faults.count)
            return note
        }
        return report
    }

    /// Says what taking a page in would do, and does nothing.
    ///
    /// - Parameter trial: what pages before it would have brought.
    package func tryHouseList(
        _ file: HouseFile, of category: HouseRecord.Category? = nil, after trial: inout HouseTrial,
        progress: @escaping @Sendable (HouseImportProgress) -> Void = { _ in }
    ) async throws -> HouseImportReport {
        var imagined = trial
        defer { trial = imagined }
        return try await read(file, of: category, progress: progress) { batch in
            let comparison = HouseComparison(
                batch, kept: try await database.read { try $0.records(of: batch) }, imagined: imagined.contents)
            for record in comparison.fresh { imagined.contents[record.id] = record.content }
            return comparison.report
        }
    }

    /// How many records go into one transaction.
    private static let batch = 500

    private func read(
        _ file: HouseFile, of category: HouseRecord.Category?, progress: (HouseImportProgress) -> Void,
        _ take: ([HouseRecord]) async throws -> HouseImportReport
    ) async throws -> HouseImportReport {
        var (report, reading, batch) = (HouseImportReport(), try HouseFileReading(file, of: category), [HouseRecord]())
        let size = file.size.map { max(Double($0), 1) }
        while let piece = reading.next() {
            switch piece {
            case .fault(let fault): report.faults.append(fault)
            case .record(let record): batch.append(record)
            }
            guard batch.count == Self.batch else { continue }
            report.add(try await take(batch))
            progress(HouseImportProgress(read: report.read, share: size.map { min(max(Double(reading.place) / $0, 0), 1) }))
            batch = []
        }
        if !batch.isEmpty { report.add(try await take(batch)) }
        progress(HouseImportProgress(read: report.read, share: 1))
        (report.others, report.next) = reading.end
        return report
    }

    private func keep(_ batch: [HouseRecord]) async throws -> HouseImportReport {
        let today = today
        return try await database.write { db in
            let comparison = HouseComparison(batch, kept: try db.records(of: batch))
            for record in comparison.fresh {
                try db.save(record, on: today)
            }
            // In their order: the last of each tells.
            let changed = Set(comparison.fresh.map(\.id))
            for record in batch { try db.relate(record, isChanged: changed.contains(record.id)) }
            return comparison.report
        }
    }
}

/// A record as we have it. What it says is read when it is asked for: of most, only whether it is the same is.
private struct KeptRecord: Sendable {
    let content: [UInt8]
    let row: Row

    var fields: [String: [String]]? { try? row.houseFields() }
}

/// Which records of a batch are new or say something else than before.
private struct HouseComparison {
    var report = HouseImportReport()
    /// The last of each identifier that is new or changed.
    var fresh: [HouseRecord] = []

    /// - Parameters:
    ///   - kept: what we have, by identifier.
    ///   - imagined: the content that we would have by now instead.
    init(_ batch: [HouseRecord], kept: [String: KeptRecord], imagined: [String: [UInt8]] = [:]) {
        var (known, seen) = (kept.mapValues(\.content).merging(imagined) { $1 }, [String: [String: [String]]]())
        var places: [String: Int] = [:]
        for record in batch {
            let content = record.content
            guard known[record.id] != content else {
                report.unchanged += 1
                continue
            }
            if known[record.id] == nil {
                report.added += 1
            } else {
                report.changed += 1
                if let before = seen[record.id] ?? kept[record.id]?.fields {
                    report.changes.append(HouseChange(record, before: before))
                }
            }
            seen[record.id] = record.fields
            report.removed += record.isRemoved ? 1 : 0
            known[record.id] = content
            if let place = places[record.id] {
                fresh[place] = record
            } else {
                places[record.id] = fresh.count
                fresh.append(record)
            }
        }
    }
}

extension SQLConnection {
    /// What a decision is about, and in which dossiers a matter is.
    fileprivate func relate(_ record: HouseRecord, isChanged: Bool) throws {
        switch record.category {
        case .promise: break
        case .matter:
            if isChanged { try unlink(matter: record) }
            try link(matter: record)
        case .decision:
            if isChanged { try unlink(decision: record) }
            try link(decision: record)
        }
    }

    /// What we have of some records, by identifier.
    fileprivate func records(of batch: [HouseRecord]) throws -> [String: KeptRecord] {
        let places = batch.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let rows = try query("SELECT id, content, fields FROM house_item WHERE id IN (\(places))", batch.map(\.id))
        return Dictionary(
            uniqueKeysWithValues: try rows.map { row in
                (try row.get("id", as: String.self), KeptRecord(content: try row.get("content"), row: row))
            })
    }

    /// A record that the source took away keeps what it said before, where it now says nothing.
    fileprivate func save(_ record: HouseRecord, on day: Day) throws {
        let fields = String(
            decoding: try JSONSerialization.data(withJSONObject: record.fields, options: .sortedKeys), as: UTF8.self)
        let keepsOld = record.isRemoved && record["number"] == nil
        try execute(
            """
            INSERT INTO house_item (id, category, number, ministry, removed, fields, raw, content, first_day, changed_day)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
            ON CONFLICT (id) DO UPDATE SET removed = $5, content = $8, changed_day = $9, raw = $7
            \(keepsOld ? "" : ", number = $3, ministry = $4, fields = $6")
            """, record.id, record.category.rawValue, record["number"], record["ministry"], record.isRemoved, fields, record.raw,
            record.content, day)
    }
}
