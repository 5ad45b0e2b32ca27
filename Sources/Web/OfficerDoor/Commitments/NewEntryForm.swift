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
        if !text("dagwoorden").isEmpty, text("dagwaarom").isEmpty { errors.append(Self.error(.madeReasonMissing, language)) }
        let movers = text("indieners").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            !$0.isEmpty
        }
        let department = corrected?.facts.department ?? Organisation.ID(fields["departement"])
        if department == nil { complain("departement", wording.departmentMissing) }
        let standing = Self.standing(fields, isNew: corrected == nil, language)
        self.errors = FieldErrors(errors + standing.errors.all)
        guard self.errors.isEmpty, let kind, let madeOn = made.day, let department else {
            entry = nil
            return
        }
        let facts = RegisterFacts(
            kind: kind, house: corrected?.facts.house ?? fields.choice("kamer") ?? .tweedeKamer, title: text("waarover"),
            wording: text("tekst"),
            verb: fields.choice("werkwoord") ?? .carryOut, madeOn: madeOn, setting: fields.choice("waar") ?? .debate,
            place: text("plaats"), dossier: dossier, paper: paper.reference, houseNumber: number, department: department,
            involved: Set(fields.all("betrokken").compactMap { Organisation.ID($0) }).subtracting([department]),
            madeWords: text("dagwoorden"), madeReason: text("dagwaarom"), keyData: fields.keyData)
        let due =
            day.day == nil && text("woorden").isEmpty
            ? nil
            : Due(
                words: text("woorden"), day: day.day, reason: NewEntryWording.texts[.nl].firstDay, told: madeOn,
                letter: paper.reference)
        entry = NewEntry(facts, movers: movers, due: due, standing: standing.change)
    }

    /// How it stands already, where that was filled in.
    private static func standing(
        _ fields: FormFields, isNew: Bool, _ language: Language
    ) -> (change: StandingChange?, errors: FieldErrors) {
        guard isNew else { return (nil, .none) }
        guard !["", Standing.Code.open.rawValue].contains(fields["stand"]) else {
            let isFilledIn =
                fields.has("doorkamer") || ["standbrief", "standdag", "feiten"].contains { !fields.line($0).isEmpty }
            let sentence = NewEntryWording.texts[language].standingNotChosen
            return (nil, isFilledIn ? FieldErrors([FieldError(field: "stand-open", sentence: sentence)]) : .none)
        }
        let day = TypedDay(fields["standdag"])
        if day.day == nil, day.problem(language) == nil {
            return (
                nil, FieldErrors([FieldError(field: "standdag", sentence: NewEntryWording.texts[language].standingDayMissing)])
            )
        }
        let form = StandingForm(fields: fields, language: language, today: day.day ?? .last)
        guard let change = form.change else { return (nil, form.errors) }
        return (
            StandingChange(
                change.standing, on: change.day, facts: change.facts, letter: change.letter, byHouse: fields.has("doorkamer")),
            .none
        )
    }

    /// Where a refusal of the register belongs.
    static func error(_ refusal: RegisterRefusal, _ language: Language) -> FieldError {
        if case .standingRefused(let refusal) = refusal { return StandingForm.error(refusal, language) }
        let field =
            switch refusal {
            case .titleMissing: "waarover"
            case .wordingMissing: "tekst"
            case .placeMissing: "plaats"
            case .madeInTheFuture, .madeTooLongAgo: "gezegd"
            case .noDepartment, .departmentNotYours, .departmentAmongInvolved: "departement"
            case .moversMissing, .moversOfNoMotion: "indieners"
            case .dayRefused: "dag"
            case .madeReasonMissing: "dagwaarom"
            case .keyDataOfOtherHouse: KeyData.allCases[0].field
            case .standingRefused: "stand"
            case .numberTaken, .numberOfOtherHouse, .numberOfOtherKind, .numberOfYearToCome, .numberUnreadable: "nummer"
            case .paperOfOtherHouse, .paperOfYearToCome: "stuk"
            case .notFound, .notYours, .changedMeanwhile, .noOwner, .targetMissing, .answered, .reasonMissing, .linkedAlready,
                .nothingCorrected, .formUsed, .sourceIncomplete:
                "waarover"
            case .looksLike: "anders-ja"
            }
        return FieldError(field: field, sentence: RegisterRefusalWording.sentence(refusal, language))
    }
}

extension KeyData {
    /// By which name the form asks for it.
    var field: String {
        switch self {
        case .responsible: "verantwoordelijken"
        case .members: "kamerleden"
        case .committee: "commissie"
        case .activity: "activiteit"
        case .category: "categorie"
        case .subjects: "onderwerpen"
        }
    }
}

extension FormFields {
    /// What was filled in of the key data.
    fileprivate var keyData: [KeyData: String] {
        Dictionary(
            uniqueKeysWithValues: KeyData.allCases.map { ($0, line($0.field)) }.filter { !$0.1.isEmpty })
    }
}

extension ReferenceRefusal {
    fileprivate var isNote: Bool {
        if case .noteSticksTo = self { true } else { false }
    }
}
