/// A waiting line in which sources take turns: whoever asks for much waits behind themselves, and in front of nobody else.
///
/// Where it is full, the last of the source that has most waiting makes room for another.
package struct FairQueue<Source: Hashable & Sendable, Element: Sendable>: Sendable {
    private let limit: Int
    private var waiting: [Source: [(number: UInt64, element: Element)]] = [:]
    /// The sources that have something waiting, the one whose turn it is first.
    private var turns: [Source] = []
    private var last: UInt64 = 0
    package private(set) var count = 0

    /// - Parameter limit: how many may wait.
    package init(limit: Int) {
        self.limit = limit
    }

    /// What became of who came.
    package enum Joining: Sendable {
        case waits(UInt64)
        /// Waits, and this one went to make room.
        case replaces(UInt64, Element)
        case isRefused
    }

    /// Puts an element in the line.
    package mutating func join(_ element: Element, from source: Source) -> Joining {
        var gone: Element?
        if count >= limit {
            guard let crowd = waiting.max(by: { $0.value.count < $1.value.count })?.key, crowd != source,
                waiting[crowd]!.count > waiting[source, default: []].count + 1
            else { return .isRefused }
            gone = waiting[crowd]!.removeLast().element
            count -= 1
        }
        last += 1
        if waiting[source] == nil { turns.append(source) }
        waiting[source, default: []].append((last, element))
        count += 1
        return gone.map { .replaces(last, $0) } ?? .waits(last)
    }

    /// Takes out who is next; the source then goes to the back.
    package mutating func next() -> Element? { next { _ in true }?.element }

    /// Takes out who is next among the sources that may come now.
    package mutating func next(where mayCome: (Source) -> Bool) -> (source: Source, element: Element)? {
        guard let turn = turns.firstIndex(where: mayCome) else { return nil }
        let source = turns.remove(at: turn)
        let element = waiting[source]!.removeFirst().element
        count -= 1
        if waiting[source]!.isEmpty { waiting[source] = nil } else { turns.append(source) }
        return (source, element)
    }

    /// Takes out who gave up.
    package mutating func leave(_ number: UInt64, from source: Source) -> Element? {
        guard let index = waiting[source]?.firstIndex(where: { $0.number == number }) else { return nil }
        let element = waiting[source]!.remove(at: index).element
        count -= 1
        if waiting[source]!.isEmpty {
            waiting[source] = nil
            turns.removeAll { $0 == source }
        }
        return element
    }
}
