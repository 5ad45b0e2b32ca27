import Kernel
import Markup

/// A page of plain text with headings.
struct AboutPage: Sendable {
    struct Part: Sendable {
        let heading: String
        let texts: [String]
    }

    let title, lead: String
    let parts: [Part]
    /// Where one goes on from here.
    var onward: (path: SitePath, label: Bilingual<String>)?

    func content(_ language: Language) -> Node {
        .fragment([
            h1(text: title), p(.class("lead"), text: lead),
            .fragment(
                parts.map { part in
                    section {
                        h2(text: part.heading)
                        for text in part.texts { p { Writing.withTelephones(text) } }
                    }
                }),
            onward.map { onward in
                div(.class("actions")) { a(.class("btn"), .href(onward.path.link(language)), text: onward.label[language]) }
            } ?? .nothing,
        ])
    }
}

enum AboutPages {
    static let talk = Bilingual(
        nl: AboutPage(
            title: "Eerst praten", lead: "Je hoeft niet meteen te melden. Er zijn mensen die luisteren en met je meedenken.",
            parts: [
                .init(
                    heading: "Een vertrouwenspersoon bij je eigen organisatie",
                    texts: [
                        "Elk ministerie en elke dienst heeft vertrouwenspersonen. Je vindt hun namen op het intranet van je organisatie. Je kunt ze ook vragen aan de personeelsafdeling, of aan Informatie Rijksoverheid: bel 1400.",
                        "Een vertrouwenspersoon luistert, legt uit wat je kunt doen en vertelt niets verder zonder jouw toestemming, behalve als de wet dat eist. Een vertrouwenspersoon onderzoekt niet wat er is gebeurd.",
                    ]),
                .init(
                    heading: "Buiten je werk",
                    texts: [
                        "Huis voor Klokkenluiders, afdeling advies: gratis en vertrouwelijk advies als je een misstand vermoedt. Telefoon 088 133 10 30.",
                        "Antidiscriminatievoorziening in je regio: discriminatie.nl, telefoon 0800 0880.",
                        "College voor de Rechten van de Mens: een oordeel over ongelijke behandeling.",
                        "Slachtofferhulp Nederland: telefoon 0900 0101. Politie, geen spoed: 0900 8844. Gevaar: 112.",
                    ]),
                .init(heading: "Toch melden", texts: ["Je kunt allebei doen: praten en melden. Melden kan ook later nog."]),
            ], onward: (ReporterPaths.before, Bilingual(nl: "Ga naar melden", en: "Go to reporting"))),
        en: AboutPage(
            title: "Talk first", lead: "You do not have to report at once. There are people who listen and think along with you.",
            parts: [
                .init(
                    heading: "A confidential adviser in your own organisation",
                    texts: [
                        "Every ministry and every agency has confidential advisers. You find their names on the intranet of your organisation. You can also ask its HR department, or the government information line: call 1400.",
                        "A confidential adviser listens, explains what you can do and does not pass it on without your permission, unless the law requires it. A confidential adviser does not investigate what happened.",
                    ]),
                .init(
                    heading: "Outside your work",
                    texts: [
                        "Whistleblowers Authority, advice department: free and confidential advice if you suspect wrongdoing. Telephone 088 133 10 30.",
                        "Anti-discrimination office in your region: discriminatie.nl, telephone 0800 0880.",
                        "Netherlands Institute for Human Rights: an opinion on unequal treatment.",
                        "Victim Support: telephone 0900 0101. Police, no emergency: 0900 8844. Danger: 112.",
                    ]),
                .init(
                    heading: "Report after all",
                    texts: ["You can do both: talk and report. You can also still report later."]),
            ], onward: (ReporterPaths.before, Bilingual(nl: "Ga naar melden", en: "Go to reporting"))))

