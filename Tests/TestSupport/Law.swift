import Testing

/// The article that a test proves. `docs/law.md` is made from it.
package struct Law: TestTrait, SuiteTrait {
    package let articles: [String]
    package var comments: [Comment] { articles.map { Comment(rawValue: $0) } }
}

extension Trait where Self == Law {
    package static func law(_ articles: String...) -> Self { Law(articles: articles) }
}
