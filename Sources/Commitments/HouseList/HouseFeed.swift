import Database
import Kernel

/// How far each category of the House's feed was read: its pages lead from one to the next for ever.
package struct HouseFeed: Sendable, Equatable {
    /// Where the feed of the House begins, before the name of a category.
    package static let address = "https://gegevensmagazijn.tweedekamer.nl/SyncFeed/2.0/Feed?category="

    package static func name(of category: HouseRecord.Category) -> String {
        switch category {
        case .promise: "Toezegging"
        case .matter: "Zaak"
        case .decision: "Besluit"
        }
    }

    /// The page that follows, where it is at the same place as the one before; another place is not asked.
    ///
    /// - Parameters:
    ///   - link: as the page gives it, from the root or as a whole.
    ///   - page: the address of the page.
    package static func following(_ link: String?, on page: String) -> String? {
        guard let link, let root = page.firstMatch(of: /https?:\/\/[^\/?#]+/)?.output else { return nil }
        let whole = link.hasPrefix("/") ? root + link : Substring(link)
        guard whole.hasPrefix(root + "/"), whole != page, !whole.contains(where: \.isWhitespace) else { return nil }
        return String(whole)
    }
}

extension Commitments {
    /// The page at which a category goes on; nil where nothing was read yet.
    package func feedPage(of category: HouseRecord.Category) async throws -> String? {
        try await database.read { db in
            try db.first("SELECT next_page FROM house_feed WHERE category = $1", category.rawValue)?.get("next_page")
        }
    }

    package func goOn(at page: String, of category: HouseRecord.Category) async throws {
        let today = today
        try await database.write { db in
            try db.execute(
                """
                INSERT INTO house_feed (category, next_page, day) VALUES ($1, $2, $3)
                ON CONFLICT (category) DO UPDATE SET next_page = $2, day = $3
                """, category.rawValue, page, today)
        }
    }
}
