import Access
import Kernel

/// Where a subject that exists goes when it gets new keys. Each says to which organisations it must not move, as its content tells;
/// nil where that is not known, so that it stays.
enum ReaderCourse: Sendable {
    /// Who reads it goes on reading it; who waits for keys goes on waiting.
    case keepingReaders(Set<Organisation.ID>?)
    /// Keys that no reader held come back.
    case restoring(Set<Organisation.ID>?)

    fileprivate var avoided: Set<Organisation.ID>? {
        switch self {
        case .keepingReaders(let avoided), .restoring(let avoided): avoided
        }
    }

    var restoresKeys: Bool {
        if case .restoring = self { true } else { false }
    }
}

extension ReaderPlan {
    /// Plans for a subject that exists. It stays with those who read it, unless exclusions leave its organisation too few readers, or
    /// keys are restored and nobody is left there: then the appointed readers of another get it. Where there are none, it stays
    /// with whoever is left: whoever is excluded loses the keys in any case. Where nobody would read it, those at the organisation
    /// who waited for keys get it: that nobody reads a report is worse.
    ///
    /// - Parameter canMove: whether keys are at hand, to hand them on.
    init(
        for row: SealedSubject, at course: ReaderCourse, readBy wraps: SubjectWraps, excluded: Set<Officer.ID>, on day: Day,
        roster: Roster, canMove: Bool
    ) {
        let here = ReaderPlan(at: row.organisation, route: .own, excluded: excluded, on: day, roster: roster)
        let kept = here.keeping { wraps.isRead(by: $0.keys) }
        let stays = course.restoresKeys ? here.restored(kept, wraps) : kept
        let isLeft = course.restoresKeys && roster.isLeft(row.organisation, without: excluded, on: day)
        guard canMove, isLeft || roster.isShort(of: row.organisation, without: excluded, on: day), let avoided = course.avoided,
            let other = try? ReaderPlan(
                about: row.organisation, involved: excluded, aboutDirector: false, avoiding: avoided, on: day, roster: roster,
                isNew: false)
        else {
            self = stays.readers.isEmpty && canMove ? here : stays
            return
        }
        self = other
    }

    /// Whoever still reads it, and of the others those who can do what nobody of them can: read it at all, or know who reports.
    private func restored(_ kept: ReaderPlan, _ wraps: SubjectWraps) -> ReaderPlan {
        if kept.readers.isEmpty { return self }
        let isKnown = kept.readers.contains { $0.appointment.role.readsIdentity && wraps.holdsNewest(of: .identity, $0.keys) }
        return keeping { wraps.isRead(by: $0.keys) || (!isKnown && $0.appointment.role.readsIdentity) }
    }
}

extension Roster {
    /// The appointments of an organisation to read reports, of officers who are not excluded. An officer who enrols anew is among
    /// them: being away for a while is no reason to move a case.
    func readingStaff(of organisation: Organisation.ID, without excluded: Set<Officer.ID>, on day: Day) -> [Appointment] {
        staff(of: organisation, on: day).filter { $0.role.readsReports && !excluded.contains($0.officer) }
    }

    /// Whether nobody is left at an organisation who reads reports and is not excluded, not even someone who enrols anew.
    func isLeft(_ organisation: Organisation.ID, without excluded: Set<Officer.ID>, on day: Day) -> Bool {
        readingStaff(of: organisation, without: excluded, on: day).isEmpty
    }

    /// Whether exclusions leave an organisation fewer than two readers, or none who may know who reports.
    func isShort(of organisation: Organisation.ID, without excluded: Set<Officer.ID>, on day: Day) -> Bool {
        let left = readingStaff(of: organisation, without: excluded, on: day)
        guard left.count < readingStaff(of: organisation, without: [], on: day).count else { return false }
        return Set(left.map(\.officer)).count < ReaderPlan.fewestReaders || !left.contains(where: \.role.readsIdentity)
    }

    /// Whether a reader has, or had, a role that reads less than the one they have now.
    func isPromoted(_ reader: Keyholder) -> Bool {
        reader.appointment.role.readsIdentity
            && appointments.contains { $0.officer == reader.officer.id && $0.role.readsReports && !$0.role.readsIdentity }
    }
}
