import Kernel
import Testing

struct FairQueueTests {
    @Test func `sources take turns however much one asks`() {
        var queue = FairQueue<String, String>(limit: 100)
        for number in 1...5 { _ = queue.join("flood \(number)", from: "flood") }
        _ = queue.join("one person", from: "person")
        _ = queue.join("another", from: "other")
        #expect((0..<4).map { _ in queue.next() } == ["flood 1", "one person", "another", "flood 2"])
        #expect((0..<4).map { _ in queue.next() } == ["flood 3", "flood 4", "flood 5", nil])
        #expect(queue.count == 0)
    }

    @Test func `a full line makes room for a source that has less`() throws {
        var queue = FairQueue<String, Int>(limit: 3)
        for number in 1...3 { _ = queue.join(number, from: "flood") }
        guard case .isRefused = queue.join(4, from: "flood") else { return #expect(Bool(false), "the flood is refused") }
        guard case .replaces(_, let gone) = queue.join(10, from: "person") else { return #expect(Bool(false), "there is room") }
        #expect(gone == 3, "the last of the flood made room")
        guard case .isRefused = queue.join(11, from: "person") else {
            return #expect(Bool(false), "two and one are as fair as can be")
        }
        #expect((0..<4).map { _ in queue.next() } == [1, 10, 2, nil])
    }

    @Test func `who gives up leaves no gap`() throws {
        var queue = FairQueue<Int, String>(limit: 10)
        guard case .waits(let first) = queue.join("first", from: 1), case .waits(let second) = queue.join("second", from: 2)
        else {
            return #expect(Bool(false), "both wait")
        }
        #expect(queue.leave(first, from: 1) == "first")
        #expect(queue.leave(first, from: 1) == nil)
        #expect(queue.next() == "second")
        #expect(queue.leave(second, from: 2) == nil)
        #expect(queue.next() == nil && queue.count == 0)
    }
}
