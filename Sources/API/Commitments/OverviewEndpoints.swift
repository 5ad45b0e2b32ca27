import Commitments
import Hummingbird
import Kernel

/// The planning overviews as they were sent last.
struct OverviewEndpoints: Sendable {
    let data: OpenData

    func register(at router: Router<OpenContext>) {
        router.read("planningsoverzichten") { [self] request, _ in
            try Query(request).check()
            let snapshot = try await data.snapshot()
            return try .json(
                OpenOverviews(planningsoverzichten: snapshot.register.overviews.map { OpenOverview($0, snapshot) }))
        }
        router.read("planningsoverzichten/{sleutel}") { [self] request, context in
            var query = Query(request)
            let key = query.key(at: "sleutel", of: context)
            try query.check()
            let snapshot = try await data.snapshot()
            guard let overview = snapshot.register.overviews.first(where: { OpenOverview.key(of: $0) == key }) else {
                throw Problem.notFound
            }
            return try .json(OpenOverview(overview, snapshot))
        }
    }
}

struct OpenOverviews: Encodable {
    let planningsoverzichten: [OpenOverview]
}

/// A planning overview, as JSON.
struct OpenOverview: Encodable {
    struct Line: Encodable {
        let soort: String
        let nummer: Int?
        let onderwerp: String
        let plaats, uitspraakDatum: String?
        let vindplaats: OpenWords.Place?
        let termijn: OpenWords.Term?
        let stand: String
        let gaatMeeIn: String?
    }

    let sleutel: String
    let nummer: Int
    let kamer: String
    let ministerie: OpenWords.Ministry
    let verzendDatum: String
    let regels: [Line]

    static func key(of sent: SentOverview) -> String { "\(sent.overview.department.code)-\(sent.overview.house.rawValue)" }

    init(_ sent: SentOverview, _ snapshot: OpenData.Snapshot) {
        (sleutel, nummer, kamer) = (Self.key(of: sent), sent.number, sent.overview.house.rawValue)
        (ministerie, verzendDatum) = (snapshot.words.ministry(sent.overview.department), sent.sentOn.iso)
        regels = sent.overview.rows.map { Self.line($0, snapshot.numbers) }
    }

    private static func line(_ row: PlanningRow, _ numbers: [RegisterEntry.ID: Int]) -> Line {
        var (kind, number, along): (String, Int?, String?) = ("brief", nil, nil)
        if case .entry(let entry) = row.kind { kind = OpenWords.kind(entry) }
        if case .entry(let id) = row.subject { number = numbers[id] }
        let standing: String
        switch row.progress {
        case .open: standing = "open"
        case .settledInPart: standing = "deelsAfgedaan"
        case .goesAlong(let subject): (standing, along) = ("gaatMee", subject)
        }
        return Line(
            soort: kind, nummer: number, onderwerp: row.title, plaats: row.place.isEmpty ? nil : row.place,
            uitspraakDatum: row.madeOn?.iso, vindplaats: row.reference.map { OpenWords.Place($0) },
            termijn: OpenWords.Term(words: row.words, day: row.day), stand: standing, gaatMeeIn: along)
    }
}
