import Commitments
import Kernel
import ReportingDesk

/// How much each field of the register takes, in characters, by its name in the form.
enum RegisterFields {
    private static let lengths = [
        "waarover": 200, "tekst": 4000, "indieners": 500, "plaats": 300, "woorden": 200, "laterwoorden": 200, "reden": 500,
        "feiten": 2000, "bewijs": 300, "onderwerp": 200, "kop": 200, "deeltekst": 40_000, "uitleg": 500, "waarom": 500,
        "intrekreden": 500, "terugreden": 500, "terugneemreden": 500, "vraagreden": 500,
        "stapreden": 500, "verbeterreden": 500, "dagreden": 500, "standreden": 500, "tochreden": 500, "overzichtreden": 500,
        "opmerking": 1000,
        "zoek": 200, "verwijderreden": 500,
        "bron": 100_000, "dagwoorden": 200, "dagwaarom": 500, "bronover": 200, "regelbron": 300, "bronnaam": 300,
        "bronzegt": 1000,
        "verantwoordelijken": 500, "kamerleden": 500, "commissie": 300, "activiteit": 300, "categorie": 200,
        "onderwerpen": 500,
        // References and numbers.
        "stuk": 120, "dagbrief": 120, "standbrief": 120, "nummer": 120, "dossier": 40,
        // Days.
        "gezegd": 40, "dag": 40, "verteld": 40, "standdag": 40, "stapdag": 40, "later": 40, "voor": 40,
        "verzonden": 40, "besluitdag": 40,
    ]

    /// Whether a field is one in which people write.
    static func isWritten(_ name: String) -> Bool { lengths[name] != nil || name.hasPrefix("tekst-") }

    static func longest(_ name: String) -> Int {
        // What stood in a field when the form was shown is as long as the field.
        if name.hasPrefix("was-") { return longest(String(name.dropFirst(4))) }
        return lengths[name] ?? (name.hasPrefix("tekst-") ? 20_000 : 300)
    }
}

extension FormFields {
    /// The same fields, safe to show: without signs that turn the text around or that nobody sees.
    ///
    /// - Throws: `SiteProblem.textTooLong` for the first field that holds more than it takes.
    func ofRegister() throws -> FormFields {
        var clean: [String: [String]] = [:]
        for (name, value) in pairs {
            do {
                clean[name, default: []].append(try PlainText(typed: value, longest: RegisterFields.longest(name)).text)
            } catch .tooLong(let count, let longest) {
                throw SiteProblem.textTooLong(field: name, count: count, longest: longest)
            }
        }
        return FormFields(clean)
    }
}

extension FormFields {
    /// What someone wrote into the fields of the register, without what was chosen.
    var writtenInRegister: [String] {
        pairs.filter { RegisterFields.isWritten($0.name) && !$0.value.allSatisfy(\.isWhitespace) }.map(\.value).filter {
            // One name is of a text on one page and of a menu on another.
            RegisterEntry.ID($0) == nil
        }
    }
}
