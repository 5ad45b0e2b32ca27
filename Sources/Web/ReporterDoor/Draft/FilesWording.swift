import FileCleaning
import Kernel
import ReportingDesk

/// The texts about files.
struct FilesWording: Sendable {
    let title, lead, hidden, choose, add, working, added, remove: String
    let refusal: @Sendable (FileRefusal) -> String

    /// What may be sent.
    func kinds(_ language: Language) -> String {
        let size = Writing.size(FileLimits.file, language)
        return switch language {
        case .nl:
            "Foto’s, filmpjes, geluid, PDF, Word, Excel, PowerPoint, OpenDocument en tekst. Ten hoogste \(FileLimits.count) bestanden, elk ten hoogste \(size)."
        case .en:
            "Photos, films, sound, PDF, Word, Excel, PowerPoint, OpenDocument and text. At most \(FileLimits.count) files, each at most \(size)."
        }
    }

    /// Why a file was not taken, with its name and what to do.
    func sentence(_ name: String, _ refusal: FileRefusal, _ language: Language) -> String {
        name.isEmpty ? self.refusal(refusal) : "\(shown(name)): \(self.refusal(refusal))"
    }

    private func shown(_ name: String) -> String { (try? PlainText(typed: name, longest: 200).text) ?? "…" }

    static let texts = Bilingual(nl: nl, en: en)

    private static let nl = FilesWording(
        title: "Heb je iets om mee te sturen?", lead: "Een foto, een bericht, een opname. Je mag dit overslaan.",
        hidden:
            "In bestanden zit vaak verborgen informatie, zoals waar een foto is gemaakt of wie een document schreef. Die halen we weg voordat iemand je bestand opent. Jij houdt het bestand zoals het was. Kijk zelf of er in beeld, geluid of tekst nog iets zit dat laat zien wie je bent.",
        choose: "Kies een of meer bestanden", add: "Voeg toe", working: "Bezig met verzegelen…", added: "Toegevoegde bestanden",
        remove: "Verwijder",
        refusal: { refusal in
            switch refusal {
            case .empty: "Kies eerst een bestand dat niet leeg is."
            case .tooLarge(let limit):
                "Dit bestand is te groot. Het mag ten hoogste \(Writing.size(limit, .nl)) zijn. Deel het op, of stuur een kleinere versie."
            case .tooMany(let limit):
                "Je kunt ten hoogste \(limit) bestanden meesturen. Na het versturen kun je er nog meer toevoegen."
            case .caseFull(let limit):
                "Je melding heeft nu \(limit) bestanden. Meer kan niet. Schrijf in een bericht wat je nog hebt."
            case .noRoom:
                "Er is nu geen plaats voor bestanden. Ga verder zonder: met je code kun je er later nog een toevoegen. Heb je er eerder een toegevoegd? Dat is bewaard."
            case .busy: "Er worden nu veel bestanden tegelijk schoongemaakt. Voeg dit bestand over een paar minuten opnieuw toe."
            case .cleaning(let why): nlReason(why)
            }
        })

    private static let en = FilesWording(
        title: "Do you have something to send along?", lead: "A photo, a message, a recording. You may skip this.",
        hidden:
            "Files often hold hidden information, such as where a photo was taken or who wrote a document. We take that out before anyone opens your file. You keep the file as it was. See for yourself whether picture, sound or text still shows who you are.",
        choose: "Choose one or more files", add: "Add", working: "Sealing…", added: "Added files", remove: "Remove",
        refusal: { refusal in
            switch refusal {
            case .empty: "Choose a file that is not empty first."
            case .tooLarge(let limit):
                "This file is too large. It may be at most \(Writing.size(limit, .en)). Split it, or send a smaller version."
            case .tooMany(let limit): "You can send at most \(limit) files along. After sending you can add more."
            case .caseFull(let limit):
                "Your report has \(limit) files now. There is no room for more. Write in a message what else you have."
            case .noRoom:
                "There is no room for files at the moment. Go on without: with your code you can add one later. Did you add one before? That is kept."
            case .busy: "Many files are being cleaned at the moment. Add this file again in a few minutes."
            case .cleaning(let why): enReason(why)
            }
        })

    private static func nlReason(_ refusal: CleaningRefusal) -> String {
        switch refusal {
        case .unknownKind:
            "Dit soort bestand kennen we niet, dus we kunnen er geen verborgen gegevens uithalen. Maak er een PDF, een foto of een schermafdruk van."
        case .heic:
            "Uit dit soort foto kunnen we geen verborgen gegevens halen. Maak een schermafdruk van de foto, of stel je camera in op ‘Meest compatibel’."
        case .oldOffice:
            "Uit dit oude soort document kunnen we geen verborgen gegevens halen. Bewaar het als PDF, docx, xlsx of pptx."
        case .mail:
            "In een los mailbericht staat wie het stuurde en langs welke computers het kwam. Maak er een PDF of een schermafdruk van."
        case .archive: "Dit is een pakket met bestanden. Pak het uit en stuur de bestanden los."
        case .program: "Dit is een programma. Dat nemen we niet aan. Maak een schermafdruk van wat je wilt laten zien."
        case .encrypted: "Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf, of maak er een PDF zonder wachtwoord van."
        case .damaged:
            "Dit bestand is beschadigd of niet helemaal aangekomen. Probeer het opnieuw, of maak er een schermafdruk van."
        case .tooLargeToClean(let limit):
            "Dit soort bestand mag ten hoogste \(Writing.size(limit, .nl)) zijn. Deel het op, of stuur een kleinere versie."
        case .tooComplexToClean:
            "Dit bestand is te ingewikkeld om er verborgen gegevens uit te halen. Maak er een eenvoudige PDF of schermafdrukken van."
        case .cleanerMissing:
            "Uit dit soort bestand kunnen we nu geen verborgen gegevens halen. Stuur een foto of schermafdruk, of probeer het later."
        }
    }

    private static func enReason(_ refusal: CleaningRefusal) -> String {
        switch refusal {
        case .unknownKind:
            "We do not know this kind of file, so we cannot take hidden data out of it. Make a PDF, a photo or a screenshot of it."
        case .heic:
            "We cannot take hidden data out of this kind of photo. Make a screenshot of it, or set your camera to ‘Most compatible’."
        case .oldOffice: "We cannot take hidden data out of this old kind of document. Save it as PDF, docx, xlsx or pptx."
        case .mail:
            "A mail message by itself says who sent it and through which computers it came. Make a PDF or a screenshot of it."
        case .archive: "This is a package of files. Unpack it and send the files one by one."
        case .program: "This is a program. We do not take those. Make a screenshot of what you want to show."
        case .encrypted: "This file has a password. Remove the password, or make a PDF without a password of it."
        case .damaged: "This file is damaged or did not arrive as a whole. Try again, or make a screenshot of it."
        case .tooLargeToClean(let limit):
            "This kind of file may be at most \(Writing.size(limit, .en)). Split it, or send a smaller version."
        case .tooComplexToClean: "This file is too complex to take hidden data out of it. Make a simple PDF or screenshots of it."
        case .cleanerMissing:
            "We cannot take hidden data out of this kind of file now. Send a photo or screenshot, or try again later."
        }
    }
}
