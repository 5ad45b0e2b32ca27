import Commitments
import Kernel

struct PlanningWording: Sendable {
    let title, choose, picture, signs, empty, noDay, gone, documents, overview, send, sendHint, sendNow, history, recall,
        recallHint,
        recallNow: String
    let columns: [String]
    let heading: @Sendable (House) -> String
    let lead: @Sendable (PlanningComparison) -> String
    let caption: @Sendable (Int) -> String
    let kind: @Sendable (PlanningRow.Kind) -> String
    let movement: @Sendable (PlanningMovement) -> String
    let progress: @Sendable (PlanningRow.Progress) -> String
    let ending: @Sendable (PlanningDeparture.Ending) -> String
    let annex: @Sendable (String) -> String
    let sentOn: @Sendable (Day, Int) -> String
    let wasRecalled: @Sendable (_ sentOn: Day, _ officer: String, _ day: Day) -> String

    static let texts = Bilingual(
        nl: PlanningWording(
            title: "Planningsoverzicht", choose: "Kies een Kamer", picture: "Tijdlijn",
            signs: "● onderwerp   ■ aangekondigde brief   ○ stond hier eerst   ! te laat",
            empty: "De Kamer krijgt nu niets meer.",
            noDay: "geen dag", gone: "Van het overzicht af", documents: "Meenemen",
            overview: "Planningsoverzicht", send: "Dit overzicht is verstuurd",
            sendHint:
                "Leg vast wat de Kamer krijgt. Het volgende overzicht laat zien wat er sindsdien is verschoven, en de open data geven dit overzicht zoals het er nu staat.",
            sendNow: "Leg het verstuurde overzicht vast", history: "Eerder verstuurd",
            recall: "Het laatste overzicht is niet zo verstuurd",
            recallHint:
                "Het overzicht daarvoor is dan weer het laatste, ook in de open data. Wat je hier schrijft, blijft staan.",
            recallNow: "Draai de verzending van het overzicht terug",
            columns: ["Uiterlijk", "Waarover en waar gezegd", "Soort", "Stand", "Sinds het vorige"],
            heading: { $0 == .tweedeKamer ? "Wat de Tweede Kamer nog krijgt" : "Wat de Eerste Kamer nog krijgt" },
            lead: { comparison in
                let late = comparison.overview.rows.count { $0.isLate(on: comparison.overview.day) }
                let first =
                    late == 0 ? "Niets is te laat." : late == 1 ? "1 onderwerp is te laat." : "\(late) onderwerpen zijn te laat."
                guard let last = comparison.last else { return "\(first) Er is nog geen overzicht verstuurd." }
                let lost = comparison.withoutDayNow == 0 ? "" : " \(comparison.withoutDayNow) zonder dag,"
                return
                    "\(first) Sinds het overzicht van \(PlanningWords.day(last.sentOn)): \(comparison.postponed) later,\(lost) \(comparison.departures.count) eraf."
            }, caption: { $0 == 1 ? "1 onderwerp" : "\($0) onderwerpen, wat het eerst komt bovenaan." },
            kind: { PlanningWords.kind($0) }, movement: { PlanningWords.movement($0) },
            progress: { PlanningWords.progress($0) }, ending: { PlanningWords.ending($0) },
            annex: { "Moties en toezeggingen \($0)" },
            sentOn: { day, rows in "Verstuurd op \(PlanningWords.day(day)), \(rows == 1 ? "1 onderwerp" : "\(rows) onderwerpen")"
            },
            wasRecalled: { sentOn, officer, day in
                "Een overzicht stond als verstuurd op \(PlanningWords.day(sentOn)). \(officer) draaide dat terug op \(PlanningWords.day(day))."
            }),
        en: PlanningWording(
            title: "Planning overview", choose: "Choose a House", picture: "Timeline",
            signs: "● subject   ■ announced letter   ○ stood here before   ! late",
            empty: "There is nothing more to come for this House.", noDay: "no day", gone: "Gone from the overview",
            documents: "Take along", overview: "Planning overview", send: "This overview was sent",
            sendHint:
                "Record what the House gets. The next overview shows what moved since, and the open data give this overview as it stands now.",
            sendNow: "Record the overview as sent", history: "Sent before",
            recall: "The last overview was not sent like this",
            recallHint:
                "The overview before it is the last one again, in the open data as well. What you write here stays.",
            recallNow: "Take the sending of the overview back",
            columns: ["Due", "About, and where it was said", "Kind", "Progress", "Since the last one"],
            heading: {
                $0 == .tweedeKamer ? "What the House of Representatives is still to get" : "What the Senate is still to get"
            },
            lead: { comparison in
                let late = comparison.overview.rows.count { $0.isLate(on: comparison.overview.day) }
                let first = late == 0 ? "Nothing is late." : late == 1 ? "1 subject is late." : "\(late) subjects are late."
                guard let last = comparison.last else { return "\(first) No overview was sent yet." }
                let lost = comparison.withoutDayNow == 0 ? "" : " \(comparison.withoutDayNow) without a day,"
                return
                    "\(first) Since the overview of \(last.sentOn.writtenWithoutWeekday(in: .en)): \(comparison.postponed) later,\(lost) \(comparison.departures.count) gone."
            }, caption: { $0 == 1 ? "1 subject" : "\($0) subjects, earliest first." },
            kind: { kind in
                switch kind {
                case .entry(let kind): RegisterEntryWording.texts[.en].kind(kind)
                case .letter: "Announced letter"
                }
            },
            movement: { movement in
                func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
                func day(_ day: Day) -> String { day.writtenWithoutWeekday(in: .en) }
                return switch movement {
                case .new: "New"
                case .unchanged: "Unchanged"
                case .later(let then, let count): "\(days(count)) later; was \(day(then))"
                case .earlier(let then, let count): "\(days(count)) earlier; was \(day(then))"
                case .dayFound: "Has a day now"
                case .dayLost(let then): "Has no day any more; was \(day(then))"
                case .otherProgress: "Another standing"
                case .reworded: "Said in other words"
                }
            },
            progress: { progress in
                switch progress {
                case .open: "Open"
                case .settledInPart: "Settled in part"
                case .goesAlong(let subject): "Goes along in ‘\(subject)’"
                }
            },
            ending: { ending in
                func day(_ day: Day) -> String { day.writtenWithoutWeekday(in: .en) }
                let words = RegisterEntryWording.texts[.en]
                return switch ending {
                case .settled(let letter?, let on): "Settled with the letter of \(day(on)) (\(letter.written()))"
                case .settled(nil, let on): "Settled on \(day(on))"
                case .ended(let code, let on): "\(words.code(code)) on \(day(on))"
                case .motion(let step, let on): "\(words.step(step))\(on.map { " on \(day($0))" } ?? "")"
                case .letterSent(let paper, let on): "Sent on \(day(on)) (\(paper.written()))"
                case .sentAlong(let paper, let on): "Went along in the letter of \(day(on)) (\(paper.written()))"
                case .letterWithdrawn(let reason, let on): "Does not come, as was decided on \(day(on)). \(reason)"
                case .unknown: "No longer in the register"
                }
            }, annex: { "Motions and commitments \($0)" },
            sentOn: { day, rows in
                "Sent on \(day.writtenWithoutWeekday(in: .en)), \(rows == 1 ? "1 subject" : "\(rows) subjects")"
            },
            wasRecalled: { sentOn, officer, day in
                "An overview stood as sent on \(sentOn.writtenWithoutWeekday(in: .en)). \(officer) took that back on \(day.writtenWithoutWeekday(in: .en))."
            }))

