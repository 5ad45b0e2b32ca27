import Database
import Kernel
import Sealing

/// What a walk along the whole chain found. Empty findings mean that every link holds.
package struct AuditVerification: Sendable, Equatable {
    package let entries: Int
    package let findings: [AuditFinding]
    /// How many heads of the place outside were compared; nil without one.
    package let witnessed: Int?
}

/// One thing that is wrong with the chain.
package enum AuditFinding: Sendable, Equatable {
    /// This entry does not say what was hashed.
    case edited(number: Int)
    /// These numbers are gone.
    case deleted(from: Int, through: Int)
    /// This entry does not follow on the one before it.
    case brokenLink(number: Int)
    /// This entry follows on an earlier one: two histories meet here.
    case forked(number: Int, after: Int)
    /// The signed head is further on than the last entry.
    case tailCut(last: Int, head: Int)
    /// There are entries after the signed head.
    case unsigned(after: Int, last: Int)
    case headMissing
    /// The head has no valid signature.
    case headForged(number: Int)
    /// The entry at the head is another than the one that was signed.
    case rewritten(number: Int)
    /// A head of the place outside has no valid signature: that place is not to be trusted.
    case witnessForged(number: Int)
    /// The place outside knows a later head: the chain was set back to an earlier state.
    case setBack(last: Int, witnessed: Int)
    /// The place outside has another entry at this number: the history after the last agreed one was rewritten, with the signing
    /// key. Nothing in the database itself shows it.
    case contradictsWitness(number: Int, lastAgreed: Int)
}

extension AuditLog {
    /// Walks along the chain in pieces, and compares it with the heads that were handed outside. The desk may go on working: the
    /// head is read together with the last piece.
    ///
    /// - Parameters:
    ///   - keys: the public signing keys by their number.
    ///   - progress: told the number of entries after each piece.
    package static func verify(
        _ database: any Database, installation: String, keys: [String: SigningPublicKey], witness: [AuditHead]? = nil,
        progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> AuditVerification {
        var walk = AuditWalk(witness: witness ?? [])
        var (after, head): (Int, AuditHead?) = (0, nil)
        while true {
            let (from, size) = (after, 5000)
            let (piece, found) = try await database.read { db in
                let rows = try db.query("SELECT * FROM audit_entry WHERE number > $1 ORDER BY number LIMIT $2", from, size)
                return (try rows.map(AuditEntry.init), try db.head(of: installation))
            }
            for entry in piece { walk.visit(entry) }
            head = found
            guard let last = piece.last, piece.count == size else { break }
            after = last.number
            progress(walk.count)
        }
        walk.finish(head: head, installation: installation, keys: keys)
        return AuditVerification(entries: walk.count, findings: walk.findings, witnessed: witness?.count)
    }
}

/// The state of a walk along the chain.
private struct AuditWalk {
    let witness: [AuditHead]
    private var witnessed: [Int: [AuditHead]]
    private(set) var findings: [AuditFinding] = []
    private(set) var count = 0
    private var lastNumber = 0
    private var lastHash = AuditEntry.beginning
    private var lastAgreed = 0
    private var contradiction: Int?
    /// The start of each hash, to find the link on which a fork follows without keeping a million whole hashes.
    private var numbers: [UInt64: Int] = [:]

    init(witness: [AuditHead]) {
        self.witness = witness
        witnessed = Dictionary(grouping: witness, by: \.number)
    }

    mutating func visit(_ entry: AuditEntry) {
        if entry.number != lastNumber + 1 { findings.append(.deleted(from: lastNumber + 1, through: entry.number - 1)) }
        if !entry.isIntact {
            findings.append(.edited(number: entry.number))
        } else if entry.previous != lastHash, entry.number == lastNumber + 1 {
            let earlier = numbers[Self.start(of: entry.previous)]
            findings.append(earlier.map { .forked(number: entry.number, after: $0) } ?? .brokenLink(number: entry.number))
        }
        for head in witnessed[entry.number] ?? [] {
            if Array(head.hash) == entry.hash {
                if contradiction == nil { lastAgreed = entry.number }
            } else if contradiction == nil {
                contradiction = entry.number
            }
        }
        numbers[Self.start(of: entry.hash)] = entry.number
        (lastNumber, lastHash, count) = (entry.number, entry.hash, count + 1)
    }

    mutating func finish(head: AuditHead?, installation: String, keys: [String: SigningPublicKey]) {
        checkHead(head, keys)
        for head in witness where head.installation != installation || !head.isSigned(by: keys) {
            findings.append(.witnessForged(number: head.number))
        }
        if let contradiction { findings.append(.contradictsWitness(number: contradiction, lastAgreed: lastAgreed)) }
        if let furthest = witness.map(\.number).max(), furthest > lastNumber {
            findings.append(.setBack(last: lastNumber, witnessed: furthest))
        }
    }

    private mutating func checkHead(_ head: AuditHead?, _ keys: [String: SigningPublicKey]) {
        guard let head else {
            if count > 0 { findings.append(.headMissing) }
            return
        }
        if !head.isSigned(by: keys) { findings.append(.headForged(number: head.number)) }
        if head.number > lastNumber {
            findings.append(.tailCut(last: lastNumber, head: head.number))
        } else if head.number < lastNumber {
            findings.append(.unsigned(after: head.number, last: lastNumber))
        } else if Array(head.hash) != lastHash {
            findings.append(.rewritten(number: head.number))
        }
    }

    private static func start(of hash: [UInt8]) -> UInt64 {
        hash.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
