import Commitments
import Kernel
import Markup

/// Where each body stands on a letter, and the forms of a round.
struct LetterAlignmentSection {
    let letter: Letter
    let language: Language
    let names: RegisterNames
    let rounds: [AlignmentRound]
    let mayChange: Bool
    let typed: FormFields
    let errors: FieldErrors
    let token: String
    private var wording: LetterWording { LetterWording.texts[language] }

    private var standings: [(AlignmentPlace, AlignmentStanding)] {
        letter.alignment(rounds, among: AlignmentBody.all, on: names.today)
            .sorted { ($0.key.body, $0.key.part?.text ?? "") < ($1.key.body, $1.key.part?.text ?? "") }.map { ($0.key, $0.value) }
    }

    var node: Node {
        div(.class("card"), .id("afstemming")) {
            h2(text: wording.alignment)
            standings.isEmpty ? p(.class("soft"), text: wording.nobodyAsked) : picture
            if mayChange {
                involved
                answers
                takingBack
                withdrawing
                open
            }
            AlignmentRounds(letter: letter, rounds: rounds, language: language, names: names).node
        }
    }

    /// One line for each body, with a sign and a word: a picture that is read aloud as well.
    private var picture: Node {
        ul(.class("standings")) {
            for (place, standing) in standings {
                li(.class(classes(standing))) {
                    strong(text: place.body.name)
                    if let about = AlignmentBody.named(place.body)?.about {
                        span(.class("small soft"), text: " \(about[language])")
                    }
                    if let part = place.part { span(.class("small"), .lang("nl"), text: " \(heading(part))") }
                    span(.class("when"), text: wording.standing(standing))
                    if case .waiting = standing, let rule = rounds.current(place)?.request.silenceRule {
                        p(.class("small"), text: wording.silenceAgrees(rule))
                    }
                    if let remark = remark(place), !remark.isEmpty { p(.class("small"), .lang("nl"), text: remark) }
                }
            }
        }
    }

    private func folded(
        _ title: String, isOpen: Bool, at path: SitePath, version: Int? = nil, act: String, @HTMLBuilder fields: () -> [Node]
    ) -> Node {
        FoldedForm(
            title: title, isOpen: isOpen, address: path.link(language, letter.id.text), token: token, version: version, act: act
        ).node(fields: fields)
    }

    /// Which other ministries take part in the letter.
    private var involved: Node {
        folded(
            wording.involved, isOpen: false, at: OfficerPaths.letterInvolved, version: letter.version,
            act: wording.keepInvolved
        ) {
            Field.choices(
                "ministeries", legend: wording.involvedLegend,
                options: names.ministries(language) { letter.involved.contains($0) }.filter {
                    $0.value != letter.department.code
                }, many: true)
        }
    }

    private func classes(_ standing: AlignmentStanding) -> String {
        switch standing {
        case .agreed, .agreedBySilence, .informed: "done"
        case .objected, .objectedToEarlierText, .late: "late"
        case .waiting, .agreedToEarlierText, .informedOfEarlierText, .notAsked: "due"
        }
    }

    private func heading(_ part: LetterPart.ID) -> String {
        letter.parts.first { $0.id == part }?.heading ?? wording.partGone
    }

    private func remark(_ place: AlignmentPlace) -> String? {
        rounds.current(place)?.request.answer?.remark
    }

    /// Questions to bodies between departments, for which whoever writes the letter answers.
    private func requestsToBodies(answered: Bool) -> [AlignmentRequest] {
        rounds.currentRequests.filter { request in
            (request.answer != nil) == answered && AlignmentBody.named(request.body).map { $0.department == nil } == true
        }
    }

