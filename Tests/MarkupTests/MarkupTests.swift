import Markup
import Testing

struct MarkupTests {
    @Test func `text and values are escaped`() {
        let node = p(.class("\"><script>")) { "<script>alert('x')</script> & meer" }

        #expect(
            node.text
                == "<p class=\"&quot;&gt;&lt;script&gt;\">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; meer</p>")
    }

    @Test(arguments: [
        ("javascript:alert(1)", "#"), ("JavaScript:alert(1)", "#"), ("data:text/html,x", "#"), ("/nl/zaken", "/nl/zaken"),
        ("https://example.nl", "https://example.nl"), ("tel:112", "tel:112"), ("zaken:1/2", "#"), ("?a=b:c", "?a=b:c"),
    ])
    func `an address that runs something becomes nothing`(address: String, safe: String) {
        #expect(a(.href(address), text: "x").text == "<a href=\"\(safe)\">x</a>")
    }

    @Test func `conditions, loops and absent attributes are written as they are`() {
        let node = ul {
            for number in 1...2 { li { number } }
            if node2 == nil { li(text: "niets") }
            node2
        }

        #expect(node.text == "<ul><li>1</li><li>2</li><li>niets</li></ul>")
        #expect(input(.type("checkbox"), .checked(false), .required()).text == "<input type=\"checkbox\" required>")
        #expect(p(Attribute("title", optional: nil), text: "a").text == "<p>a</p>")
    }

    private var node2: Node? { nil }

    @Test func `a document starts with its type`() {
        #expect(
            String(decoding: html(.lang("nl")) {}.document(), as: UTF8.self) == "<!DOCTYPE html>\n<html lang=\"nl\"></html>\n")
    }

    @Test func `control characters and signs that turn the direction are left out of text and attributes`() {
        let typed = "a\u{0}b\u{1}c\u{7F}\td\u{202E}e\u{2066}f\u{2019}g\u{2003}"
        let node = p(.class(typed), text: typed)

        #expect(node.text == "<p class=\"abc\tdef\u{2019}g\u{2003}\">abc\tdef\u{2019}g\u{2003}</p>")
    }
}
