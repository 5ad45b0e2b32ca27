import Access
import AuditLog
import Compartments
import Kernel

/// Who excludes: with which keys, in which function, and what the audit can say of them.
struct Excluder: Sendable {
    /// Nil for the job, which holds no key.
    let holder: KeyHolder?
    let function: String
    let origin: AuditOrigin
    /// What they do; nil where only the readers change.
    var action: AuditAction? = .officerExcluded
    let detail: @Sendable (_ names: String?) -> SubjectDetail
}

/// What the audit says of an exclusion: each function that lost its keys, each that lost them because the case moved, and each
/// that got them. Who they are is sealed for the readers of the case.
struct ExclusionNotes: Sendable {
    private struct Line: Sendable {
        let action: AuditAction
        let function: String
        let detail: SealedDetail?
    }

    private let lines: [Line]
    private let origin: AuditOrigin

    /// - Parameter names: of those who were marked; nil where it is not said.
    init(_ exclusion: PreparedExclusion, by excluder: Excluder, naming names: String?) throws {
        func seal(_ names: String?) throws -> SealedDetail? { try exclusion.keys?.seal(excluder.detail(names)) }
        let marked = try seal(names)
        let lost = Set(exclusion.lost.map(\.appointment.role.rawValue)).sorted()
        func all(_ action: AuditAction, _ readers: [Keyholder]) throws -> [Line] {
            try Dictionary(grouping: readers, by: \.appointment.role.rawValue).sorted { $0.key < $1.key }.map {
                function, readers in
                let names = readers.map(\.officer.name).sorted().joined(separator: ", ")
                return Line(action: action, function: function, detail: try seal(names))
            }
        }
        let excluded = excluder.action == .officerExcluded && lost.isEmpty ? [excluder.function] : lost
        let own = excluder.action == .officerExcluded ? nil : excluder.action
        let acts =
            excluded.map { Line(action: .officerExcluded, function: $0, detail: marked) }
            + [own].compactMap(\.self).map { Line(action: $0, function: excluder.function, detail: marked) }
        lines =
            acts + (try all(.accessMoved, exclusion.left)) + (try all(.accessGranted, exclusion.added))
        origin = excluder.origin
    }

    /// The details to store, each once.
    var details: [SealedDetail] {
        var seen: Set<String> = []
        return lines.compactMap(\.detail).filter { seen.insert($0.item.id.text).inserted }
    }

    func all(about id: CaseFile.ID) -> [AuditNote] {
        lines.map { line in
            AuditNote(line.action, by: line.function, at: origin, subject: id.text) { _ in line.detail?.bytes }
        }
    }
}
