import Documents
import Kernel
import Markup

/// The forms in which a document can be taken along.
enum DocumentLinks {
    /// - Parameters:
    ///   - name: what the document is called on the page.
    ///   - address: gives the address of a form.
    static func node(_ name: String, _ forms: [DocumentForm], _ language: Language, address: (DocumentForm) -> String) -> Node {
        p(.class("forms")) {
            span(.class("forms-name"), text: name)
            for form in forms {
                " "
                a(
                    .class("btn plain small"), .href(address(form)), .aria(.label, "\(name), \(long(form, language))"),
                    text: short(form))
            }
        }
    }

    private static func short(_ form: DocumentForm) -> String { form.rawValue.uppercased() }

    private static func long(_ form: DocumentForm, _ language: Language) -> String {
        switch (form, language) {
        case (.odt, .nl): "ODT, om verder te bewerken"
        case (.odt, .en): "ODT, to edit further"
        case (.pdf, .nl): "PDF, om te versturen"
        case (.pdf, .en): "PDF, to send"
        case (.ods, .nl): "ODS, om mee te rekenen"
        case (.ods, .en): "ODS, to calculate with"
        case (.csv, .nl): "CSV, voor een ander programma"
        case (.csv, .en): "CSV, for another program"
        }
    }

    /// Why there is no PDF, and what can be done.
    static func sentence(_ refusal: PrintingRefusal, _ language: Language) -> String {
        switch (refusal, language) {
        case (.printerMissing, .nl):
            "Deze server kan geen PDF maken: het programma ervoor is niet geïnstalleerd. Neem het document als ODT; vraag de beheerder om WeasyPrint te installeren."
        case (.printerMissing, .en):
            "This server cannot make a PDF: the program for it is not installed. Take the document as ODT; ask the administrator to install WeasyPrint."
        case (.tooLong, .nl): "Dit document is te lang om er hier een PDF van te maken. Neem het als ODT."
        case (.tooLong, .en): "This document is too long to make a PDF of it here. Take it as ODT."
        case (.failed, .nl): "Het maken van de PDF mislukte. Neem het document als ODT, en meld dit aan de beheerder."
        case (.failed, .en): "Making the PDF failed. Take the document as ODT, and tell the administrator."
        case (.busy, .nl): "Er worden nu veel PDF’s gemaakt. Probeer het over een minuut weer, of neem het document als ODT."
        case (.busy, .en): "Many PDFs are being made now. Try again in a minute, or take the document as ODT."
        }
    }
}
