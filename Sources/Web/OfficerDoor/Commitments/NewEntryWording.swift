import Kernel

/// The texts of the form for something new in the register, and for correcting it.
struct NewEntryWording: Sendable {
    let title, what, kind, about, aboutHint, wording, wordingHint, verb, movers, moversHint: String
    let origin, house, setting, place, placeHint, madeOn, dayHint, dossier, dossierHint, paper, paperHint, number,
        numberHint: String
    let whoAndWhen, department, involved, involvedLegend, words, wordsHint, day, agreedDayHint, submit: String
    let correct, correctText, correctNow, backToEntry: String
    let correctedMeanwhile: String
    let nowSays: @Sendable (String) -> String
    let wordsOfDay, madeWords, madeWordsHint, madeReason, madeReasonHint, keyData, keyDataText: String
    let isDone, standing, byHouse, standingDayMissing, standingNotChosen: String
    let isAnother, kindMissing, departmentMissing, numberUnreadable, firstDay: String

    static let texts = Bilingual(
        nl: NewEntryWording(
            title: "Zet iets in het register", what: "Wat er is gezegd", kind: "Wat is het?", about: "Waarover gaat het?",
            aboutHint: "Een paar woorden, waaraan je het in een lijst herkent.", wording: "De woorden zelf",
            wordingHint: "Zoals het is gezegd of geschreven.", verb: "Hoe ver gaan de woorden?",
            movers: "Indieners, bij een motie", moversHint: "De eerste indiener voorop, met een komma ertussen.",
            origin: "Waar het is gezegd", house: "Aan welke Kamer?", setting: "Waarin?", place: "Welk debat of welke brief?",
            placeHint: "Bijvoorbeeld: dertigledendebat over de Personeelsenquête Rijk.", madeOn: "Op welke dag?",
            dayHint: "Bijvoorbeeld 12-9-2024.", dossier: "Dossier", dossierHint: "Bijvoorbeeld 30 950.",
            paper: "Stuk waarin het staat",
            paperHint: "Bijvoorbeeld Kamerstukken II 2024/25, 30 950, nr. 433, of Handelingen II 2024/25, nr. 3, item 9.",
            number: "Nummer bij de Kamer", numberHint: "Bijvoorbeeld TZ202409-110, T03545 of 2025Z07345.",
            whoAndWhen: "Wie en wanneer", department: "Ministerie", involved: "Andere ministeries doen mee",
            involvedLegend: "Welke ministeries zijn erbij betrokken?", words: "Wanneer, in de woorden van toen",
            wordsHint: "Bijvoorbeeld: voor de zomer. Laat leeg als er een dag is genoemd.", day: "Afgesproken dag",
            agreedDayHint: "De dag die jullie van de woorden maken. Dat kan ook later.", submit: "Zet in het register",
            correct: "Verbeter wat er staat",
            correctText:
                "Voor een fout in wat er is overgenomen. Wat er stond, blijft met jouw naam bij de geschiedenis. Een nieuwe dag of stand leg je op de pagina zelf vast. Klopt de soort, de Kamer of het ministerie niet? Zet het dan opnieuw in het register, en laat de coördinator deze regel eruit halen.",
            correctNow: "Bewaar de verbetering", backToEntry: "Terug zonder te veranderen",
            correctedMeanwhile:
                "Een collega verbeterde dit ook. Wat je zelf niet veranderde, staat nu zoals bij je collega. Kijk het na en bewaar opnieuw.",
            nowSays: { "Een collega maakte hiervan: ‘\($0)’. Jouw tekst staat nog in het veld. Kies wat er moet staan." },
            wordsOfDay: "De bron noemt de dag in woorden", madeWords: "De woorden van de bron",
            madeWordsHint: "Bijvoorbeeld: 4 februari jl.", madeReason: "Waarom is dat deze dag?",
            madeReasonHint: "Bijvoorbeeld: de nota is van 14 april 2025.", keyData: "Kerngegevens van de Eerste Kamer",
            keyDataText: "Alleen voor wat aan de Eerste Kamer is toegezegd, zoals het op haar site staat.",
            isDone: "Het is al afgedaan of vervallen", standing: "Hoe staat het er nu voor?",
            byHouse: "De Kamer noemt het zelf zo", standingDayMissing: "Schrijf sinds wanneer het zo staat.",
            standingNotChosen: "Kies hoe het er nu voor staat, of maak de velden daaronder leeg.",
            isAnother: "Dit is iets anders dan wat er al staat", kindMissing: "Kies wat het is.",
            departmentMissing: "Kies een ministerie.",
            numberUnreadable: "We kennen dit nummer niet. Schrijf bijvoorbeeld TZ202409-110, T03545 of 2025Z07345.",
            firstDay: "Zo gezegd of afgesproken bij het begin."),
        en: NewEntryWording(
            title: "Put something in the register", what: "What was said", kind: "What is it?", about: "What is it about?",
            aboutHint: "A few words by which you recognise it in a list.", wording: "The words themselves",
            wordingHint: "As it was said or written.", verb: "How far do the words go?", movers: "Movers, of a motion",
            moversHint: "The first mover first, with commas between them.", origin: "Where it was said",
            house: "To which House?", setting: "In what?", place: "Which debate or which letter?",
            placeHint: "For example: thirty members’ debate on the survey of government staff.", madeOn: "On which day?",
            dayHint: "For example 12-9-2024.", dossier: "Dossier", dossierHint: "For example 30 950.",
            paper: "The paper in which it stands",
            paperHint: "For example Kamerstukken II 2024/25, 30 950, nr. 433, or Handelingen II 2024/25, nr. 3, item 9.",
            number: "Number at the House", numberHint: "For example TZ202409-110, T03545 or 2025Z07345.",
            whoAndWhen: "Who and when", department: "Department", involved: "Other ministries take part",
            involvedLegend: "Which ministries are involved in it?", words: "When, in the words of then",
            wordsHint: "For example: before the summer. Leave empty where a day was named.", day: "Agreed day",
            agreedDayHint: "The day that you make of the words. It can also be set later.", submit: "Put it in the register",
            correct: "Correct what it says",
            correctText:
                "For a mistake in what was copied. What stood there stays in the history with your name. A new day or standing is recorded on the page itself. Are the kind, the House or the ministry not right? Put it into the register anew, and let the coordinator take this entry out.",
            correctNow: "Save the correction", backToEntry: "Back without changing",
            correctedMeanwhile:
                "A colleague corrected this too. What you did not change stands as your colleague made it. Look it over and save again.",
            nowSays: { "A colleague made this: ‘\($0)’. Your text is still in the field. Choose what it has to be." },
            wordsOfDay: "The source gives the day in words", madeWords: "The words of the source",
            madeWordsHint: "For example: 4 februari jl.", madeReason: "Why is that this day?",
            madeReasonHint: "For example: the note is of 14 April 2025.", keyData: "Key data of the Senate",
            keyDataText: "Only for what the Senate was promised, as it stands on its site.",
            isDone: "It is settled or lapsed already", standing: "How does it stand now?",
            byHouse: "The House itself calls it so", standingDayMissing: "Write since when it stands so.",
            standingNotChosen: "Choose how it stands now, or empty the fields below.",
            isAnother: "This is something else than what is there",
            kindMissing: "Choose what it is.", departmentMissing: "Choose a department.",
            numberUnreadable: "We do not know this number. Write for example TZ202409-110, T03545 or 2025Z07345.",
            firstDay: "Said or agreed so at the beginning."))
}
