/// What fulfils an entry, or proves that it was.
package enum FulfilmentLink: Sendable, Hashable {
    /// A part of the system against racism, discrimination and unsafe conduct.
    case instrument(Instrument)
    /// A reference, an address or words.
    case evidence(String)

    /// The parts of the system, each by what it gives.
    package enum Instrument: String, Sendable, CaseIterable, Codable {
        case reportingDesk, complaintsCommission, overrulingPower, policyEffectReport, integrityFigures, measuresRegister
        case staffReview, escalationLadder, jobProfiles, managersGuide, bystanderTraining, eLearning, signpost, survey
        case progressReport
    }

    enum Kind: String { case instrument, evidence }

    var kind: Kind {
        switch self {
        case .instrument: .instrument
        case .evidence: .evidence
        }
    }

    var target: String {
        switch self {
        case .instrument(let instrument): instrument.rawValue
        case .evidence(let text): text
        }
    }

    init?(_ kind: Kind, _ target: String) {
        switch kind {
        case .instrument:
            guard let instrument = Instrument(rawValue: target) else { return nil }
            self = .instrument(instrument)
        case .evidence: self = .evidence(target)
        }
    }
}
