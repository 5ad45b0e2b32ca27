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

        struct StandingText: Decodable {
            let standing: Standing.Code
            let day: Day
            let facts: String
            let letter: String
        }

        let kind: RegisterEntry.Kind
        let title, wording: String
        let verb: RegisterEntry.Verb
        let madeOn: Day
        let setting: RegisterFacts.Setting
        let place, dossier: String
        let paper: String?
        let sources: [Source]
        let movers: [String]
        let steps: [Motion.Step]
        let dues: [DueText]
        let standings: [StandingText]
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

extension DemoRegister {
    /// Puts everything into an empty register, step by step as it happened.
    func fill(_ commitments: Commitments) async throws {
        let keeper = try await commitments.access.officer(named: UserName(keeper)!)
        guard let officer = try await commitments.registerOfficer(keeper) else { throw RegisterRefusal.departmentNotYours }
        for entry in entries { try await play(entry, officer, commitments) }
    }

    private func play(_ text: Entry, _ officer: RegisterOfficer, _ commitments: Commitments) async throws {
        let entry = try await commitments.register(NewEntry(try facts(text), movers: text.movers), by: officer)
        var version = entry.version
        func next() -> Int {
            defer { version += 1 }
            return version
        }
        for step in text.steps {
            try await commitments.take(step, on: nil, of: entry.id, version: next(), by: officer)
        }
        for due in text.dues {
            let due = Due(
                words: due.words, day: due.day, reason: due.reason, told: due.told,
                letter: try due.letter.map { try Reference($0) })
            try await commitments.setDue(due, of: entry.id, version: next(), by: officer)
        }
        for text in text.standings {
            guard let standing = Standing(text.standing, department: nil) else { throw StandingRefusal.sameDepartment }
            let change = StandingChange(standing, on: text.day, facts: text.facts, letter: try Reference(text.letter))
            try await commitments.setStanding(change, of: entry.id, version: next(), by: officer)
        }
        let links = [text.instrument.map { FulfilmentLink.instrument($0) }].compactMap(\.self)
        for link in links + text.evidence.map({ .evidence($0) }) {
            try await commitments.link(link, to: entry.id, version: next(), by: officer)
        }
    }

    private func facts(_ text: Entry) throws -> RegisterFacts {
        RegisterFacts(
            kind: text.kind, title: text.title, wording: text.wording, verb: text.verb, madeOn: text.madeOn,
            setting: text.setting, place: text.place, dossier: Dossier(written: text.dossier),
            paper: try text.paper.map { try Reference($0) }, department: department, involved: Set(text.involved),
            sources: text.sources.map { SourceReading($0.subject, $0.source, says: $0.says) })
    }
}
