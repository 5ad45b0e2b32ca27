import Database
import Kernel
import Sealing
import TestSupport

@testable import Access
@testable import Compartments

/// Where the registers and the model part.
extension HistoryPlayer {
    /// - Parameter isThorough: tries every key on every wrap, and not those alone that lie under a tag of its holder.
    func differences(isThorough: Bool) async throws -> [String] {
        var found: [String] = []
        for index in reports.indices { found += try await differences(in: index, isThorough: isThorough) }
        return found
    }

    private func differences(in index: Int, isThorough: Bool) async throws -> [String] {
        let report = reports[index]
        let state = try await state(of: report.subject)
        let held = opened(state, isThorough: isThorough)
        let excluded = model.excluded(by: report.marked)
        let names = Dictionary(uniqueKeysWithValues: state.epochs.map { ($0.id, $0) })
        var found = lostByPlanned(report, held, state) + envelopesOfMarked(report, state)
        for key in held {
            let epoch = names[key.epoch]!
            let what = "\(report.subject): \(name(key)) opens \(epoch.compartment) \(epoch.number)"
            if report.marked.contains(key.person) { found.append("\(what), and was marked") }
            if epoch.compartment == .originals { found.append("\(what), which is nobody's at the desk") }
            if wasJustEnforced, excluded.contains(key.person), state.isNewest(epoch) {
                found.append("\(what), and is excluded since before the job")
            }
            guard !report.held.contains(key) else { continue }
            if excluded.contains(key.person) { found.append("\(what), given while they stand in for someone marked") }
            if key.version != people[key.person].rings.count { found.append("\(what), given to keys that are not in use") }
            let isAllowed =
                epoch.compartment == .identity
                ? model.mayKnow(key.person, at: state.place) : model.mayRead(key.person, at: state.place)
            if !isAllowed { found.append("\(what), given without a role for it at \(organisations[state.place].code)") }
        }
        found += try await wronglyLetIn(report, held, excluded, state)
        found += mailboxFaults(report, state)
        noteHeld(held, in: index)
        return found
    }

    /// Who were to read a report that came in, and cannot.
    private func lostByPlanned(_ report: Report, _ held: Set<Held>, _ state: SubjectState) -> [String] {
        (report.planned ?? []).filter {
            !held.contains(Held(person: $0, version: people[$0].rings.count, epoch: state.newestContent))
        }.map { "\(report.subject): officer \($0) was to read it, and cannot" }
    }

    /// Whoever is marked opens no envelope either: a half of what recovers a report.
    private func envelopesOfMarked(_ report: Report, _ state: SubjectState) -> [String] {
        state.epochs.flatMap { epoch in
            report.marked.flatMap { number in
                people[number].rings.indices.compactMap { version in
                    let holder = "\(number).\(version)"
                    let pair = people[number].rings[version].reading
                    let opens = (state.wraps[epoch.id] ?? [:]).values.contains {
                        tries.opensEnvelope($0, with: pair, of: holder, at: epoch)
                    }
                    return opens ? "\(report.subject): officer \(number), marked, has an envelope of \(epoch.compartment)" : nil
                }
            }
        }
    }

    /// Whom the register lets open the report, though the model does not, or though they lack a key.
    private func wronglyLetIn(
        _ report: Report, _ held: Set<Held>, _ excluded: Set<Int>, _ state: SubjectState
    ) async throws -> [String] {
        var found: [String] = []
        for (number, person) in people.enumerated() {
            guard let ring = person.rings.last, try await compartments.role(of: ring, in: report.subject) != nil else {
                continue
            }
            let holds = held.contains(Held(person: number, version: person.rings.count, epoch: state.newestContent))
            let what = "\(report.subject): officer \(number) is let in"
            if !model.mayRead(number, at: state.place) { found.append("\(what) without a role") }
            if excluded.contains(number) { found.append("\(what) and is excluded") }
            if !holds { found.append("\(what) without the newest key") }
        }
        return found
    }

