import Commitments
import Kernel

/// The texts of letters and of their alignment.
struct LetterWording: Sendable {
    /// What silence means, with where that stands.
    let silenceAgrees: @Sendable (String) -> String
    let changedSinceRound, remarksArePublic: String
    let letters, none, draft, merged, withdrawn, new, subject, subjectHint, words, day, begin, back, backToLetter, letter: String
    let columns, answerColumns: [String]
    let caption, answersCaption: @Sendable (Int) -> String
    let sent: @Sendable (String, Day) -> String
    let sentOn, withdrawnOn: @Sendable (Day) -> String
    let mergedInto, ready, notYet: String
    let gone, answers, noAnswers, takeOut, addAnswer, entry, effect, settles, settlesInPart, informs, postpones, postponed,
        postponedTo, postponedWhy, postponesNothing, entryMissing, effectMissing: String
    let parts, noParts, speaksOf, speaksOfWhich, edit, heading, addPart, beginWith, emptyPart, standardPartMissing, moveUp,
        moveDown,
        removePart, removePartText, partIsOut, partsOut, text, textHint,
        beside, versions: String
    let version: @Sendable (Int) -> String
    let overtaken, overtakenByYou, overtakenText: String
    let restored: @Sendable (Int) -> String
    let notKeptYet: String
    let alignment, nobodyAsked, recordAnswer, body, said, remarks, record, openRound, who, about, wholeLetter, answerBy, openNow,
        forInformation, answerMissing, involved, involvedLegend, asked, askedHeading, nothingAsked, answerBefore,
        askedTextChanged: String
    let changedSinceBefore, sameAsBefore, newSinceBefore, youSaidBefore: String
    let chooseBody, decidedOn, keepInvolved, nothingInside, expected, withdraw, withdrawNow, goesAlongHere: String
    let restoreVersion: @Sendable (Int) -> String
    let takeBack, takeBackNow, noAnswer, partGone: String
    let allRounds: @Sendable (Int) -> String
    let round: @Sendable (_ number: Int, _ opened: Day, _ answerBy: Day) -> String
    let takenBackOn, withdrawnRequestOn: @Sendable (Day) -> String
    let standing: @Sendable (AlignmentStanding) -> String
    let answer: @Sendable (AlignmentAnswer.Kind) -> String
    let decision, decide, decisionMissing: String
    let kind: @Sendable (MinistersDecision.Kind) -> String
    let send, paper, paperMissing, sentDay, sendNow, merge, mergeInto, mergeNow, nothingToMerge: String

    static let texts = Bilingual(nl: dutch, en: english)

