import Commitments
import Kernel

/// The words for what stands in the register.
struct RegisterEntryWording: Sendable {
    let kind: @Sendable (RegisterEntry.Kind) -> String
    let verb: @Sendable (RegisterEntry.Verb) -> String
    let setting: @Sendable (RegisterFacts.Setting) -> String
    let code: @Sendable (Standing.Code) -> String
    let step: @Sendable (Motion.Step) -> String
    let instrument: @Sendable (FulfilmentLink.Instrument) -> String
    let house: @Sendable (House) -> String
    let ofKind, informed: String

    /// The standing of an entry; for a motion that is not to be carried out, what the House did.
    func standing(_ entry: RegisterEntry) -> String {
        if let motion = entry.motion, !motion.isToBeCarriedOut { return step(motion.step) }
        return code(entry.standing.code)
    }

    static let texts = Bilingual(
        nl: RegisterEntryWording(
            kind: { kind in
                switch kind {
                case .commitment: "Toezegging"
                case .motion: "Motie"
                case .informationRequest: "Verzoek om informatie"
                case .writtenQuestions: "Schriftelijke vragen"
                }
            },
            verb: { verb in
                switch verb {
                case .carryOut: "Uitvoeren"
                case .study: "Onderzoeken"
                case .promote: "Bevorderen"
                case .asFarAsPossible: "Uitvoeren, voor zover mogelijk"
                case .inform: "Informeren"
                }
            },
            setting: { setting in
                switch setting {
                case .debate: "Debat"
                case .letter: "Brief"
                case .proceedings: "Regeling van werkzaamheden"
                case .writing: "Schriftelijke vragen"
                }
            },
            code: { code in
                switch code {
                case .open: "Open"
                case .settledInPart: "Deels afgedaan"
                case .settled: "Afgedaan"
                case .transferred: "Overgedragen"
                case .notCarriedOut: "Niet uitgevoerd"
                case .lapsed: "Vervallen"
                }
            },
            step: PlanningWords.step,
            instrument: { instrument in
                switch instrument {
                case .reportingDesk: "Meldloket"
                case .complaintsCommission: "Klachtencommissie"
                case .overrulingPower: "Doorzettingsmacht"
                case .policyEffectReport: "Beleids- en effectrapportage"
                case .integrityFigures: "Cijfers over integriteitsmeldingen"
                case .measuresRegister: "Register van maatregelen"
                case .staffReview: "Personeelsgesprek"
                case .escalationLadder: "Escalatieladder"
                case .jobProfiles: "Functieprofielen van leidinggevenden"
                case .managersGuide: "Handreiking voor leidinggevenden"
                case .bystanderTraining: "Omstanderstraining"
                case .eLearning: "E-learning"
                case .signpost: "Informatie over melden"
                case .survey: "Onderzoek naar ervaren racisme"
                case .progressReport: "Voortgangsrapportage"
                }
            }, house: PlanningWords.house, ofKind: "Soort",
            informed: "Bewijs uit een brief"),
        en: RegisterEntryWording(
            kind: { kind in
                switch kind {
                case .commitment: "Commitment"
                case .motion: "Motion"
                case .informationRequest: "Request for information"
                case .writtenQuestions: "Written questions"
                }
            },
            verb: { verb in
                switch verb {
                case .carryOut: "Carry out"
                case .study: "Study"
                case .promote: "Promote"
                case .asFarAsPossible: "Carry out, as far as possible"
                case .inform: "Inform"
                }
            },
            setting: { setting in
                switch setting {
                case .debate: "Debate"
                case .letter: "Letter"
                case .proceedings: "Ordering of business"
                case .writing: "Written questions"
                }
            },
            code: { code in
                switch code {
                case .open: "Open"
                case .settledInPart: "Settled in part"
                case .settled: "Settled"
                case .transferred: "Transferred"
                case .notCarriedOut: "Not carried out"
                case .lapsed: "Lapsed"
                }
            },
            step: { step in
                switch step {
                case .submitted: "Submitted"
                case .changed: "Changed"
                case .held: "Held"
                case .adopted: "Adopted"
                case .rejected: "Rejected"
                case .withdrawn: "Withdrawn"
                case .takenOver: "Taken over"
                case .lapsed: "Lapsed"
                }
            },
            instrument: { instrument in
                switch instrument {
                case .reportingDesk: "Reporting desk"
                case .complaintsCommission: "Complaints commission"
                case .overrulingPower: "Overruling power"
                case .policyEffectReport: "Policy-and-effect report"
                case .integrityFigures: "Figures on integrity reports"
                case .measuresRegister: "Register of measures"
                case .staffReview: "Staff review"
                case .escalationLadder: "Escalation ladder"
                case .jobProfiles: "Job profiles of managers"
                case .managersGuide: "Guide for managers"
                case .bystanderTraining: "Bystander training"
                case .eLearning: "E-learning"
                case .signpost: "Information about reporting"
                case .survey: "Survey on experienced racism"
                case .progressReport: "Progress report"
                }
            }, house: { $0 == .tweedeKamer ? "House of Representatives" : "Senate" }, ofKind: "Kind",
            informed: "Evidence of a letter"))
}
