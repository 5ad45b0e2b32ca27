import Commitments
import Kernel

struct NoteWording: Sendable {
    let title, living, kept, fromRegister, overtaken, overtakenHint, edit, formHint, takeBack, takeAlong: String
    let goesAlong, doesNotCome, notKept, letter, ministers, everyones, open: String
    let writtenBy: @Sendable (_ name: String, _ day: String) -> String

    static let texts = Bilingual(
        nl: NoteWording(
            title: "Beslisnota",
            living:
                "Deze nota wordt opgesteld uit het register en de brief. Verschuift daar een dag of trekt iemand een akkoord in, dan verandert de nota mee, behalve de delen die je zelf hebt geschreven.",
            kept: "Zo ging de nota met de brief mee.", fromRegister: "Opgesteld uit het register.",
            overtaken: "Het register zegt nu iets anders dan toen dit deel werd geschreven.",
            overtakenHint:
                "Doorgestreept is wat toen in het register stond, onderstreept wat er nu staat. Pas je tekst zo nodig aan.",
            edit: "Schrijf",
            formHint:
                "Laat een regel leeg tussen alinea’s. Begin een regel met ‘- ’ voor een opsomming. Een noot schrijf je zo: [noot: Kamerstukken II 2024/25, 30 950, nr. 433].",
            takeBack: "Neem weer de tekst uit het register", takeAlong: "Meenemen",
            goesAlong: "Deze brief gaat mee in een andere. De nota van die brief gaat naar de Kamer; deze niet.",
            doesNotCome: "De brief komt niet, en deze nota dus ook niet.",
            notKept:
                "Van deze brief is geen nota bewaard. Hieronder staat wat er nu uit het register en de brief volgt. Zo is het niet verstuurd.",
            letter: "De brief",
            ministers: "Nota voor de minister", everyones: "Nota zoals die openbaar wordt", open: "Bekijk de beslisnota",
            writtenBy: { name, day in "Geschreven door \(name), \(day)." }),
        en: NoteWording(
            title: "Decision note",
            living:
                "This note is drawn up from the register and the letter. When a day moves there or someone takes an agreement back, the note changes too, but for the parts that you wrote yourself. It is in Dutch, like the letter.",
            kept: "This is how the note went along with the letter.", fromRegister: "Drawn up from the register.",
            overtaken: "The register says something else now than when this part was written.",
            overtakenHint:
                "Struck through is what the register said then, underlined what it says now. Change your text where needed.",
            edit: "Write",
            formHint:
                "Leave a line empty between paragraphs. Begin a line with ‘- ’ for a list. Write a note like this: [noot: Kamerstukken II 2024/25, 30 950, nr. 433].",
            takeBack: "Take the text of the register again", takeAlong: "Take along",
            goesAlong: "This letter goes along in another. The note of that letter goes to the House; this one does not.",
            doesNotCome: "The letter does not come, and so neither does this note.",
            notKept:
                "No note was kept of this letter. Below is what follows from the register and the letter now. It was not sent like this.",
            letter: "The letter",
            ministers: "Note for the minister", everyones: "Note as it is made public", open: "See the decision note",
            writtenBy: { name, day in "Written by \(name), \(day)." }))

    static func sentence(_ refusal: NoteRefusal, _ language: Language) -> String {
        switch (refusal, language) {
        case (.textMissing, .nl): "Er staat niets in. Schrijf een tekst, of neem de tekst uit het register."
        case (.textMissing, .en): "There is nothing in it. Write a text, or take the text of the register."
        case (.writtenMeanwhile, .nl):
            "Een collega heeft dit deel intussen geschreven. Die tekst staat hieronder; jouw tekst staat nog in het veld. Kies wat blijft, en bewaar dan."
        case (.writtenMeanwhile, .en):
            "A colleague wrote this part meanwhile. That text stands below; your text is still in the field. Choose what stays, then save."
        case (.changedMeanwhile, .nl):
            "Het register is veranderd terwijl je schreef. Jouw tekst staat nog in het veld. Lees hieronder wat er nu staat, en bewaar dan."
        case (.changedMeanwhile, .en):
            "The register changed while you wrote. Your text is still in the field. Read below what it says now, then save."
        }
    }
}