    /// What came out of the meeting of a body between departments; a department answers for itself.
    private var answers: Node {
        let open = requestsToBodies(answered: false)
        guard !open.isEmpty else { return .nothing }
        let isOpen =
            typed.has("uitkomst") || errors.sentence(at: "orgaan") != nil || errors.sentence(at: "opmerking-orgaan") != nil
        return folded(wording.recordAnswer, isOpen: isOpen, at: OfficerPaths.letterAlignment, act: wording.record) {
            if open.contains(where: isOutdated) { p(.class("note warn"), text: wording.changedSinceRound) }
            Field.menu(
                "orgaan", label: wording.body,
                options: [Field.Option(value: "", text: wording.chooseBody)] + options(open, chosenWith: "uitkomst"),
                errors: errors)
            Field.choices(
                "uitkomst", legend: wording.said,
                options: AlignmentAnswer.Kind.allCases.map {
                    Field.Option(value: $0.rawValue, text: wording.answer($0), isChosen: typed["uitkomst"] == $0.rawValue)
                })
            Field.text(
                "opmerking", id: "opmerking-orgaan", label: wording.remarks, value: typed["opmerking"],
                longest: RegisterFields.longest("opmerking"), errors: errors)
        }
    }

    /// Whether the text is another by now than went round.
    private func isOutdated(_ request: AlignmentRequest) -> Bool {
        rounds.current(request.place).map { !letter.isUnchanged(since: $0.round, in: request.part) } ?? false
    }

    /// - Parameter field: which tells that it was this form that was typed.
    private func options(_ requests: [AlignmentRequest], chosenWith field: String) -> [Field.Option] {
        requests.map {
            Field.Option(
                value: $0.place.typed, text: name($0), isChosen: typed.has(field) && typed["orgaan"] == $0.place.typed)
        }
    }

    private func name(_ request: AlignmentRequest) -> String {
        [request.body.name, request.part.map(heading)].compactMap(\.self).joined(separator: ": ")
    }

    /// Answers of bodies between departments that do not hold any more.
    private var takingBack: Node {
        reasoned(
            wording.takeBack, about: requestsToBodies(answered: true), id: "orgaan-terug", "terugneemreden",
            at: OfficerPaths.letterTakenBack, act: wording.takeBackNow)
    }

    /// Questions that were asked by mistake.
    private var withdrawing: Node {
        reasoned(
            wording.withdraw, about: rounds.currentRequests.filter { $0.answer == nil }, id: "orgaan-vraag", "vraagreden",
            at: OfficerPaths.letterWithdrawnRequest, act: wording.withdrawNow)
    }

    /// A form about one of some questions, with a reason.
    private func reasoned(
        _ title: String, about requests: [AlignmentRequest], id: String, _ field: String, at path: SitePath, act: String
    ) -> Node {
        guard !requests.isEmpty else { return .nothing }
        return folded(title, isOpen: errors.sentence(at: field) != nil, at: path, act: act) {
            Field.menu("orgaan", id: id, label: wording.body, options: options(requests, chosenWith: field))
            Field.text(
                field, label: EntryPageWording.texts[language].why, value: typed[field],
                longest: RegisterFields.longest(field), errors: errors)
        }
    }

    /// What a body is, and that it is only told, where that is so.
    private func hint(_ body: AlignmentBody) -> String? {
        let texts = [body.about?[language], body.purpose == .information ? wording.forInformation : nil].compactMap(\.self)
        return texts.isEmpty ? nil : texts.joined(separator: ", ")
    }

    private var open: Node {
        folded(
            wording.openRound, isOpen: errors.sentence(at: "voor") != nil || errors.sentence(at: "wie-inar") != nil,
            at: OfficerPaths.letterRounds, act: wording.openNow
        ) {
            Field.hidden("rondtekst", letter.textSeen)
            Field.choices(
                "wie", legend: wording.who,
                options: AlignmentBody.all.filter { $0.department != letter.department }.map {
                    Field.Option(
                        value: $0.id.code, text: $0.name,
                        hint: hint($0),
                        isChosen: typed.all("wie").contains($0.id.code))
                }, errors: errors, many: true)
            Field.menu(
                "waarover", label: wording.about,
                options: [Field.Option(value: "", text: wording.wholeLetter)]
                    + letter.parts.map {
                        Field.Option(value: $0.id.text, text: $0.heading, isChosen: typed["waarover"] == $0.id.text)
                    })
            Field.text(
                "voor", label: wording.answerBy, hint: NewEntryWording.texts[language].dayHint, value: typed["voor"],
                longest: RegisterFields.longest("voor"), errors: errors)
        }
    }
}
