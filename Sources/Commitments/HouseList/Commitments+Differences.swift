import Access
import AuditLog
import Database
import Kernel

extension AuditAction {
    package static let houseItemTakenOver = AuditAction("register.house-item-taken-over")
}

/// The House's list beside our register.
package struct HouseComparisonList: Sendable {
    /// Unexplained ones first, then those that a person explained.
    package let differences: [HouseDifference]
    /// When the list was imported last; nil where it never was.
    package let imported: Day?
    /// How many of the House's promises are of these departments.
    package let compared: Int
    /// Our promises to the Tweede Kamer that have no number of it, and could not be compared.
    package let unnumbered: [RegisterEntry]
    /// Our motions in the Tweede Kamer that have no number of their matter.
    package let unnumberedMotions: [RegisterEntry]
    /// The numbers of the House that ours have.
    let numbers: Set<String>
    /// Its promises of which it tells neither a ministry nor a function that we know.
    package let unclaimed: [HouseItem]
}

extension Commitments {
    /// Where the House's list of promises and our register differ, for the departments of which the officer reads the register.
    package func differences(for officer: RegisterOfficer) async throws -> HouseComparisonList {
        let tree = try await access.roster().tree
        let all = try await entries(for: officer)
        let entries = all.filter { $0.facts.houseNumber?.kind == .promiseToTweedeKamer }
        let byNumber = Dictionary(grouping: entries) { $0.facts.houseNumber!.text }
        let unnumbered = all.filter {
            $0.facts.kind == .commitment && $0.facts.house == .tweedeKamer && $0.facts.houseNumber == nil
        }
        /// Which of ours an item is: by its number, or by its words where it has none.
        @Sendable func ours(_ item: HouseItem) -> [RegisterEntry] {
            item.hasNumber ? byNumber[item.number] ?? [] : unnumbered.filter { $0.facts.says(item) }
        }
        var recognised: Set<RegisterEntry.ID> = []
        let house = try await houseRows(of: officer.reads, in: tree) { !ours($0).isEmpty }
        var (differences, seen): ([HouseDifference], Set<String>) = ([], [])
        for item in house.items {
            seen.insert(item.number)
            let ours = ours(item)
            if !item.hasNumber { recognised.formUnion(ours.map(\.id)) }
            if ours.isEmpty, !item.isRemoved {
                differences.append(HouseDifference(kind: .onlyThere, item: item, entry: nil, there: item.since))
            }
            differences += ours.compactMap { $0.difference(from: item) }
        }
        // A list without promises of these departments is another part of the House's data.
        if house.imported != nil, !house.items.isEmpty {
            differences += entries.filter { !seen.contains($0.facts.houseNumber!.text) }.map {
                HouseDifference(kind: .onlyHere, item: nil, entry: $0, here: $0.standings.last?.day ?? $0.facts.madeOn)
            }
        }
        let explained = differences.map { difference in
            var difference = difference
            if difference.kind == .onlyHere { difference.explanation = difference.entry.flatMap { house.own[$0.id] } }
            if let item = difference.item, let found = house.explanations[item.id], found.content == item.content,
                found.here == difference.entry?.stateForHouse ?? ""
            {
                difference.explanation = found.explanation
            }
            return difference
        }
        return HouseComparisonList(
            differences: explained.filter { $0.explanation == nil } + explained.filter { $0.explanation != nil },
            imported: house.imported, compared: house.items.count,
            unnumbered: unnumbered.filter { $0.isOwed && !recognised.contains($0.id) },
            unnumberedMotions: all.filter(\.isMotionWithoutNumber),
            numbers: Set(all.compactMap { $0.facts.houseNumber?.text }), unclaimed: house.unclaimed)
    }

    /// Takes over what the House says of one item: a new entry where we have none, its standing and day where we do.
    ///
    /// - Throws: `RegisterRefusal`, `looksLike` where we have it without its number; `StandingRefusal`, `DueRefusal`.
    @discardableResult package func takeOver(_ itemID: String, by officer: RegisterOfficer) async throws -> RegisterEntry.ID {
        guard let difference = try await differences(for: officer).differences.first(where: { $0.item?.id == itemID }),
            let item = difference.item
        else { throw RegisterRefusal.notFound }
        let tree = try await access.roster().tree
        guard let entry = difference.entry else {
            guard let department = item.department(in: tree, of: officer.writes, on: today) else {
                throw RegisterRefusal.notYours
            }
            return try await register(item, at: department, by: officer).id
        }
        let today = today
        var version = entry.version
        if difference.kind == .standing, let code = item.standing, let standing = Standing(code, department: nil) {
            let since = entry.standings.last?.day ?? entry.facts.madeOn
            let change = StandingChange(
                standing, on: item.settledOn(since: since, today), facts: item.sayingOfTheHouse, byHouse: true)
            try await setStanding(change, of: entry.id, version: version, by: officer)
            version += 1
        }
        if difference.kind == .removedThere {
            let change = StandingChange(.lapsed, on: today, facts: item.sayingOfTheHouse, byHouse: true)
            try await setStanding(change, of: entry.id, version: version, by: officer)
        }
        if difference.kind == .day, let day = item.dueOn {
            // A day of the House's list may have passed: it was told before.
            let told = max(entry.facts.madeOn, min(today, day))
            let due = Due(words: "", day: day, reason: item.sayingOfTheHouse, told: told)
            try await setDue(due, of: entry.id, version: version, by: officer)
        }
        return entry.id
    }

