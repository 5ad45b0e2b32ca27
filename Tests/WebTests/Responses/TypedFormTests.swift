import HTTPTypes
import HummingbirdCore
import Kernel
import Markup
import NIOCore
import Testing

@testable import Web

/// A form that could not be taken in comes back, to be sent again.
struct TypedFormTests {
    private func request(_ body: String, method: HTTPRequest.Method = .post) -> Request {
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "desk", path: "/nl/melden/verhaal",
            headerFields: [.contentType: "application/x-www-form-urlencoded"])
        return Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
    }

    private func page(_ problem: SiteProblem, _ typed: TypedForm?) -> String {
        ProblemPage(problem: problem, door: .reporter, language: .nl, typed: typed).content.text
    }

    @Test func `everything that was typed is in the page, escaped, with a button to send it again`() async throws {
        let typed = try #require(
            await TypedForm(request("formulier=abc&verhaal=Hij+zei+%3Cscript%3E%0D%0A%22nee%22&soort=a&soort=b")))
        let page = page(.busy, typed)

        #expect(page.contains("action=\"/nl/melden/verhaal\""))
        #expect(page.contains("name=\"verhaal\" value=\"Hij zei &lt;script"))
        #expect(page.contains("&quot;nee&quot;"))
        #expect(page.contains("name=\"soort\" value=\"a\"") && page.contains("name=\"soort\" value=\"b\""))
        #expect(page.contains("name=\"formulier\" value=\"abc\""))
        #expect(page.contains("Probeer het opnieuw"))
        #expect(!page.contains("<script>"))
    }

    @Test(arguments: [
        "code=1234", "wachtzin=geheim", "naam=vera&wachtzin=x&apparaatcode=1", "huidig=x&nogmaals=y", "geheim=x", "uitnodiging=x",
    ])
    func `what is secret does not come back`(body: String) async {
        #expect(await TypedForm(request(body)) == nil)
    }

    @Test func `only a form has something to send again`() async {
        #expect(await TypedForm(request("a=b", method: .get)) == nil)
        #expect(!page(.busy, nil).contains("<form"))
    }

    @Test func `a request may be sent again where a moment later it may succeed`() {
        #expect([SiteProblem.busy, .away, .broken(number: "1")].allSatisfy { $0.isPassing })
        let lasting: [SiteProblem] = [.notFound, .sessionGone, .formNotOurs, .otherSite, .malformed, .tooLarge(limit: 1)]
        #expect(!lasting.contains { $0.isPassing })
    }
}
