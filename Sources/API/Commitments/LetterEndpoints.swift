import Commitments
import Hummingbird
import Kernel

/// Letters that were sent.
struct LetterEndpoints: Sendable {
    let data: OpenData

    func register(at router: Router<OpenContext>) {
        router.read("brieven") { [self] request, _ in
            var query = Query(request, "kamer", "vanaf", "aantal")
            let house = query.choice("kamer", House.allCases.map { ($0.rawValue, $0) })
            let (first, count) = (query.number("vanaf", in: 1...Int.max), query.number("aantal", in: 1...100))
            try query.check()
            let snapshot = try await data.snapshot()
            let letters = snapshot.register.letters.filter { house == nil || $0.house == house }
            let page = Page(letters, from: first, atMost: count) { $0.number }
            return try .json(
                OpenLetters(brieven: page.shown.map { OpenLetter($0, snapshot.words) }, volgende: request.next(page.next)))
        }
        router.read("brieven/{nummer}") { [self] request, context in
            var query = Query(request)
            let number = query.number(at: "nummer", of: context)
            try query.check()
            let snapshot = try await data.snapshot()
            guard let letter = snapshot.register.letters.first(where: { $0.number == number }) else { throw Problem.notFound }
            return try .json(OpenLetter(letter, snapshot.words))
        }
    }
}

struct OpenLetters: Encodable {
    let brieven: [OpenLetter]
    let volgende: String?
}

/// A letter, as JSON.
struct OpenLetter: Encodable {
    struct Answer: Encodable {
        let nummer: Int
        let soort, gevolg: String
        let termijn: OpenWords.Term?
    }

    let nummer: Int
    let onderwerp, kamer: String
    let ministerie: OpenWords.Ministry
    let verzendDatum: String
    let vindplaats: OpenWords.Place
    let antwoorden: [Answer]

    init(_ letter: PublishedLetter, _ words: OpenWords) {
        (nummer, onderwerp, kamer) = (letter.number, letter.subject, letter.house.rawValue)
        (ministerie, verzendDatum) = (words.ministry(letter.department), letter.sentOn.iso)
        vindplaats = OpenWords.Place(letter.paper)
        antwoorden = letter.answers.map { answer in
            let (effect, term): (String, OpenWords.Term?) =
                switch answer.effect {
                case .settles: ("afgedaan", nil)
                case .settlesInPart: ("deelsAfgedaan", nil)
                case .informs: ("geinformeerd", nil)
                case .postpones(let words, let day, _): ("uitgesteld", OpenWords.Term(words: words, day: day))
                }
            return Answer(nummer: answer.number, soort: OpenWords.kind(answer.kind), gevolg: effect, termijn: term)
        }
    }
}
