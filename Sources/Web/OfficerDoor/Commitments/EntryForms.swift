import Access
import Commitments
import Kernel

/// The forms on the page of an entry.
enum EntryForm: Sendable {
    case due, standing, motion, dueTakenBack, standingTakenBack, motionTakenBack, owner, links, sources, removal
}

/// What was typed into one of them and not taken in, to be shown again.
struct TypedEntryForm: Sendable {
    let form: EntryForm
    let fields: FormFields
    let errors: FieldErrors
}

/// What was typed for a day, read.
struct DueForm {
    let due: Due?
    let isPostponement: Bool
    let errors: FieldErrors

    init(fields: FormFields, language: Language, today: Day) {
        let (day, told) = (TypedDay(fields["dag"]), TypedDay(fields["verteld"]))
        let letter = TypedReference(fields["dagbrief"], language)
        errors = FieldErrors([
            ("dag", day.problem(language)), ("verteld", told.problem(language)), ("dagbrief", letter.problem),
        ])
        isPostponement = fields.has("uitstel")
        due =
            errors.isEmpty
            ? Due(
                words: fields.line("woorden"), day: day.day, reason: fields.line("reden"), told: told.day ?? today,
                letter: letter.reference) : nil
    }

    static func error(_ refusal: DueRefusal, _ language: Language) -> FieldError {
        let field =
            switch refusal {
            case .neitherWordsNorDay, .doesNotMove, .notLater, .beforeItWasSaid, .nothingOwed: "dag"
            case .reasonMissing: "reden"
            case .toldInTheFuture: "verteld"
            case .beforeItWasTold, .tooFarAhead, .lateWithoutDay: "dag"
            case .paperOfOtherHouse, .paperOfYearToCome: "dagbrief"
            }
        return FieldError(field: field, sentence: RegisterRefusalWording.sentence(refusal, language))
    }
}

/// What was typed for a standing, read.
struct StandingForm {
    let change: StandingChange?
    let errors: FieldErrors

    init(fields: FormFields, language: Language, today: Day) {
        let (day, letter) = (TypedDay(fields["standdag"]), TypedReference(fields["standbrief"], language))
        let code: Standing.Code? = fields.choice("stand")
        let standing = code.flatMap { Standing($0, department: Organisation.ID(fields["overgenomen"])) }
        var problems: [(field: String, sentence: String?)] = [
            ("standdag", day.problem(language)), ("standbrief", letter.problem),
        ]
        if code == nil { problems.insert(("stand-open", EntryPageWording.texts[language].standingMissing), at: 0) }
        if code == .transferred, standing == nil {
            problems.append(("overgenomen", EntryPageWording.texts[language].departmentMissing))
        }
        errors = FieldErrors(problems)
        change =
            errors.isEmpty
            ? standing.map {
                StandingChange($0, on: day.day ?? today, facts: fields.line("feiten"), letter: letter.reference)
            } : nil
    }

    static func error(_ refusal: StandingRefusal, _ language: Language) -> FieldError {
        let field =
            switch refusal {
            case .isSoAlready, .motionNotAdopted: "stand-open"
            case .letterMissing, .paperOfOtherHouse, .paperBeforeItWasSaid, .paperOfYearToCome: "standbrief"
            case .factsMissing: "feiten"
            case .beforeItWasSaid, .inTheFuture, .beforeTheLastStanding: "standdag"
            case .sameDepartment: "overgenomen"
            }
        return FieldError(field: field, sentence: RegisterRefusalWording.sentence(refusal, language))
    }
}

extension FieldError {
    /// A refusal of the register at one of the forms.
    static func refusal(_ refusal: RegisterRefusal, at form: EntryForm, _ language: Language) -> FieldError {
        let field =
            switch form {
            case .due: "dag"
            case .standing: "stand-open"
            case .motion: "stap-changed"
            case .dueTakenBack: "dagreden"
            case .standingTakenBack: "standreden"
            case .motionTakenBack: "stapreden"
            case .owner: "eigenaar"
            case .links: "bewijs"
            case .sources: "bronover"
            case .removal: "verwijderreden"
            }
        return FieldError(field: field, sentence: RegisterRefusalWording.sentence(refusal, language))
    }
}
