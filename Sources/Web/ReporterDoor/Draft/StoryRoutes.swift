import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// What happened, and when.
struct StoryRoutes: Sendable {
    let steps: DraftSteps

    func register(at door: DoorRouter<ReporterContext>) {
        door.get(ReporterPaths.story) { [self] request, context in
            try await steps.show(.story, request, context, title: StoryWording.texts[context.language].title(false)) {
                draft, token in
                story(context.language, token, draft.story, wantsConversation: draft.wantsConversation, errors: .none)
            }
        }
        door.post(ReporterPaths.story) { [self] request, context in
            let wording = StoryWording.texts[context.language]
            return try await steps.answer(.story, request, context, title: wording.title(false)) { fields in
                var errors: [FieldError] = []
                let story = fields.plain("verhaal", longest: TextLimits.story, context.language, canBeFile: true, &errors)
                let mayBeEmpty = fields.has("gesprek")
                if errors.isEmpty, story.isEmpty, !mayBeEmpty {
                    errors.append(FieldError(field: "verhaal", sentence: wording.missing))
                }
                guard errors.isEmpty else { return Answer(errors) }
                return Answer { draft in
                    draft.story = story
                    draft.sawStory = true
                }
            } again: { fields, errors, draft, token in
                story(context.language, token, fields["verhaal"], wantsConversation: draft.wantsConversation, errors: errors)
            }
        }
        door.get(ReporterPaths.time) { [self] request, context in
            try await steps.show(.time, request, context, title: TimeWording.texts[context.language].title) { draft, token in
                time(context.language, token, TimeFields(draft.time), errors: .none)
            }
        }
        door.post(ReporterPaths.time) { [self] request, context in
            let today = steps.site.desk.today
            return try await steps.answer(.time, request, context, title: TimeWording.texts[context.language].title) { fields in
                TimeFields(fields).answer(context.language, today: today, fields)
            } again: { fields, errors, _, token in
                time(context.language, token, TimeFields(fields), errors: errors)
            }
        }
    }

    private func story(_ language: Language, _ token: SessionToken, _ text: String, wantsConversation: Bool, errors: FieldErrors)
        -> Node
    {
        let wording = StoryWording.texts[language]
        return .fragment([
            errors.summary(language), h1(text: wording.title(wantsConversation)),
            p(.class("lead"), text: wording.lead(wantsConversation)),
            ul(.class("plain soft")) { for hint in wording.hints { li(text: hint) } },
            steps.form(.story, language, token) {
                if wantsConversation { Field.hidden("gesprek", "ja") }
                Field.area(
                    "verhaal", label: wording.label(wantsConversation), hint: wording.hint, value: text,
                    longest: TextLimits.story, isLong: true,
                    language: language, errors: errors)
            },
        ])
    }

    private func time(_ language: Language, _ token: SessionToken, _ typed: TimeFields, errors: FieldErrors) -> Node {
        let wording = TimeWording.texts[language]
        let date = errors.at("dag")
        return .fragment([
            errors.summary(language), h1(text: wording.title), p(.class("hint"), text: wording.lead),
            steps.form(.time, language, token) {
                Field.choices(
                    "patroon", legend: wording.pattern,
                    options: ReportTime.Pattern.allCases.map {
                        Field.Option(value: $0.rawValue, text: wording.text($0), isChosen: typed.pattern == $0)
                    })
                fieldset {
                    legend(text: wording.date)
                    p(.class("hint"), text: wording.dateHint)
                    date.node
                    div(.class("date")) {
                        for (name, text, value, classes) in [
                            ("dag", wording.day, typed.day, ""), ("maand", wording.month, typed.month, ""),
                            ("jaar", wording.year, typed.year, "year"),
                        ] {
                            div(.class(classes)) {
                                label(.for(name), text: text)
                                input(
                                    [
                                        .type("text"), .id(name), .name(name), .value(value), .autocomplete("off"),
                                        Attribute("inputmode", "numeric"), Attribute("maxlength", "4"),
                                    ] + date.attributes)
                            }
                        }
                    }
                }
                Field.text("woorden", label: wording.words, hint: wording.wordsHint, value: typed.words, errors: errors)
            },
        ])
    }
}

/// When it happened, as it was typed.
struct TimeFields: Sendable {
    let pattern: ReportTime.Pattern?
    let day, month, year, words: String

    init(_ time: ReportTime) {
        pattern = time.pattern
        let parts = time.day?.components
        day = parts.map { String($0.day) } ?? ""
        month = parts.map { String($0.month) } ?? ""
        year = parts.map { String($0.year) } ?? ""
        words = time.words
    }

    init(_ fields: FormFields) {
        pattern = fields.choice("patroon")
        day = fields["dag"].filter { !$0.isWhitespace }
        month = fields["maand"].filter { !$0.isWhitespace }
        year = fields["jaar"].filter { !$0.isWhitespace }
        words = fields["woorden"]
    }

