import Access
import Commitments
import Kernel
import Markup
import Sealing

/// What could not be laid beside the other list, and what to do about it.
struct HouseLeftoversPage {
    let leftovers: HouseLeftovers
    /// What got its number a moment ago.
    let linked: RegisterEntry?
    let language: Language
    let names: RegisterNames
    let visitor: RegisterSite.Visitor
    /// With which of the House's rows the list goes on.
    let from: String?
    let errors: FieldErrors
    private var wording: HouseLeftoversWording { HouseLeftoversWording.texts[language] }

    var title: String { wording.title }

    var content: Node {
        .fragment([
            errors.summary(language),
            p(.class("back")) { a(.href(OfficerPaths.houseList.link(language)), text: wording.back) },
            h1(text: title), linked.map { HouseListPage.linked($0, language) } ?? .nothing,
            !isEmpty
                ? .nothing
                : leftovers.imported == nil
                    ? p(text: HouseListWording.texts[language].never) : p(.class("note done"), text: wording.nothing),
            motions, promises, unclaimed,
        ])
    }

    private var isEmpty: Bool {
        leftovers.promises.isEmpty && leftovers.motions.isEmpty && leftovers.unclaimed.isEmpty
    }

    private var motions: Node {
        guard !leftovers.motions.isEmpty else { return .nothing }
        return section {
            h2(text: wording.motions)
            p(text: wording.motionsText)
            for motion in leftovers.motions {
                div(.class("card")) {
                    h3 { entryLink(motion.entry) }
                    p(.class("small soft"), .lang("nl"), text: motion.entry.motion?.movers.joined(separator: ", ") ?? "")
                    if motion.candidates.isEmpty { p(text: wording.noCandidates) }
                    for candidate in motion.candidates { node(candidate, for: motion.entry) }
                }
            }
        }
    }

    private func node(_ candidate: HouseMotionCandidate, for entry: RegisterEntry) -> Node {
        .fragment([
            p {
                strong(text: candidate.number)
                " "
                span(.lang("nl"), text: candidate.subject)
                if let begun = candidate.begun {
                    ", "
                    Writing.day(begun, language)
                }
            }, refusal(at: "item-\(candidate.id)-\(entry.id.text)"),
            visitor.officer.mayChange(entry)
                ? act(OfficerPaths.houseLink, candidate.id, wording.isThis, about: candidate.number) {
                    Field.hidden("regel", entry.id.text)
                    Field.hidden("vanuit", "rest")
                } : .nothing,
        ])
    }

    private var promises: Node {
        guard !leftovers.promises.isEmpty else { return .nothing }
        return section {
            h2(text: wording.promises)
            p(text: wording.promisesText)
            ul {
                for entry in leftovers.promises {
                    li {
                        entryLink(entry)
                        ", "
                        Writing.day(entry.facts.madeOn, language)
                    }
                }
            }
        }
    }

    private var unclaimed: Node {
        guard !leftovers.unclaimed.isEmpty else { return .nothing }
        let stretch = ListStretch(leftovers.unclaimed, from: from, size: 20, name: \.id)
        return section {
            h2(text: wording.unclaimed)
            p(text: wording.unclaimedText)
            Node.fragment(stretch.shown.map(card))
            stretch.pager(at: OfficerPaths.houseLeftovers.link(language), language)
        }
    }

    private func card(_ item: HouseItem) -> Node {
        div(.class("card")) {
            h3(text: item.number.isEmpty ? wording.withoutNumber : item.number)
            p(.lang("nl"), text: item.text)
            p(.class("small soft")) {
                span(.lang("nl"), text: [item.status, item.function, item.name].filter { !$0.isEmpty }.joined(separator: ", "))
                if let day = item.madeOn {
                    " "
                    Writing.day(day, language)
                }
            }
            refusal(at: "item-\(item.id)")
            end(of: item)
        }
    }

    private func refusal(at id: String) -> Node {
        errors.sentence(at: id) == nil ? .nothing : div(.id(id)) { errors.at(id, hint: nil).node }
    }

    /// What has no number is put in by hand.
    private func end(of item: HouseItem) -> Node {
        guard item.hasNumber else {
            return p(.class("small"), text: RegisterRefusalWording.sentence(RegisterRefusal.numberUnreadable, language))
        }
        return visitor.officer.writes.isEmpty ? .nothing : claim(item)
    }

    private func claim(_ item: HouseItem) -> Node {
        act(OfficerPaths.houseClaim, item.id, wording.isOurs, about: item.number) {
            DepartmentField.node(visitor.officer.writes.sorted(), id: "departement-\(item.id)", names, language)
        }
    }

    private func entryLink(_ entry: RegisterEntry) -> Node {
        a(.href(OfficerPaths.entry.link(language, entry.id.text)), .lang("nl"), text: entry.facts.title)
    }

    private func act(
        _ path: SitePath, _ item: String, _ text: String, about: String, @HTMLBuilder fields: () -> [Node]
    ) -> Node {
        form(.method("post"), .action(path.link(language, item)), Attribute("data-once", if: true)) {
            Field.token(visitor.session.token.formToken)
            if let from { Field.hidden("vanaf", from) }
            Node.fragment(fields())
            Field.submit(text, classes: "btn plain small", about: about)
        }
    }
}

struct HouseLeftoversWording: Sendable {
    let title, back, nothing, motions, motionsText, noCandidates, isThis: String
    let promises, promisesText, unclaimed, unclaimedText, withoutNumber, isOurs: String

    static let texts = Bilingual(
        nl: HouseLeftoversWording(
            title: "Wat we niet konden vergelijken", back: "Terug naar de lijst van de Kamer",
            nothing: "Alles wat nog open staat, is vergeleken.", motions: "Moties zonder nummer van de Kamer",
            motionsText:
                "Met het nummer van de zaak vergelijken we wat de Kamer besloot. Hieronder staan moties uit de ingelezen open data die erop lijken.",
            noCandidates:
                "In de ingelezen open data staat geen motie van deze indieners die hierop lijkt of van die dag is. Lees Zaak en Besluit in, of zet het nummer er met ‘Verbeter wat er staat’ bij.",
            isThis: "Dit is hem", promises: "Open toezeggingen zonder nummer van de Kamer",
            promisesText:
                "Staat de toezegging ook op de lijst van de Kamer? Kies daar ‘Dit staat al bij ons’, of zet het nummer er met ‘Verbeter wat er staat’ bij.",
            unclaimed: "Toezeggingen waarvan de Kamer niet zegt van wie ze zijn",
            unclaimedText:
                "Er staat geen ministerie bij, en geen functie die we kennen. Is er een van jullie? Zet die dan in het register.",
            withoutNumber: "Zonder nummer",
            isOurs: "Zet in ons register"),
        en: HouseLeftoversWording(
            title: "What could not be compared", back: "Back to the House’s list",
            nothing: "Everything that is still owed was compared.",
            motions: "Motions without a number of the House",
            motionsText:
                "By the number of the matter we compare what the House decided. Below are motions from the open data read in that look like it.",
            noCandidates:
                "The open data read in hold no motion of these movers that looks like this or is of that day. Read in Zaak and Besluit, or add the number with ‘Correct what it says’.",
            isThis: "This is the one", promises: "Open commitments without a number of the House",
            promisesText:
                "Is the commitment on the House’s list too? Choose ‘We already have this’ there, or add the number with ‘Correct what it says’.",
            unclaimed: "Commitments of which the House does not say whose they are",
            unclaimedText: "They name no department, and no function that we know. Is one yours? Then put it in the register.",
            withoutNumber: "Without a number",
            isOurs: "Put it in our register"))
}
