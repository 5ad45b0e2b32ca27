import Commitments
import Kernel

/// Why a round or an answer is not as asked, and what to do.
enum AlignmentRefusalWording {
    static func sentence(_ refusal: AlignmentRefusal, _ language: Language) -> String {
        switch (refusal, language) {
        case (.nobodyAsked, .nl): "Kies aan wie je het vraagt."
        case (.nobodyAsked, .en): "Choose whom you ask."
        case (.unknownBody(let code), .nl): "We kennen ‘\(code)’ niet. Kies uit de lijst."
        case (.unknownBody(let code), .en): "We do not know ‘\(code)’. Choose from the list."
        case (.unknownPart, .nl): "Dat onderdeel is er niet meer. Kies een ander."
        case (.unknownPart, .en): "That part is no longer there. Choose another."
        case (.noText, .nl): "Er is nog geen tekst om rond te sturen. Schrijf eerst een onderdeel."
        case (.noText, .en): "There is no text to send round yet. Write a part first."
        case (.answerDayInThePast(let day), .nl): "\(day.beginning(in: .nl)) is al geweest. Kies een dag vanaf vandaag."
        case (.answerDayInThePast(let day), .en): "\(day.beginning(in: .en)) is over. Choose a day from today."
        case (.answerDayTooFar(let day), .nl): "\(day.beginning(in: .nl)) is wel erg ver weg. Kijk het jaar na."
        case (.answerDayTooFar(let day), .en): "\(day.beginning(in: .en)) is very far away. Check the year."
        case (.notAsked, .nl): "Dit is in de laatste ronde niet gevraagd."
        case (.notAsked, .en): "This was not asked in the last round."
        case (.answeredAlready(let day), .nl): "Hier is al op geantwoord, op \(day.written(in: .nl))."
        case (.answeredAlready(let day), .en): "This was answered already, on \(day.written(in: .en))."
        case (.notAnswered, .nl): "Er is geen antwoord om terug te nemen."
        case (.notAnswered, .en): "There is no answer to take back."
        case (.reasonMissing, .nl): "Schrijf waarom."
        case (.reasonMissing, .en): "Write why."
        case (.objectionWithoutRemark, .nl): "Schrijf wat er niet klopt, zodat de ander het kan verbeteren."
        case (.objectionWithoutRemark, .en): "Write what is not right, so that the other can mend it."
        case (.newRound, .nl): "Er is intussen een nieuwe ronde met een andere tekst. Lees die hieronder, en antwoord dan."
        case (.newRound, .en): "There is a new round with another text by now. Read it below, then answer."
        case (.onlyInformed, .nl): "Dit overleg krijgt de brief ter kennisneming. Kies ‘gezien’."
        case (.onlyInformed, .en): "This body gets the letter to take note of. Choose ‘taken note of’."
        case (.agreementAsked, .nl): "Hier is een akkoord gevraagd. Kies ‘akkoord’ of ‘niet akkoord’."
        case (.agreementAsked, .en): "Agreement was asked here. Choose ‘agreed’ or ‘not agreed’."
        case (.notYours, .nl): "Een ministerie antwoordt zelf."
        case (.notYours, .en): "A department answers for itself."
        }
    }
}
