import Access
import Commitments
import Kernel
import Markup
import Sealing

/// The House's motions in dossiers of ours that are in nobody's register: put them in, or say that they are for others.
struct HouseMotionsPage {
    let motions: HouseMotionsThere
    /// Of the open ones, those that are shown.
    let stretch: ListStretch<HouseMotionThere>
    /// What a motion of ours is about that may be the same, by the identifier of the House's.
    let resembled: [String: String]
    let language: Language
    let names: RegisterNames
    let visitor: RegisterSite.Visitor
    /// What was typed at a motion, and not taken in.
    let typed: (item: String, fields: FormFields)?
    /// With which motion the list goes on.
    let from: String?
    let errors: FieldErrors
    private var wording: HouseMotionsWording { HouseMotionsWording.texts[language] }
    private var mayAct: Bool { !visitor.officer.writes.isEmpty }

    var title: String { wording.title }

    var content: Node {
        .fragment([
            errors.summary(language),
            p(.class("back")) {
                a(.href(OfficerPaths.houseList.link(language)), text: HouseLeftoversWording.texts[language].back)
            },
            h1(text: title), p(.class("lead"), text: wording.text),
            motions.open.isEmpty ? p(.class("note done"), text: wording.nothing) : .nothing,
            .fragment(stretch.shown.map(card)), stretch.pager(at: OfficerPaths.houseMotions.link(language), language), elsewhere,
        ])
    }

    private func card(_ motion: HouseMotionThere) -> Node {
        section(.class("card")) {
            h2(.class("h3"), text: motion.number)
            p(.lang("nl"), text: motion.subject)
            facts(of: motion)
            if let resembled = resembled[motion.id] {
                p(.class("note")) {
                    wording.resembles
                    " "
                    span(.lang("nl"), text: "‘\(resembled)’. ")
                    a(.href(OfficerPaths.houseLeftovers.link(language)), text: wording.seeWhether)
                }
            }
            if mayAct {
                p {
                    a(
                        .class("btn plain small"), .href(OfficerPaths.newEntryOfMotion.link(language, motion.id)),
                        .aria(.label, "\(wording.add): \(motion.number)"), text: wording.add)
                }
                leave(motion)
            }
        }
    }

    private func facts(of motion: HouseMotionThere) -> Node {
        p(.class("small soft")) {
            if let decided = motion.decided { span(.lang("nl"), text: decided.decision) } else { wording.undecided }
            if let begun = motion.begun {
                ", "
                wording.begun
                " "
                Writing.day(begun, language)
            }
        }
    }

    private func leave(_ motion: HouseMotionThere) -> Node {
        let isTyped = typed?.item == motion.id
        return FoldedForm(
            title: wording.leave, isOpen: isTyped, address: OfficerPaths.houseMotionElsewhere.link(language, motion.id),
            token: visitor.session.token.formToken, act: wording.leaveNow, about: motion.number
        ).node {
            if let from { Field.hidden("vanaf", from) }
            Field.text(
                "waarom", id: "waarom-\(motion.id)", label: wording.why, hint: wording.whyHint,
                value: isTyped ? typed?.fields["waarom"] ?? "" : "", longest: RegisterFields.longest("waarom"), errors: errors)
        }
    }

    /// Those that are for others, with who said so.
    private var elsewhere: Node {
        guard !motions.elsewhere.isEmpty else { return .nothing }
        return details {
            summary(text: wording.elsewhere(motions.elsewhere.count))
            for motion in motions.elsewhere {
                div(.class("card")) {
                    p {
                        strong(text: motion.number)
                        " "
                        span(.lang("nl"), text: motion.subject)
                    }
                    for explanation in motion.elsewhere {
                        p(.class("small")) {
                            HouseListWording.texts[language].explainedBy(
                                names.officers[explanation.officer] ?? "", explanation.day)
                            " "
                            span(.lang("nl"), text: explanation.reason)
                        }
                    }
                    if mayAct { takeBack(motion) }
                }
            }
        }
    }

    private func takeBack(_ motion: HouseMotionThere) -> Node {
        form(
            .method("post"), .action(OfficerPaths.houseMotionReturned.link(language, motion.id)), Attribute("data-once", if: true)
        ) {
            Field.token(visitor.session.token.formToken)
            if let from { Field.hidden("vanaf", from) }
            Field.submit(wording.takeBack, classes: "btn plain small", about: motion.number)
        }
    }
}

struct HouseMotionsWording: Sendable {
    let title, text, nothing, undecided, begun, resembles, seeWhether, add, leave, why, whyHint, leaveNow, takeBack,
        filled: String
    let elsewhere, count: @Sendable (Int) -> String

    static let texts = Bilingual(
        nl: HouseMotionsWording(
            title: "Moties in onze dossiers",
            text:
                "Deze moties staan bij de Kamer in een dossier waarvan jullie iets in het register hebben. Zelf staan ze in geen register. De Kamer zegt niet voor wie een motie is.",
            nothing:
                "Er staat nu geen motie open. Hier komen moties te staan als de ingelezen open data (Zaak) er hebben in een dossier van jullie.",
            undecided: "Nog geen besluit ingelezen",
            begun: "ingediend op", resembles: "Lijkt op een motie van ons zonder nummer:", seeWhether: "Kijk of het dezelfde is",
            add: "Zet in het register", leave: "Deze is niet voor ons",
            why: "Waarom is deze motie niet voor jullie?", whyHint: "Bijvoorbeeld: is voor een ander ministerie.",
            leaveNow: "Niet voor ons", takeBack: "Zet terug in de lijst",
            filled:
                "Het formulier is ingevuld met wat de open data van de Kamer zeggen. Neem de woorden van de motie over uit het Kamerstuk, en zeg waar ze is ingediend.",
            elsewhere: { "Niet voor ons: \($0)" },
            count: {
                $0 == 0
                    ? "Elke ingelezen motie in jullie dossiers staat in een register of is niet voor jullie."
                    : $0 == 1
                        ? "In jullie dossiers heeft de Kamer 1 motie die in geen register staat."
                        : "In jullie dossiers heeft de Kamer \($0) moties die in geen register staan."
            }),
        en: HouseMotionsWording(
            title: "Motions in our dossiers",
            text:
                "The House keeps these motions in a dossier of which you have something in the register. They themselves are in no register. The House does not say for whom a motion is.",
            nothing:
                "No motion is open now. Motions come here when the open data read in (Zaak) have some in a dossier of yours.",
            undecided: "No decision read in yet",
            begun: "submitted on", resembles: "Looks like a motion of ours without a number:",
            seeWhether: "See whether it is the same", add: "Put it in the register", leave: "This one is not for us",
            why: "Why is this motion not for you?", whyHint: "For example: it is for another department.",
            leaveNow: "Not for us", takeBack: "Put it back in the list",
            filled:
                "The form was filled in with what the House’s open data say. Take the words of the motion from the parliamentary paper, and say where it was submitted.",
            elsewhere: { "Not for us: \($0)" },
            count: {
                $0 == 0
                    ? "Every motion read in of your dossiers is in a register or is not for you."
                    : $0 == 1
                        ? "In your dossiers the House has 1 motion that is in no register."
                        : "In your dossiers the House has \($0) motions that are in no register."
            }))
}