    private func mailboxFaults(_ report: Report, _ state: SubjectState) -> [String] {
        state.epochs.compactMap { epoch in
            guard epoch.compartment != .list else { return nil }
            let wrap = state.wraps[epoch.id]?[compartments.tags.mailboxWrap(epoch.id).bytes]
            let opens = wrap.map { tries.opens($0, with: report.mailbox, of: report.subject, at: epoch) } ?? false
            return opens ? nil : "\(report.subject): the reporter lost \(epoch.compartment) \(epoch.number)"
        }
    }

    private func name(_ key: Held) -> String { "officer \(key.person) (keys \(key.version))" }

    /// Everyone's keys, of every version, on the wraps of a report.
    private func opened(_ state: SubjectState, isThorough: Bool) -> Set<Held> {
        var held: Set<Held> = []
        for epoch in state.epochs {
            let wraps = state.wraps[epoch.id] ?? [:]
            for (number, person) in people.enumerated() {
                for (index, ring) in person.rings.enumerated() {
                    let tag = compartments.tags.wrap(epoch.id, ring.officer, keyVersion: index + 1).bytes
                    let candidates = isThorough ? Array(wraps.values) : [wraps[tag]].compactMap(\.self)
                    let holder = "\(number).\(index)"
                    if candidates.contains(where: { tries.opens($0, with: ring.reading, of: holder, at: epoch) }) {
                        held.insert(Held(person: number, version: index + 1, epoch: epoch.id))
                    }
                }
            }
        }
        return held
    }

    struct SubjectState: Sendable {
        let place: Int
        let epochs: [Epoch]
        let wraps: [Epoch.ID: [[UInt8]: [UInt8]]]

        var newestContent: Epoch.ID { epochs.first { $0.compartment == .content && isNewest($0) }!.id }

        func isNewest(_ epoch: Epoch) -> Bool {
            !epochs.contains { $0.compartment == epoch.compartment && $0.number > epoch.number }
        }
    }

    private func state(of subject: String) async throws -> SubjectState {
        let organisations = organisations
        return try await house.database.read { db in
            let epochs = try db.epochs(of: subject)
            var wraps: [Epoch.ID: [[UInt8]: [UInt8]]] = [:]
            for epoch in epochs {
                for row in try db.query("SELECT tag, wrap FROM key_wrap WHERE epoch = $1", epoch.id) {
                    wraps[epoch.id, default: [:]][try row.get("tag")] = try row.get("wrap", as: [UInt8].self)
                }
            }
            let place = try db.subject(subject)!.organisation
            return SubjectState(place: organisations.firstIndex(of: place)!, epochs: epochs, wraps: wraps)
        }
    }
}

/// Which key opened which wrap: a wrap that did not change is not tried again.
struct KeyTries {
    private struct Try: Hashable {
        let holder: String
        let epoch: Epoch.ID
        let wrap: [UInt8]
    }

    private var wraps: [Try: Bool] = [:]
    private var envelopes: [Try: Bool] = [:]

    mutating func opens(_ wrap: [UInt8], with keys: ReadingKeyPair, of holder: String, at epoch: Epoch) -> Bool {
        Self.known(&wraps, Try(holder: holder, epoch: epoch.id, wrap: wrap)) {
            (try? Sealer().unwrap(wrap, with: keys, at: epoch.wrapPlace) as EpochKey) != nil
        }
    }

    mutating func opensEnvelope(_ wrap: [UInt8], with keys: ReadingKeyPair, of holder: String, at epoch: Epoch) -> Bool {
        Self.known(&envelopes, Try(holder: holder, epoch: epoch.id, wrap: wrap)) {
            (try? Sealer().openEnvelope(wrap, with: keys, at: epoch.wrapPlace)) != nil
        }
    }

    private static func known(_ tries: inout [Try: Bool], _ attempt: Try, _ opens: () -> Bool) -> Bool {
        if let known = tries[attempt] { return known }
        let answer = opens()
        tries[attempt] = answer
        return answer
    }
}
