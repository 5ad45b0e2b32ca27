import Kernel
import Testing

struct EntropyTests {
    @Test func `identifiers are 26 characters and differ`() {
        let ids = (0..<1000).map { _ in Identifier<Day>(from: .system).text }

        #expect(Set(ids).count == 1000)
        #expect(ids.allSatisfy { Identifier<Day>($0) != nil })
        #expect(Identifier<Day>("short") == nil)
        #expect(Identifier<Day>(String(repeating: "l", count: 26)) == nil)
    }

    @Test func `base 32 agrees with a value worked out by hand`() {
        #expect(Base32.encode([0xff, 0x00, 0xff]) == "zw0fy")
        #expect(Base32.encode([0]) == "00")
    }

    @Test func `a number below a bound takes every value about equally often`() {
        var counts = [Int](repeating: 0, count: 10)
        for _ in 0..<10_000 { counts[EntropySource.system.number(below: 10)] += 1 }

        #expect(counts.allSatisfy { (800...1200).contains($0) })
    }
}
