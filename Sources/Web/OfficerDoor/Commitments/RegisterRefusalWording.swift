import Commitments
import Kernel

/// Why the register did not take something in, and what to do.
enum RegisterRefusalWording {
    private static func paper(of house: House) -> Bilingual<String> {
        switch house {
        case .tweedeKamer:
            Bilingual(
                nl: "Dit is aan de Tweede Kamer gezegd, en dat stuk is van de Eerste Kamer. Kijk het stuk na.",
                en: "This was said to the House of Representatives, and that paper is one of the Senate. Check the paper.")
        case .eersteKamer:
            Bilingual(
                nl: "Dit is aan de Eerste Kamer gezegd, en dat stuk is van de Tweede Kamer. Kijk het stuk na.",
                en: "This was said to the Senate, and that paper is one of the House of Representatives. Check the paper.")
        }
    }

    private static func paper(ofYearToCome year: ParliamentaryYear) -> Bilingual<String> {
        Bilingual(
            nl: "Het vergaderjaar \(year.inLetters) moet nog beginnen. Kijk het stuk na.",
            en: "The parliamentary year \(year.inLetters) is still to begin. Check the paper.")
    }

    /// What became of an entry that was taken out.
    static func sentence(_ removal: EntryRemoval, names: RegisterNames) -> Bilingual<String> {
        let who = names.officers[removal.officer] ?? ""
        return Bilingual(
            nl:
                "Regel \(removal.number), ‘\(removal.title)’, is op \(removal.day.written(in: .nl)) uit het register gehaald door \(who): \(removal.reason)",
            en:
                "Entry \(removal.number), ‘\(removal.title)’, was taken out of the register on \(removal.day.written(in: .en)) by \(who): \(removal.reason)"
        )
    }

    static func sentence(_ refusal: RegisterRefusal, _ language: Language) -> String {
        switch (refusal, language) {
        case (.notFound, .nl): "Deze regel is er niet."
        case (.notFound, .en): "This entry is not here."
        case (.notYours, .nl): "Alleen de eigenaar of de coördinator kan dit veranderen. Vraag het aan een van hen."
        case (.notYours, .en): "Only the owner or the coordinator can change this. Ask one of them."
        case (.titleMissing, .nl): "Schrijf in een paar woorden waarover het gaat."
        case (.titleMissing, .en): "Write in a few words what it is about."
        case (.wordingMissing, .nl): "Neem de woorden over zoals ze zijn gezegd of geschreven."
        case (.wordingMissing, .en): "Copy the words as they were said or written."
        case (.placeMissing, .nl): "Schrijf in welk debat of welke brief het is gezegd."
        case (.placeMissing, .en): "Write in which debate or letter it was said."
        case (.madeInTheFuture(let day), .nl): "\(day.beginning(in: .nl)) is nog niet geweest. Kijk of de dag klopt."
        case (.madeInTheFuture(let day), .en): "\(day.beginning(in: .en)) has not been yet. See whether the day is right."
        case (.madeTooLongAgo(let day), .nl): "\(day.beginning(in: .nl)) is erg lang geleden. Kijk het jaar na."
        case (.madeTooLongAgo(let day), .en): "\(day.beginning(in: .en)) is very long ago. Check the year."
        case (.noDepartment, .nl): "Dit ministerie kennen we niet. Kies er een uit de lijst."
        case (.noDepartment, .en): "We do not know this department. Choose one from the list."
        case (.departmentNotYours, .nl): "Voor dit ministerie houd jij het register niet bij. Kies een ander."
        case (.departmentNotYours, .en): "You do not keep the register of this department. Choose another."
        case (.departmentAmongInvolved, .nl): "Het ministerie zelf is al de eerste. Kruis alleen andere aan."
        case (.departmentAmongInvolved, .en): "The department itself comes first already. Tick others only."
        case (.moversMissing, .nl): "Schrijf wie de motie heeft ingediend."
        case (.moversMissing, .en): "Write who submitted the motion."
        case (.moversOfNoMotion, .nl): "Alleen een motie heeft indieners. Maak dit veld leeg, of kies ‘Motie’."
        case (.moversOfNoMotion, .en): "Only a motion has movers. Empty this field, or choose ‘Motion’."
        case (.changedMeanwhile, .nl):
            "Iemand anders heeft deze regel intussen veranderd. Hieronder staat hoe hij nu is. Wat je invulde, staat er nog: kijk of het nog klopt en stuur het opnieuw."
        case (.changedMeanwhile, .en):
            "Someone else changed this entry meanwhile. Below it stands as it is now. What you filled in is still there: see whether it still holds and send it again."
        case (.dayRefused(let why), _): sentence(why, language)
        case (.numberTaken, _), (.numberOfOtherHouse, _), (.numberOfOtherKind, _), (.numberOfYearToCome, _),
            (.numberUnreadable, _),
            (.paperOfOtherHouse, _), (.paperOfYearToCome, _), (.formUsed, _), (.looksLike, _):
            whatItIsCalled(refusal, language)
        case (.answered(let letter), .nl): "Brief \(letter) beantwoordt deze regel. Haal hem daar eerst weg."
        case (.answered(let letter), .en): "Letter \(letter) answers this entry. Take it out there first."
        case (.reasonMissing, .nl): "Schrijf waarom."
        case (.reasonMissing, .en): "Write why."
        case (.linkedAlready, .nl): "Dat staat er al bij."
        case (.linkedAlready, .en): "That stands with it already."
        case (.nothingCorrected, .nl): "Alles is nog zoals het was. Verander wat niet klopt, of ga terug."
        case (.nothingCorrected, .en): "Everything is as it was. Change what is not right, or go back."
        case (.noOwner, .nl): "Deze persoon houdt hier geen register bij. Kies iemand uit de lijst."
        case (.noOwner, .en): "This person keeps no register here. Choose someone from the list."
        case (.madeReasonMissing, .nl): "Schrijf waarom de woorden van de bron deze dag betekenen."
        case (.madeReasonMissing, .en): "Write why the words of the source mean this day."
        case (.keyDataOfOtherHouse, .nl):
            "Kerngegevens zijn er alleen van de Eerste Kamer. Kies die Kamer, of maak deze velden leeg."
        case (.keyDataOfOtherHouse, .en): "Key data are of the Senate alone. Choose that House, or empty these fields."
        case (.sourceIncomplete, .nl): "Schrijf waarover het gaat, welke bron het is en wat daar staat."
        case (.sourceIncomplete, .en): "Write what it is on, which source it is and what it says."
        case (.standingRefused(let why), _): sentence(why, language)
        case (.targetMissing, .nl): "Schrijf een vindplaats, een adres of een paar woorden."
        case (.targetMissing, .en): "Write a reference, an address or a few words."
        }
    }

