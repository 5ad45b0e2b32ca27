import Access
import Compartments
import Foundation
import Kernel
import Sealing

/// A message between the reporter and the desk.
package struct Message: Sendable, Equatable {
    package let number: Int
    package let day: Day
    /// Nil where the message could not be opened or is not genuine: then it is shown as such, without its text.
    package let content: MessageContent?
}

/// What a genuine message says.
package struct MessageContent: Sendable, Equatable {
    package enum Kind: String, Sendable, Codable {
        case message
        /// What the desk finds of the report and does with it: Wbk 2(2)(i).
        case feedback
    }

    package let direction: MessageDirection
    package let kind: Kind
    package let text: String
    /// The function and the name of the officer; nil for the reporter.
    package let author: Author?
    package let instant: Instant

    package struct Author: Sendable, Equatable {
        package let function: String
        package let name: String
    }
}

/// A message as it is kept: with the proof that it is what it seems.
struct MessageDocument: SealedDocument {
    static let form = "message"

    let direction: MessageDirection
    let kind: MessageContent.Kind
    let text: String
    let instant: Int64
    let officer: String?
    let keyVersion: Int?
    let function: String?
    let name: String?
    /// The officer's signature, or the code of the reporter's mailbox.
    let proof: Data

    /// What is signed: also the kind and the function, so that neither can be changed.
    static func statement(
        subject: String, direction: MessageDirection, number: Int, kind: MessageContent.Kind, function: String?, text: String
    ) -> MessageStatement {
        MessageStatement(
            subject: subject, direction: direction, number: number, text: "\(kind.rawValue)\n\(function ?? "")\n\(text)")
    }

    /// The content, where the proof holds for this case and this number.
    func genuine(subject: String, number: Int, roster: Roster, authenticity: AuthenticityKey?) -> MessageContent? {
        let statement = Self.statement(
            subject: subject, direction: direction, number: number, kind: kind, function: function, text: text)
        switch direction {
        case .fromReporter:
            guard let authenticity, statement.isCoded(Array(proof), with: authenticity) else { return nil }
            return MessageContent(
                direction: direction, kind: kind, text: text, author: nil, instant: Instant(microseconds: instant))
        case .toReporter:
            guard let officer = officer.flatMap({ Officer.ID($0) }), let keyVersion,
                let key = roster.signingKey(of: officer, version: keyVersion), statement.isSigned(Array(proof), by: key)
            else { return nil }
            return MessageContent(
                direction: direction, kind: kind, text: text,
                author: .init(function: function ?? "", name: roster.officers[officer]?.name ?? ""),
                instant: Instant(microseconds: instant))
        }
    }
}