    static let security = Bilingual(
        nl: AboutPage(
            title: "Hoe we beveiligen", lead: "Wat we doen, en ook wat we niet kunnen. In gewone woorden.",
            parts: [
                .init(
                    heading: "Wat we doen",
                    texts: [
                        "Je melding, je berichten en je bestanden worden verzegeld zodra ze binnenkomen. De sleutels zijn van de mensen die je melding behandelen, en van jou. Wie alleen de database, een reservekopie of de server beheert, kan je melding daarmee niet lezen.",
                        "Zijn alle mensen die je melding behandelen hun sleutels kwijt? Dan kunnen twee herstelfunctionarissen je melding samen teruggeven aan de mensen die nu de lezers zijn. Zijn die er niet, dan gaat je melding naar lezers van een andere organisatie. De herstelfunctionarissen krijgen de inhoud daarbij niet te zien. Is een van hen betrokken? Dan kun je die persoon aankruisen.",
                        "Wie je aanwijst als betrokken, krijgt geen sleutel. Dat geldt ook voor wie die persoon vervangt.",
                        "Voordat iemand je melding leest, wordt dat vastgelegd: de eerste keer in elke werksessie. Een werksessie duurt ten hoogste tien uur. Bij een bestand en bij je naam wordt het elke keer vastgelegd. Je ziet bij je berichten welke functie het was, en op welke dag.",
                        "We bewaren van jou geen internetadres, geen gegevens over je apparaat en geen tijdstip buiten het verzegelde deel.",
                        "In het logboek staat wel per dag wat er met je melding gebeurt. Ook wat jij doet staat erin: dat je meldde, je berichten opende, een bericht of bestand stuurde of een nieuwe code nam. Wie je melding behandelt, ziet dat ook. Die leest dan bijvoorbeeld ‘Melder opende de berichten’, met de dag erbij.",
                        "Uit foto’s en documenten halen we verborgen gegevens, zoals de plaats waar een foto is gemaakt, voordat een behandelaar ze ziet.",
                    ]),
                .init(
                    heading: "Wat we niet kunnen",
                    texts: [
                        "Als je melding binnenkomt en als iemand die opent, ziet de server de tekst even. Wie op dat moment de server in handen heeft, kan meelezen.",
                        "Op een apparaat of netwerk van je werk kan je werkgever zien dat je hier bent en soms wat je typt. Daar kunnen wij niets aan doen. Gebruik je eigen telefoon en je eigen internet.",
                        "Wat je schrijft kan laten zien wie je bent, ook zonder je naam.",
                        "We kunnen de geschiedenis van je browser niet wissen.",
                    ]),
                .init(
                    heading: "Een lek gevonden?",
                    texts: ["Meld het ons. Hoe dat kan, staat in het bestand security.txt op deze site."]),
            ]),
        en: AboutPage(
            title: "How we keep it safe", lead: "What we do, and also what we cannot do. In plain words.",
            parts: [
                .init(
                    heading: "What we do",
                    texts: [
                        "Your report, your messages and your files are sealed as soon as they come in. The keys belong to the people who handle your report, and to you. Whoever only runs the database, a backup or the server cannot read your report with that.",
                        "Have all the people who handle your report lost their keys? Then two recovery officers together can give your report back to those who are its readers now. If there are none, your report goes to readers of another organisation. The recovery officers do not get to see the content. Is one of them involved? Then you can tick that person.",
                        "Whoever you mark as involved gets no key. Neither does whoever stands in for that person.",
                        "Before someone reads your report, that is recorded: the first time in each work session. A work session lasts at most ten hours. For a file and for your name it is recorded each time. You see beside your messages which function it was, and on which day.",
                        "We keep no internet address of yours, nothing about your device and no time outside the sealed part.",
                        "The log does hold, per day, what happens with your report. What you do is in it too: that you reported, opened your messages, sent a message or a file, or took a new code. Whoever handles your report sees that as well, for example as ‘Reporter opened the messages’, with the day.",
                        "We take hidden data out of photos and documents, such as the place where a photo was taken, before anyone who handles your report sees them.",
                    ]),
                .init(
                    heading: "What we cannot do",
                    texts: [
                        "When your report comes in and when someone opens it, the server sees the text for a moment. Whoever controls the server at that moment can read along.",
                        "On a device or network at work your employer can see that you are here and sometimes what you type. We cannot do anything about that. Use your own phone and your own connection.",
                        "What you write can show who you are, even without your name.",
                        "We cannot erase the history of your browser.",
                    ]),
                .init(
                    heading: "Found a leak?",
                    texts: ["Tell us. The file security.txt on this site says how."]),
            ]))