    /// What is wrong with a number or a paper, or that it is there already.
    private static func whatItIsCalled(_ refusal: RegisterRefusal, _ language: Language) -> String {
        switch (refusal, language) {
        case (.numberTaken(let title), .nl): "Dit nummer staat al bij ‘\(title)’. Kijk het nummer na."
        case (.numberTaken(let title), .en): "This number stands with ‘\(title)’ already. Check the number."
        case (.numberOfOtherHouse, .nl): "Dit is een nummer van de andere Kamer. Kies die Kamer, of kijk het nummer na."
        case (.numberOfOtherHouse, .en): "This is a number of the other House. Choose that House, or check the number."
        case (.looksLike(let number, let title), .nl):
            "Regel \(number), ‘\(title)’, heet hetzelfde of zegt hetzelfde, van dezelfde dag. Is dit iets anders? Kruis dat onderaan aan."
        case (.looksLike(let number, let title), .en):
            "Entry \(number), ‘\(title)’, is called the same or says the same, of the same day. Is this something else? Tick that at the end."
        case (.numberOfOtherKind, .nl):
            "Dit nummer past niet bij wat er is gezegd. Een toezegging heeft een nummer als TZ202409-123 of T03545, iets anders een als 2025Z07345."
        case (.numberOfOtherKind, .en):
            "This number does not fit what was said. A commitment has a number like TZ202409-123 or T03545, anything else one like 2025Z07345."
        case (.numberUnreadable, .nl):
            "De lijst van de Kamer geeft geen nummer dat we kunnen lezen. Zet dit met de hand in het register, met dezelfde tekst, en dezelfde dag als de Kamer er een noemt. Dan herkennen we het."
        case (.numberUnreadable, .en):
            "The House’s list gives no number that we can read. Put this into the register by hand, with the same text, and the same day where the House gives one. Then it is recognised."
        case (.numberOfYearToCome(let year), .nl): "Dit nummer is van \(year), en dat jaar moet nog komen. Kijk het nummer na."
        case (.numberOfYearToCome(let year), .en): "This number is of \(year), which is still to come. Check the number."
        case (.paperOfYearToCome(let year), _): paper(ofYearToCome: year)[language]
        case (.formUsed(let number), .nl):
            "Met dit formulier is regel \(number) al gemaakt. Open een nieuw formulier, of verbeter regel \(number)."
        case (.formUsed(let number), .en):
            "This form made entry \(number) already. Open a new form, or correct entry \(number)."
        case (.paperOfOtherHouse(let house), _): paper(of: house)[language]
        default: ""
        }
    }

