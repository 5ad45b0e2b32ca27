import Synchronization

/// Lets a bounded number of pieces of work go on at a time. What does not fit waits, sources in turn, bounded in number and
/// in time.
package final class Admission<Source: Hashable & Sendable>: Sendable {
    private typealias Waiter = CheckedContinuation<Bool, Never>

    private struct State {
        var free: Int
        var queue: FairQueue<Source, Waiter>
        /// Places that come back one by one.
        var owed = 0
        /// How many places each source has.
        var taken: [Source: Int] = [:]

        /// Takes a place where there is one for this source.
        mutating func take(from source: Source, atMost most: Int) -> Bool {
            guard free > 0, taken[source, default: 0] < most else { return false }
            free -= 1
            taken[source, default: 0] += 1
            return true
        }

        mutating func giveBack(from source: Source) {
            free += 1
            taken[source, default: 0] -= 1
            if taken[source] == 0 { taken[source] = nil }
        }
    }

    private let state: Mutex<State>
    private let size: Int
    private let perSource: Int
    private let patience: Duration

    /// - Parameters:
    ///   - atOnce: pieces of work at the same time.
    ///   - perSource: of those at most so many from one source; nil for all.
    ///   - waiting: pieces that may wait.
    ///   - patience: how long one may wait.
    package init(atOnce: Int, perSource: Int? = nil, waiting: Int, patience: Duration) {
        state = Mutex(State(free: atOnce, queue: FairQueue(limit: waiting)))
        size = atOnce
        self.perSource = perSource ?? atOnce
        self.patience = patience
    }

    /// How many go on, and how many wait.
    package var load: (going: Int, waiting: Int) { state.withLock { (size - $0.free, $0.queue.count) } }

    /// Waits for a place, runs `body` and gives the place back.
    ///
    /// - Throws: `AdmissionRefused` where too many wait or it took too long; `body` has then not begun.
    package func run<T>(
        from source: Source, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> T
    ) async throws -> T {
        try await enter(from: source)
        defer { leave(from: source) }
        return try await body()
    }

    /// Waits for a place and uses it up. Places come back one by one, so that at most `atOnce` come at a time, and after that
    /// one every `interval`.
    ///
    /// - Throws: `AdmissionRefused`.
    package func pass(from source: Source, oneEvery interval: Duration) async throws {
        try await enter(from: source)
        let isFirst = state.withLock { state in
            state.owed += 1
            return state.owed == 1
        }
        guard isFirst else { return }
        Task {
            repeat {
                try? await Task.sleep(for: interval)
                leave(from: source)
            } while state.withLock { state in
                state.owed -= 1
                return state.owed > 0
            }
        }
    }

    private func enter(from source: Source) async throws {
        let isFree = state.withLock { $0.take(from: source, atMost: perSource) }
        guard !isFree else { return }
        let place = Place()
        let isAdmitted = await withTaskCancellationHandler {
            let clock = Task { [patience, self] in
                try await Task.sleep(for: patience)
                giveUp(place, from: source)
            }
            defer { clock.cancel() }
            return await withCheckedContinuation { waiter in
                join(waiter, at: place, from: source)
                if Task.isCancelled { giveUp(place, from: source) }
            }
        } onCancel: {
            giveUp(place, from: source)
        }
        guard isAdmitted else { throw AdmissionRefused() }
    }

    private func join(_ waiter: Waiter, at place: Place, from source: Source) {
        let joining: FairQueue<Source, Waiter>.Joining? = state.withLock { state in
            guard !state.take(from: source, atMost: perSource) else { return nil }
            let joining = state.queue.join(waiter, from: source)
            if case .waits(let number) = joining { place.number.withLock { $0 = number } }
            if case .replaces(let number, _) = joining { place.number.withLock { $0 = number } }
            return joining
        }
        switch joining {
        case nil: waiter.resume(returning: true)
        case .isRefused: waiter.resume(returning: false)
        case .replaces(_, let gone): gone.resume(returning: false)
        case .waits: break
        }
    }

    private func giveUp(_ place: Place, from source: Source) {
        guard let number = place.number.withLock({ $0 }) else { return }
        state.withLock { $0.queue.leave(number, from: source) }?.resume(returning: false)
    }

    /// The place goes to who is next, or becomes free.
    private func leave(from source: Source) {
        let next = state.withLock { state in
            state.giveBack(from: source)
            let next = state.queue.next { state.taken[$0, default: 0] < perSource }
            if let next { _ = state.take(from: next.source, atMost: perSource) }
            return next?.element
        }
        next?.resume(returning: true)
    }
}

/// The place of one who waits, once it is known.
private final class Place: Sendable {
    let number = Mutex<UInt64?>(nil)
}

/// Too many wait, or it took too long: the same again in a moment.
package struct AdmissionRefused: Error, Equatable {
    package init() {}
}
