import Commitments
import Kernel

/// The words of the interface for what the register has.
struct OpenWords: Sendable {
    let tree: OrganisationTree
    let today: Day

    struct Ministry: Encodable {
        let code, naam: String
    }

    struct Place: Encodable {
        let verwijzing: String
        let identificatie, adres: String?

        init(_ reference: Reference) {
            // Spaces that do not break are for paper.
            verwijzing = reference.written().replacing("\u{A0}", with: " ")
            identificatie = reference.identifier
            adres = reference.address
        }
    }

    struct Term: Encodable {
        let woorden: String?
        let uiterlijkeDatum: String?

        /// - Returns: nil where the House was told neither words nor a day.
        init?(words: String, day: Day?) {
            guard !words.isEmpty || day != nil else { return nil }
            woorden = words.isEmpty ? nil : words
            uiterlijkeDatum = day?.iso
        }
    }

    func ministry(_ id: Organisation.ID) -> Ministry {
        Ministry(code: id.code, naam: tree[id]?.name(on: today).full.nl ?? id.code)
    }

    static func kind(_ kind: RegisterEntry.Kind) -> String {
        switch kind {
        case .commitment: "toezegging"
        case .motion: "motie"
        case .informationRequest: "informatieverzoek"
        case .writtenQuestions: "schriftelijkeVragen"
        }
    }

    static func standing(_ code: Standing.Code) -> String {
        switch code {
        case .open: "open"
        case .settledInPart: "deelsAfgedaan"
        case .settled: "afgedaan"
        case .transferred: "overgedragen"
        case .notCarriedOut: "nietUitgevoerd"
        case .lapsed: "vervallen"
        }
    }

    static func step(_ step: Motion.Step) -> String {
        switch step {
        case .submitted: "ingediend"
        case .changed: "gewijzigd"
        case .held: "aangehouden"
        case .adopted: "aangenomen"
        case .rejected: "verworpen"
        case .withdrawn: "ingetrokken"
        case .takenOver: "overgenomen"
        case .lapsed: "vervallen"
        }
    }
}
