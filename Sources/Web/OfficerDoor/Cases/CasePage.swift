import Access
import Compartments
import Kernel
import Markup
import ReportingDesk
import Sealing

/// An opened case.
struct CasePage {
    let view: CaseView
    let language: Language
    let today: Day
    let calendar: OfficeCalendar
    let tree: OrganisationTree
    let token: SessionToken
    let errors: FieldErrors
    let typed: String
    /// Whether it was ticked that what had to happen at once was done.
    var settlesUrgency = false
    private var wording: CaseWording { CaseWording.texts[language] }
    private var id: String { view.file.id.text }

    var title: String { wording.title(view.file.number.text) }

    /// The way back from a page about a case.
    static func back(to id: CaseFile.ID, _ language: Language) -> Node {
        p(.class("back")) {
            a(.href(OfficerPaths.caseFile.link(language, id.text)), text: CaseWording.texts[language].backToCase)
        }
    }

    var content: Node {
        .fragment([
            errors.summary(language),
            p(.class("back")) { a(.href(OfficerPaths.worklist.link(language)), text: wording.backToList) },
            h1(text: title), state,
            div(.class("split")) {
                div {
                    section(.class("card")) {
                        ReportFacts(report: view.report, tree: tree, today: today, language: language).node
                    }
                    files
                    messages
                }
                aside {
                    clocks
                    steps
                    people
                }
            },
        ])
    }

    /// Whether what had to happen at once still waits.
    private var isUrgent: Bool { view.report.isUrgent && view.clocks.contains { $0.kind == .immediate && $0.isRunning } }

    private var state: Node {
        if let day = view.file.closedOn {
            return p(.class("note done")) {
                strong(text: wording.closedOn(day))
                if let closing = view.closing { " \(CodeWording.outcome(closing.outcome)[language])." }
            }
        }
        if isUrgent {
            return p(.class("note warn"), .role("status")) { strong(text: wording.urgent) }
        }
        return .nothing
    }

    private var files: Node {
        guard !view.attachments.isEmpty else { return .nothing }
        return section(.class("card")) {
            h2(text: wording.files)
            ul(.class("files")) {
                for file in view.attachments {
                    li {
                        a(
                            .href(OfficerPaths.file.link(language, id, file.id.text)),
                            text: wording.file(file.attachment))
                        span(.class("soft small"), text: Writing.size(file.attachment.count, language))
                        if file.attachment.isCleaned { span(.class("chip"), text: wording.cleaned) }
                    }
                }
            }
            p(.class("small soft"), text: wording.filesHint)
        }
    }

    private var messages: Node {
        section(.aria(.labelledby, "berichten")) {
            h2(.id("berichten"), text: MailboxWording.texts[language].messages)
            if view.messages.isEmpty { p(.class("soft"), text: wording.noMessages) }
            for message in view.messages { MailboxPage.message(message, language, reader: .officer) }
            form(
                .method("post"), .action(OfficerPaths.messages.link(language, id)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.token(token.formToken)
                Field.area(
                    "bericht", label: wording.write, hint: wording.writeHint, value: typed, longest: TextLimits.message,
                    language: language,
                    errors: errors)
                if isUrgent {
                    Field.check("spoed", text: wording.urgencySettled, hint: wording.urgencyHint, isChecked: settlesUrgency)
                }
                div(.class("actions")) { Field.submit(MailboxWording.texts[language].send) }
            }
        }
    }

    /// Each term with both dates where they differ.
    private var clocks: Node {
        let done = view.clocks.filter { !$0.isRunning }
        let running = view.clocks.filter(\.isRunning).sorted { $0.legalEnd < $1.legalEnd }
        return div(.class("card")) {
            h2(text: wording.terms)
            ol(.class("steps")) {
                for clock in done + running {
                    li(.class(!clock.isRunning ? "past" : clock.kind == running.first?.kind ? "now" : "open")) {
                        strong(text: CodeWording.clock(clock.kind)[language])
                        if let day = clock.metOn {
                            span(.class("when"), text: wording.metOn(day))
                        } else {
                            span(.class("when"), text: wording.dueOn(clock.nominalEnd))
                            if clock.legalEnd != clock.nominalEnd {
                                span(.class("when"), text: wording.legallyOn(clock.legalEnd))
                            }
                            if clock.isLate(on: today) { span(.class("chip late"), text: wording.late) }
                        }
                        span(.class("when"), text: CodeWording.article(clock.kind)[language])
                    }
                }
            }
            calendarWarning
        }
    }

    /// The years of running terms of which no decree with equated days is known yet (Algemene termijnenwet art. 3(3)).
    private var calendarWarning: Node {
        let ends = view.clocks.filter(\.isRunning).flatMap { [$0.nominalEnd, $0.legalEnd] }
        let years = Set(ends.filter { !calendar.knowsEquatedDays(of: $0) }.map(\.year)).sorted()
        guard !years.isEmpty else { return .nothing }
        return p(.class("note warn small"), text: wording.unknownYears(years.map(String.init).joined(separator: ", ")))
    }

    private var steps: Node {
        div(.class("card")) {
            h2(text: wording.actions)
            ul(.class("plain")) {
                if view.file.state == .open {
                    li {
                        a(
                            .href(OfficerPaths.feedback.link(language, id)),
                            text: view.file.feedbackOn == nil ? wording.feedback : wording.feedbackAgain)
                    }
                    li { a(.href(OfficerPaths.closing.link(language, id)), text: wording.close) }
                }
                li { a(.href(OfficerPaths.involved.link(language, id)), text: wording.involved) }
                li { a(.href(OfficerPaths.timeline.link(language, id)), text: wording.timeline) }
            }
            if view.hasIdentity, view.role.readsIdentity { identity }
        }
    }

    private var identity: Node {
        details {
            summary(text: wording.identity)
            p(.class("small"), text: wording.identityHint)
            form(.method("post"), .action(OfficerPaths.identity.link(language, id))) {
                Field.token(token.formToken)
                Field.choices(
                    "doel", legend: wording.identityPurpose,
                    options: IdentityPurpose.allCases.map {
                        Field.Option(value: $0.rawValue, text: wording.identityPurposeText($0))
                    }, errors: errors)
                Field.submit(wording.identityOpen, classes: "btn plain small")
            }
        }
    }

    private var people: Node {
        div(.class("card")) {
            h2(text: wording.readers)
            ul(.class("plain small")) {
                for reader in view.readers {
                    li(text: "\(CodeWording.role(reader.appointment.role)[language]), \(reader.officer.name)")
                }
            }
            if !view.pending.isEmpty {
                h3(text: wording.pending)
                ul(.class("plain small")) {
                    for grant in view.pending { li(text: wording.pendingSince(grant.reader.officer.name, grant.since)) }
                }
                p(.class("small")) { a(.href(OfficerPaths.access.link(language)), text: wording.toAccess) }
            }
        }
    }
}
