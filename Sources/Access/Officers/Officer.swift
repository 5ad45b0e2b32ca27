import Database
import Kernel

/// Someone who works at the desk.
package struct Officer: Sendable, Equatable, Identifiable {
    package typealias ID = Identifier<Officer>

    package let id: ID
    package let userName: UserName
    package let name: String
    package let joinedOn: Day
    package let leftOn: Day?

    package init(id: ID, userName: UserName, name: String, joinedOn: Day, leftOn: Day? = nil) {
        self.id = id
        self.userName = userName
        self.name = name
        self.joinedOn = joinedOn
        self.leftOn = leftOn
    }

    init(row: Row) throws {
        guard let userName = UserName(try row.get("user_name", as: String.self)) else {
            throw SQLFailure(.wrongColumn, "user_name")
        }
        self.init(
            id: try row.get("id"), userName: userName, name: try row.get("name"), joinedOn: try row.get("joined_day"),
            leftOn: try row.get("left_day"))
    }

    package func isServing(on day: Day) -> Bool { day >= joinedOn && day < leftOn ?? .last }
}

/// The name with which an officer signs in: 2 to 64 of lower-case letters, digits, dot, hyphen and underscore.
package struct UserName: Hashable, Sendable, Codable, CustomStringConvertible {
    package let text: String

    package init?(_ typed: String) {
        let text = typed.lowercased().filter { !$0.isWhitespace }
        guard (2...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || [45, 46, 95].contains($0) })
        else { return nil }
        self.text = text
    }

    package var description: String { text }
}
