@testable import Access

/// One thing that happens at a desk. Numbers point into lists, modulo their length, so that a history from which steps were taken
/// still means something.
enum HistoryStep: Sendable, Equatable {
    case hire(at: Int, as: OfficerRole, confirmed: Bool)
    case appoint(Int, at: Int, as: OfficerRole, standingInFor: Int?, confirmed: Bool)
    case end(appointment: Int)
    case leave(Int)
    case enrolAnew(Int, confirmed: Bool)
    case report(at: Int, involved: [Int], aboutDirector: Bool)
    case write(in: Int)
    case mark(Int, in: Int, byReporter: Bool)
    case exclusionJob
    case grantAll
    case settle(Int)
    case recover(Int)
    case nextDay

    /// Whether it changes who works where, and nothing of a report.
    var isOfStaff: Bool {
        switch self {
        case .hire, .appoint: true
        default: false
        }
    }
}

/// Histories from a seed: staff first, then anything.
struct HistoryGenerator {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    private mutating func reader() -> OfficerRole { chance(60) ? .integrityCoordinator : .reportHandler }

    mutating func history(length: Int) -> [HistoryStep] {
        var steps: [HistoryStep] = []
        for organisation in 1...3 {
            for _ in 0..<number(1...3) { steps.append(.hire(at: organisation, as: reader(), confirmed: chance(90))) }
        }
        for _ in 0..<number(2...3) { steps.append(.hire(at: 0, as: .recoveryOfficer, confirmed: true)) }
        steps.append(report())
        for _ in 0..<length { steps.append(step()) }
        return steps
    }

    private mutating func report() -> HistoryStep {
        .report(at: number(1...4), involved: (0..<number(0...2)).map { _ in number(0...20) }, aboutDirector: chance(10))
    }

    private mutating func step() -> HistoryStep {
        switch number(1...100) {
        case 1...6: .hire(at: number(1...4), as: reader(), confirmed: chance(80))
        case 7...12: .appoint(number(0...20), at: number(1...4), as: reader(), standingInFor: nil, confirmed: chance(80))
        case 13...28:
            .appoint(number(0...20), at: number(1...4), as: .reportHandler, standingInFor: number(0...20), confirmed: chance(80))
        case 29...34: .end(appointment: number(0...30))
        case 35...40: .leave(number(0...20))
        case 41...48: .enrolAnew(number(0...20), confirmed: chance(60))
        case 49...53: report()
        case 54...57: .write(in: number(0...5))
        case 58...69: .mark(number(0...20), in: number(0...5), byReporter: chance(60))
        case 70...77: .exclusionJob
        case 78...83: .grantAll
        case 84...87: .settle(number(0...5))
        case 88...97: .recover(number(0...5))
        default: .nextDay
        }
    }
}

/// Takes steps away from a history that goes wrong, as long as it still does.
enum Shrinking {
    static func smallest(_ steps: [HistoryStep], stillFails: ([HistoryStep]) async throws -> Bool) async rethrows -> [HistoryStep]
    {
        var steps = steps
        var size = steps.count / 2
        while size > 0 {
            var start = 0
            while start < steps.count {
                var fewer = steps
                fewer.removeSubrange(start..<min(start + size, steps.count))
                if try await stillFails(fewer) { steps = fewer } else { start += size }
            }
            size /= 2
        }
        return steps
    }
}
