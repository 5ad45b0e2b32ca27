import Commitments
import Kernel

/// Why a letter or a round is not as asked, and what to do.
enum LetterRefusalWording {
    private static func paper(of house: House) -> Bilingual<String> {
        switch house {
        case .tweedeKamer:
            Bilingual(
                nl:
                    "Een brief aan de Tweede Kamer krijgt een stuk met een nummer, zoals Kamerstukken II 2024/25, 30 950, nr. 433.",
                en:
                    "A letter to the House of Representatives gets a paper with a number, such as Kamerstukken II 2024/25, 30 950, nr. 433."
            )
        case .eersteKamer:
            Bilingual(
                nl: "Een brief aan de Eerste Kamer krijgt een stuk met een letter, zoals Kamerstukken I 2022/23, 35 741, G.",
                en: "A letter to the Senate gets a paper with a letter, such as Kamerstukken I 2022/23, 35 741, G.")
        }
    }

    private static let notAPaper = Bilingual(
        nl: "Een brief krijgt het nummer van een Kamerstuk, zoals Kamerstukken II 2026/27, 30 950, nr. 500.",
        en: "A letter gets the number of a paper (Kamerstuk), such as Kamerstukken II 2026/27, 30 950, nr. 500.")

    private static let headingMissing = Bilingual(nl: "Geef het onderdeel een kop.", en: "Give the part a heading.")

    private static let remarksMissing = Bilingual(
        nl: "Schrijf wat de minister opmerkte, of wat er anders moet.",
        en: "Write what the minister remarked, or what has to be different.")

    /// What a form was about is gone.
    static let goneMeanwhile = Bilingual(
        nl: "Waarover dit ging, is intussen weggehaald of ingetrokken. Kijk op de vorige pagina hoe het nu is.",
        en: "What this was about was taken away or withdrawn meanwhile. See on the page before how it is now.")

    private static let entryGone = Bilingual(
        nl: "Dit punt is intussen uit het register gehaald. Kies een ander.",
        en: "This point was taken out of the register meanwhile. Choose another.")

    private static let answersNoMore = Bilingual(
        nl:
            "De brief beantwoordt een punt niet meer dat je hier aankruiste. Kijk na waarover het onderdeel gaat en bewaar opnieuw.",
        en: "The letter does not answer a point any more that you ticked here. See what the part speaks of and save again.")

    private static func notYet(_ day: Day) -> Bilingual<String> {
        Bilingual(
            nl: "\(day.beginning(in: .nl)) is nog niet geweest. Kijk of de dag klopt.",
            en: "\(day.beginning(in: .en)) has not been yet. See whether the day is right.")
    }

    private static func decidedBefore(_ day: Day) -> Bilingual<String> {
        Bilingual(
            nl: "Er is al een besluit van \(day.written(in: .nl)). Een nieuw besluit is van die dag of later.",
            en: "There is a decision of \(day.written(in: .en)) already. A new one is of that day or later.")
    }

    private static let isNotSent = Bilingual(nl: "De brief is niet verstuurd.", en: "The letter was not sent.")

    private static let answeredTwice = Bilingual(
        nl: "Dit punt beantwoordt de brief al.", en: "The letter answers this point already.")

    private static let isNotWithdrawn = Bilingual(
        nl: "De brief komt al: er is niets terug te nemen.",
        en: "The letter comes already: there is nothing to take back.")

    private static func formUsed(by letter: Int) -> Bilingual<String> {
        Bilingual(
            nl:
                "Met dit formulier is brief \(letter) al begonnen. Open die brief, of vernieuw de pagina voor een nieuwe.",
            en: "This form began letter \(letter) already. Open that letter, or load the page again for a new one.")
    }

    private static func paperTaken(by letter: Int) -> Bilingual<String> {
        Bilingual(
            nl: "Brief \(letter) is al onder dat nummer verstuurd. Kijk het nummer na.",
            en: "Letter \(letter) was sent under that number already. Check the number.")
    }

    private static func paper(of year: ParliamentaryYear) -> Bilingual<String> {
        Bilingual(
            nl: "Een brief van die dag valt in het vergaderjaar \(year.inLetters). Kijk het jaar en de dag na.",
            en: "A letter of that day lies in the parliamentary year \(year.inLetters). Check the year and the day.")
    }

