import Access
import Commitments
import Foundation
import Kernel

/// What the minister owes Parliament after the debate of September 2024 on racism in the central government (dossier 30 950),
/// as far as public papers tell. What they do not tell is said to be not found.
struct DemoRegister: Decodable {
    struct Entry: Decodable {
        struct Source: Decodable {
            let subject, source, says: String
        }

        struct DueText: Decodable {
            let words: String
            let day: Day?
            let reason: String
            let told: Day
            let letter: String?
        }

        /// By which the letters name it.
        let key: String
        let kind: RegisterEntry.Kind
        let title, wording, madeWords, madeReason: String
        let verb: RegisterEntry.Verb
        let madeOn: Day
        let setting: RegisterFacts.Setting
        let place, dossier: String
        let paper: String?
        let sources: [Source]
        let movers: [String]
        let steps: [Motion.Step]
        let dues: [DueText]
        let instrument: FulfilmentLink.Instrument?
        let evidence: [String]
        let involved: [Organisation.ID]
    }

    let department: Organisation.ID
    /// Who keeps it, by user name.
    let keeper: String
    let entries: [Entry]

    static let all = try! JSONDecoder().decode(DemoRegister.self, from: Data(PackageResources.register_json))
}

extension DemoRegister.Entry {
    func facts(of department: Organisation.ID) throws -> RegisterFacts {
        RegisterFacts(
            kind: kind, title: title, wording: wording, verb: verb, madeOn: madeOn, setting: setting, place: place,
            dossier: Dossier(written: dossier), paper: try paper.map { try Reference($0) }, department: department,
            involved: Set(involved), sources: sources.map { SourceReading($0.subject, $0.source, says: $0.says) },
            madeWords: madeWords, madeReason: madeReason)
    }
}

extension DemoRegister.Entry.DueText {
    var due: Due {
        get throws {
            Due(words: words, day: day, reason: reason, told: told, letter: try letter.map { try Reference($0) })
        }
    }
}
