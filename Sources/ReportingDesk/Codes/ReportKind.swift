import Kernel

/// What a report is about, as the person sees it. More than one may fit.
package enum ReportKind: String, CaseIterable, Sendable, Codable {
    case discrimination, harassment, sexualHarassment, aggression, bullying, integrityBreach, wrongdoing, other, unknown

    /// The period in which the kind is offered. A kind that ends stays readable.
    package var validity: Period { Period(from: Day(year: 2026, month: 1, day: 1)!) }

    package static func offered(on day: Day) -> [ReportKind] { allCases.filter { $0.validity.contains(day) } }
}

/// The ground of discrimination, in the order of the acts.
package enum DiscriminationGround: String, CaseIterable, Sendable, Codable {
    case religion, belief, politicalOpinion, race, sex, nationality, sexualOrientation, civilStatus, disability, age, workingHours
    case temporaryContract, other, unknown

    /// The acts that name the ground.
    package enum Basis: String, Sendable {
        /// Constitution, art. 1.
        case gw = "Gw 1"
        /// Equal Treatment Act, art. 1.
        case awgb = "Awgb 1"
        /// Equal Treatment (Disability and Chronic Illness) Act.
        case wgbhcz = "WGBh/cz"
        /// Equal Treatment in Employment (Age Discrimination) Act.
        case wgbl = "WGBL"
        case bw648 = "BW 7:648"
        case bw649 = "BW 7:649"
    }

    package var bases: [Basis] {
        switch self {
        case .religion, .belief, .politicalOpinion, .race, .sex, .sexualOrientation: [.gw, .awgb]
        case .nationality, .civilStatus: [.awgb]
        case .disability: [.gw, .wgbhcz]
        case .age: [.wgbl]
        case .workingHours: [.bw648]
        case .temporaryContract: [.bw649]
        case .other: [.gw]
        case .unknown: []
        }
    }
}

/// What came of a report.
package enum Outcome: String, CaseIterable, Sendable, Codable {
    /// It was as reported.
    case confirmed
    case partlyConfirmed
    case notConfirmed
    /// It could not be established.
    case notEstablished
    /// Handed on, with the reporter's consent (Wbk 2e(4)), to where it belongs.
    case referred
    case withdrawn
}

/// Why an officer opens a case.
package enum OpeningPurpose: String, CaseIterable, Sendable, Codable {
    case handling, assessment, substitution, review
}

/// Why an officer opens who reports (Wbk 1a(3)).
package enum IdentityPurpose: String, CaseIterable, Sendable, Codable {
    case contact, protection, legalDuty
}