    static let privacy = Bilingual(
        nl: AboutPage(
            title: "Privacy", lead: "Welke gegevens we gebruiken, waarvoor, en hoe lang.",
            parts: [
                .init(
                    heading: "Waarvoor",
                    texts: [
                        "We gebruiken wat je meldt alleen om je melding te behandelen: te beoordelen, uit te zoeken, je te antwoorden en zo nodig iets te doen. De wet verplicht je werkgever daartoe (Wet bescherming klokkenluiders, Ambtenarenwet 2017)."
                    ]),
                .init(
                    heading: "Wie",
                    texts: [
                        "Het ministerie of de dienst die je melding behandelt, is verantwoordelijk voor je gegevens (‘verwerkingsverantwoordelijke’). Elke organisatie heeft een functionaris gegevensbescherming, die daarop toezicht houdt. Op de website van de organisatie, in de privacyverklaring, staat hoe je de organisatie en deze functionaris bereikt.",
                        "Geef je je naam, dan kunnen alleen de onafhankelijke functionarissen die daarvoor zijn aangewezen zien wie je bent. Zonder jouw instemming maken zij je naam niet bekend, behalve als de wet dat eist. Dan hoor je dat vooraf, met de redenen, behalve als dat het onderzoek of de rechtszaak in gevaar brengt.",
                    ]),
                .init(
                    heading: "Hoe lang",
                    texts: [
                        "We vernietigen een melding als die niet meer nodig is voor de behandeling of om aan een wet te voldoen. De organisatie die je melding behandelt, beslist daarover. Een melding die je niet verstuurt, wordt gewist als je er een week niets aan doet."
                    ]),
                .init(
                    heading: "Jouw rechten",
                    texts: [
                        "Je mag vragen welke gegevens we van je hebben, en ze laten verbeteren of wissen. Met je code lees je zelf je melding en zie je welke functie die opende. Je kunt een klacht indienen bij de Autoriteit Persoonsgegevens."
                    ]),
            ]),
        en: AboutPage(
            title: "Privacy", lead: "Which data we use, for what, and for how long.",
            parts: [
                .init(
                    heading: "For what",
                    texts: [
                        "We use what you report only to handle your report: to assess it, to look into it, to answer you and to act where needed. The law obliges your employer to do so (Whistleblower Protection Act, Civil Servants Act 2017)."
                    ]),
                .init(
                    heading: "Who",
                    texts: [
                        "The ministry or agency that handles your report is responsible for your data (the ‘controller’). Each organisation has a data protection officer, who watches over that. The website of the organisation, in its privacy statement, says how you reach the organisation and this officer.",
                        "If you give your name, only the independent officers appointed for it can see who you are. They do not make your name known without your consent, unless the law requires it. Then you hear so beforehand, with the reasons, unless that would endanger the investigation or the court case.",
                    ]),
                .init(
                    heading: "How long",
                    texts: [
                        "We destroy a report when it is no longer needed for handling it or for complying with a law. The organisation that handles your report decides on that. A report that you do not send is erased when you do nothing with it for a week."
                    ]),
                .init(
                    heading: "Your rights",
                    texts: [
                        "You may ask which data we have of you, and have them corrected or erased. With your code you read your report yourself and see which role opened it. You can complain to the Dutch Data Protection Authority."
                    ]),
            ]))

    static let accessibility = Bilingual(
        nl: AboutPage(
            title: "Toegankelijkheid", lead: "Iedereen moet hier kunnen melden.",
            parts: [
                .init(
                    heading: "Wat je mag verwachten",
                    texts: [
                        "Deze site volgt WCAG 2.2, niveau AA. Alles werkt met het toetsenbord, met een schermlezer, zonder JavaScript, op een telefoon en met grote letters. Elke pagina wordt daarop automatisch getest; een onderzoek door een onafhankelijk bureau is nog niet gedaan.",
                        "Loop je toch ergens tegenaan? Laat het ons weten via ‘Contact’, of vraag een gesprek aan.",
                    ])
            ]),
        en: AboutPage(
            title: "Accessibility", lead: "Everyone must be able to report here.",
            parts: [
                .init(
                    heading: "What you may expect",
                    texts: [
                        "This site follows WCAG 2.2, level AA. Everything works with the keyboard, with a screen reader, without JavaScript, on a phone and with large letters. Every page is tested for that automatically; an examination by an independent bureau has not been done yet.",
                        "Does something not work for you? Tell us through ‘Contact’, or ask for a conversation.",
                    ])
            ]))

    static let contact = Bilingual(
        nl: AboutPage(
            title: "Contact", lead: "Vragen over het meldloket zelf, zonder iets te melden.",
            parts: [
                .init(
                    heading: "Bellen",
                    texts: [
                        "Informatie Rijksoverheid: 1400. Zeg alleen dat je een vraag hebt over het meldloket. Vertel daar niet wat er is gebeurd."
                    ]),
                .init(
                    heading: "Al gemeld?",
                    texts: [
                        "Stuur dan een bericht via ‘Mijn melding’, met je code. Zo blijft het bij de mensen die je melding behandelen."
                    ]),
            ]),
        en: AboutPage(
            title: "Contact", lead: "Questions about the desk itself, without reporting anything.",
            parts: [
                .init(
                    heading: "By telephone",
                    texts: [
                        "Central government, information line: 1400. Only say that you have a question about the desk. Do not tell there what happened."
                    ]),
                .init(
                    heading: "Reported already?",
                    texts: [
                        "Then send a message through ‘My report’, with your code. That way it stays with the people who handle your report."
                    ]),
            ]))
}
