import Kernel
import Markup
import ReportingDesk

/// What was reported, as facts and a story.
struct ReportFacts {
    let report: Report
    let tree: OrganisationTree
    let today: Day
    let language: Language
    /// Whether the reporter reads.
    var isOwn = false
    private var wording: ReportFactsWording { ReportFactsWording.texts[language] }

    var node: Node {
        .fragment([
            dl(.class("facts")) {
                for (name, value) in facts {
                    dt(text: name)
                    dd { value }
                }
            },
            h2(text: wording.story),
            report.story.isEmpty ? p(.class("soft"), text: wording.noStory) : Writing.typed(report.story),
        ])
    }

    private var facts: [(String, Node)] {
        var facts: [(String, Node)] = [
            (wording.organisation, .text(tree[report.organisation]?.name(on: today).full[language] ?? report.organisation.code)),
            (
                wording.relation,
                .text(isOwn && report.relation == .myself ? wording.you : CodeWording.relation(report.relation)[language])
            ),
            (wording.kind, .text(report.kinds.map { CodeWording.kind($0)[language] }.joined(separator: ", "))),
        ]
        if !report.grounds.isEmpty {
            facts.append((wording.ground, .text(report.grounds.map { CodeWording.ground($0)[language] }.joined(separator: ", "))))
        }
        if let pattern = report.time.pattern { facts.append((wording.pattern, .text(TimeWording.texts[language].text(pattern)))) }
        if let day = report.time.day { facts.append((wording.day, Writing.day(day, language))) }
        if !report.time.words.isEmpty { facts.append((wording.when, Writing.typed(report.time.words))) }
        facts.append((wording.mode, .text(CodeWording.mode(report.mode)[language])))
        if report.wantsConversation { facts.append((wording.conversation, .text(wording.yes))) }
        if report.aboutDirector { facts.append((wording.director, .text(wording.yes))) }
        if report.isUrgent {
            facts.append((wording.urgent, report.urgency.isEmpty ? .text(wording.yes) : Writing.typed(report.urgency)))
        }
        return facts
    }
}

struct ReportFactsWording: Sendable {
    let story, noStory, organisation, relation, kind, ground, pattern, day, when, mode, conversation, director, urgent,
        yes, you: String

    static let texts = Bilingual(
        nl: ReportFactsWording(
            story: "Het verhaal", noStory: "Niet opgeschreven.", organisation: "Waar", relation: "Wie is het overkomen",
            kind: "Aard",
            ground: "Grond", pattern: "Hoe vaak", day: "Dag of laatste dag", when: "Wanneer", mode: "Hoe gemeld",
            conversation: "Wil liever praten", director: "Over iemand aan de top", urgent: "Spoed", yes: "Ja", you: "Mijzelf"),
        en: ReportFactsWording(
            story: "The story", noStory: "Not written down.", organisation: "Where", relation: "To whom it happened",
            kind: "Kind", ground: "Ground",
            pattern: "How often", day: "Day or last day", when: "When", mode: "How reported", conversation: "Would rather talk",
            director: "About someone at the top", urgent: "Urgent", yes: "Yes", you: "Myself"))
}