    static func sentence(_ refusal: PlanningRefusal, _ language: Language) -> String {
        switch (refusal, language) {
        case (.notFound, .nl): "Dit overzicht is er niet."
        case (.notFound, .en): "There is no such overview."
        case (.notYours, .nl): "Alleen de coördinator van het ministerie legt vast wat is verstuurd."
        case (.notYours, .en): "Only the coordinator of the ministry records what was sent."
        case (.changedMeanwhile, .nl):
            "Het overzicht is veranderd sinds je het zag. Er is niets vastgelegd. Kijk het hieronder na en leg het dan vast."
        case (.changedMeanwhile, .en):
            "The overview changed since you saw it. Nothing was recorded. Look it over below, then record it."
        case (.sentAlready(let day), .nl):
            "Dit overzicht is al vastgelegd, op \(PlanningWords.day(day)). Er is sindsdien niets in veranderd."
        case (.sentAlready(let day), .en):
            "This overview was recorded already, on \(day.writtenWithoutWeekday(in: .en)). Nothing in it changed since."
        case (.beforeWhatItHolds(let day), .nl):
            "In dit overzicht staat iets van \(PlanningWords.day(day)). Het kan niet eerder zijn verstuurd."
        case (.beforeWhatItHolds(let day), .en):
            "This overview holds something of \(day.writtenWithoutWeekday(in: .en)). It cannot have been sent before."
        case (.notTheLast, .nl): "Intussen is een ander overzicht het laatste. Kijk hieronder welk."
        case (.notTheLast, .en): "Another overview is the last one by now. See below which."
        case (.reasonMissing, .nl): "Schrijf waarom."
        case (.reasonMissing, .en): "Write why."
        case (.nothingInIt, .nl): "Er staat niets in dit overzicht."
        case (.nothingInIt, .en): "There is nothing in this overview."
        case (.sentInTheFuture(let day), .nl): "\(PlanningWords.day(day)) moet nog komen. Vul de dag in waarop het is verstuurd."
        case (.sentInTheFuture(let day), .en):
            "\(day.writtenWithoutWeekday(in: .en)) is still to come. Give the day on which it was sent."
        case (.beforeTheLast(let day), .nl):
            "Het vorige overzicht is van \(PlanningWords.day(day)). Dit kan niet eerder zijn verstuurd."
        case (.beforeTheLast(let day), .en):
            "The last overview is of \(day.writtenWithoutWeekday(in: .en)). This one cannot have been sent before."
        }
    }
}