    private static let dutch = LetterWording(
        silenceAgrees: { "Wie op die dag niet heeft geantwoord, is akkoord. Zo is het afgesproken: \($0)" },
        changedSinceRound:
            "De tekst is veranderd sinds die rondging. Wat je hier vastlegt, gaat over de tekst van toen; begin daarna een nieuwe ronde.",
        remarksArePublic: "Wat de minister opmerkt, wordt met de nota openbaar als de brief gaat.",
        letters: "Brieven", none: "Er zijn nog geen brieven.", draft: "In de maak", merged: "Gaat mee in een andere brief",
        withdrawn: "Komt niet",
        new: "Begin of kondig een brief aan", subject: "Waarover gaat de brief?", subjectHint: "Zo komt het boven de brief.",
        words: "Wanneer komt hij, in woorden?", day: "Wanneer komt hij?", begin: "Begin de brief", back: "Terug naar de brieven",
        backToLetter: "Terug naar de brief", letter: "Brief",
        columns: ["Brief", "Stand", "Verwacht", "Beantwoordt", "Van"],
        answerColumns: ["Waarover", "Wat de brief doet", "Veranderen"],
        caption: { $0 == 1 ? "1 brief" : "\($0) brieven, wat in de maak is bovenaan" },
        answersCaption: { $0 == 1 ? "1 punt" : "\($0) punten" }, sent: { "\($0), \($1.written(in: .nl))" },
        sentOn: { "Verstuurd op \($0.written(in: .nl))." }, withdrawnOn: { "Komt niet, vastgelegd op \($0.written(in: .nl))." },
        mergedInto: "Gaat mee in een andere brief:",
        ready: "Deze brief is klaar om te versturen.", notYet: "Nog niet klaar.", gone: "Staat niet meer in het register",
        answers: "Wat de brief beantwoordt",
        noAnswers: "Nog niets gekozen.", takeOut: "Haal weg", addAnswer: "Beantwoord een punt uit het register",
        entry: "Welk punt?", effect: "Wat doet de brief ermee?", settles: "Doet het af", settlesInPart: "Doet het deels af",
        informs: "Informeert erover", postpones: "Stelt uit tot", postponed: "Stelt het uit",
        postponedTo: "Bij uitstel: tot wanneer?",
        postponedWhy: "Bij uitstel: waarom?",
        postponesNothing:
            "Je koos niet voor uitstel, en vulde er wel iets over in. Kies ‘Stelt het uit’, of maak deze velden leeg.",
        entryMissing: "Kies een punt uit het register.",
        effectMissing: "Kies wat de brief ermee doet.", parts: "Onderdelen",
        noParts: "Er staat nog niets in. Begin met een kop.", speaksOf: "Gaat over:",
        speaksOfWhich: "Waarover gaat dit onderdeel?",
        edit: "Bewerk", heading: "Kop", addPart: "Voeg een onderdeel toe",
        beginWith: "Begin met", emptyPart: "Een leeg onderdeel",
        standardPartMissing: "Dit begin kennen we niet. Kies uit de lijst.",
        moveUp: "Zet hoger", moveDown: "Zet lager", removePart: "Haal dit onderdeel uit de brief",
        removePartText: "De teksten blijven bewaard. Je kunt het onderdeel later terugzetten.",
        partIsOut: "Dit onderdeel is uit de brief gehaald. Als je bewaart, komt het terug met de tekst hieronder.",
        partsOut: "Onderdelen die eruit zijn gehaald",
        text: "Tekst", textHint: "Laat een regel leeg tussen alinea’s.", beside: "Wat de brief beantwoordt",
        versions: "Eerdere versies", version: { "Versie \($0)" }, overtaken: "Iemand anders heeft dit onderdeel intussen bewaard",
        overtakenByYou: "Je hebt dit onderdeel intussen zelf bewaard, in een ander venster",
        overtakenText:
            "Hieronder staat jouw tekst naast die van de ander: doorgestreept is wat alleen bij jou staat, onderstreept wat de ander schreef. Jouw tekst staat nog in het veld. Als je nu bewaart, blijft de tekst van de ander bij de eerdere versies.",
        restored: { "In het veld staat de tekst van versie \($0)." },
        notKeptYet: "Er is nog niets veranderd. Bewaar om deze tekst te gebruiken.",
        alignment: "Afstemming", nobodyAsked: "Er is nog niemand om een akkoord gevraagd.",
        recordAnswer: "Noteer wat een overleg zei",
        body: "Welk overleg?", said: "Wat is het antwoord?", remarks: "Opmerking", record: "Leg vast",
        openRound: "Vraag om een akkoord", who: "Aan wie?", about: "Waarover?", wholeLetter: "De hele brief",
        answerBy: "Uiterlijk wanneer?", openNow: "Stuur rond", forInformation: "alleen ter kennisneming",
        answerMissing: "Kies een antwoord.", involved: "Kies welke ministeries meedoen",
        involvedLegend: "Wie moet akkoord zijn voordat de brief gaat?", asked: "Afstemming",
        askedHeading: "Wat andere ministeries jullie vragen",
        nothingAsked: "Jullie wordt nu niets gevraagd.", answerBefore: "Antwoord uiterlijk",
        askedTextChanged:
            "De tekst is veranderd nadat hij jullie is gestuurd. Hieronder staat wat jullie kregen, en daarover gaat je antwoord.",
        changedSinceBefore: "Wat er veranderde sinds de vorige ronde",
        sameAsBefore: "Dit is dezelfde tekst als in de vorige ronde.",
        newSinceBefore: "Dit onderdeel is nieuw sinds de vorige ronde.", youSaidBefore: "In de vorige ronde zeiden jullie:",
        chooseBody: "Kies een overleg.", decidedOn: "Op welke dag?", keepInvolved: "Bewaar wie meedoen",
        nothingInside: "Er staat niets in.",
        expected: "Verwacht:", withdraw: "Trek een vraag in", withdrawNow: "Trek de vraag in",
        goesAlongHere: "Hierin gaan mee:",
        restoreVersion: { "Neem versie \($0) weer" },
        takeBack: "Neem een antwoord terug", takeBackNow: "Neem het terug", noAnswer: "geen antwoord",
        partGone: "een onderdeel dat er niet meer is",
        allRounds: { $0 == 1 ? "De ronde, met elk antwoord" : "Alle \($0) rondes, met elk antwoord" },
        round: { "Ronde \($0): van \($1.writtenWithoutWeekday(in: .nl)) tot \($2.writtenWithoutWeekday(in: .nl))" },
        takenBackOn: { "Teruggenomen op \($0.writtenWithoutWeekday(in: .nl))." },
        withdrawnRequestOn: { "Vraag ingetrokken op \($0.writtenWithoutWeekday(in: .nl))." },
        standing: dutchStanding,
        answer: { kind in
            switch kind {
            case .agreed: "Akkoord"
            case .objected: "Niet akkoord"
            case .noted: "Gezien"
            }
        }, decision: "Besluit van de minister", decide: "Wat besluit de minister?", decisionMissing: "Kies een besluit.",
        kind: { kind in
            switch kind {
            case .agreed: "Akkoord"
            case .agreedWithRemarks: "Akkoord, met opmerkingen"
            case .notAgreed: "Niet akkoord"
            }
        }, send: "Versturen", paper: "Onder welk nummer?", paperMissing: "Vul het nummer van het Kamerstuk in.",
        sentDay: "Op welke dag?", sendNow: "Leg vast dat de brief is verstuurd",
        merge: "Laat hem meegaan in een andere brief", mergeInto: "In welke brief?", mergeNow: "Laat meegaan",
        nothingToMerge: "Er is geen andere brief in de maak. Begin die eerst.")

