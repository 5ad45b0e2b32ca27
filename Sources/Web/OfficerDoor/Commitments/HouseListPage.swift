import Access
import Commitments
import Kernel
import Markup
import Sealing

/// Where the House's list and the register differ: what stands here, what stands there, and since when.
struct HouseListPage {
    /// What was taken over a moment ago.
    let taken: RegisterEntry?
    /// What got the number of the House's a moment ago.
    let linked: RegisterEntry?
    let list: HouseComparisonList
    let motions: [HouseMotionDifference]
    let motionsThere: HouseMotionsThere
    let language: Language
    let names: RegisterNames
    let visitor: RegisterSite.Visitor
    let report: HouseImportReport?
    /// What was typed at a difference, and not taken in.
    let typed: (item: String, fields: FormFields)?
    /// With which difference the list goes on.
    let from: String?
    let errors: FieldErrors
    var wording: HouseListWording { HouseListWording.texts[language] }
    private var words: RegisterEntryWording { RegisterEntryWording.texts[language] }

    var title: String { wording.title }

    var content: Node {
        .fragment([
            errors.summary(language), EntryPage.back(language), h1(text: wording.heading),
            p(.class("lead"), text: list.imported.map { wording.lead(list.compared, $0) } ?? wording.never),
            list.imported == nil ? .nothing : leftovers, motionsOnlyThere,
            report.map(told) ?? .nothing, taken.map(takenOver) ?? .nothing,
            linked.map { Self.linked($0, language) } ?? .nothing,
            list.differences.isEmpty && motions.isEmpty
                ? (list.imported == nil || list.compared == 0 ? .nothing : p(.class("note done"), text: wording.same))
                : .fragment([differences, .fragment(motions.map(motion))]),
            visitor.officer.writes.isEmpty ? .nothing : upload,
        ])
    }

    private func told(_ report: HouseImportReport) -> Node {
        section(.class("note"), .role("status")) {
            h2(text: report.read == 0 ? wording.hasReadNothing : wording.hasRead)
            if report.read == 0, report.faults.isEmpty { p(text: wording.nothingInIt) }
            p(text: wording.counts(report))
            if !report.faults.isEmpty {
                ul {
                    for fault in report.faults.prefix(20) { li(text: wording.fault(fault)) }
                }
            }
        }
    }

    private var differences: Node {
        let stretch = ListStretch(list.differences, from: from, size: 12) { $0.item?.id ?? $0.entry?.id.text ?? "" }
        return .fragment([
            .fragment(stretch.shown.map(difference)),
            stretch.pager(at: OfficerPaths.houseList.link(language), language),
        ])
    }

    private func difference(_ difference: HouseDifference) -> Node {
        section(.class(difference.explanation == nil ? "card" : "card quiet")) {
            h2 {
                if let entry = difference.entry {
                    a(.href(OfficerPaths.entry.link(language, entry.id.text)), .lang("nl"), text: entry.facts.title)
                } else {
                    wording.number(difference.item?.number ?? "")
                }
            }
            p(.class("small soft"), text: wording.kind(difference.kind))
            div(.class("beside")) {
                div {
                    h3(text: wording.here)
                    here(difference)
                }
                div {
                    h3(text: wording.there)
                    there(difference)
                }
            }
            end(of: difference)
        }
    }

    private func motion(_ difference: HouseMotionDifference) -> Node {
        section(.class(difference.explanation == nil ? "card" : "card quiet")) {
            h2 {
                a(
                    .href(OfficerPaths.entry.link(language, difference.entry.id.text)), .lang("nl"),
                    text: difference.entry.facts.title)
            }
            p(.class("small soft"), text: words.kind(.motion))
            div(.class("beside")) {
                div {
                    h3(text: wording.here)
                    p { strong(text: words.standing(difference.entry)) }
                    since(difference.here)
                }
                div {
                    h3(text: wording.there)
                    p { strong(.lang("nl"), text: difference.motion.decision) }
                    sinceThere(difference.motion.since, isTold: difference.motion.isSinceTold)
                    p(.class("small soft"), text: difference.motion.number)
                }
            }
            end(of: difference)
        }
    }

    private func end(of difference: HouseMotionDifference) -> Node {
        if let explanation = difference.explanation {
            return explained(explanation, difference.motion.id, difference.entry.facts.title, at: OfficerPaths.houseExplanation)
        }
        return visitor.officer.writes.isEmpty
            ? .nothing
            : actions(
                difference.motion.id, wording.takeOver(.standing), about: difference.entry.facts.title,
                day(of: difference.motion))
    }

    /// Why it may stay, or what to do about it.
    private func end(of difference: HouseDifference) -> Node {
        let about = difference.entry?.facts.title ?? difference.item?.number ?? ""
        if let explanation = difference.explanation {
            let isAlone = difference.kind == .onlyHere
            return explained(
                explanation, (isAlone ? difference.entry?.id.text : difference.item?.id) ?? "", about,
                at: isAlone ? OfficerPaths.entryAlone : OfficerPaths.houseExplanation)
        }
        guard !visitor.officer.writes.isEmpty else { return .nothing }
        if difference.kind == .onlyHere, let entry = difference.entry {
            return explanation(entry.id.text, at: OfficerPaths.entryAlone, about: about)
        }
        guard let item = difference.item else { return .nothing }
        return .fragment([
            actions(item.id, wording.takeOver(difference.kind), about: about),
            difference.kind == .onlyThere && item.hasNumber ? link(item) : .nothing,
        ])
    }

