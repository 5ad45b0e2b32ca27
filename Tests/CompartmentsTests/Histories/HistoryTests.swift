import Database
import Foundation
import Kernel
import TestSupport
import Testing

@testable import Access
@testable import Compartments

/// Random histories of a desk beside a small model of who may read what. `MELDLOKET_HISTORIES` says how many, and
/// `MELDLOKET_HISTORIES_FROM` with which seed they begin.
struct HistoryTests {
    static let count = Int(ProcessInfo.processInfo.environment["MELDLOKET_HISTORIES"] ?? "") ?? 12
    static let first = Int(ProcessInfo.processInfo.environment["MELDLOKET_HISTORIES_FROM"] ?? "") ?? 0

    private static let truePlanner: HistoryPlayer.Planner = { organisation, involved, director, day, roster throws(PlanRefusal) in
        try ReaderPlan(about: organisation, involved: involved, aboutDirector: director, on: day, roster: roster)
    }

    /// Plays a history and looks after each step.
    private func differences(
        _ steps: [HistoryStep], on engine: Engine, isThorough: Bool, planner: @escaping HistoryPlayer.Planner = truePlanner
    ) async throws -> [String] {
        try await engine.withDatabase { database in
            let player = try await HistoryPlayer(database: database, planner: planner)
            for (number, step) in steps.enumerated() {
                try await player.play(step)
                guard !step.isOfStaff else { continue }
                let found = try await player.differences(isThorough: isThorough)
                if !found.isEmpty { return found.map { "after step \(number), \(step): \($0)" } }
            }
            return []
        }
    }

    /// The history as short as it still goes wrong, to read in a failure.
    private func report(_ steps: [HistoryStep], on engine: Engine) async throws -> String {
        let small = try await Shrinking.smallest(steps) {
            try await !differences($0, on: engine, isThorough: false).isEmpty
        }
        let found = try await differences(small, on: engine, isThorough: false)
        return (small.map { "\($0)" } + found).joined(separator: "\n")
    }

    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `over random histories nobody reads what the model does not allow`(engine: Engine) async throws {
        for seed in Self.first..<Self.first + Self.count {
            var generator = HistoryGenerator(seed: UInt64(seed))
            let steps = generator.history(length: 8 + seed % 12)
            let found = try await differences(steps, on: engine, isThorough: seed % 12 == 0)
            guard found.isEmpty else {
                Issue.record("seed \(seed): \(found)\n\(try await report(steps, on: engine))")
                return
            }
        }
    }

    @Test func `a planner that forgets whom the reporter marked is caught, and the history is short`() async throws {
        let forgetful: HistoryPlayer.Planner = { organisation, _, director, day, roster throws(PlanRefusal) in
            try ReaderPlan(about: organisation, involved: [], aboutDirector: director, on: day, roster: roster)
        }
        for seed in 0..<50 {
            var generator = HistoryGenerator(seed: UInt64(seed))
            let steps = generator.history(length: 10)
            guard try await !differences(steps, on: .sqlite, isThorough: false, planner: forgetful).isEmpty else { continue }
            let small = try await Shrinking.smallest(steps) {
                try await !differences($0, on: .sqlite, isThorough: false, planner: forgetful).isEmpty
            }
            #expect(small.count <= 6 && small.count * 2 <= steps.count, "of \(steps.count) steps: \(small)")
            return
        }
        Issue.record("fifty histories, and nobody noticed")
    }
}