    private static let dutchStanding: @Sendable (AlignmentStanding) -> String = { standing in
        switch standing {
        case .agreed: "akkoord"
        case .agreedBySilence: "akkoord, door te zwijgen"
        case .objected: "niet akkoord"
        case .objectedToEarlierText: "niet akkoord met een eerdere tekst: vraag het opnieuw"
        case .agreedToEarlierText: "akkoord met een eerdere tekst: vraag het opnieuw"
        case .waiting(let day): "wacht, tot \(day.written(in: .nl))"
        case .late(let day): "had moeten antwoorden op \(day.written(in: .nl))"
        case .informed: "ter kennisneming"
        case .informedOfEarlierText: "kreeg een eerdere tekst ter kennisneming"
        case .notAsked: "doet mee en is nog niet gevraagd"
        }
    }

    private static let english = LetterWording(
        silenceAgrees: { "Who has not answered on that day has agreed. So it was arranged: \($0)" },
        changedSinceRound:
            "The text changed since it went round. What you record here is about the text of then; begin a new round after it.",
        remarksArePublic: "What the minister remarks becomes public with the note when the letter goes.",
        letters: "Letters", none: "There are no letters yet.", draft: "In the making", merged: "Goes along in another letter",
        withdrawn: "Does not come",
        new: "Begin or announce a letter", subject: "What is the letter about?",
        subjectHint: "It stands above the letter like this.",
        words: "When does it come, in words?", day: "When does it come?", begin: "Begin the letter", back: "Back to the letters",
        backToLetter: "Back to the letter", letter: "Letter", columns: ["Letter", "Standing", "Expected", "Answers", "By"],
        answerColumns: ["About", "What the letter does", "Change"],
        caption: { $0 == 1 ? "1 letter" : "\($0) letters, those in the making on top" },
        answersCaption: { $0 == 1 ? "1 point" : "\($0) points" }, sent: { "\($0), \($1.written(in: .en))" },
        sentOn: { "Sent on \($0.written(in: .en))." }, withdrawnOn: { "Does not come, recorded on \($0.written(in: .en))." },
        mergedInto: "Goes along in another letter:",
        ready: "This letter is ready to be sent.", notYet: "Not ready yet.", gone: "No longer in the register",
        answers: "What the letter answers",
        noAnswers: "Nothing chosen yet.", takeOut: "Take out", addAnswer: "Answer a point of the register", entry: "Which point?",
        effect: "What does the letter do with it?", settles: "Settles it", settlesInPart: "Settles it in part",
        informs: "Informs about it", postpones: "Postpones it to", postponed: "Postpones it",
        postponedTo: "When postponed: until when?", postponedWhy: "When postponed: why?",
        postponesNothing:
            "You did not choose to postpone, and filled in something about it. Choose ‘Postpones it’, or empty these fields.",
        entryMissing: "Choose a point of the register.", effectMissing: "Choose what the letter does with it.", parts: "Parts",
        noParts: "There is nothing in it yet. Begin with a heading.", speaksOf: "About:",
        speaksOfWhich: "Of what does this part speak?", edit: "Edit", heading: "Heading",
        addPart: "Add a part", beginWith: "Begin with", emptyPart: "An empty part",
        standardPartMissing: "We do not know this beginning. Choose from the list.",
        moveUp: "Move up", moveDown: "Move down", removePart: "Take this part out of the letter",
        removePartText: "Its texts are kept. You can put the part back later.",
        partIsOut: "This part was taken out of the letter. If you save, it comes back with the text below.",
        partsOut: "Parts that were taken out",
        text: "Text",
        textHint: "Leave a line empty between paragraphs.", beside: "What the letter answers", versions: "Earlier versions",
        version: { "Version \($0)" }, overtaken: "Someone else saved this part meanwhile",
        overtakenByYou: "You saved this part yourself meanwhile, in another window",
        overtakenText:
            "Below, your text stands beside the other’s: struck through is what only you have, underlined what the other wrote. Your text is still in the field. If you save now, the other’s text stays among the earlier versions.",
        restored: { "The field holds the text of version \($0)." },
        notKeptYet: "Nothing has changed yet. Save to use this text.",
        alignment: "Alignment", nobodyAsked: "Nobody has been asked anything yet.", recordAnswer: "Note what a body said",
        body: "Which body?", said: "What is the answer?", remarks: "Remark", record: "Record", openRound: "Ask for agreement",
        who: "Whom?", about: "About what?", wholeLetter: "The whole letter", answerBy: "By when?", openNow: "Send round",
        forInformation: "for information only", answerMissing: "Choose an answer.", involved: "Choose which ministries take part",
        involvedLegend: "Who has to agree before the letter goes?", asked: "Alignment",
        askedHeading: "What other departments ask you", nothingAsked: "You are asked nothing at the moment.",
        answerBefore: "Answer by",
        askedTextChanged: "The text was changed after it was sent to you. Below is what you got, and your answer is about that.",
        changedSinceBefore: "What changed since the round before", sameAsBefore: "This is the same text as in the round before.",
        newSinceBefore: "This part is new since the round before.", youSaidBefore: "In the round before you said:",
        chooseBody: "Choose a body.", decidedOn: "On which day?", keepInvolved: "Save who takes part",
        nothingInside: "There is nothing in it.",
        expected: "Expected:", withdraw: "Withdraw a question", withdrawNow: "Withdraw the question",
        goesAlongHere: "Along in this one go:",
        restoreVersion: { "Take version \($0) again" },
        takeBack: "Take an answer back", takeBackNow: "Take it back", noAnswer: "no answer",
        partGone: "a part that is no longer there",
        allRounds: { $0 == 1 ? "The round, with each answer" : "All \($0) rounds, with each answer" },
        round: { "Round \($0): from \($1.writtenWithoutWeekday(in: .en)) to \($2.writtenWithoutWeekday(in: .en))" },
        takenBackOn: { "Taken back on \($0.writtenWithoutWeekday(in: .en))." },
        withdrawnRequestOn: { "Question withdrawn on \($0.writtenWithoutWeekday(in: .en))." },
        standing: englishStanding,
        answer: { kind in
            switch kind {
            case .agreed: "Agreed"
            case .objected: "Not agreed"
            case .noted: "Seen"
            }
        }, decision: "Decision of the minister", decide: "What does the minister decide?", decisionMissing: "Choose a decision.",
        kind: { kind in
            switch kind {
            case .agreed: "Agreed"
            case .agreedWithRemarks: "Agreed, with remarks"
            case .notAgreed: "Not agreed"
            }
        }, send: "Sending", paper: "Under which number?", paperMissing: "Fill in the number of the paper.",
        sentDay: "On which day?", sendNow: "Record that the letter was sent", merge: "Let it go along in another letter",
        mergeInto: "In which letter?", mergeNow: "Let it go along",
        nothingToMerge: "No other letter is in the making. Begin that one first.")

    private static let englishStanding: @Sendable (AlignmentStanding) -> String = { standing in
        switch standing {
        case .agreed: "agreed"
        case .agreedBySilence: "agreed, by silence"
        case .objected: "not agreed"
        case .objectedToEarlierText: "did not agree to an earlier text: ask again"
        case .agreedToEarlierText: "agreed to an earlier text: ask again"
        case .waiting(let day): "waits, until \(day.written(in: .en))"
        case .late(let day): "should have answered on \(day.written(in: .en))"
        case .informed: "for information"
        case .informedOfEarlierText: "was told of an earlier text"
        case .notAsked: "takes part and was not asked yet"
        }
    }
}