    /// Why a difference may stay, who said so, and a button to take that back.
    private func explained(_ explanation: HouseExplanation, _ item: String, _ about: String, at path: SitePath) -> Node {
        .fragment([
            p {
                "\(wording.explainedBy(names.officers[explanation.officer] ?? "", explanation.day)) "
                span(.lang("nl"), text: explanation.reason)
            },
            visitor.officer.writes.isEmpty
                ? .nothing
                : form(.method("post"), .action(path.link(language, item)), Attribute("data-once", if: true)) {
                    Field.token(visitor.session.token.formToken)
                    Field.hidden("was-uitleg", explanation.reason)
                    Field.submit(wording.takeBack, classes: "btn plain small", about: about)
                },
        ])
    }

    private func here(_ difference: HouseDifference) -> Node {
        guard let entry = difference.entry else { return p(text: wording.nothingHere) }
        return .fragment([
            p { strong(text: words.standing(entry)) },
            entry.isOwed ? p { DueChip(entry: entry, today: names.today, language: language).node } : .nothing,
            since(difference.here),
        ])
    }

    private func there(_ difference: HouseDifference) -> Node {
        guard let item = difference.item else { return p(text: wording.nothingThere) }
        return .fragment([
            p {
                if item.isRemoved { strong(text: wording.removed) } else { strong(.lang("nl"), text: item.status) }
            },
            item.dueOn.map(paragraph) ?? .nothing, sinceThere(item.since, isTold: item.isSinceTold),
            item.letters.isEmpty ? .nothing : p(.class("small"), text: item.letters.joined(separator: ", ")),
            difference.entry == nil ? said(item) : .nothing,
            p(.class("small soft"), text: [item.number, item.function].filter { !$0.isEmpty }.joined(separator: ", ")),
        ])
    }

    /// What we do not have: the words, and their day.
    private func said(_ item: HouseItem) -> Node {
        .fragment([
            p(.lang("nl"), text: item.text), item.madeOn.map { p(.class("small"), text: wording.saidOn($0)) } ?? .nothing,
        ])
    }

    private func since(_ day: Day?) -> Node {
        day.map { p(.class("small"), text: wording.since($0)) } ?? .nothing
    }

    /// Its open data tell when a record was touched at most, not since when it says so.
    private func sinceThere(_ day: Day, isTold: Bool) -> Node {
        p(.class("small"), text: isTold ? wording.touched(day) : wording.readIn(day))
    }

    private func paragraph(_ day: Day) -> Node { p { Writing.day(day, language) } }

    /// The day of what the House decided, which its open data do not give.
    private func day(of motion: HouseMotion) -> Node {
        Field.text(
            "dag", id: "dag-\(motion.id)", label: wording.decidedOn, hint: wording.decidedOnHint(motion.step),
            value: value("dag", at: motion.id), longest: RegisterFields.longest("dag"), errors: errors)
    }

    private func value(_ name: String, at item: String) -> String { typed?.item == item ? typed!.fields[name] : "" }

    private func actions(_ item: String, _ takeOver: String, about: String, _ more: Node = .nothing) -> Node {
        .fragment([
            form(.method("post"), .action(OfficerPaths.houseItem.link(language, item)), Attribute("data-once", if: true)) {
                Field.token(visitor.session.token.formToken)
                place
                more
                Field.submit(takeOver, classes: "btn small", about: about)
            },
            explanation(item, at: OfficerPaths.houseExplanation, about: about),
        ])
    }

    /// Ours without a number of which the item may be one, those of the nearest day first.
    private func link(_ item: HouseItem) -> Node {
        let made = item.madeOn ?? item.since
        let near = list.unnumbered.filter(visitor.officer.mayChange).sorted {
            (abs($0.facts.madeOn - made), $0.number) < (abs($1.facts.madeOn - made), $1.number)
        }.prefix(5)
        guard !near.isEmpty else { return .nothing }
        return FoldedForm(
            title: wording.link, isOpen: errors.sentence(at: "regel-\(item.id)") != nil,
            address: OfficerPaths.houseLink.link(language, item.id), token: visitor.session.token.formToken, act: wording.linkNow,
            about: item.number
        ).node {
            place
            Field.menu(
                "regel", id: "regel-\(item.id)", label: wording.whichEntry,
                options: [Field.Option(value: "", text: wording.chooseEntry)]
                    + near.map { entry in
                        Field.Option(
                            value: entry.id.text,
                            text: "\(entry.facts.title) (\(entry.facts.madeOn.writtenWithoutWeekday(in: language)))",
                            isChosen: value("regel", at: item.id) == entry.id.text)
                    }, errors: errors)
        }
    }

    private func explanation(_ item: String, at path: SitePath, about: String) -> Node {
        FoldedForm(
            title: wording.explain, isOpen: errors.sentence(at: "reden-\(item)") != nil, address: path.link(language, item),
            token: visitor.session.token.formToken, act: wording.keep, about: about
        ).node {
            place
            Field.text(
                "reden", id: "reden-\(item)", label: wording.reason, hint: wording.reasonHint, value: value("reden", at: item),
                longest: RegisterFields.longest("reden"), errors: errors)
        }
    }

    /// Where the list went on, to come back there when something was not filled in right.
    private var place: Node { from.map { Field.hidden("vanaf", $0) } ?? .nothing }

    private var upload: Node {
        section {
            h2(text: wording.upload)
            p(text: wording.uploadText)
            form(
                .method("post"), .action(OfficerPaths.houseList.link(language)), Attribute("enctype", "multipart/form-data"),
                Attribute("data-once", if: true)
            ) {
                Field.token(visitor.session.token.formToken)
                Field.file("bestand", label: wording.file, hint: wording.fileHint, errors: errors)
                div(.class("actions")) { Field.submit(wording.read) }
            }
        }
    }
}
