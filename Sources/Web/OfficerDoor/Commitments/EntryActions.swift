import Access
import Commitments
import Kernel
import Markup

/// The forms on the page of an entry, each folded until it is needed or was not taken in.
struct EntryActions {
    let entry: RegisterEntry
    let language: Language
    let names: RegisterNames
    let officer: RegisterOfficer
    let owners: [Officer]
    let typed: TypedEntryForm?
    let token: String
    private var wording: EntryPageWording { EntryPageWording.texts[language] }
    private var words: RegisterEntryWording { RegisterEntryWording.texts[language] }

    var node: Node { .fragment([left, forms]) }

    /// What was typed into a form that is no longer there, because someone changed the entry meanwhile.
    private var left: Node {
        guard let typed, !isShown(typed.form) else { return .nothing }
        return LeftText.node(typed.fields, id: typed.errors.all.first?.field ?? "", language)
    }

    private func isShown(_ form: EntryForm) -> Bool {
        switch form {
        case .due: officer.mayChange(entry) && entry.isOwed
        case .standing: officer.mayChange(entry) && entry.motion?.isToBeCarriedOut != false
        case .motion: officer.mayChange(entry) && entry.motion?.step.isEnd == false
        case .dueTakenBack: officer.mayChange(entry) && entry.hasDueToTakeBack
        case .standingTakenBack: officer.mayChange(entry) && entry.standings.count > 1
        case .motionTakenBack: officer.mayChange(entry) && (entry.motion?.events.count ?? 0) > 1
        case .links, .sources: officer.mayChange(entry)
        case .owner, .removal: officer.mayAssign(entry)
        }
    }

    private var forms: Node {
        guard officer.mayChange(entry) || officer.mayAssign(entry) else {
            return officer.writes.contains(entry.facts.department) ? p(.class("small soft"), text: wording.notYours) : .nothing
        }
        return div(.class("card")) {
            h2(text: wording.actions)
            if isShown(.due) { due }
            if isShown(.standing) { standing }
            if isShown(.motion) { motion }
            if isShown(.dueTakenBack) { takenBack(.dueTakenBack, wording.dueBack, "dagreden", OfficerPaths.entryDueTakenBack) }
            if isShown(.standingTakenBack) {
                takenBack(.standingTakenBack, wording.standingBack, "standreden", OfficerPaths.entryStandingTakenBack)
            }
            if isShown(.motionTakenBack) {
                takenBack(.motionTakenBack, wording.stepBack, "stapreden", OfficerPaths.entryMotionTakenBack)
            }
            if isShown(.links) { links }
            if isShown(.sources) { sources }
            if isShown(.owner) { owner }
            if officer.mayChange(entry) {
                p {
                    a(
                        .class("btn plain small"), .href(OfficerPaths.entryCorrection.link(language, entry.id.text)),
                        text: NewEntryWording.texts[language].correct)
                }
            }
            if isShown(.removal) { removal }
        }
    }

    private func folded(
        _ form: EntryForm, _ title: String, at path: SitePath, act: String, isMending: Bool = false,
        @HTMLBuilder content: () -> [Node]
    ) -> Node {
        FoldedForm(
            title: title, isOpen: typed?.form == form, address: path.link(language, entry.id.text), token: token,
            version: entry.version, act: act, classes: isMending ? "btn plain small" : "btn small"
        ).node(fields: content)
    }

    private func errors(_ form: EntryForm) -> FieldErrors { typed?.form == form ? typed!.errors : .none }
    private func value(_ name: String) -> String { typed?.fields[name] ?? "" }

    private func text(_ form: EntryForm, _ name: String, _ label: String, hint: String? = nil) -> Node {
        Field.text(
            name, label: label, hint: hint, value: value(name), longest: RegisterFields.longest(name), errors: errors(form))
    }

    private var due: Node {
        folded(.due, entry.due == nil ? wording.setDue : wording.moveDue, at: OfficerPaths.entryDue, act: wording.keepDue) {
            text(.due, "dag", wording.newDay, hint: NewEntryWording.texts[language].dayHint)
            text(.due, "woorden", NewEntryWording.texts[language].words)
            text(.due, "reden", wording.reason, hint: wording.reasonHint)
            text(.due, "verteld", wording.told, hint: wording.toldHint)
            text(.due, "dagbrief", wording.letter, hint: wording.letterHint)
            Field.check("uitstel", text: wording.isPostponement, isChecked: typed?.fields.has("uitstel") == true)
        }
    }

