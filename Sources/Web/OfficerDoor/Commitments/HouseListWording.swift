import Commitments
import Kernel

struct HouseListWording: Sendable {
    let title, heading, never, same, here, there, nothingHere, nothingThere, removed: String
    let explain, reason, reasonHint, keep, upload, uploadText, file, fileHint, read, hasRead, hasReadNothing, nothingInIt,
        fileMissing,
        reasonMissing: String
    let decidedOn, takenOver, isLinkedTo, takeBack: String
    let link, whichEntry, chooseEntry, entryMissing, linkNow, seeLeftovers: String
    let saidOn, since, touched, readIn: @Sendable (Day) -> String
    let decidedOnHint: @Sendable (Motion.Step) -> String
    let lead: @Sendable (Int, Day) -> String
    /// How many promises of ours have no number, how many motions, and how many promises of the House nobody's name.
    let leftovers: @Sendable (Int, Int, Int) -> String
    let number: @Sendable (String) -> String
    let kind, takeOver: @Sendable (HouseDifference.Kind) -> String
    let explainedBy: @Sendable (String, Day) -> String
    let looksLike: @Sendable (Int, String) -> String
    let counts: @Sendable (HouseImportReport) -> String
    let fault: @Sendable (HouseListFault) -> String

    /// Why nothing was taken over, linked or explained.
    static func sentence(_ refusal: RegisterRefusal, _ language: Language) -> String {
        guard case .looksLike(let number, let title) = refusal else { return RegisterRefusalWording.sentence(refusal, language) }
        return texts[language].looksLike(number, title)
    }

