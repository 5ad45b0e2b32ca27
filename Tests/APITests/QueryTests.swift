import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import API

struct QueryTests {
    private func request(_ path: String) -> Request {
        Request(head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: path), body: RequestBody(buffer: ByteBuffer()))
    }

    private func faults(_ path: String) -> [String] {
        var query = Query(request(path), "kamer", "vanaf", "aantal")
        _ = query.choice("kamer", [("tk", 1), ("ek", 2)])
        _ = query.number("vanaf", in: 1...Int.max)
        _ = query.number("aantal", in: 1...100)
        do {
            try query.check()
            return []
        } catch {
            guard case .invalid(let faults) = error.kind else { return ["?"] }
            return faults.map(\.parameter)
        }
    }

    @Test(arguments: [
        ("/x", []), ("/x?kamer=tk&vanaf=1&aantal=100", []), ("/x?kamer=TK&vanaf=0&aantal=101", ["kamer", "vanaf", "aantal"]),
        ("/x?vanaf=1.5", ["vanaf"]), ("/x?vanaf=-1", ["vanaf"]), ("/x?vanaf=%201", ["vanaf"]), ("/x?vanaf=", ["vanaf"]),
        ("/x?vanaf=99999999999999999999", ["vanaf"]), ("/x?kamer=tk&kamer=ek", ["kamer"]), ("/x?Kamer=tk", ["Kamer"]),
        ("/x?b=1&a=2&aantal=x", ["a", "b", "aantal"]), ("/x?kamer", ["kamer"]),
    ])
    func `everything that is wrong in a query is told at once`(path: String, wrong: [String]) {
        #expect(faults(path) == wrong)
    }

    @Test func `a page ends where the next one begins`() {
        let numbers = [1, 2, 4, 7, 9]

        let first = Page(numbers, from: nil, atMost: 2) { $0 }
        let second = Page(numbers, from: first.next, atMost: 2) { $0 }
        let last = Page(numbers, from: second.next, atMost: 2) { $0 }

        #expect(first.shown + second.shown + last.shown == numbers)
        #expect(first.next == 4 && second.next == 9 && last.next == nil)
        #expect(Page(numbers, from: 3, atMost: nil) { $0 }.shown == [4, 7, 9])
    }

    @Test func `the next page keeps the rest of the query`() {
        #expect(request("/api/v1/moties?stand=open&vanaf=3&aantal=2").next(9) == "/api/v1/moties?stand=open&aantal=2&vanaf=9")
        #expect(request("/api/v1/moties").next(nil) == nil)
    }
}
