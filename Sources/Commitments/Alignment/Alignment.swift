import Kernel

/// A round in which bodies are asked about a letter or a part of it, with the texts that they were shown.
package struct AlignmentRound: Sendable, Equatable {
    /// From 1 up within a letter.
    package let number: Int
    package let opened: Day
    /// The last day to answer.
    package let answerBy: Day
    package var requests: [AlignmentRequest]
    /// The version of each part as it went round.
    package let versions: [LetterPart.ID: Int]
    /// A hash of the subject and of what the letter did with each point as it went round; nil where it was not kept.
    let content: [UInt8]?
    /// What was asked by mistake.
    package let withdrawn: [RequestWithdrawn]

    package init(
        number: Int, opened: Day, answerBy: Day, requests: [AlignmentRequest], versions: [LetterPart.ID: Int],
        content: [UInt8]? = nil, withdrawn: [RequestWithdrawn] = []
    ) {
        self.content = content
        self.withdrawn = withdrawn
        self.number = number
        self.opened = opened
        self.answerBy = answerBy
        self.requests = requests
        self.versions = versions
    }
}

/// What one body is asked in a round.
package struct AlignmentRequest: Sendable, Equatable {
    package let body: AlignmentBody.ID
    /// Nil for the whole letter.
    package let part: LetterPart.ID?
    package let purpose: AlignmentBody.Purpose
    /// Where the rule of the body stood when it was asked, by which silence until the last day is agreement; nil where it is not.
    package let silenceRule: String?
    package var answer: AlignmentAnswer?
    /// Answers that were taken back, the first one first.
    package let takenBack: [AnswerTakenBack]

    package init(
        _ body: AlignmentBody.ID, part: LetterPart.ID? = nil, for purpose: AlignmentBody.Purpose,
        silenceRule: String? = nil, answer: AlignmentAnswer? = nil, takenBack: [AnswerTakenBack] = []
    ) {
        self.takenBack = takenBack
        self.body = body
        self.part = part
        self.purpose = purpose
        self.silenceRule = silenceRule
        self.answer = answer
    }
}

extension AlignmentRequest {
    package var place: AlignmentPlace { AlignmentPlace(body: body, part: part) }
}

/// What a body said.
package struct AlignmentAnswer: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case agreed, objected
        /// Taken note of.
        case noted
    }

    package let kind: Kind
    package let remark: String
    package let day: Day

    package init(_ kind: Kind, remark: String = "", on day: Day) {
        self.kind = kind
        self.remark = remark
        self.day = day
    }
}

/// A question that was taken back before it was answered, and why.
package struct RequestWithdrawn: Sendable, Equatable {
    package let request: AlignmentRequest
    package let reason: String
    package let day: Day
}

extension [AlignmentRound] {
    /// The round in which a body was asked last about something, with what it was asked; nil where a later question about the whole
    /// letter took its place.
    package func current(_ place: AlignmentPlace) -> (round: AlignmentRound, request: AlignmentRequest)? {
        for round in reversed() {
            if let request = round.requests.first(where: { $0.place == place }) { return (round, request) }
            if round.requests.contains(where: { $0.body == place.body && $0.part == nil }) { return nil }
        }
        return nil
    }

    /// Everything that is asked now, in the order in which it was asked.
    package var currentRequests: [AlignmentRequest] {
        flatMap { round in round.requests.filter { current($0.place)?.round.number == round.number } }
    }

    /// Whether a body was asked about anything after the round in which it was asked last about a place.
    fileprivate func asksAgain(_ place: AlignmentPlace) -> Bool {
        let asked = last { $0.requests.contains { $0.place == place } }?.number ?? 0
        return contains { round in round.number > asked && round.requests.contains { $0.body == place.body } }
    }
}

/// An answer that no longer holds, and why.
package struct AnswerTakenBack: Sendable, Equatable {
    package let answer: AlignmentAnswer
    package let reason: String
    package let day: Day
}

