import Access
import AuditLog
import Database
import Kernel

extension AuditAction {
    package static let letterSendingCorrected = AuditAction("letter.sending-corrected")
}

extension Commitments {
    /// Corrects the number or the day under which a letter was recorded as sent, for the letter and for everything that it did.
    ///
    /// - Throws: `LetterRefusal`; `entryRefused` where the day does not fit into the history of an entry.
    package func correctSending(
        of id: Letter.ID, to paper: Reference, on day: Day, reason: String, version: Int, by officer: RegisterOfficer
    ) async throws {
        guard !reason.isEmpty else { throw LetterRefusal.reasonMissing }
        let today = today
        guard day <= today else { throw LetterRefusal.sentInTheFuture(day) }
        try await audit.command { [self] db in
            let letter = try db.letter(id, version, for: officer)
            guard case .sent(let former, let sentOn) = letter.state else { throw LetterRefusal.isNotSent }
            guard paper != former || day != sentOn else { throw LetterRefusal.nothingCorrected }
            try db.mustBeFree(paper, on: day, for: letter)
            if let decision = try db.decisions(on: id).last, day < decision.day {
                throw LetterRefusal.sentBeforeDecision(on: decision.day)
            }
            let (old, new) = (SentPaper(paper: former, sentOn: sentOn), SentPaper(paper: paper, sentOn: day))
            for answer in letter.answers {
                guard let entry = try db.entry(answer.entry) else { continue }
                let effect = LetterEffect(answer.effect.code, of: former, sentOn: sentOn, on: entry, besides: [])
                try entry.mustAllow(effect, from: old, to: new)
                try db.rewrite(effect, of: entry, from: old, to: new)
            }
            let kept = FormerSending(paper: former, sentOn: sentOn, reason: reason, officer: officer.officer.id, day: today)
            try db.keep(kept, as: .corrected, of: id)
            try db.correct(letter, to: new)
            return note(.letterSendingCorrected, of: letter, by: officer)
        }
    }
}

extension RegisterEntry {
    /// - Throws: where the other day would turn the order of the standings round, or lies before it was said.
    fileprivate func mustAllow(_ effect: LetterEffect, from old: SentPaper, to new: SentPaper) throws(LetterRefusal) {
        guard new.sentOn >= facts.madeOn else { throw .entryRefused(id, .beforeItWasSaid(facts.madeOn)) }
        var days = standings.map(\.day)
        for place in effect.standings where days[place] == old.sentOn { days[place] = new.sentOn }
        for (before, after) in zip(days, days.dropFirst()) where after < before {
            throw .entryRefused(id, .beforeTheLastStanding(before))
        }
        for place in effect.dues where dues[place].told == old.sentOn {
            if let due = dues[place].day, due < new.sentOn { throw .dayRefused(id, .beforeItWasTold(new.sentOn)) }
        }
    }
}

extension SQLConnection {
    /// Gives what a letter did with an entry another paper, and another day where it is of the day of the letter.
    fileprivate func rewrite(_ effect: LetterEffect, of entry: RegisterEntry, from old: SentPaper, to new: SentPaper) throws {
        let paper = new.paper.written(in: .metadata)
        for place in effect.standings {
            try execute(
                "UPDATE entry_standing SET letter = $3, day = $4 WHERE entry = $1 AND number = $2", entry.id, place + 1, paper,
                entry.standings[place].day == old.sentOn ? new.sentOn : entry.standings[place].day)
        }
        for place in effect.dues {
            try execute(
                "UPDATE entry_due SET letter = $3, told_day = $4 WHERE entry = $1 AND number = $2", entry.id, place + 1, paper,
                entry.dues[place].told == old.sentOn ? new.sentOn : entry.dues[place].told)
        }
        if let link = effect.link {
            try execute("UPDATE entry_link SET target = $3 WHERE entry = $1 AND number = $2", entry.id, link + 1, paper)
        }
        try execute("UPDATE register_entry SET version = version + 1 WHERE id = $1", entry.id)
    }

    fileprivate func correct(_ letter: Letter, to new: SentPaper) throws {
        try execute(
            "UPDATE letter SET paper = $2, ended_day = $3, version = version + 1 WHERE id = $1", letter.id,
            new.paper.written(in: .metadata), new.sentOn)
    }
}
