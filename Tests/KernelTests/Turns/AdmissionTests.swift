import Kernel
import Synchronization
import Testing

struct AdmissionTests {
    @Test func `no more go on than may`() async throws {
        let admission = Admission<Int>(atOnce: 3, waiting: 100, patience: .seconds(30))
        let count = Count()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for source in 0..<60 {
                group.addTask {
                    try await admission.run(from: source % 7) {
                        count.begin()
                        try await Task.sleep(for: .milliseconds(1))
                        count.end()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(count.most == 3)
        #expect(admission.load == (0, 0))
    }

    @Test func `one person waits behind one of a flood`() async throws {
        let admission = Admission<String>(atOnce: 1, waiting: 100, patience: .seconds(30))
        let order = Order()
        try await withThrowingTaskGroup(of: Void.self) { group in
            let gate = AsyncStream<Void>.makeStream()
            group.addTask {
                try await admission.run(from: "flood") { for await _ in gate.stream { break } }
            }
            try await until { admission.load.going == 1 }
            for number in 1...40 {
                group.addTask { try await admission.run(from: "flood") { order.add("flood") } }
                try await until { admission.load.waiting == number }
            }
            group.addTask { try await admission.run(from: "person") { order.add("person") } }
            try await until { admission.load.waiting == 41 }
            gate.continuation.yield()
            try await group.waitForAll()
        }
        #expect(order.all.firstIndex(of: "person") == 1)
        #expect(order.all.count == 41)
    }

    @Test func `who waits too long or is cancelled is refused and leaves nothing`() async throws {
        let admission = Admission<Int>(atOnce: 1, waiting: 10, patience: .milliseconds(20))
        let gate = AsyncStream<Void>.makeStream()
        let holder = Task { try await admission.run(from: 0) { for await _ in gate.stream { break } } }
        try await until { admission.load.going == 1 }
        await #expect(throws: AdmissionRefused.self) { try await admission.run(from: 1) {} }
        let patient = Admission<Int>(atOnce: 0, waiting: 10, patience: .seconds(60))
        let cancelled = Task { try await patient.run(from: 1) {} }
        try await until { patient.load.waiting == 1 }
        cancelled.cancel()
        await #expect(throws: AdmissionRefused.self) { try await cancelled.value }
        #expect(patient.load == (0, 0))
        gate.continuation.yield()
        try await holder.value
        #expect(admission.load == (0, 0))
        try await admission.run(from: 2) {}
    }

    @Test func `one source leaves places to others, and takes its own again`() async throws {
        let admission = Admission<String>(atOnce: 3, perSource: 2, waiting: 10, patience: .seconds(30))
        let order = Order()
        try await withThrowingTaskGroup(of: Void.self) { group in
            let held = (0..<2).map { _ in AsyncStream<Void>.makeStream() }
            for stream in held {
                group.addTask { try await admission.run(from: "greedy") { for await _ in stream.stream { break } } }
            }
            try await until { admission.load.going == 2 }
            group.addTask { try await admission.run(from: "greedy") { order.add("greedy") } }
            try await until { admission.load.waiting == 1 }
            try await admission.run(from: "other") { order.add("other") }
            #expect(order.all == ["other"], "there was a place for it, and none for the third of the greedy")
            held[0].continuation.yield()
            try await until { order.all.count == 2 }
            held[1].continuation.yield()
            try await group.waitForAll()
        }
        #expect(order.all == ["other", "greedy"])
        #expect(admission.load == (0, 0))
    }

    @Test func `an allowance comes back one by one`() async throws {
        let admission = Admission<Int>(atOnce: 3, waiting: 10, patience: .seconds(30))
        let clock = ContinuousClock()
        let all = try await clock.measure {
            for source in 0..<3 { try await admission.pass(from: source, oneEvery: .milliseconds(40)) }
        }
        let beyond = try await clock.measure {
            for source in 0..<3 { try await admission.pass(from: source, oneEvery: .milliseconds(40)) }
        }
        #expect(beyond >= .milliseconds(80), "the first came at least one interval after the first pass, the others one each")
        #expect(all < beyond)
        try await until { admission.load.going == 0 }
    }
}

private func until(_ condition: () -> Bool) async throws {
    while !condition() { try await Task.sleep(for: .milliseconds(1)) }
}

/// How many go on at a time, and the most that ever did.
private final class Count: Sendable {
    private let numbers = Mutex((going: 0, most: 0))

    var most: Int { numbers.withLock { $0.most } }

    func begin() {
        numbers.withLock { numbers in
            numbers.going += 1
            numbers.most = max(numbers.most, numbers.going)
        }
    }

    func end() { numbers.withLock { $0.going -= 1 } }
}

/// Who came in, in order.
private final class Order: Sendable {
    private let names = Mutex<[String]>([])

    var all: [String] { names.withLock { $0 } }

    func add(_ name: String) { names.withLock { $0.append(name) } }
}
