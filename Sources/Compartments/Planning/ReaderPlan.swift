import Access
import Kernel

/// Who gets the keys of a case, decided before a word of it is kept. Whoever took part in what is reported gets none (Awb 9:7(1)).
package struct ReaderPlan: Sendable, Equatable {
    /// Why the case is handled where it is.
    package enum Route: Sendable, Equatable {
        /// By the organisation where it happened.
        case own
        /// That organisation has no two keyholders: by one above it.
        case upTheTree
        /// Too few readers are left there when those involved are left out.
        case tooFewLeft
        /// It is about someone at director level or above.
        case aboutDirector
    }

    package let organisation: Organisation.ID
    package let route: Route
    package let readers: [Keyholder]
    package let pairs: [RecoveryPair]
    /// Who is marked, and everyone who stands in for them.
    package let excluded: Set<Officer.ID>
    /// How many wraps there are of each kind, true ones and decoys. It does not depend on who is excluded.
    package let readerSlots: Int
    package let pairSlots: Int
}

/// Two recovery officers who together can open a case.
package struct RecoveryPair: Sendable, Equatable {
    /// Opens last.
    package let first: Keyholder
    /// Takes the envelope off.
    package let second: Keyholder
}

/// Why no plan can be made.
package enum PlanRefusal: Refusal {
    case unknownOrganisation
    /// Nowhere are there two readers who are not involved.
    case noReaders
}

extension ReaderPlan {
    /// The recovery officers who are in a pair.
    package var recoveryOfficers: [Keyholder] {
        var seen: Set<Officer.ID> = []
        return pairs.flatMap { [$0.first, $0.second] }.filter { seen.insert($0.officer.id).inserted }
    }

    /// At least so many officers must be able to read a case from its first moment.
    package static let fewestReaders = 2

    /// Plans who reads a report about `organisation`.
    ///
    /// - Parameters:
    ///   - involved: the officers whom the reporter marked. They and whoever stands in for them are left out.
    ///   - avoided: organisations to which it does not go, whoever reads there.
    ///   - isNew: whether it comes in now; what is there already may be about an organisation that is no more.
    package init(
        about organisation: Organisation.ID, involved: Set<Officer.ID>, aboutDirector: Bool,
        avoiding avoided: Set<Organisation.ID> = [], on day: Day, roster: Roster, isNew: Bool = true
    ) throws(PlanRefusal) {
        guard !isNew || roster.tree.exists(organisation, on: day) else { throw .unknownOrganisation }
        let excluded = roster.closure(of: involved, on: day)
        let desks = Desks(roster: roster, day: day, excluded: excluded, avoided: avoided)
        guard let (desk, route) = desks.choose(for: organisation, aboutDirector: aboutDirector) else { throw .noReaders }
        self.init(at: desk, route: route, excluded: excluded, on: day, roster: roster)
    }

    /// Plans for a case that is at an organisation already.
    init(at organisation: Organisation.ID, route: Route, excluded: Set<Officer.ID>, on day: Day, roster: Roster) {
        let all = roster.keyholders(of: organisation, on: day) { $0.readsReports }
        let recovery = roster.recoveryOfficers(on: day, without: excluded)
        self.organisation = organisation
        self.route = route
        self.excluded = excluded
        readers = all.filter { !excluded.contains($0.officer.id) }
        pairs = RecoveryPair.all(of: recovery)
        readerSlots = Self.slots(for: all.count + 1)
        pairSlots = RecoveryPair.all(of: roster.recoveryOfficers(on: day)).count
    }

    /// The plan with those alone of its readers.
    func keeping(_ fits: (Keyholder) -> Bool) -> ReaderPlan {
        ReaderPlan(
            organisation: organisation, route: route, readers: readers.filter(fits), pairs: pairs, excluded: excluded,
            readerSlots: readerSlots, pairSlots: pairSlots)
    }

    /// The next multiple of eight.
    static func slots(for count: Int) -> Int { (count + 7) / 8 * 8 }
}

/// Looks for a desk with enough readers.
private struct Desks {
    let roster: Roster
    let day: Day
    let excluded: Set<Officer.ID>
    let avoided: Set<Organisation.ID>

    func choose(for organisation: Organisation.ID, aboutDirector: Bool) -> (Organisation.ID, ReaderPlan.Route)? {
        if aboutDirector { return elsewhere(than: organisation).map { ($0, .aboutDirector) } }
        for (height, desk) in roster.tree.path(from: organisation, on: day).enumerated() where isStaffed(desk) {
            guard isStaffed(desk, without: excluded) else { return elsewhere(than: desk).map { ($0, .tooFewLeft) } }
            return (desk, height == 0 ? .own : .upTheTree)
        }
        return elsewhere(than: organisation).map { ($0, .upTheTree) }
    }

    /// The appointed readers of another organisation: the alternate, its alternate in turn, and at last the government's own desk.
    private func elsewhere(than organisation: Organisation.ID) -> Organisation.ID? {
        let path = roster.tree.path(from: organisation, on: day)
        var visited = Set(path.dropLast())
        var next = roster.tree.alternate(for: organisation, on: day)
        while let desk = next, visited.insert(desk).inserted {
            if isStaffed(desk, without: excluded) { return desk }
            next = roster.tree.alternate(for: desk, on: day)
        }
        let others = roster.tree.organisations.keys.filter {
            !visited.contains($0) && $0 != organisation && !path.dropLast().contains($0)
        }
        let root = others.first { roster.tree[$0]?.kind == .government }
        if let root, isStaffed(root, without: excluded) { return root }
        return others.filter { roster.tree[$0]?.kind == .ministry }.sorted().first { isStaffed($0, without: excluded) }
    }

    /// Whether a desk has enough readers, one of whom may know who reports.
    private func isStaffed(_ desk: Organisation.ID, without excluded: Set<Officer.ID> = []) -> Bool {
        guard !avoided.contains(desk), roster.tree.exists(desk, on: day) else { return false }
        let readers = roster.keyholders(of: desk, on: day) { $0.readsReports }.filter { !excluded.contains($0.officer.id) }
        return readers.count >= ReaderPlan.fewestReaders && readers.contains { $0.appointment.role.readsIdentity }
    }
}

extension Roster {
    /// The recovery officers to whose pairs new keys go: the first four in force who are not excluded, which makes six pairs.
    package func recoveryOfficers(on day: Day, without excluded: Set<Officer.ID> = []) -> [Keyholder] {
        Array(allRecoveryOfficers(on: day).filter { !excluded.contains($0.officer.id) }.prefix(4))
    }

    /// The recovery officers in force, in a fixed order. Pairs of earlier keys may hold any of them.
    func allRecoveryOfficers(on day: Day) -> [Keyholder] {
        let officers = tree.organisations.values.filter { $0.kind == .government }.flatMap { root in
            keyholders(of: root.id, on: day) { $0 == .recoveryOfficer }
        }
        return officers.sorted { $0.officer.id.text < $1.officer.id.text }
    }
}

extension RecoveryPair {
    /// Every two of the officers.
    static func all(of officers: [Keyholder]) -> [RecoveryPair] {
        officers.indices.flatMap { i in
            officers.indices.filter { $0 > i }.map { RecoveryPair(first: officers[i], second: officers[$0]) }
        }
    }
}
