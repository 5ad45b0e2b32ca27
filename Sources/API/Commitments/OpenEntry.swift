import Commitments
import Kernel

/// A commitment, a request or written questions, as JSON.
struct OpenCommitment: Encodable {
    let nummer: Int
    let soort, kamer, onderwerp, tekst, uitspraakDatum, plaats: String
    let dossier: String?
    let vindplaats: OpenWords.Place?
    let kamernummer: String?
    let ministerie: OpenWords.Ministry
    let stand, standDatum: String
    let brieven: [OpenWords.Place]
    let termijn: OpenWords.Term?

    init(_ entry: PublishedEntry, _ words: OpenWords) {
        let facts = OpenFacts(entry, words)
        (nummer, soort, kamer, onderwerp) = (entry.number, OpenWords.kind(entry.kind), entry.house.rawValue, entry.title)
        (tekst, uitspraakDatum, plaats) = (entry.wording, entry.madeOn.iso, entry.place)
        (dossier, vindplaats, kamernummer) = (facts.dossier, facts.place, entry.houseNumber?.text)
        (ministerie, stand, standDatum) = (facts.ministry, OpenWords.standing(entry.standing), entry.standingSince.iso)
        (brieven, termijn) = (facts.letters, facts.term)
    }
}

/// A motion, as JSON.
struct OpenMotion: Encodable {
    struct Step: Encodable {
        let stap: String
        let datum: String?
    }

    let nummer: Int
    let kamer, onderwerp, tekst, uitspraakDatum, plaats: String
    let dossier: String?
    let vindplaats: OpenWords.Place?
    let kamernummer: String?
    let ministerie: OpenWords.Ministry
    let stand, standDatum: String
    let brieven: [OpenWords.Place]
    let termijn: OpenWords.Term?
    let indieners: [String]
    let verloop: [Step]

    init(_ entry: PublishedEntry, _ words: OpenWords) {
        let facts = OpenFacts(entry, words)
        (nummer, kamer, onderwerp) = (entry.number, entry.house.rawValue, entry.title)
        (tekst, uitspraakDatum, plaats) = (entry.wording, entry.madeOn.iso, entry.place)
        (dossier, vindplaats, kamernummer) = (facts.dossier, facts.place, entry.houseNumber?.text)
        (ministerie, stand, standDatum) = (facts.ministry, OpenWords.standing(entry.standing), entry.standingSince.iso)
        (brieven, termijn) = (facts.letters, facts.term)
        indieners = entry.motion?.movers ?? []
        verloop = (entry.motion?.events ?? []).map { Step(stap: OpenWords.step($0.step), datum: $0.day?.iso) }
    }
}

/// What commitments and motions have in common.
private struct OpenFacts {
    let dossier: String?
    let place: OpenWords.Place?
    let ministry: OpenWords.Ministry
    let letters: [OpenWords.Place]
    let term: OpenWords.Term?

    init(_ entry: PublishedEntry, _ words: OpenWords) {
        dossier = entry.dossier?.written(in: .metadata)
        place = entry.paper.map { OpenWords.Place($0) }
        ministry = words.ministry(entry.department)
        letters = entry.letters.map { OpenWords.Place($0) }
        term = entry.term.map { OpenWords.Term(words: $0.words, day: $0.day) }
    }
}

struct OpenCommitments: Encodable {
    let toezeggingen: [OpenCommitment]
    let volgende: String?

    init(_ page: Page<PublishedEntry>, next: String?, words: OpenWords) {
        toezeggingen = page.shown.map { OpenCommitment($0, words) }
        volgende = next
    }
}

struct OpenMotions: Encodable {
    let moties: [OpenMotion]
    let volgende: String?

    init(_ page: Page<PublishedEntry>, next: String?, words: OpenWords) {
        moties = page.shown.map { OpenMotion($0, words) }
        volgende = next
    }
}