    func answer(_ language: Language, today: Day, _ fields: FormFields) -> Answer {
        let wording = TimeWording.texts[language]
        var errors: [FieldError] = []
        let words = fields.plain("woorden", longest: TextLimits.short, language, &errors)
        var date: Day?
        if !(day + month + year).isEmpty {
            date = Int(day).flatMap { day in
                Int(month).flatMap { month in Int(year).flatMap { Day(year: $0, month: month, day: day) } }
            }
            if let date, date > today {
                errors.append(FieldError(field: "dag", sentence: wording.future))
            } else if date == nil || date! < today.adding(months: -12 * 100) {
                errors.append(FieldError(field: "dag", sentence: wording.sentence(day, month, year)))
            }
        }
        guard errors.isEmpty else { return Answer(errors) }
        let time = ReportTime(pattern: pattern, day: date, words: words)
        return Answer { draft in
            draft.time = time
            draft.sawTime = true
        }
    }
}

struct StoryWording: Sendable {
    let title, lead, label: @Sendable (_ wantsConversation: Bool) -> String
    let hint, missing: String
    let hints: [String]

    static let texts = Bilingual(
        nl: StoryWording(
            title: { $0 ? "Waar wil je over praten?" : "Wat is er gebeurd?" },
            lead: {
                $0
                    ? "Je mag dit leeg laten. Een paar woorden helpen om de goede persoon te vinden."
                    : "Schrijf het op zoals jij het wilt vertellen. Het hoeft niet mooi of volledig te zijn."
            },
            label: { $0 ? "In een paar woorden (mag leeg blijven)" : "Jouw verhaal" },
            hint: "Ook kleine details kunnen laten zien wie je bent.",
            missing: "Schrijf op wat er is gebeurd. Een paar zinnen is genoeg.",
            hints: [
                "Wat gebeurde er, en waar?", "Wie deed het, en wie waren erbij?", "Heeft iemand het gezien of gehoord?",
                "Wat zou je willen dat er gebeurt?",
            ]),
        en: StoryWording(
            title: { $0 ? "What do you want to talk about?" : "What happened?" },
            lead: {
                $0
                    ? "You may leave this empty. A few words help to find the right person."
                    : "Write it down the way you want to tell it. It does not have to be polished or complete."
            },
            label: { $0 ? "In a few words (optional)" : "Your story" }, hint: "Small details too can show who you are.",
            missing: "Write down what happened. A few sentences are enough.",
            hints: [
                "What happened, and where?", "Who did it, and who were there?", "Did anyone see or hear it?",
                "What would you like to happen?",
            ]))
}

struct TimeWording: Sendable {
    let title, lead, pattern, date, dateHint, day, month, year, words, wordsHint, future: String
    let text: @Sendable (ReportTime.Pattern) -> String
    let incomplete, notDigits, shortYear: String
    let noSuchDay: @Sendable (String, String, String) -> String

    /// What to do about a date that is none.
    func sentence(_ day: String, _ month: String, _ year: String) -> String {
        let parts = [day, month, year]
        if parts.contains("") { return incomplete }
        guard parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return notDigits }
        return year.count == 4 ? noSuchDay(day, month, year) : shortYear
    }

    static let texts = Bilingual(
        nl: TimeWording(
            title: "Wanneer is het gebeurd?", lead: "Weet je het niet precies, of wil je het niet zeggen? Laat het dan leeg.",
            pattern: "Hoe vaak is het gebeurd?", date: "Op welke dag was het, of de laatste keer?",
            dateHint: "Bijvoorbeeld 16 2 2026", day: "Dag",
            month: "Maand", year: "Jaar", words: "Of in je eigen woorden",
            wordsHint: "Bijvoorbeeld: elke maandag sinds september",
            future: "Die dag moet nog komen. Vul een dag in tot en met vandaag, of laat het leeg.",
            text: { pattern in
                switch pattern {
                case .once: "Eén keer"
                case .moreOften: "Vaker"
                case .stillGoingOn: "Het gaat nu nog door"
                }
            },
            incomplete: "Vul een dag, een maand en een jaar in, of laat ze alle drie leeg.",
            notDigits: "Schrijf dag, maand en jaar in cijfers. Bijvoorbeeld: 16 2 2026.",
            shortYear: "Schrijf het jaar met vier cijfers. Bijvoorbeeld: 2026.",
            noSuchDay: { "De dag \($0)-\($1)-\($2) bestaat niet. Vul een dag, maand en jaar in, of laat ze alle drie leeg." }),
        en: TimeWording(
            title: "When did it happen?", lead: "If you do not know exactly, or do not want to say, leave it empty.",
            pattern: "How often did it happen?", date: "On which day was it, or the last time?",
            dateHint: "For example 16 2 2026", day: "Day",
            month: "Month", year: "Year", words: "Or in your own words", wordsHint: "For example: every Monday since September",
            future: "That day has yet to come. Fill in a day up to today, or leave it empty.",
            text: { pattern in
                switch pattern {
                case .once: "Once"
                case .moreOften: "More often"
                case .stillGoingOn: "It is still going on"
                }
            },
            incomplete: "Fill in a day, a month and a year, or leave all three empty.",
            notDigits: "Write day, month and year in digits. For example: 16 2 2026.",
            shortYear: "Write the year in four digits. For example: 2026.",
            noSuchDay: { "The day \($0)-\($1)-\($2) does not exist. Fill in a day, month and year, or leave all three empty." }))
}
