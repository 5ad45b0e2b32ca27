import Database
import Foundation
import Kernel
import TestSupport
import Testing

@testable import Access
@testable import Compartments

/// Random histories of a desk beside a small model of who may read what. `MELDLOKET_HISTORIES` says how many,
/// `MELDLOKET_HISTORIES_FROM` with which seed they begin, and `MELDLOKET_HISTORIES_ON` on which engine, where not on both.
struct HistoryTests {
    static let count = Int(ProcessInfo.processInfo.environment["MELDLOKET_HISTORIES"] ?? "") ?? 8
    static let first = Int(ProcessInfo.processInfo.environment["MELDLOKET_HISTORIES_FROM"] ?? "") ?? 0

    static let engines =
        ProcessInfo.processInfo.environment["MELDLOKET_HISTORIES_ON"].map { [Engine(rawValue: $0)!] } ?? Engine.all

    private static let truePlanner: HistoryPlayer.Planner = { organisation, involved, director, day, roster throws(PlanRefusal) in
        try ReaderPlan(about: organisation, involved: involved, aboutDirector: director, on: day, roster: roster)
    }

    private struct Outcome {
        var differences: [String] = []
        var done: [HistoryPlayer.Deed: Int] = [:]
    }

    /// Plays a history and looks after each step, until something differs.
    private func outcome(
        of steps: [HistoryStep], on engine: Engine, isThorough: Bool, planner: @escaping HistoryPlayer.Planner = truePlanner
    ) async throws -> Outcome {
        try await engine.withDatabase { database in
            let player = try await HistoryPlayer(database: database, planner: planner)
            for (number, step) in steps.enumerated() {
                try await player.play(step)
                guard !step.isOfStaff else { continue }
                let found = try await player.differences(isThorough: isThorough)
                if !found.isEmpty {
                    return Outcome(differences: found.map { "after step \(number), \(step): \($0)" }, done: player.done)
                }
            }
            return Outcome(done: player.done)
        }
    }

    /// The history as short as it still goes wrong, to read in a failure.
    private func shortened(
        _ steps: [HistoryStep], on engine: Engine, isThorough: Bool, planner: @escaping HistoryPlayer.Planner = truePlanner
    ) async throws -> [HistoryStep] {
        try await Shrinking.smallest(steps) {
            try await !outcome(of: $0, on: engine, isThorough: isThorough, planner: planner).differences.isEmpty
        }
    }

    @Test(.law("Awb 9:7(1)"), arguments: engines)
    func `over random histories nobody reads what the model does not allow`(engine: Engine) async throws {
        var done: [HistoryPlayer.Deed: Int] = [:]
        for seed in Self.first..<Self.first + Self.count {
            var generator = HistoryGenerator(seed: UInt64(seed))
            let (steps, isThorough) = (generator.history(length: 8 + seed % 12), seed % 12 == 0)
            let outcome = try await outcome(of: steps, on: engine, isThorough: isThorough)
            done.merge(outcome.done) { $0 + $1 }
            guard outcome.differences.isEmpty else {
                let small = try await shortened(steps, on: engine, isThorough: isThorough)
                Issue.record("seed \(seed): \(outcome.differences)\n\(small.map { "\($0)" }.joined(separator: "\n"))")
                return
            }
        }

        let wanted = Self.count < 1000 ? HistoryPlayer.Deed.frequent : HistoryPlayer.Deed.allCases
        #expect(Set(done.keys).isSuperset(of: wanted), "\(done)")
    }

    /// The history of seed 7086, as short as it went wrong.
    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `who enrolled anew and begins to stand in for someone excluded loses their earlier keys too`(engine: Engine) async throws
    {
        let steps: [HistoryStep] = [
            .hire(at: 1, as: .integrityCoordinator, confirmed: true), .hire(at: 1, as: .integrityCoordinator, confirmed: true),
            .hire(at: 3, as: .integrityCoordinator, confirmed: true), .hire(at: 3, as: .reportHandler, confirmed: true),
            .report(at: 2, involved: [4, 8], aboutDirector: false),
            .appoint(10, at: 1, as: .reportHandler, standingInFor: 1, confirmed: true), .enrolAnew(10, confirmed: true),
            .appoint(5, at: 2, as: .reportHandler, standingInFor: 8, confirmed: true), .exclusionJob,
        ]

        let outcome = try await outcome(of: steps, on: engine, isThorough: true)

        #expect(outcome.differences == [])
        #expect(outcome.done[.excludedByJob] == 1)
    }

    @Test func `a planner that forgets whom the reporter marked is caught, and the history is short`() async throws {
        let forgetful: HistoryPlayer.Planner = { organisation, _, director, day, roster throws(PlanRefusal) in
            try ReaderPlan(about: organisation, involved: [], aboutDirector: director, on: day, roster: roster)
        }
        for seed in 0..<50 {
            var generator = HistoryGenerator(seed: UInt64(seed))
            let steps = generator.history(length: 10)
            let outcome = try await outcome(of: steps, on: .sqlite, isThorough: false, planner: forgetful)
            guard !outcome.differences.isEmpty else { continue }
            let small = try await shortened(steps, on: .sqlite, isThorough: false, planner: forgetful)
            #expect(small.count <= 6 && small.count * 2 <= steps.count, "of \(steps.count) steps: \(small)")
            return
        }
        Issue.record("fifty histories, and nobody noticed")
    }
}
