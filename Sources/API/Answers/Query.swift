import Hummingbird

/// The query of a request, read by name. All that is wrong in it is told at once.
struct Query {
    private let request: Request
    private let known: [String]
    private var faults: [Problem.Fault] = []

    /// - Parameter known: every name that may be given.
    init(_ request: Request, _ known: String...) {
        self.request = request
        self.known = known
        let given = request.uri.queryParameters.map { String($0.key) }.filter { !$0.isEmpty }
        for name in Set(given).subtracting(known).sorted() {
            let names = known.isEmpty ? "Hier zijn geen parameters." : "Mogelijk zijn: \(known.joined(separator: ", "))."
            faults.append(.init(parameter: name, detail: "Deze parameter is er niet. \(names)"))
        }
        for name in known where given.count(where: { $0 == name }) > 1 {
            faults.append(.init(parameter: name, detail: "Geef deze parameter één keer."))
        }
    }

    mutating func choice<Value>(_ name: String, _ values: [(text: String, value: Value)]) -> Value? {
        guard let text = request.uri.queryParameters[Substring(name)] else { return nil }
        if let found = values.first(where: { $0.text == text }) { return found.value }
        faults.append(.init(parameter: name, detail: "Kies uit: \(values.map(\.text).joined(separator: ", "))."))
        return nil
    }

    mutating func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = request.uri.queryParameters[Substring(name)] else { return nil }
        if let number = Int(text), text.wholeMatch(of: /[0-9]{1,9}/) != nil, range.contains(number) { return number }
        let end = range.upperBound == .max ? "" : " tot en met \(range.upperBound)"
        faults.append(.init(parameter: name, detail: "Geef een heel getal van \(range.lowerBound)\(end)."))
        return nil
    }

    /// The number in an address; 0 where it is none.
    mutating func number(at name: String, of context: OpenContext) -> Int {
        if let text = context.coreContext.parameters.get(name), text.wholeMatch(of: /[0-9]{1,9}/) != nil, let number = Int(text),
            number > 0
        {
            return number
        }
        faults.append(.init(parameter: name, detail: "Geef een heel getal van 1 tot en met 999999999."))
        return 0
    }

    /// The ministry and the House in an address, `bzk-tk`; empty where it is none.
    mutating func key(at name: String, of context: OpenContext) -> String {
        if let text = context.coreContext.parameters.get(name), text.wholeMatch(of: /[a-z-]{2,40}-(?:tk|ek)/) != nil {
            return text
        }
        faults.append(.init(parameter: name, detail: "Geef een ministerie en een Kamer, zoals bzk-tk."))
        return ""
    }

    /// - Throws: `Problem` with everything that is wrong.
    func check() throws(Problem) {
        guard faults.isEmpty else { throw Problem(kind: .invalid(faults)) }
    }
}

/// A page of a list that is sorted by number.
struct Page<Element> {
    let shown: [Element]
    /// The number with which the next page begins; nil at the end.
    let next: Int?

    init(_ all: [Element], from first: Int?, atMost count: Int?, number: (Element) -> Int) {
        let rest = all.filter { number($0) >= first ?? 1 }
        shown = Array(rest.prefix(count ?? 50))
        next = rest.dropFirst(shown.count).first.map(number)
    }
}
