import Kernel
import Markup
import Testing

@testable import Web

struct ListStretchTests {
    private func stretch(from key: String?, size: Int = 3, of count: Int = 7) -> ListStretch<Int> {
        ListStretch(Array(0..<count), from: key, size: size) { "n\($0)" }
    }

    @Test func `a list is walked to its end in stretches, each beginning where the last one ended`() {
        var (seen, key): ([Int], String?) = ([], nil)
        repeat {
            let next = stretch(from: key)
            seen += next.shown
            key = next.next
        } while key != nil

        #expect(seen == Array(0..<7))
    }

    @Test func `a list that fits has no next stretch, and one that lost its beginning is shown from the start`() {
        #expect(stretch(from: nil, size: 7).next == nil && stretch(from: nil, size: 7).shown.count == 7)
        #expect(stretch(from: "weg").shown == [0, 1, 2])
        #expect(stretch(from: nil, of: 0).shown == [] && stretch(from: nil, of: 0).next == nil)
        #expect(stretch(from: nil).pager(at: "/nl/register", .nl).text.contains("href=\"/nl/register?vanaf=n3\""))
    }
}