    /// - Parameter names: what the entries are about.
    static func sentence(_ refusal: LetterRefusal, _ language: Language, names: [RegisterEntry.ID: String]) -> String {
        func list(_ ids: [RegisterEntry.ID]) -> String { ids.map { "‘\(names[$0] ?? "?")’" }.joined(separator: ", ") }
        return switch (refusal, language) {
        case (.notFound, .nl): "Dit is er niet."
        case (.notFound, .en): "This is not here."
        case (.notYours, .nl): "Alleen wie de brief schrijft of de coördinator kan dit doen."
        case (.notYours, .en): "Only who writes the letter or the coordinator can do this."
        case (.subjectMissing, .nl): "Schrijf waarover de brief gaat."
        case (.subjectMissing, .en): "Write what the letter is about."
        case (.changedMeanwhile, .nl): "Iemand anders heeft de brief intussen veranderd. Kijk hoe hij nu is en doe het opnieuw."
        case (.changedMeanwhile, .en): "Someone else changed the letter meanwhile. See how it is now and do it again."
        case (.partChangedMeanwhile, .nl): "Iemand anders heeft dit onderdeel intussen bewaard."
        case (.partChangedMeanwhile, .en): "Someone else saved this part meanwhile."
        case (.alreadySent(let day), .nl): "De brief is al verstuurd, op \(day.written(in: .nl))."
        case (.alreadySent(let day), .en): "The letter was sent already, on \(day.written(in: .en))."
        case (.hasBeenMerged, .nl): "De brief gaat mee in een andere brief."
        case (.hasBeenMerged, .en): "The letter goes along in another letter."
        case (.hasBeenWithdrawn(let day), .nl): "De brief komt niet: dat is vastgelegd op \(day.written(in: .nl))."
        case (.hasBeenWithdrawn(let day), .en): "The letter does not come: that was recorded on \(day.written(in: .en))."
        case (.isNotMerged, .nl): "De brief gaat in geen andere mee, of die andere is al verstuurd."
        case (.isNotMerged, .en): "The letter goes along in no other, or that one was sent already."
        case (.isNotSent, _): isNotSent[language]
        case (.isNotWithdrawn, _): isNotWithdrawn[language]
        case (.entryGone, _): entryGone[language]
        case (.answersNoMore, _): answersNoMore[language]
        case (.formUsed(let number), _): formUsed(by: number)[language]
        case (.expectedDayRefused(let why), _): RegisterRefusalWording.sentence(why, language)
        case (.mergesIntoItself, .nl): "Een brief gaat niet mee in zichzelf. Kies een andere."
        case (.mergesIntoItself, .en): "A letter does not go along in itself. Choose another."
        case (.goesElsewhere, .nl): "Die brief gaat naar een andere Kamer of is van een ander ministerie. Kies een andere brief."
        case (.goesElsewhere, .en): "That letter goes to another House or is of another ministry. Choose another letter."
        case (.reasonMissing, _): RegisterRefusalWording.sentence(RegisterRefusal.reasonMissing, language)
        case (.answeredTwice, _): answeredTwice[language]
        case (.nothingOwed(let id), .nl): "\(list([id])) staat niet meer open. Een brief kan er alleen nog over informeren."
        case (.nothingOwed(let id), .en): "\(list([id])) is not open any more. A letter can only inform about it."
        case (.saidToOtherHouse(let id), .nl):
            "\(list([id])) is aan de andere Kamer toegezegd. Schrijf die Kamer een eigen brief."
        case (.saidToOtherHouse(let id), .en): "\(list([id])) was said to the other House. Write that House a letter of its own."
        case (.paperOfOtherHouse(let house), _): paper(of: house)[language]
        case (.notAPaper, _): notAPaper[language]
        case (.paperTaken(let number), _): paperTaken(by: number)[language]
        case (.paperOfOtherYear(let year), _): paper(of: year)[language]
        case (.headingMissing, _): headingMissing[language]
        case (.remarksMissing, _): remarksMissing[language]
        case (.entryRefused(let id, let why), _): "\(list([id])): \(RegisterRefusalWording.sentence(why, language))"
        case (.dayRefused(let id, let why), _): "\(list([id])): \(RegisterRefusalWording.sentence(why, language))"
        case (.answersNothing, _), (.partsWithoutText, _), (.partMissing, _), (.goesAlongUnanswered, _),
            (.onlyStandardText, _), (.dayNotGiven, _), (.tellsOtherwise, _), (.unreadableReferences, _), (.unclosedNotes, _),
            (.awaitingAgreement, _),
            (.awaitingDecision, _), (.decidedOtherwise, _), (.decidedOnEarlierText, _), (.decidedOnEarlierNote, _):
            obstacle(refusal, language, list)
        case (.sentBeforeDecision(let day), .nl):
            "De minister besloot op \(day.written(in: .nl)). Een brief gaat niet voor die dag de deur uit."
        case (.sentBeforeDecision(let day), .en):
            "The minister decided on \(day.written(in: .en)). A letter does not leave before."
        case (.sentInTheFuture(let day), _), (.decidedInTheFuture(let day), _): notYet(day)[language]
        case (.decidedBefore(let day), _): decidedBefore(day)[language]
        case (.nothingCorrected, _): RegisterRefusalWording.sentence(.nothingCorrected, language)
        }
    }