    private var standing: Node {
        folded(.standing, wording.setStanding, at: OfficerPaths.entryStanding, act: wording.keepStanding) {
            Field.choices(
                "stand", legend: wording.standing,
                options: Standing.Code.allCases.map {
                    Field.Option(
                        value: $0.rawValue, text: words.code($0), isChosen: value("stand") == $0.rawValue)
                }, errors: errors(.standing))
            text(.standing, "standbrief", wording.standingLetter, hint: wording.letterHint)
            text(.standing, "standdag", wording.standingDay, hint: wording.todayHint)
            Field.area(
                "feiten", label: wording.facts, hint: wording.factsHint, value: value("feiten"),
                longest: RegisterFields.longest("feiten"),
                language: language,
                errors: errors(.standing))
            Field.menu(
                "overgenomen", label: wording.takenOverBy,
                options: [Field.Option(value: "", text: wording.nobody)]
                    + names.ministries(language) { value("overgenomen") == $0.code }, errors: errors(.standing))
        }
    }

    private var motion: Node {
        folded(.motion, wording.motion, at: OfficerPaths.entryMotion, act: wording.keepStep) {
            Field.choices(
                "stap", legend: wording.step,
                options: Motion.Step.allCases.filter { $0 != .submitted }.map {
                    Field.Option(value: $0.rawValue, text: words.step($0), isChosen: value("stap") == $0.rawValue)
                }, errors: errors(.motion))
            text(.motion, "stapdag", NewEntryWording.texts[language].madeOn, hint: wording.todayHint)
            if entry.motion?.step == .held {
                Field.check("bleef", text: wording.stayed, isChecked: typed?.fields.has("bleef") == true)
            }
            Field.check("zitting", text: wording.endOfSession, isChecked: typed?.fields.has("zitting") == true)
        }
    }

    /// A form that takes the last row of a history back, with the reason.
    private func takenBack(
        _ form: EntryForm, _ words: EntryPageWording.TakingBack, _ field: String, _ path: SitePath
    ) -> Node {
        folded(form, words.title, at: path, act: words.act, isMending: true) {
            p(.class("small"), text: words.text)
            text(form, field, wording.why)
        }
    }

    private var owner: Node {
        folded(.owner, wording.assign, at: OfficerPaths.entryOwner, act: wording.keepOwner) {
            Field.menu(
                "eigenaar", label: wording.owner,
                options: [Field.Option(value: "", text: RegisterWording.texts[language].nobody)]
                    + owners.map { Field.Option(value: $0.id.text, text: $0.name, isChosen: $0.id == entry.owner) },
                errors: errors(.owner))
        }
    }

    private var removal: Node {
        folded(.removal, wording.remove, at: OfficerPaths.entryRemoval, act: wording.removeNow, isMending: true) {
            p(.class("small"), text: wording.removeText)
            text(.removal, "verwijderreden", wording.why)
        }
    }

    private var sources: Node {
        folded(.sources, wording.addSource, at: OfficerPaths.entrySources, act: wording.keepSource) {
            p(.class("small"), text: wording.addSourceText)
            text(.sources, "bronover", wording.sourceSubject, hint: wording.sourceSubjectHint)
            text(.sources, "bronnaam", wording.sourceName, hint: wording.sourceNameHint)
            Field.area(
                "bronzegt", label: wording.sourceSays, value: value("bronzegt"), longest: RegisterFields.longest("bronzegt"),
                language: language, errors: errors(.sources))
        }
    }

    private var links: Node {
        folded(.links, wording.link, at: OfficerPaths.entryLinks, act: wording.keepLink) {
            Field.menu(
                "onderdeel", label: wording.instrument,
                options: [Field.Option(value: "", text: wording.noInstrument)]
                    + FulfilmentLink.Instrument.allCases.map {
                        Field.Option(
                            value: $0.rawValue, text: words.instrument($0), isChosen: value("onderdeel") == $0.rawValue)
                    })
            text(.links, "bewijs", wording.evidence, hint: wording.evidenceHint)
        }
    }
}
