import Commitments
import Foundation
import Kernel

/// What was typed for a new entry, read.
struct NewEntryForm {
    /// Nil where something is wrong.
    let entry: NewEntry?
    let errors: FieldErrors

    /// - Parameter corrected: the entry that is corrected, which keeps its kind, House and department; nil for something new.
    init(fields: FormFields, correcting corrected: RegisterEntry? = nil, language: Language) {
        let wording = NewEntryWording.texts[language]
        var errors: [FieldError] = []
        func complain(_ field: String, _ sentence: String?) {
            if let sentence { errors.append(FieldError(field: field, sentence: sentence)) }
        }
        let text = fields.line

        let kind = corrected?.facts.kind ?? fields.choice("soort")
        if kind == nil { complain("soort-\(RegisterEntry.Kind.allCases[0].rawValue)", wording.kindMissing) }
        let needed = [RegisterRefusal.titleMissing, .wordingMissing, .placeMissing] + (kind == .motion ? [.moversMissing] : [])
        errors += needed.map { Self.error($0, language) }.filter { text($0.field).isEmpty }
        let made = TypedDay(fields["gezegd"])
        complain("gezegd", made.problem(language, missing: true))
        let paper = TypedReference(fields["stuk"], language)
        complain("stuk", paper.problem)
        var dossier: Dossier?
        if !text("dossier").isEmpty {
            dossier = Dossier(written: text("dossier"))
            if dossier == nil { complain("dossier", TypedReference.sentence(.noDossier(text("dossier")), language)) }
        }
        var number: HouseNumber?
        if !text("nummer").isEmpty {
            do {
                number = try HouseNumber(text("nummer"))
            } catch {
                complain("nummer", error.isNote ? TypedReference.sentence(error, language) : wording.numberUnreadable)
            }
        }
        let day = TypedDay(fields["dag"])
        complain("dag", day.problem(language))
        let movers = text("indieners").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            !$0.isEmpty
        }
        let department = corrected?.facts.department ?? Organisation.ID(fields["departement"])
        if department == nil { complain("departement", wording.departmentMissing) }
        self.errors = FieldErrors(errors)
        guard errors.isEmpty, let kind, let madeOn = made.day, let department else {
            entry = nil
            return
        }
        let facts = RegisterFacts(
            kind: kind, house: corrected?.facts.house ?? fields.choice("kamer") ?? .tweedeKamer, title: text("waarover"),
            wording: text("tekst"),
            verb: fields.choice("werkwoord") ?? .carryOut, madeOn: madeOn, setting: fields.choice("waar") ?? .debate,
            place: text("plaats"), dossier: dossier, paper: paper.reference, houseNumber: number, department: department,
            involved: Set(fields.all("betrokken").compactMap { Organisation.ID($0) }).subtracting([department]))
        let due =
            day.day == nil && text("woorden").isEmpty
            ? nil
            : Due(
                words: text("woorden"), day: day.day, reason: NewEntryWording.texts[.nl].firstDay, told: madeOn,
                letter: paper.reference)
        entry = NewEntry(facts, movers: movers, due: due)
    }

    /// Where a refusal of the register belongs.
    static func error(_ refusal: RegisterRefusal, _ language: Language) -> FieldError {
        let field =
            switch refusal {
            case .titleMissing: "waarover"
            case .wordingMissing: "tekst"
            case .placeMissing: "plaats"
            case .madeInTheFuture, .madeTooLongAgo: "gezegd"
            case .noDepartment, .departmentNotYours, .departmentAmongInvolved: "departement"
            case .moversMissing, .moversOfNoMotion: "indieners"
            case .dayRefused: "dag"
            case .numberTaken, .numberOfOtherHouse, .numberOfOtherKind, .numberOfYearToCome, .numberUnreadable: "nummer"
            case .paperOfOtherHouse, .paperOfYearToCome: "stuk"
            case .notFound, .notYours, .changedMeanwhile, .noOwner, .targetMissing, .answered, .reasonMissing, .linkedAlready,
                .nothingCorrected, .formUsed:
                "waarover"
            case .looksLike: "anders-ja"
            }
        return FieldError(field: field, sentence: RegisterRefusalWording.sentence(refusal, language))
    }
}

extension ReferenceRefusal {
    fileprivate var isNote: Bool {
        if case .noteSticksTo = self { true } else { false }
    }
}
