import Access
import AuditLog
import Database
import Kernel
import Sealing

/// A case that none of its readers can open any more.
package struct StrandedSubject: Sendable, Equatable {
    package let subject: String
    package let organisation: Organisation.ID
    package let turn: RecoveryTurn
}

/// What a recovery officer can do for a stranded case now.
package enum RecoveryTurn: String, Sendable {
    /// Take the envelope off, for the officer who opens last.
    case begin
    /// Wait for the other officer of the pair.
    case wait
    /// Open, and wrap to the present readers.
    case complete
}

/// The first half of a recovery: the wraps for the officers who open last, without their envelopes.
package struct PreparedRecoveryStep: Sendable {
    package let subject: String
    let steps: [(epoch: Epoch.ID, tag: KeyedTag, wrap: [UInt8])]
}

extension Compartments {
    /// The cases whose present readers hold no key: a recovery officer may give them back, together with a second one.
    package func stranded(for ring: KeyRing) async throws -> [StrandedSubject] {
        let (roster, tags, today) = (try await access.roster(), tags, today)
        guard roster.recoveryOfficers(on: today).contains(where: { $0.officer.id == ring.officer && $0.keys == ring.publicKeys })
        else { return [] }
        let recovery = roster.recoveryOfficers(on: today).map(\.officer.id)
        return try await database.read { db in
            try db.query("SELECT DISTINCT organisation FROM sealed_subject").flatMap { row in
                let organisation: Organisation.ID = try row.get("organisation")
                let readers = roster.keyholders(of: organisation, on: today) { $0.readsReports }
                let readerTags = readers.map { tags.reader($0.officer.id, keyVersion: $0.keys.version) }
                return try db.subjectsWithout(readerTags, at: organisation).map { subject in
                    let turn = try db.turn(of: ring.officer, among: recovery, in: db.epochs(of: subject.id), tags)
                    return StrandedSubject(subject: subject.id, organisation: organisation, turn: turn)
                }
            }
        }
    }

    /// - Throws: `GrantRefusal.notPossible` where a present reader holds the keys: then nothing needs recovering.
    private func checkStranded(_ subject: String, for ring: KeyRing) async throws {
        guard try await stranded(for: ring).contains(where: { $0.subject == subject }) else { throw GrantRefusal.notPossible }
    }

    /// Takes the envelopes off, in the session of the second officer of a pair.
    ///
    /// - Throws: `GrantRefusal.notPossible` where this officer is in no pair of the case.
    package func prepareRecoveryStep(of subject: String, by ring: KeyRing) async throws -> PreparedRecoveryStep {
        try await checkStranded(subject, for: ring)
        let (roster, tags) = (try await access.roster(), tags)
        let others = roster.recoveryOfficers(on: today).map(\.officer.id).filter { $0 != ring.officer }
        let found = try await database.read { db in
            try db.epochs(of: subject).flatMap { epoch in
                try others.compactMap { first -> (Epoch, KeyedTag, [UInt8])? in
                    let tag = tags.pair(epoch.id, first, ring.officer)
                    return try db.wrap(in: epoch.id, tag: tag).map { (epoch, tag, $0) }
                }
            }
        }
        guard !found.isEmpty else { throw GrantRefusal.notPossible }
        return PreparedRecoveryStep(
            subject: subject,
            steps: try found.map { epoch, tag, wrap in
                (epoch.id, tag, try sealer.takeOffEnvelope(wrap, with: ring.reading, at: epoch.wrapPlace))
            })
    }

    /// Opens the keys, in the session of the officer who opens last, and wraps them to the present readers who are not excluded.
    package func prepareRecovery(of subject: String, by ring: KeyRing) async throws -> PreparedGrant {
        try await checkStranded(subject, for: ring)
        let (roster, tags, today) = (try await access.roster(), tags, today)
        let others = roster.recoveryOfficers(on: today).map(\.officer.id)
        guard
            let (row, epochs, wraps) = try await database.read({ db -> (SealedSubject, [Epoch], [Epoch.ID: [UInt8]])? in
                guard let row = try db.subject(subject) else { return nil }
                let epochs = try db.epochs(of: subject)
                var wraps: [Epoch.ID: [UInt8]] = [:]
                for epoch in epochs {
                    for second in others {
                        if let wrap = try db.step(in: epoch.id, tag: tags.pair(epoch.id, ring.officer, second)) {
                            wraps[epoch.id] = wrap
                        }
                    }
                }
                return (row, epochs, wraps)
            }), !wraps.isEmpty
        else { throw GrantRefusal.notPossible }
        var keys: [Epoch.ID: EpochKey] = [:]
        for epoch in epochs {
            guard let wrap = wraps[epoch.id] else { continue }
            keys[epoch.id] = try sealer.unwrap(wrap, with: ring.reading, at: epoch.wrapPlace)
        }
        let readers = roster.keyholders(of: row.organisation, on: today) { $0.readsReports }
        let excluded = row.excludedWithSubstitutes(roster, tags, on: today)
        let receivers = readers.filter { !excluded.contains($0.officer.id) }
        guard !receivers.isEmpty else { throw GrantRefusal.notPossible }
        return try await prepareGrant(
            of: CompartmentKeys(subject: subject, epochs: epochs, keys: keys, sealer: sealer), to: receivers)
    }
}

extension SQLConnection {
    package func store(_ step: PreparedRecoveryStep, on day: Day) throws {
        for (epoch, tag, wrap) in step.steps {
            try execute(
                """
                INSERT INTO recovery_step (epoch, tag, wrap, day) VALUES ($1, $2, $3, $4)
                ON CONFLICT (epoch, tag) DO UPDATE SET wrap = $3, day = $4
                """, epoch, tag.bytes, wrap, day)
        }
    }

    /// After a recovery nothing of its first half stays.
    package func forgetRecoverySteps(of subject: String) throws {
        try execute("DELETE FROM recovery_step WHERE epoch IN (SELECT id FROM compartment_epoch WHERE subject = $1)", subject)
    }

    fileprivate func turn(
        of officer: Officer.ID, among recovery: [Officer.ID], in epochs: [Epoch], _ tags: SubjectTags
    ) throws -> RecoveryTurn {
        var turn = RecoveryTurn.wait
        for epoch in epochs {
            for other in recovery where other != officer {
                if try step(in: epoch.id, tag: tags.pair(epoch.id, officer, other)) != nil { return .complete }
                let tag = tags.pair(epoch.id, other, officer)
                if try wrap(in: epoch.id, tag: tag) != nil, try step(in: epoch.id, tag: tag) == nil { turn = .begin }
            }
        }
        return turn
    }

    fileprivate func step(in epoch: Epoch.ID, tag: KeyedTag) throws -> [UInt8]? {
        try first("SELECT wrap FROM recovery_step WHERE epoch = $1 AND tag = $2", epoch, tag.bytes)?.get("wrap")
    }

    fileprivate func subjectsWithout(_ readers: [KeyedTag], at organisation: Organisation.ID) throws -> [SealedSubject] {
        let list = readers.isEmpty ? "NULL" : readers.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
        return try query(
            """
            SELECT s.* FROM sealed_subject s WHERE s.organisation = $1
            AND NOT EXISTS (SELECT 1 FROM subject_reader r WHERE r.subject = s.id AND r.tag IN (\(list))) ORDER BY s.id LIMIT 500
            """, [organisation] + readers.map(\.bytes)
        ).map(SealedSubject.init)
    }
}