    static func sentence(_ refusal: DueRefusal, _ language: Language) -> String {
        switch (refusal, language) {
        case (.neitherWordsNorDay, .nl): "Vul een dag in, of de woorden waarmee het is gezegd."
        case (.neitherWordsNorDay, .en): "Fill in a day, or the words in which it was said."
        case (.reasonMissing, .nl): "Schrijf waarom het deze dag is."
        case (.reasonMissing, .en): "Write why it is this day."
        case (.doesNotMove(let day), .nl): "Het is al \(day.written(in: .nl)). Kies een andere dag, of laat het zo."
        case (.doesNotMove(let day), .en): "It is \(day.written(in: .en)) already. Choose another day, or leave it."
        case (.notLater(let day), .nl): "Uitstel gaat naar een dag na \(day.written(in: .nl))."
        case (.notLater(let day), .en): "A postponement goes to a day after \(day.written(in: .en))."
        case (.beforeItWasSaid(let day), .nl): "Dat is voordat het is gezegd, op \(day.written(in: .nl))."
        case (.beforeItWasSaid(let day), .en): "That is before it was said, on \(day.written(in: .en))."
        case (.nothingOwed, .nl): "Hier is niets meer open. Zet eerst de stand terug op openstaand."
        case (.nothingOwed, .en): "Nothing is open here any more. Set the standing back to open first."
        case (.beforeItWasTold(let day), .nl): "Dat is voordat het is verteld, op \(day.written(in: .nl)). Kijk beide dagen na."
        case (.beforeItWasTold(let day), .en): "That is before it was told, on \(day.written(in: .en)). Check both days."
        case (.tooFarAhead(let day), .nl): "\(day.beginning(in: .nl)) is wel erg ver weg. Kijk het jaar na."
        case (.tooFarAhead(let day), .en): "\(day.beginning(in: .en)) is very far away. Check the year."
        case (.paperOfOtherHouse(let house), _): paper(of: house)[language]
        case (.paperOfYearToCome(let year), _): paper(ofYearToCome: year)[language]
        case (.lateWithoutDay(let day), .nl):
            "Dit zou er op \(day.written(in: .nl)) zijn en is te laat. Spreek een nieuwe dag af."
        case (.lateWithoutDay(let day), .en): "This was to come on \(day.written(in: .en)) and is late. Agree on a new day."
        case (.toldInTheFuture(let day), .nl): "\(day.beginning(in: .nl)) is nog niet geweest. Wanneer is het verteld?"
        case (.toldInTheFuture(let day), .en): "\(day.beginning(in: .en)) has not been yet. When was it told?"
        }
    }

    static func sentence(_ refusal: StandingRefusal, _ language: Language) -> String {
        switch (refusal, language) {
        case (.isSoAlready, .nl): "Dat is de stand al. Kies een andere."
        case (.isSoAlready, .en): "That is the standing already. Choose another."
        case (.letterMissing, .nl):
            "De Kamer telt iets als afgedaan als zij de uitkomst op papier heeft. Vul de brief in waarin die staat."
        case (.letterMissing, .en):
            "The House counts something as settled when it has the result on paper. Fill in the letter that holds it."
        case (.factsMissing, .nl): "Schrijf in een paar zinnen waarom het zo is."
        case (.factsMissing, .en): "Write in a few sentences why it is so."
        case (.motionNotAdopted, .nl):
            "Deze motie is niet aangenomen of overgenomen, dus er is niets uit te voeren. Noteer eerst wat de Kamer besloot."
        case (.motionNotAdopted, .en):
            "This motion was neither adopted nor taken over, so there is nothing to carry out. Note first what the House decided."
        case (.beforeItWasSaid(let day), .nl): "Dat is voordat het is gezegd, op \(day.written(in: .nl))."
        case (.beforeItWasSaid(let day), .en): "That is before it was said, on \(day.written(in: .en))."
        case (.inTheFuture(let day), .nl): "\(day.beginning(in: .nl)) is nog niet geweest. Kijk of de dag klopt."
        case (.inTheFuture(let day), .en): "\(day.beginning(in: .en)) has not been yet. See whether the day is right."
        case (.paperOfOtherHouse(let house), _): paper(of: house)[language]
        case (.paperOfYearToCome(let year), _): paper(ofYearToCome: year)[language]
        case (.beforeTheLastStanding(let day), .nl): "De stand is al van \(day.written(in: .nl)). Kies die dag of een latere."
        case (.beforeTheLastStanding(let day), .en):
            "The standing is of \(day.written(in: .en)) already. Choose that day or a later one."
        case (.paperBeforeItWasSaid(let day), .nl):
            "Dat stuk is van een jaar voordat het is gezegd, op \(day.written(in: .nl)). Kijk het stuk na."
        case (.paperBeforeItWasSaid(let day), .en):
            "That paper is of a year before it was said, on \(day.written(in: .en)). Check the paper."
        case (.sameDepartment, .nl): "Een ministerie draagt niet over aan zichzelf. Kies een ander."
        case (.sameDepartment, .en): "A department does not transfer to itself. Choose another."
        }
    }

