import Documents
import Kernel

extension Letter {
    /// The letter as the House gets it.
    ///
    /// - Parameters:
    ///   - department: what the department is called in full.
    ///   - hasNote: whether the decision note goes along.
    package func document(department: String, hasNote: Bool, on today: Day) -> Document {
        var (day, particulars) = (today, [Document.Particular("Aan", Self.addressee(of: house))])
        switch state {
        case .sent(let paper, let sentOn):
            day = sentOn
            particulars += [.init("Datum", PlanningWords.day(sentOn)), .init("Vindplaats", paper.written())]
        case .draft, .merged, .withdrawn: particulars.append(.init("Datum", "concept van \(PlanningWords.day(today))"))
        }
        particulars.append(.init("Betreft", subject))
        if hasNote { particulars.append(.init("Bijlage", "Beslisnota")) }
        return Document(
            title: subject, day: day, issuer: department,
            blocks: [.particulars(particulars), .text("Geachte voorzitter,")]
                + parts.flatMap { part in [.heading(1, part.heading)] + RunningText.blocks(part.text) }
                + [.text("Hoogachtend,"), .paragraph([.strong(Self.signatory(of: department))])])
    }

    /// Who signs: the minister, or the department where it is no ministry.
    private static func signatory(of department: String) -> String {
        let prefix = "Ministerie van "
        guard department.hasPrefix(prefix) else { return department }
        let matters = department.dropFirst(prefix.count)
        return matters == "Algemene Zaken"
            ? "De minister-president, minister van Algemene Zaken" : "De minister van \(matters)"
    }

    private static func addressee(of house: House) -> String {
        switch house {
        case .tweedeKamer: "De Voorzitter van de Tweede Kamer der Staten-Generaal"
        case .eersteKamer: "De Voorzitter van de Eerste Kamer der Staten-Generaal"
        }
    }
}