    /// Why a letter cannot go yet.
    ///
    /// - Parameter list: what some entries are about.
    private static func obstacle(
        _ refusal: LetterRefusal, _ language: Language, _ list: ([RegisterEntry.ID]) -> String
    ) -> String {
        func bodies(_ ids: [AlignmentBody.ID]) -> String { ids.map(\.name).joined(separator: ", ") }
        func quoted(_ texts: [String]) -> String { texts.map { "‘\($0)’" }.joined(separator: ", ") }
        return switch (refusal, language) {
        case (.answersNothing, .nl): "De brief beantwoordt nog niets. Kies eerst een punt uit het register."
        case (.answersNothing, .en): "The letter answers nothing yet. Choose a point of the register first."
        case (.partMissing(let ids), .nl): "Geen onderdeel met tekst gaat over \(list(ids))."
        case (.partMissing(let ids), .en): "No part with text speaks of \(list(ids))."
        case (.onlyStandardText(let ids), .nl):
            "Over \(list(ids)) staat er alleen standaardtekst. Schrijf op wat er is gedaan."
        case (.onlyStandardText(let ids), .en):
            "Of \(list(ids)) only standard text speaks. Write what was done."
        case (.tellsOtherwise(let id), .nl):
            "In de tekst staat een ander uitstel van \(list([id])) dan de brief geeft. Pas de tekst aan, of wat de brief ermee doet."
        case (.tellsOtherwise(let id), .en):
            "The text tells another postponement of \(list([id])) than the letter gives. Change the text, or what the letter does with it."
        case (.dayNotGiven(let id, let day), .nl):
            "De brief stelt \(list([id])) uit tot \(day.writtenWithoutWeekday(in: .nl)), maar geen onderdeel daarover noemt die dag. Zet de dag in de tekst, of verander het uitstel."
        case (.dayNotGiven(let id, let day), .en):
            "The letter postpones \(list([id])) to \(day.writtenWithoutWeekday(in: .en)), but no part about it gives that day. Put the day in the text, in Dutch, or change the postponement."
        case (.unclosedNotes(let texts), .nl):
            "Een noot schrijf je als [noot: tekst]. Dat klopt hier niet: \(quoted(texts))."
        case (.unclosedNotes(let texts), .en):
            "A note is written as [noot: text]. This one is not right: \(quoted(texts))."
        case (.goesAlongUnanswered(let subject, let ids), .nl):
            "‘\(subject)’ gaat mee, maar \(list(ids)) staat niet in deze brief. Beantwoord dat hier, of haal het daar weg."
        case (.goesAlongUnanswered(let subject, let ids), .en):
            "‘\(subject)’ goes along, but this letter does not answer \(list(ids)). Answer it here, or take it out there."
        case (.awaitingAgreement(let ids), .nl): "Er is nog geen akkoord op deze tekst van \(bodies(ids))."
        case (.awaitingAgreement(let ids), .en): "There is no agreement to this text yet of \(bodies(ids))."
        case (.awaitingDecision, .nl): "De minister heeft nog niet besloten."
        case (.awaitingDecision, .en): "The minister has not decided yet."
        case (.decidedOtherwise, .nl): "De minister is niet akkoord."
        case (.decidedOtherwise, .en): "The minister does not agree."
        case (.decidedOnEarlierText, .nl): "De minister besloot over een eerdere tekst. Leg de brief opnieuw voor."
        case (.decidedOnEarlierText, .en): "The minister decided on an earlier text. Put the letter before the minister again."
        case (.decidedOnEarlierNote, .nl):
            "Sinds het besluit zegt de beslisnota iets anders: het register of de afstemming is veranderd. Leg de brief opnieuw voor."
        case (.decidedOnEarlierNote, .en):
            "Since the decision the note says something else: the register or the alignment changed. Put the letter before the minister again."
        case (.partsWithoutText(let headings), .nl):
            "Onder deze kop staat nog niets: \(quoted(headings)). Schrijf er iets, of haal het onderdeel weg."
        case (.partsWithoutText(let headings), .en):
            "There is nothing under this heading yet: \(quoted(headings)). Write something, or take the part out."
        case (.unreadableReferences(let texts), .nl):
            "We herkennen deze vindplaats niet: \(quoted(texts)). Schrijf hem zoals Kamerstukken II 2024/25, 30 950, nr. 433."
        case (.unreadableReferences(let texts), .en):
            "We do not recognise this reference: \(quoted(texts)). Write it like Kamerstukken II 2024/25, 30 950, nr. 433."
        default: ""
        }
    }
}
