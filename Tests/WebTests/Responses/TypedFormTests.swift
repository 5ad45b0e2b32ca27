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

    @Test func `what cannot be sent any more is shown to be copied, without what was only chosen`() async throws {
        let body =
            "formulier=abc&versie=3&wat=settles&kop=Loket&deeltekst=Er+is+%3Cb%3Eeen%3C/b%3E+loket.&dag=1-5-2027&nummer=TZ202409-110"
            + "&was-plaats=Het+debat&regel=f0te032k24d2pqzy78bfxydw8r&waarover=f0te032k24d2pqzy78bfxydw8r&reden=+"
        let typed = try #require(await TypedForm(request(body)))

        let texts = typed.fields.writtenInRegister
        #expect(texts == ["1-5-2027", "Er is <b>een</b> loket.", "Loket", "TZ202409-110"])
        for problem in [SiteProblem.sessionGone, .formNotOurs, .gone(Bilingual(nl: "Weg: dubbel.", en: "Gone: double."))] {
            let page = ProblemPage(problem: problem, door: .officer, language: .nl, texts: texts).content.text
            #expect(page.contains("Er is &lt;b&gt;een&lt;/b&gt; loket.") && page.contains("Loket"))
            #expect(!page.contains("<form") && !page.contains("settles") && !page.contains("abc"))
        }
    }

    @Test func `the page of a form is found by the address to which it is sent`() {
        for (address, page) in [
            ("/nl/brieven/f0te032k24/rondes", "/nl/brieven/f0te032k24"),
            ("/en/commitments/f0te032k24/standing", "/en/commitments/f0te032k24"),
            ("/nl/lijst-van-de-kamer/e1-2/uitleg", "/nl/lijst-van-de-kamer"),
            ("/nl/nieuwe-toezegging", "/nl/nieuwe-toezegging"), ("/en/new-commitment/take-over", "/en/new-commitment/take-over"),
            ("/nl/planning/tweede-kamer/verzending?a=b", "/nl/planning/tweede-kamer"),
        ] { #expect(ReturnAddress(sendingTo: address)?.path == page, "\(address)") }
        for address in ["/nl/zaken/f0te032k24/bericht", "/nl/account/wachtzin", "//elders/nl", "/"] {
            #expect(ReturnAddress(sendingTo: address) == nil, "\(address)")
        }
    }

    @Test func `only a form has something to send again`() async {
        #expect(await TypedForm(request("a=b", method: .get)) == nil)
        #expect(!page(.busy, nil).contains("<form"))
    }

    @Test func `a request may be sent again where a moment later it may succeed`() {
        #expect([SiteProblem.busy, .away, .broken(number: "1")].allSatisfy { $0.isPassing })
        let lasting: [SiteProblem] = [
            .notFound, .gone(Bilingual(nl: "", en: "")), .sessionGone, .formNotOurs, .otherSite, .malformed, .tooLarge(limit: 1),
        ]
        #expect(!lasting.contains { $0.isPassing })
    }
}
