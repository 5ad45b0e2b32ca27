import Access
import AuditLog
import Kernel
import Markup
import ReportingDesk
import Sealing

/// The mailbox: what happens, the messages, who read the report, and what can be chosen.
struct MailboxPage {
    let view: MailboxView
    let language: Language
    let token: SessionToken
    let errors: FieldErrors
    let typed: String
    private var wording: MailboxWording { MailboxWording.texts[language] }

    var content: Node {
        .fragment([
            errors.summary(language), h1(text: wording.title(view.file.receivedOn)), p(.class("lead"), text: lead),
            div(.class("split")) {
                section(.aria(.labelledby, "berichten")) {
                    h2(.id("berichten"), text: wording.messages)
                    if view.messages.isEmpty { p(.class("soft"), text: wording.noMessages) }
                    for message in view.messages { Self.message(message, language, reader: .reporter) }
                    write
                }
                aside {
                    steps
                    whoRead
                    files
                    choices
                }
            },
        ])
    }

    private var lead: String {
        if view.file.state == .closed { return wording.closed }
        if view.messages.last?.content?.direction == .toReporter { return wording.yourTurn }
        if view.report.isUrgent, view.clocks.contains(where: { $0.kind == .immediate && $0.isRunning }) { return wording.urgent }
        return view.report.wantsConversation && view.messages.isEmpty ? wording.conversation : wording.ourTurn
    }

    private var write: Node {
        form(
            .method("post"), .action(ReporterPaths.messages.link(language)), .autocomplete("off"),
            Attribute("data-once", if: true),
            Attribute("data-lock-after", String(ReporterLimits.idle.components.seconds))
        ) {
            Field.token(token.formToken)
            Field.hidden("vergrendel", "")
            Field.area(
                "bericht", label: wording.write, hint: wording.writeHint, value: typed, longest: TextLimits.message,
                language: language,
                errors: errors)
            div(.class("actions")) {
                Field.submit(wording.send)
                Field.submit(wording.addFile, classes: "link-button", name: "bestand", value: "ja")
            }
        }
    }

    /// The phases of a report with their days.
    private var steps: Node {
        let feedback = view.clocks.last { $0.kind == .feedback }
        let acknowledgement = view.clocks.first { $0.kind == .acknowledgement }
        return div(.class("card")) {
            h2(text: wording.happens)
            ol(.class("steps")) {
                li(.class("past")) {
                    strong(text: wording.received)
                    Writing.day(view.file.receivedOn, language)
                }
                if let day = acknowledgement?.metOn {
                    li(.class("past")) {
                        strong(text: wording.acknowledged)
                        Writing.day(day, language)
                    }
                }
                handling(feedback)
                outcome
            }
            details {
                summary(.class("small"), text: wording.whyDays)
                for text in wording.why { p(.class("small"), text: text) }
                if let feedback, feedback.nominalEnd != feedback.legalEnd {
                    p(.class("small"), text: wording.legal(feedback.legalEnd))
                }
            }
        }
    }

    private func handling(_ feedback: CaseClock?) -> Node {
        if let day = view.file.feedbackOn {
            return li(.class("past")) {
                strong(text: wording.fedBack)
                Writing.day(day, language)
            }
        }
        return li(.class("now")) {
            strong(text: wording.inHand)
            if let feedback { span(.class("when"), text: wording.hearBy(feedback.nominalEnd)) }
        }
    }

    private var outcome: Node {
        li(Attribute("class", optional: view.file.closedOn == nil ? nil : "past")) {
            strong(text: wording.outcome)
            if let day = view.file.closedOn { Writing.day(day, language) }
            if let outcome = view.outcome { span(.class("when"), text: CodeWording.outcome(outcome)[language]) }
        }
    }

    private var whoRead: Node {
        div(.class("card")) {
            h2(text: wording.whoRead)
            if view.log.isEmpty {
                p(.class("small"), text: wording.nobodyRead)
            } else {
                ul(.class("plain small")) { for entry in view.log { li(text: wording.log(entry)) } }
            }
            p(.class("small soft"), text: wording.marked)
        }
    }

    private var files: Node {
        let own = view.attachments.filter(\.isOriginal)
        guard !own.isEmpty else { return .nothing }
        return div(.class("card")) {
            h2(.id("bestanden"), text: wording.files)
            ul(.class("files small")) {
                for file in own {
                    li {
                        a(.href(ReporterPaths.file.link(language, file.id.text))) { bdi(text: file.attachment.name) }
                        span(.class("soft"), text: Writing.size(file.attachment.count, language))
                    }
                }
            }
        }
    }

    private var choices: Node {
        div(.class("card")) {
            h2(text: wording.choices)
            ul(.class("plain small")) {
                li { a(.href(ReporterPaths.ownReport.link(language)), text: wording.ownReport) }
                li { a(.href(ReporterPaths.involved.link(language)), text: wording.involved) }
                li { a(.href(ReporterPaths.newCode.link(language)), text: wording.newCode) }
                li { a(.href(ReporterPaths.talk.link(language)), text: wording.talk) }
            }
            form(.method("post"), .action(ReporterPaths.signOut.link(language))) {
                Field.token(token.formToken)
                Field.submit(wording.signOut, classes: "btn plain small")
            }
        }
    }

    enum Viewer { case reporter, officer }

    /// A message as either side sees it. One that is not genuine is shown as such, without its text.
    static func message(_ message: Message, _ language: Language, reader: Viewer) -> Node {
        let wording = MailboxWording.texts[language]
        guard let content = message.content else {
            return article(.class("msg false")) {
                h3(text: "\(wording.number(message.number)) · \(message.day.written(in: language))")
                p { strong(text: wording.notGenuine) }
                p(text: wording.notGenuineText)
            }
        }
        let isMine = (content.direction == .fromReporter) == (reader == .reporter)
        let from =
            content.author.map { author in
                let function = CodeWording.function(author.function)[language]
                return reader == .officer ? "\(function), \(author.name)" : "\(function) · \(author.name)"
            } ?? (reader == .reporter ? wording.you : wording.reporter)
        let when =
            reader == .officer && content.author != nil
            ? Writing.instant(content.instant, language) : message.day.writtenWithoutYear(in: language)
        return article(
            .class(
                ["msg", isMine ? "mine" : "", content.kind == .feedback ? "outcome" : ""].filter { !$0.isEmpty }.joined(
                    separator: " "))
        ) {
            h3(text: "\(from) · \(when)")
            if content.kind == .feedback { p { strong(text: wording.feedback) } }
            Writing.typed(content.text)
        }
    }
}

struct MailboxWording: Sendable {
    let title: @Sendable (Day) -> String
    let yourTurn, ourTurn, urgent, conversation, closed, messages, noMessages, write, writeHint, send, addFile, happens, received,
        acknowledged, inHand,
        fedBack: String
    let outcome, whyDays, whoRead, nobodyRead, marked, files, choices, ownReport, involved, newCode, talk, signOut, you,
        reporter: String
    let feedback, notGenuine, notGenuineText, missing: String
    let why: [String]
    let hearBy, legal: @Sendable (Day) -> String
    let number: @Sendable (Int) -> String
    let log: @Sendable (LogEntry) -> String

    static let texts = Bilingual(nl: nl, en: en)
}
