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
        div(.class("card")) {
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
                    if let remark = remark(place), !remark.isEmpty { p(.class("small"), .lang("nl"), text: remark) }
                }
            }
        }
    }

    /// Which other ministries take part in the letter.
    private var involved: Node {
        details {
            summary(text: wording.involved)
            form(
                .method("post"), .action(OfficerPaths.letterInvolved.link(language, letter.id.text)),
                Attribute("data-once", if: true)
            ) {
                Field.token(token)
                Field.hidden("versie", String(letter.version))
                Field.choices(
                    "ministeries", legend: wording.involvedLegend,
                    options: names.ministries(language) { letter.involved.contains($0) }.filter {
                        $0.value != letter.department.code
                    }, many: true)
                div(.class("actions")) { Field.submit(EntryPageWording.texts[language].keep, classes: "btn plain small") }
            }
        }
    }

    private func classes(_ standing: AlignmentStanding) -> String {
        switch standing {
        case .agreed, .agreedBySilence, .informed: "done"
        case .objected, .objectedToEarlierText, .late: "late"
        case .waiting, .agreedToEarlierText, .notAsked: "due"
        }
    }

    private func heading(_ part: LetterPart.ID) -> String { letter.parts.first { $0.id == part }?.heading ?? "" }

    private func remark(_ place: AlignmentPlace) -> String? {
        rounds.last { round in round.requests.contains { $0.body == place.body && $0.part == place.part } }?
            .requests.first { $0.body == place.body && $0.part == place.part }?.answer?.remark
    }

    /// What came out of the meeting of a body between departments; a department answers for itself.
    private var answers: Node {
        let open = rounds.currentRequests.filter { request in
            request.answer == nil && AlignmentBody.named(request.body).map { $0.department == nil } == true
        }
        guard !open.isEmpty else { return .nothing }
        return details(
            Attribute(
                "open",
                if: typed.has("uitkomst") || errors.sentence(at: "orgaan") != nil
                    || errors.sentence(at: "opmerking-orgaan") != nil)
        ) {
            summary(text: wording.recordAnswer)
            form(
                .method("post"), .action(OfficerPaths.letterAlignment.link(language, letter.id.text)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.token(token)
                Field.menu(
                    "orgaan", label: wording.body,
                    options: [Field.Option(value: "", text: wording.chooseBody)]
                        + open.map { request in
                            Field.Option(
                                value: request.place.typed, text: name(request),
                                isChosen: typed.has("uitkomst") && typed["orgaan"] == request.place.typed)
                        }, errors: errors)
                Field.choices(
                    "uitkomst", legend: wording.said,
                    options: AlignmentAnswer.Kind.allCases.map {
                        Field.Option(value: $0.rawValue, text: wording.answer($0), isChosen: typed["uitkomst"] == $0.rawValue)
                    })
                Field.text(
                    "opmerking", id: "opmerking-orgaan", label: wording.remarks, value: typed["opmerking"],
                    longest: RegisterFields.longest("opmerking"),
                    errors: errors)
                div(.class("actions")) { Field.submit(wording.record, classes: "btn plain small") }
            }
        }
    }

    private func name(_ request: AlignmentRequest) -> String {
        [request.body.name, request.part.map(heading)].compactMap(\.self).joined(separator: ": ")
    }

    /// Answers of bodies between departments that do not hold any more.
    private var takingBack: Node {
        let answered = rounds.currentRequests.filter { request in
            request.answer != nil && AlignmentBody.named(request.body).map { $0.department == nil } == true
        }
        guard !answered.isEmpty else { return .nothing }
        return details(Attribute("open", if: errors.sentence(at: "terugneemreden") != nil)) {
            summary(text: wording.takeBack)
            form(
                .method("post"), .action(OfficerPaths.letterTakenBack.link(language, letter.id.text)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.token(token)
                Field.menu(
                    "orgaan", id: "orgaan-terug", label: wording.body,
                    options: answered.map {
                        Field.Option(
                            value: $0.place.typed, text: name($0),
                            isChosen: typed.has("terugneemreden") && typed["orgaan"] == $0.place.typed)
                    })
                Field.text(
                    "terugneemreden", label: EntryPageWording.texts[language].facts, value: typed["terugneemreden"],
                    longest: RegisterFields.longest("terugneemreden"), errors: errors)
                div(.class("actions")) { Field.submit(wording.takeBackNow, classes: "btn plain small") }
            }
        }
    }

    /// Questions that were asked by mistake.
    private var withdrawing: Node {
        let open = rounds.currentRequests.filter { $0.answer == nil }
        guard !open.isEmpty else { return .nothing }
        return details(Attribute("open", if: errors.sentence(at: "vraagreden") != nil)) {
            summary(text: wording.withdraw)
            form(
                .method("post"), .action(OfficerPaths.letterWithdrawnRequest.link(language, letter.id.text)),
                .autocomplete("off"), Attribute("data-once", if: true)
            ) {
                Field.token(token)
                Field.menu(
                    "orgaan", id: "orgaan-vraag", label: wording.body,
                    options: open.map {
                        Field.Option(
                            value: $0.place.typed, text: name($0),
                            isChosen: typed.has("vraagreden") && typed["orgaan"] == $0.place.typed)
                    })
                Field.text(
                    "vraagreden", label: EntryPageWording.texts[language].facts, value: typed["vraagreden"],
                    longest: RegisterFields.longest("vraagreden"), errors: errors)
                div(.class("actions")) { Field.submit(wording.withdrawNow, classes: "btn plain small") }
            }
        }
    }

    /// What a body is, and that it is only told, where that is so.
    private func hint(_ body: AlignmentBody) -> String? {
        let texts = [body.about?[language], body.purpose == .information ? wording.forInformation : nil].compactMap(\.self)
        return texts.isEmpty ? nil : texts.joined(separator: ", ")
    }

    private var open: Node {
        details(Attribute("open", if: errors.sentence(at: "voor") != nil || errors.sentence(at: "wie-inar") != nil)) {
            summary(text: wording.openRound)
            form(
                .method("post"), .action(OfficerPaths.letterRounds.link(language, letter.id.text)), .autocomplete("off"),
                Attribute("data-once", if: true)
            ) {
                Field.token(token)
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
                div(.class("actions")) { Field.submit(wording.openNow, classes: "btn plain small") }
            }
        }
    }
}
