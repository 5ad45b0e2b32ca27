import Commitments
import Kernel
import TestSupport
import Testing

struct MotionTests {
    let today = day("2026-11-22")
    let motion = Motion(movers: ["Bamenga"], submittedOn: day("2026-03-12"))

    private func motion(after step: Motion.Step, on iso: String) throws -> Motion {
        try motion.taking(step, on: day(iso), today: today)
    }

    @Test(.law("RvO Tweede Kamer 8.23(2)"))
    func `a motion held on 17 March 2026 lapses in the first meeting from 9 June 2026`() throws {
        let held = try motion(after: .held, on: "2026-03-17")

        #expect(held.lapsesFrom == day("2026-06-09"))
        #expect(throws: MotionRefusal.lapsesLater(day("2026-06-09"))) {
            try held.taking(.lapsed, on: day("2026-06-08"), today: today)
        }
        #expect(try held.taking(.lapsed, on: day("2026-06-09"), today: today).step == .lapsed)
    }

    @Test(.law("RvO Tweede Kamer 8.23(2)"))
    func `what the House does with a motion after the twelve weeks asks whether it let it stay`() throws {
        let held = try motion(after: .held, on: "2026-03-17")

        #expect(try held.taking(.adopted, on: day("2026-06-09"), today: today).step == .adopted)
        #expect(throws: MotionRefusal.mayHaveLapsed(from: day("2026-06-09"))) {
            try held.taking(.adopted, on: day("2026-06-10"), today: today)
        }
        #expect(throws: MotionRefusal.mayHaveLapsed(from: day("2026-06-09"))) { try held.taking(.adopted, on: nil, today: today) }
        #expect(try held.taking(.adopted, on: day("2026-06-10"), stayed: true, today: today).step == .adopted)
        #expect(held.mayHaveLapsed(on: day("2026-06-10")) && !held.mayHaveLapsed(on: day("2026-06-09")))
        #expect(!motion.mayHaveLapsed(on: today))
    }

    @Test(.law("RvO Tweede Kamer 8.23(2)"))
    func `a held motion lapses with the session, and one that is not held does not lapse`() throws {
        let held = try motion(after: .held, on: "2026-03-17")

        #expect(try held.taking(.lapsed, on: day("2026-03-31"), endOfSession: true, today: today).step == .lapsed)
        #expect(throws: MotionRefusal.notHeld) { try motion.taking(.lapsed, on: day("2026-09-01"), today: today) }
        #expect(motion.lapsesFrom == nil)
    }

    @Test(.law("RvO Tweede Kamer 8.20"), arguments: [Motion.Step.adopted, .rejected, .withdrawn, .takenOver])
    func `a motion may be changed and held until it ends, and nothing follows on its end`(end: Motion.Step) throws {
        let changed = try motion(after: .changed, on: "2026-03-16").taking(.held, on: day("2026-03-17"), today: today)
        let ended = try changed.taking(end, on: day("2026-03-24"), today: today)

        #expect(ended.events.map(\.step) == [.submitted, .changed, .held, end])
        #expect(ended.lapsesFrom == nil)
        #expect(throws: MotionRefusal.hasEnded(end, on: day("2026-03-24"))) {
            try ended.taking(.changed, on: day("2026-03-25"), today: today)
        }
    }

    @Test(.law("RvO Tweede Kamer 8.21"))
    func `only a motion that was adopted or taken over is carried out`() throws {
        let carriedOut = try Motion.Step.allCases.filter { $0 != .submitted && $0 != .lapsed }.filter {
            try motion(after: $0, on: "2026-03-17").isToBeCarriedOut
        }

        #expect(carriedOut == [.adopted, .takenOver])
        #expect(!motion.isToBeCarriedOut)
    }

    @Test func `steps follow on each other, and none lies ahead`() throws {
        let held = try motion(after: .held, on: "2026-03-17")

        #expect(throws: MotionRefusal.beforeTheLastStep(day("2026-03-17"))) {
            try held.taking(.adopted, on: day("2026-03-16"), today: today)
        }
        #expect(throws: MotionRefusal.inTheFuture(day("2026-11-23"))) {
            try held.taking(.adopted, on: day("2026-11-23"), today: today)
        }
        #expect(throws: MotionRefusal.submittedAlready) { try held.taking(.submitted, on: day("2026-03-18"), today: today) }
    }

    @Test func `a step of which the day is not known takes its place in the order`() throws {
        let adopted = try motion.taking(.adopted, on: nil, today: today)

        #expect(adopted.isToBeCarriedOut)
        #expect(throws: MotionRefusal.hasEnded(.adopted, on: nil)) { try adopted.taking(.held, on: nil, today: today) }
    }
}
