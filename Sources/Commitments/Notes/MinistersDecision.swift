import Kernel

/// What the minister decided on the note that goes with a letter.
package struct MinistersDecision: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable { case agreed, agreedWithRemarks, notAgreed }

    package let kind: Kind
    package let remarks: String
    package let day: Day

    package init(_ kind: Kind, remarks: String = "", on day: Day) {
        self.kind = kind
        self.remarks = remarks
        self.day = day
    }

    package var isAgreed: Bool { kind != .notAgreed }
}
