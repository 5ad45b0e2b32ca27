import Commitments
import Kernel

/// A commitment, a request or written questions, as JSON.
struct OpenCommitment: Encodable {
    private enum CodingKeys: CodingKey { case soort }

    private let facts: OpenFacts
    private let soort: String

    init(_ entry: PublishedEntry, _ words: OpenWords) {
        facts = OpenFacts(entry, words)
        soort = OpenWords.kind(entry.kind)
    }

    func encode(to encoder: any Encoder) throws {
        try facts.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(soort, forKey: .soort)
    }
}

/// A motion, as JSON.
struct OpenMotion: Encodable {
    struct Step: Encodable {
        let stap: String
        let datum: String?
    }

    private enum CodingKeys: CodingKey { case indieners, verloop }

    private let facts: OpenFacts
    private let indieners: [String]
    private let verloop: [Step]

    init(_ entry: PublishedEntry, _ words: OpenWords) {
        facts = OpenFacts(entry, words)
        indieners = entry.motion?.movers ?? []
        verloop = (entry.motion?.events ?? []).map { Step(stap: OpenWords.step($0.step), datum: $0.day?.iso) }
    }

    func encode(to encoder: any Encoder) throws {
        try facts.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(indieners, forKey: .indieners)
        try container.encode(verloop, forKey: .verloop)
    }
}

/// What commitments and motions have in common: they stand beside what is of their own.
private struct OpenFacts: Encodable {
    let nummer: Int
    let kamer, onderwerp, tekst, uitspraakDatum, plaats: String
    let dossier: String?
    let vindplaats: OpenWords.Place?
    let kamernummer: String?
    let ministerie: OpenWords.Ministry
    let stand, standDatum: String
    let brieven: [OpenWords.Place]
    let termijn: OpenWords.Term?

    init(_ entry: PublishedEntry, _ words: OpenWords) {
        (nummer, kamer, onderwerp) = (entry.number, entry.house.rawValue, entry.title)
        (tekst, uitspraakDatum, plaats) = (entry.wording, entry.madeOn.iso, entry.place)
        dossier = entry.dossier?.written(in: .metadata)
        vindplaats = entry.paper.map { OpenWords.Place($0) }
        kamernummer = entry.houseNumber?.text
        ministerie = words.ministry(entry.department)
        (stand, standDatum) = (OpenWords.standing(entry.standing), entry.standingSince.iso)
        brieven = entry.letters.map { OpenWords.Place($0) }
        termijn = entry.term.flatMap { OpenWords.Term(words: $0.words, day: $0.day) }
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