    /// Puts what only the House keeps into the register of a department.
    func register(
        _ item: HouseItem, at department: Organisation.ID, by officer: RegisterOfficer
    ) async throws -> RegisterEntry {
        // Without its number the House's item would be found only there again.
        guard let number = try? HouseNumber(item.number) else { throw RegisterRefusal.numberUnreadable }
        let made = item.madeOn ?? item.firstSeen
        let facts = RegisterFacts(
            kind: .commitment, title: item.title, wording: item.text, verb: .carryOut, madeOn: made, setting: .debate,
            place: item.place, houseNumber: number, department: department,
            madeReason: item.madeOn == nil
                ? "De dag waarop we de toezegging voor het eerst in de lijst van de Kamer zagen."
                : "De dag waarop de Kamer de toezegging in haar lijst zette.")
        let due =
            item.standing == .settled
            ? nil : item.dueOn.map { Due(words: "", day: $0, reason: item.sayingOfTheHouse, told: made) }
        let entry = try await register(NewEntry(facts, due: due), mayResemble: false, by: officer)
        if let code = item.standing, code != .open, let standing = Standing(code, department: nil) {
            let change = StandingChange(
                standing, on: item.settledOn(since: made, today), facts: item.sayingOfTheHouse, byHouse: true)
            try await setStanding(change, of: entry.id, version: entry.version, by: officer)
        }
        return entry
    }

    /// - Parameter isOurs: whether we have an item, which tells whose it is where the House does not.
    private func houseRows(
        of departments: Set<Organisation.ID>, in tree: OrganisationTree, isOurs: @escaping @Sendable (HouseItem) -> Bool
    ) async throws -> HouseRows {
        let names = departments.flatMap { tree.namesAtTheHouse(of: $0) }.sorted()
        let endings = names.map { $0.lowercased() }
        let known = tree.organisations.keys.flatMap { tree.namesAtTheHouse(of: $0) }.map { $0.lowercased() }
        return try await database.read { db in
            let named = try names.flatMap { try db.promises(where: "ministry = $1", $0) }
            // Rows of OData may leave the ministry out; the function of who made the promise tells, or that we have it.
            let others = try db.promises(where: "ministry IS NULL")
            // What another department has is its own.
            let taken = Set(
                try db.query("SELECT house_number FROM register_entry WHERE house_number IS NOT NULL AND \(entryStays)").map {
                    try $0.get("house_number", as: String.self)
                })
            let ofThese = Set(others.filter { isOurs($0) || $0.isMade(byOneOf: endings) }.map(\.id))
            return HouseRows(
                items: (named + others.filter { ofThese.contains($0.id) }).sorted { ($0.number, $0.id) < ($1.number, $1.id) },
                unclaimed: others.filter { item in
                    !item.isRemoved && !ofThese.contains(item.id) && !item.isMade(byOneOf: known) && !taken.contains(item.number)
                },
                explanations: try db.houseExplanations(), own: try db.explanationsOfOwn(),
                imported: try db.first("SELECT max(day) AS day FROM house_import")?.get("day", as: Day?.self))
        }
    }
}

/// What is kept of the House's list for some departments.
private struct HouseRows: Sendable {
    /// Of these departments, by number.
    let items: [HouseItem]
    let unclaimed: [HouseItem]
    let explanations: [String: KeptExplanation]
    let own: [RegisterEntry.ID: HouseExplanation]
    let imported: Day?
}

extension SQLConnection {
    fileprivate func promises(where condition: String, _ values: any SQLBindable...) throws -> [HouseItem] {
        try query("SELECT * FROM house_item WHERE category = 'promise' AND \(condition) ORDER BY id", values).map(HouseItem.init)
    }
}

extension RegisterFacts {
    /// Whether it is what an item of the House's says that has no number: the same words, of the same day where it gives one.
    fileprivate func says(_ item: HouseItem) -> Bool {
        (item.madeOn == nil || item.madeOn == madeOn) && wording.saysTheSame(as: item.text)
    }
}

extension HouseItem {
    /// Whether the function of who made it ends in one of some names, in lower case.
    fileprivate func isMade(byOneOf endings: [String]) -> Bool {
        let function = function.lowercased()
        return endings.contains { function.hasSuffix($0) }
    }

    /// A few words by which an entry is recognised: the beginning of the text.
    fileprivate var title: String {
        let words = text.split(separator: " ").prefix(12).joined(separator: " ")
        return words.count < text.count ? "\(words) …" : words.withoutFullStop
    }

    /// Where it was said, as far as the House's list tells.
    fileprivate var place: String { activity.map { "Tweede Kamer, activiteit \($0)" } ?? "Tweede Kamer" }

    /// When the House says that it was settled, where that lies between a day and today; else today.
    fileprivate func settledOn(since: Day, _ today: Day) -> Day {
        guard standing == .settled, let dueOn, dueOn >= since, dueOn <= today else { return today }
        return dueOn
    }

    /// What the House says, as the reason of what was taken over.
    fileprivate var sayingOfTheHouse: String {
        let letters = letters.isEmpty ? "" : " (\(letters.joined(separator: ", ")))"
        return "Tweede Kamer: \(isRemoved ? "verwijderd bij de bron" : status)\(letters)"
    }

    func department(
        in tree: OrganisationTree, of departments: Set<Organisation.ID>, on day: Day
    ) -> Organisation.ID? {
        departments.sorted().first { department in
            let names = tree.namesAtTheHouse(of: department)
            return names.contains(ministry) || ministry.isEmpty && isMade(byOneOf: names.map { $0.lowercased() })
        }
    }
}

extension OrganisationTree {
    /// How the House calls an organisation: every name that it ever had, without the word "Ministerie van".
    fileprivate func namesAtTheHouse(of id: Organisation.ID) -> Set<String> {
        let names = self[id]?.names.map(\.value.full.nl) ?? []
        return Set(names + names.map { $0.replacing("Ministerie van ", with: "") })
    }
}
