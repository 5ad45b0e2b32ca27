import Access
import AuditLog
import Database
import Kernel

extension AuditAction {
    package static let letterPartSaved = AuditAction("letter.part-saved")
    package static let letterPartRemoved = AuditAction("letter.part-removed")
    package static let letterPartMoved = AuditAction("letter.part-moved")
}

/// A text that a part had, with who wrote it and when.
package struct PartVersion: Sendable, Equatable {
    package let number: Int
    package let heading, text: String
    package let officer: Officer.ID
    package let day: Day
}

extension Commitments {
    /// Adds a part at the end.
    @discardableResult package func addPart(
        _ heading: String, text: String, about entries: Set<RegisterEntry.ID>, to id: Letter.ID, by officer: RegisterOfficer
    ) async throws -> LetterPart {
        let (part, today) = (LetterPart(id: Identifier(from: entropy), heading: heading, text: text, entries: entries), today)
        return try await audit.command { [self] db in
            let letter = try db.draft(id, for: officer)
            guard !heading.isEmpty else { throw LetterRefusal.headingMissing }
            guard entries.isSubset(of: letter.answers.map(\.entry)) else { throw LetterRefusal.answersNoMore }
            try db.insert(part, of: id, at: try db.nextPlace(in: id), by: officer.officer.id, on: today)
            return Audited(part, note(.letterPartSaved, of: letter, by: officer))
        }
    }

    /// Saves the text of a part.
    ///
    /// - Parameters:
    ///   - part: with the version that the officer saw.
    ///   - isPutBack: whether it was taken out, and comes back where it stood.
    /// - Throws: `LetterRefusal.partChangedMeanwhile` with the text that came in between.
    package func save(
        _ part: LetterPart, isPutBack: Bool = false, of id: Letter.ID, by officer: RegisterOfficer
    ) async throws {
        let today = today
        try await audit.command { [self] db in
            let letter = try db.draft(id, for: officer)
            let parts = isPutBack ? try db.parts(takenOutOf: id) : letter.parts
            guard let present = parts.first(where: { $0.id == part.id }) else { throw LetterRefusal.notFound }
            if isPutBack { try db.putBack(part.id) }
            guard part.entries.isSubset(of: letter.answers.map(\.entry)) else { throw LetterRefusal.answersNoMore }
            guard !part.heading.isEmpty else { throw LetterRefusal.headingMissing }
            if present.heading == part.heading, present.text == part.text {
                try db.saveEntries(of: part)
            } else {
                guard present.version == part.version else { throw LetterRefusal.partChangedMeanwhile(present) }
                try db.save(part, by: officer.officer.id, on: today)
            }
            return note(.letterPartSaved, of: letter, by: officer)
        }
    }

    /// The texts that a part had, the first one first.
    package func versions(
        of part: LetterPart.ID, in id: Letter.ID, for officer: RegisterOfficer
    ) async throws -> [PartVersion] {
        let letter = try await letter(id, for: officer)
        return try await database.read { db in
            let parts = try letter.parts + db.parts(takenOutOf: id)
            guard parts.contains(where: { $0.id == part }) else { throw LetterRefusal.notFound }
            return try db.versions(of: part)
        }
    }

    /// Takes a part out of a letter. Its texts are kept, for the rounds in which they went.
    ///
    /// - Parameter seen: the version of the part that the officer saw.
    package func remove(_ part: LetterPart.ID, seen: Int, from id: Letter.ID, by officer: RegisterOfficer) async throws {
        let today = today
        try await audit.command { [self] db in
            let letter = try db.draft(id, for: officer)
            guard let present = letter.parts.first(where: { $0.id == part }) else { throw LetterRefusal.notFound }
            guard present.version == seen else { throw LetterRefusal.partChangedMeanwhile(present) }
            try db.remove(part, by: officer.officer.id, on: today)
            return note(.letterPartRemoved, of: letter, by: officer)
        }
    }

    /// The parts that were taken out of a letter, in the order in which they stood.
    package func parts(takenOutOf letter: Letter) async throws -> [LetterPart] {
        try await database.read { try $0.parts(takenOutOf: letter.id) }
    }

    /// Puts a part before the one that stands above it. The first one stays.
    package func moveUp(_ part: LetterPart.ID, in id: Letter.ID, by officer: RegisterOfficer) async throws {
        try await audit.command { [self] db in
            let letter = try db.draft(id, for: officer)
            guard let index = letter.parts.firstIndex(where: { $0.id == part }) else { throw LetterRefusal.notFound }
            if index > 0 { try db.swapPlaces(of: part, and: letter.parts[index - 1].id, in: id) }
            return note(.letterPartMoved, of: letter, by: officer)
        }
    }
}
