import Markup

/// Numbers that are links to what they count.
struct Counter {
    let number, text, address: String
    /// Whether the page shows what this one counts.
    let isCurrent: Bool
    /// How it is coloured: `late`, `due` or nothing.
    var mood = ""

    static func list(_ counters: [Counter]) -> Node {
        ul(.class("counts")) {
            for counter in counters {
                li(.class(counter.mood)) {
                    a(.href(counter.address), .aria(.current, optional: counter.isCurrent ? "true" : nil)) {
                        b(text: counter.number)
                        counter.text
                    }
                }
            }
        }
    }
}
