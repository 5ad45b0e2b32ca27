import Commitments
import Hummingbird
import Kernel

/// Commitments with requests and questions, and motions.
struct EntryEndpoints: Sendable {
    let data: OpenData

    func register(at router: Router<OpenContext>) {
        router.read("toezeggingen") { [self] request, _ in
            var query = Query(request, "kamer", "stand", "soort", "vanaf", "aantal")
            let kind = query.choice(
                "soort", [RegisterEntry.Kind.commitment, .informationRequest, .writtenQuestions].map { (OpenWords.kind($0), $0) })
            let (page, words) = try await page(&query) { $0.kind != .motion && (kind == nil || $0.kind == kind) }
            return try .json(OpenCommitments(page, next: request.next(page.next), words: words))
        }
        router.read("toezeggingen/{nummer}") { [self] request, context in
            let (entry, words) = try await entry(request, context) { $0.kind != .motion }
            return try .json(OpenCommitment(entry, words))
        }
        router.read("moties") { [self] request, _ in
            var query = Query(request, "kamer", "stand", "vanaf", "aantal")
            let (page, words) = try await page(&query) { $0.kind == .motion }
            return try .json(OpenMotions(page, next: request.next(page.next), words: words))
        }
        router.read("moties/{nummer}") { [self] request, context in
            let (entry, words) = try await entry(request, context) { $0.kind == .motion }
            return try .json(OpenMotion(entry, words))
        }
    }

    private func page(
        _ query: inout Query, of fits: (PublishedEntry) -> Bool
    ) async throws -> (Page<PublishedEntry>, OpenWords) {
        let house = query.choice("kamer", House.allCases.map { ($0.rawValue, $0) })
        let standing = query.choice("stand", Standing.Code.allCases.map { (OpenWords.standing($0), $0) })
        let (first, count) = (query.number("vanaf", in: 1...Int.max), query.number("aantal", in: 1...100))
        try query.check()
        let snapshot = try await data.snapshot()
        let entries = snapshot.register.entries.filter {
            fits($0) && (house == nil || $0.house == house) && (standing == nil || $0.standing == standing)
        }
        return (Page(entries, from: first, atMost: count) { $0.number }, snapshot.words)
    }

    private func entry(
        _ request: Request, _ context: OpenContext, _ fits: (PublishedEntry) -> Bool
    ) async throws -> (PublishedEntry, OpenWords) {
        var query = Query(request)
        let number = query.number(at: "nummer", of: context)
        try query.check()
        let snapshot = try await data.snapshot()
        guard let entry = snapshot.register.entries.first(where: { $0.number == number && fits($0) }) else {
            throw Problem.notFound
        }
        return (entry, snapshot.words)
    }
}

extension Request {
    /// The address of the next page, with the rest of the query as it is.
    func next(_ number: Int?) -> String? {
        guard let number else { return nil }
        let rest = uri.queryParameters.filter { $0.key != "vanaf" }.map { "\($0.key)=\($0.value)" }
        return "\(uri.path)?\((rest + ["vanaf=\(number)"]).joined(separator: "&"))"
    }
}
