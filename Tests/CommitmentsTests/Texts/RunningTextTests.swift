import Commitments
import Documents
import Testing

struct RunningTextTests {
    private func plain(_ text: String) -> [String] {
        RunningText.blocks(text).map { block in
            switch block {
            case .paragraph(let inlines): "p:" + inlines.map(\.plain).joined()
            case .list(let items): "l:" + items.map { $0.map(\.plain).joined() }.joined(separator: "|")
            default: "?"
            }
        }
    }

    @Test func `an empty line ends a paragraph, and lines with a hyphen are a list`() {
        #expect(
            plain("een\r\ntwee\r\n\r\n- a\r\n- b\r\n  nog b\r\ndrie\n\n\n- c") == [
                "p:een\ntwee", "l:a|b\nnog b", "p:drie", "l:c",
            ])
        #expect(plain("") == [])
    }

    @Test func `references become links, and notes stand apart`() {
        let text = "Zie Kamerstukken II 2024/25, 30 950, nr. 433 en meer. [noot: Stcrt. 2025, 19890] Klaar"

        guard case .paragraph(let inlines) = RunningText.blocks(text).first else {
            Issue.record("no paragraph")
            return
        }

        #expect(
            inlines == [
                .text("Zie "),
                .link(
                    "Kamerstukken II 2024/25, 30 950, nr. 433", to: "https://zoek.officielebekendmakingen.nl/kst-30950-433.html"),
                .text(" en meer."), .note("Stcrt. 2025, 19890"), .text(" Klaar"),
            ])
    }

    @Test func `what only looks like a reference stays text`() {
        #expect(plain("Kamerstukken II 2024/26, 30 950, nr. 433") == ["p:Kamerstukken II 2024/26, 30 950, nr. 433"])
    }
}
