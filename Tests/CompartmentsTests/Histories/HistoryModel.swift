import Kernel

@testable import Access

/// Who may read what, in a few lines: appointments, keys and marks as plain values. It knows nothing of wraps, epochs or rows.
struct HistoryModel {
    struct Job {
        let person: Int
        let organisation: Int
        let role: OfficerRole
        let standsInFor: Int?
        let from: Day
        var ended: Day?
        /// The versions of the person's keys for which it was confirmed.
        var confirmed: Set<Int>
    }

    private(set) var jobs: [Job] = []
    private(set) var keyVersions: [Int] = []
    private(set) var left: [Int: Day] = [:]
    var today: Day

    mutating func hire() { keyVersions.append(1) }

    mutating func appoint(_ job: Job) { jobs.append(job) }

    /// Ends every job of the same person that is like this one.
    mutating func end(like index: Int) {
        let job = jobs[index]
        for other in jobs.indices
        where jobs[other].person == job.person && jobs[other].organisation == job.organisation && jobs[other].role == job.role
            && jobs[other].standsInFor == job.standsInFor
        { jobs[other].ended = min(jobs[other].ended ?? today, today - 1) }
    }

    mutating func leave(_ person: Int) { left[person] = left[person] ?? today }

    mutating func enrolAnew(_ person: Int) { keyVersions[person] += 1 }

    mutating func confirm(_ job: Int) { jobs[job].confirmed.insert(keyVersions[jobs[job].person]) }

    private func lasts(_ job: Job) -> Bool { job.from <= today && (job.ended.map { today <= $0 } ?? true) }

    /// Whether a job counts today: it lasts, its holder is there, and their present keys were confirmed for it.
    private func counts(_ job: Job) -> Bool {
        lasts(job) && left[job.person] == nil && job.confirmed.contains(keyVersions[job.person])
    }

    /// Awb 9:7(1): who was marked, who stands in for them, and so on.
    func excluded(by marked: Set<Int>) -> Set<Int> {
        var all = marked
        while let next = jobs.first(where: { lasts($0) && $0.standsInFor.map(all.contains) == true && !all.contains($0.person) })
        {
            all.insert(next.person)
        }
        return all
    }

    /// Whether someone may be given the content of a report at an organisation today.
    func mayRead(_ person: Int, at organisation: Int) -> Bool {
        jobs.contains { $0.person == person && $0.organisation == organisation && $0.role.readsReports && counts($0) }
    }

    /// Wbk 1a(3): whether they may be given who reports.
    func mayKnow(_ person: Int, at organisation: Int) -> Bool {
        jobs.contains { $0.person == person && $0.organisation == organisation && $0.role == .integrityCoordinator && counts($0) }
    }
}