/// Where a body stands on what it was asked last.
package enum AlignmentStanding: Sendable, Equatable {
    case agreed
    /// By silence, as the rule of the body says.
    case agreedBySilence
    case objected
    /// It objected to a text that has changed since.
    case objectedToEarlierText
    /// It agreed to a text that has changed since.
    case agreedToEarlierText
    case waiting(until: Day)
    case late(since: Day)
    case informed
    /// It was told of a text that has changed since.
    case informedOfEarlierText
    /// It takes part and was not asked.
    case notAsked

    /// The same where what was asked about was taken out since: who agreed or objected did so to an earlier text, and is to be asked
    /// what it says of the letter without it; who was only told has nothing more to hear.
    fileprivate var withPartOut: AlignmentStanding? {
        switch self {
        case .agreed, .agreedBySilence, .agreedToEarlierText: .agreedToEarlierText
        case .objected, .objectedToEarlierText: .objectedToEarlierText
        case .waiting, .late, .notAsked: self
        case .informed, .informedOfEarlierText: nil
        }
    }

    package var isOutstanding: Bool {
        switch self {
        case .agreed, .agreedBySilence, .informed, .informedOfEarlierText: false
        case .objected, .objectedToEarlierText, .agreedToEarlierText, .waiting, .late, .notAsked: true
        }
    }
}

extension Letter {
    /// Where each body stands on the text as it is, for the whole letter or the part that it was asked about.
    package func alignment(
        _ rounds: [AlignmentRound], among bodies: [AlignmentBody], on today: Day
    ) -> [AlignmentPlace: AlignmentStanding] {
        var places: [AlignmentPlace: AlignmentStanding] = [:]
        for round in rounds {
            // Who is asked about the whole letter is asked about its parts anew.
            for body in round.requests.filter({ $0.part == nil }).map(\.body) {
                places = places.filter { $0.key.body != body || $0.key.part == nil }
            }
            for request in round.requests {
                places[AlignmentPlace(body: request.body, part: request.part)] =
                    standing(of: request, in: round, on: today)
            }
        }
        for (place, standing) in places where isOut(place.part) {
            places[place] = rounds.asksAgain(place) ? nil : standing.withPartOut
        }
        for body in bodies where body.department.map(involved.contains) == true {
            if !places.keys.contains(where: { $0.body == body.id }) {
                places[AlignmentPlace(body: body.id, part: nil)] = .notAsked
            }
        }
        return places
    }

    /// Whether a part does not stand in the letter; the whole letter is never out.
    func isOut(_ part: LetterPart.ID?) -> Bool { part.map { part in !parts.contains { $0.id == part } } ?? false }

    private func standing(
        of request: AlignmentRequest, in round: AlignmentRound, on today: Day
    ) -> AlignmentStanding {
        let isSameText = isUnchanged(since: round, in: request.part)
        guard request.purpose == .agreement else { return isSameText ? .informed : .informedOfEarlierText }
        guard let answer = request.answer else {
            guard today > round.answerBy else { return .waiting(until: round.answerBy) }
            guard request.silenceRule != nil else { return .late(since: round.answerBy) }
            return isSameText ? .agreedBySilence : .agreedToEarlierText
        }
        guard answer.kind == .agreed else { return isSameText ? .objected : .objectedToEarlierText }
        return isSameText ? .agreed : .agreedToEarlierText
    }

    /// Whether the text, or the part of it, is as it went round; of the whole letter also what it does with each point.
    package func isUnchanged(since round: AlignmentRound, in part: LetterPart.ID?) -> Bool {
        if let part { return parts.first { $0.id == part }?.version == round.versions[part] }
        guard round.content == nil || round.content == LetterFingerprint.content(of: self) else { return false }
        return Dictionary(uniqueKeysWithValues: parts.map { ($0.id, $0.version) }) == round.versions
    }
}

/// A body and what it was asked about.
package struct AlignmentPlace: Hashable, Sendable {
    package let body: AlignmentBody.ID
    /// Nil for the whole letter.
    package let part: LetterPart.ID?

    package init(body: AlignmentBody.ID, part: LetterPart.ID?) {
        self.body = body
        self.part = part
    }
}

/// Why a round or an answer is not taken in.
package enum AlignmentRefusal: Refusal {
    case nobodyAsked
    case unknownBody(String)
    case unknownPart
    /// There is no text to go round.
    case noText
    case answerDayInThePast(Day)
    /// A day more than a year ahead is a slip of the pen.
    case answerDayTooFar(Day)
    case notAsked
    case answeredAlready(on: Day)
    /// There is no answer to take back.
    case notAnswered
    /// Nobody knows why it is taken back.
    case reasonMissing
    /// Without what is wrong nobody can mend it.
    case objectionWithoutRemark
    /// Another round was opened since the text was shown.
    case newRound
    /// It was told and not asked, and can only take note.
    case onlyInformed
    /// It was asked to agree: to take note is no answer.
    case agreementAsked
    /// A department answers for itself.
    case notYours
}