    static let texts = Bilingual(
        nl: HouseListWording(
            title: "Lijst van de Kamer", heading: "Waar de lijst van de Kamer en die van ons verschillen",
            never: "De lijst van de Kamer is nog niet ingelezen.", same: "De twee lijsten zeggen hetzelfde.", here: "Bij ons",
            there: "Bij de Kamer", nothingHere: "Staat niet in ons register.",
            nothingThere: "Staat niet in de lijst van de Kamer.", removed: "Verwijderd bij de bron",
            explain: "Laat het zo, met uitleg", reason: "Waarom mag dit verschil blijven?",
            reasonHint: "Het verschil komt terug als er hier of bij de Kamer iets verandert.", keep: "Bewaar de uitleg",
            upload: "Lees de lijst van de Kamer in",
            uploadText:
                "Bewaar een pagina van de open data van de Tweede Kamer (SyncFeed of OData: Toezegging, Zaak of Besluit) als bestand en lees die hier in. Nog een keer inlezen verandert niets.",
            file: "Bestand van de open data", fileHint: "XML of JSON, hooguit 8 MB. Grotere bestanden leest de beheerder in.",
            read: "Lees in", hasRead: "Ingelezen", hasReadNothing: "Niets ingelezen",
            nothingInIt: "In dit bestand staan geen toezeggingen, moties of besluiten van de Tweede Kamer.",
            fileMissing: "Kies eerst een bestand.",
            reasonMissing: "Schrijf waarom dit verschil mag blijven.",
            decidedOn: "Op welke dag besloot de Kamer dit?", takenOver: "Overgenomen:", isLinkedTo: "staat nu bij",
            takeBack: "Haal de uitleg weg",
            link: "Dit staat al bij ons", whichEntry: "Welke regel is het?", chooseEntry: "Kies een regel",
            entryMissing: "Kies welke regel het is.", linkNow: "Zet het nummer bij die regel",
            seeLeftovers: "Bekijk wat we niet konden vergelijken",
            saidOn: { "In de lijst gezet op \($0.writtenWithoutWeekday(in: .nl))" },
            since: { "Sinds \($0.writtenWithoutWeekday(in: .nl))" },
            touched: { "De Kamer werkte dit bij op \($0.writtenWithoutWeekday(in: .nl))" },
            readIn: { "Door ons ingelezen op \($0.writtenWithoutWeekday(in: .nl))" },
            decidedOnHint: { step in
                let empty = "De open data van de Kamer noemen de dag niet. Laat leeg als je hem niet weet."
                return step == .held ? "\(empty) Zonder dag rekenen we niet uit wanneer de motie vervalt." : empty
            },
            lead: { count, day in
                count == 0
                    ? "De lijst is voor het laatst ingelezen op \(day.written(in: .nl)). Er staat nog geen toezegging van jullie ministerie in."
                    : "We vergeleken \(count == 1 ? "1 toezegging" : "\(count) toezeggingen") van de Kamer, voor het laatst ingelezen op \(day.written(in: .nl))."
            },
            leftovers: { promises, motions, unclaimed in
                let ours = [
                    promises == 0 ? nil : promises == 1 ? "1 open toezegging" : "\(promises) open toezeggingen",
                    motions == 0 ? nil : motions == 1 ? "1 motie" : "\(motions) moties",
                ].compactMap(\.self).joined(separator: " en ")
                let own =
                    ours.isEmpty
                    ? "" : "\(ours) in ons register \(promises + motions == 1 ? "heeft" : "hebben") geen nummer van de Kamer."
                let theirs =
                    unclaimed == 0
                    ? ""
                    : "Van \(unclaimed == 1 ? "1 toezegging" : "\(unclaimed) toezeggingen") zegt de Kamer niet welk ministerie het is."
                return [own, theirs].filter { !$0.isEmpty }.joined(separator: " ")
            }, number: { "Toezegging \($0)" },
            kind: { kind in
                switch kind {
                case .onlyThere: "Alleen bij de Kamer"
                case .onlyHere: "Alleen bij ons"
                case .removedThere: "Bij de Kamer verwijderd, bij ons open"
                case .standing: "Andere stand"
                case .day: "Andere dag"
                }
            },
            takeOver: { kind in
                switch kind {
                case .onlyThere, .onlyHere: "Zet in ons register"
                case .removedThere: "Laat bij ons vervallen"
                case .standing: "Neem de stand van de Kamer over"
                case .day: "Neem de dag van de Kamer over"
                }
            }, explainedBy: { who, day in "\(who) legde het uit op \(day.written(in: .nl)):" },
            looksLike: { number, title in
                "Regel \(number), ‘\(title)’, heet hetzelfde of zegt hetzelfde, van dezelfde dag. Zet daar het nummer van de Kamer bij, of zet dit met de hand in het register als het iets anders is."
            },
            counts: { report in
                let others = report.others == 0 ? "" : ", \(report.others) van een soort die we niet bewaren"
                return
                    "\(report.added) nieuw, \(report.changed) veranderd, \(report.unchanged) hetzelfde, \(report.faults.count) niet te lezen\(others)."
            },
            fault: { fault in
                let why =
                    switch fault.reason {
                    case .notXML: "dit is geen geldige XML"
                    case .endsTooSoon: "het bestand houdt hier te vroeg op. Bewaar het opnieuw; wat ervoor stond, is gelezen"
                    case .encoding: "hier staan tekens die niet bij de opgegeven codering horen"
                    case .documentType: "een documenttype laten we niet toe"
                    case .notJSON: "dit is geen geldige JSON"
                    case .empty: "dit bestand is leeg"
                    case .unknownForm: "dit is geen pagina van SyncFeed of OData"
                    case .notUTF8: "hier staat JSON in een andere codering dan UTF-8. Bewaar het bestand als UTF-8"
                    case .withoutID: "dit gegeven heeft geen kenmerk en is overgeslagen"
                    }
                return "Regel \(fault.line): \(why)."
            }),
        en: HouseListWording(
            title: "List of the House", heading: "Where the House’s list and ours differ",
            never: "The House’s list has not been read in yet.", same: "The two lists say the same.", here: "Here",
            there: "At the House", nothingHere: "Not in our register.",
            nothingThere: "Not in the House’s list.", removed: "Removed at the source", explain: "Leave it, with an explanation",
            reason: "Why may this difference stay?",
            reasonHint: "The difference comes back when something changes here or at the House.", keep: "Save the explanation",
            upload: "Read in the House’s list",
            uploadText:
                "Save a page of the open data of the House of Representatives (SyncFeed or OData: Toezegging, Zaak or Besluit) as a file and read it in here. Reading it in again changes nothing.",
            file: "File of the open data",
            fileHint: "XML or JSON, 8 MB at most. The administrator reads in larger files.", read: "Read in",
            hasRead: "This was read in", hasReadNothing: "Nothing read in",
            nothingInIt: "There are no commitments, motions or decisions of the House of Representatives in this file.",
            fileMissing: "Choose a file first.", reasonMissing: "Write why this difference may stay.",
            decidedOn: "On which day did the House decide this?", takenOver: "Taken over:", isLinkedTo: "now stands with",
            takeBack: "Take the explanation away",
            link: "We already have this", whichEntry: "Which entry is it?", chooseEntry: "Choose an entry",
            entryMissing: "Choose which entry it is.", linkNow: "Add the number to that entry",
            seeLeftovers: "See what could not be compared",
            saidOn: { "Put in the list on \($0.writtenWithoutWeekday(in: .en))" },
            since: { "Since \($0.writtenWithoutWeekday(in: .en))" },
            touched: { "Last updated by the House on \($0.writtenWithoutWeekday(in: .en))" },
            readIn: { "Read in by us on \($0.writtenWithoutWeekday(in: .en))" },
            decidedOnHint: { step in
                let empty = "The House’s open data do not give the day. Leave it empty if you do not know it."
                return step == .held ? "\(empty) Without a day we do not compute when the motion lapses." : empty
            },
            lead: { count, day in
                count == 0
                    ? "The list was last read in on \(day.written(in: .en)). It holds no commitment of your department yet."
                    : "We compared \(count == 1 ? "1 commitment" : "\(count) commitments") of the House, last read in on \(day.written(in: .en))."
            },
            leftovers: { promises, motions, unclaimed in
                let ours = [
                    promises == 0 ? nil : promises == 1 ? "1 open commitment" : "\(promises) open commitments",
                    motions == 0 ? nil : motions == 1 ? "1 motion" : "\(motions) motions",
                ].compactMap(\.self).joined(separator: " and ")
                let own =
                    ours.isEmpty
                    ? "" : "\(ours) in our register \(promises + motions == 1 ? "has" : "have") no number of the House."
                let theirs =
                    unclaimed == 0
                    ? ""
                    : "The House does not say for which department \(unclaimed == 1 ? "1 commitment is" : "\(unclaimed) commitments are")."
                return [own, theirs].filter { !$0.isEmpty }.joined(separator: " ")
            }, number: { "Commitment \($0)" },
            kind: { kind in
                switch kind {
                case .onlyThere: "Only at the House"
                case .onlyHere: "Only here"
                case .removedThere: "Removed at the House, open here"
                case .standing: "Another standing"
                case .day: "Another day"
                }
            },
            takeOver: { kind in
                switch kind {
                case .onlyThere, .onlyHere: "Put it in our register"
                case .removedThere: "Let it lapse here"
                case .standing: "Take over the House’s standing"
                case .day: "Take over the House’s day"
                }
            }, explainedBy: { who, day in "\(who) explained it on \(day.written(in: .en)):" },
            looksLike: { number, title in
                "Entry \(number), ‘\(title)’, is called the same or says the same, of the same day. Add the number of the House there, or put this into the register by hand if it is something else."
            },
            counts: { report in
                let others = report.others == 0 ? "" : ", \(report.others) of a kind that we do not keep"
                return
                    "\(report.added) new, \(report.changed) changed, \(report.unchanged) the same, \(report.faults.count) unreadable\(others)."
            },
            fault: { fault in
                let why =
                    switch fault.reason {
                    case .notXML: "this is no valid XML"
                    case .endsTooSoon: "the file ends too soon here. Save it again; what came before was read"
                    case .encoding: "there are signs here that do not belong to the stated encoding"
                    case .documentType: "a document type is not allowed"
                    case .notJSON: "this is no valid JSON"
                    case .empty: "this file is empty"
                    case .unknownForm: "this is no page of SyncFeed or OData"
                    case .notUTF8: "this is JSON in another encoding than UTF-8. Save the file as UTF-8"
                    case .withoutID: "this record has no identifier and was passed over"
                    }
                return "Line \(fault.line): \(why)."
            }))
}