    static func sentence(_ refusal: TakingBackRefusal, _ language: Language) -> String {
        switch (refusal, language) {
        case (.nothingBefore, .nl): "Hier is niets om terug te nemen. Klopt wat er bij het begin staat niet? Verbeter dat dan."
        case (.nothingBefore, .en): "There is nothing to take back here. Is what stands at the beginning not right? Correct that."
        case (.madeBy(let letter), .nl): "Brief \(letter) heeft dit gedaan. Draai de verzending van die brief terug."
        case (.madeBy(let letter), .en): "Letter \(letter) did this. Take the sending of that letter back."
        }
    }

    static func sentence(_ refusal: MotionRefusal, _ language: Language) -> String {
        let words = RegisterEntryWording.texts[language]
        return switch (refusal, language) {
        case (.isNoMotion, .nl): "Dit is geen motie."
        case (.isNoMotion, .en): "This is no motion."
        case (.hasEnded(let step, let day), .nl):
            "De motie is \(words.step(step).lowercased())\(day.map { " op \($0.written(in: .nl))" } ?? ""). Daarna verandert er niets meer aan."
        case (.hasEnded(let step, let day), .en):
            "The motion was \(words.step(step).lowercased())\(day.map { " on \($0.written(in: .en))" } ?? ""). After that nothing changes in it."
        case (.submittedAlready, .nl): "De motie is al ingediend. Kies wat er daarna gebeurde."
        case (.submittedAlready, .en): "The motion was submitted already. Choose what happened after that."
        case (.beforeTheLastStep(let day), .nl): "Dat is voor de vorige stap, op \(day.written(in: .nl)). Kijk of de dag klopt."
        case (.beforeTheLastStep(let day), .en):
            "That is before the last step, on \(day.written(in: .en)). See whether the day is right."
        case (.inTheFuture(let day), .nl): "\(day.beginning(in: .nl)) is nog niet geweest. Kijk of de dag klopt."
        case (.inTheFuture(let day), .en): "\(day.beginning(in: .en)) has not been yet. See whether the day is right."
        case (.notHeld, .nl): "Alleen een aangehouden motie vervalt."
        case (.notHeld, .en): "Only a motion that is held lapses."
        case (.mayHaveLapsed(let day), .nl):
            "De motie is aangehouden en vervalt in de eerste vergadering vanaf \(day.written(in: .nl)). Besloot de Kamer anders? Kruis dat aan."
        case (.mayHaveLapsed(let day), .en):
            "The motion was held and lapses in the first meeting from \(day.written(in: .en)). Did the House decide otherwise? Tick that."
        case (.onlySubmitted, .nl): "De motie is alleen nog ingediend. Er is geen stap om terug te nemen."
        case (.onlySubmitted, .en): "The motion was only submitted so far. There is no step to take back."
        case (.isCarriedOut(let code), .nl):
            "De motie staat op ‘\(words.code(code).lowercased())’. Zet die stand eerst terug op open, of draai de brief terug die dat deed."
        case (.isCarriedOut(let code), .en):
            "The motion stands as ‘\(words.code(code).lowercased())’. Set that back to open first, or take back the letter that did it."
        case (.isAnswered(let letter), .nl):
            "Brief \(letter) gaat over deze motie en is verstuurd. Draai die verzending eerst terug."
        case (.isAnswered(let letter), .en):
            "Letter \(letter) deals with this motion and was sent. Take that sending back first."
        case (.lapsesLater(let day), .nl):
            "Een aangehouden motie vervalt twaalf weken later: op zijn vroegst op \(day.written(in: .nl)), of aan het einde van een zitting."
        case (.lapsesLater(let day), .en):
            "A motion that is held lapses twelve weeks later: on \(day.written(in: .en)) at the earliest, or at the end of a session."
        }
    }
}
