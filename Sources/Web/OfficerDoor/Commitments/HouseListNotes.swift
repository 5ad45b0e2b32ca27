import Access
import Commitments
import Kernel
import Markup

/// What stands above the differences: what could not be compared, and what was done a moment ago.
extension HouseListPage {
    /// What could not be compared, in numbers, with the page that shows it.
    var leftovers: Node {
        let counts = wording.leftovers(list.unnumbered.count, list.unnumberedMotions.count, list.unclaimed.count)
        guard !counts.isEmpty else { return .nothing }
        return p {
            "\(counts) "
            a(.href(OfficerPaths.houseLeftovers.link(language)), text: wording.seeLeftovers)
        }
    }

    /// How many motions of the House in our dossiers are in no register.
    var motionsOnlyThere: Node {
        guard !motionsThere.open.isEmpty || !motionsThere.elsewhere.isEmpty else { return .nothing }
        let wording = HouseMotionsWording.texts[language]
        return p {
            "\(wording.count(motionsThere.open.count)) "
            a(.href(OfficerPaths.houseMotions.link(language)), text: wording.title)
        }
    }

    /// That an entry has the number of the House's now.
    static func linked(_ entry: RegisterEntry, _ language: Language) -> Node {
        done("\(entry.facts.houseNumber?.text ?? "") \(HouseListWording.texts[language].isLinkedTo)", entry, language)
    }

    func takenOver(_ entry: RegisterEntry) -> Node { Self.done(wording.takenOver, entry, language) }

    /// What was done with an entry a moment ago.
    private static func done(_ what: String, _ entry: RegisterEntry, _ language: Language) -> Node {
        p(.class("note done"), .role("status")) {
            "\(what) "
            a(.href(OfficerPaths.entry.link(language, entry.id.text)), .lang("nl"), text: entry.facts.title)
        }
    }
}
