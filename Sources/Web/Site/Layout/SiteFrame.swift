import Kernel
import Markup

/// What every page of both doors needs to know of its surroundings.
package struct SiteFrame: Sendable {
    let assets: AssetFiles
    /// The page to which *leave this page* goes: the host chooses it.
    let neutralPage: String
    let isDemo: Bool
    /// The address of the other door, where the demo shows both.
    let otherDoor: String?

    package init(theme: [UInt8] = [], neutralPage: String, isDemo: Bool, otherDoor: String? = nil) {
        assets = AssetFiles(theme: theme)
        self.neutralPage = neutralPage
        self.isDemo = isDemo
        self.otherDoor = otherDoor
    }

    /// The parts that are the same on every page.
    func document(
        _ language: Language, title text: String, bodyClass: String, header: Node, banner: Node, content: Node, footer: Node
    ) -> Node {
        html(.lang(language.rawValue)) {
            head {
                meta(Attribute("charset", "utf-8"))
                meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                meta(.name("robots"), .content("noindex"))
                title(text: text)
                link(.rel("icon"), .href(assets.icon.address))
                link(.rel("stylesheet"), .href(assets.style.address))
                script(.src(assets.script.address), Attribute("defer", if: true)) {}
            }
            body(.class(bodyClass)) {
                a(.class("skip"), .href("#inhoud"), text: language == .nl ? "Naar de inhoud" : "Skip to the content")
                banner
                header
                main(.id("inhoud")) { content }
                footer
            }
        }
    }

    /// Says that this is a demo.
    func demoBanner(_ language: Language, _ wording: DemoWording) -> Node {
        guard isDemo else { return .nothing }
        return div(.class("banner"), .role("region"), .aria(.label, wording.label)) {
            div(.class("wrap")) {
                p {
                    strong(text: wording.title)
                    " "
                    wording.text
                    if let otherDoor {
                        " "
                        a(.href(otherDoor), text: wording.otherDoor)
                    }
                }
            }
        }
    }
}

/// The banner of the demo.
struct DemoWording: Sendable {
    let label, title, text, otherDoor: String

    static let reporter = Bilingual(
        nl: DemoWording(
            label: "Demo", title: "Dit is een demo.", text: "Alle mensen en meldingen zijn verzonnen. Meld hier niets echts.",
            otherDoor: "Naar de kant van het meldloket"),
        en: DemoWording(
            label: "Demo", title: "This is a demo.",
            text: "All people and reports are made up. Do not report anything real here.",
            otherDoor: "Go to the officers' side"))

    static let officer = Bilingual(
        nl: DemoWording(
            label: "Demo", title: "Dit is een demo.",
            text:
                "Alle mensen en meldingen zijn verzonnen. Wat de Kamer is toegezegd, komt uit openbare stukken; de woorden zijn van ons.",
            otherDoor: "Naar de kant van de melder"),
        en: DemoWording(
            label: "Demo", title: "This is a demo.",
            text:
                "All people and reports are made up. What Parliament was promised comes from public papers; the words are ours.",
            otherDoor: "Go to the reporter's side"))
}
