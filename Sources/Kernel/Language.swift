/// A language that pages and letters are written in. Dutch comes first; English is as complete.
package enum Language: String, CaseIterable, Sendable, Codable {
    case nl, en
}

/// One text in each language, so that a missing translation does not compile.
package struct Bilingual<Text: Sendable>: Sendable {
    package let nl: Text
    package let en: Text

    package init(nl: Text, en: Text) {
        self.nl = nl
        self.en = en
    }

    package subscript(_ language: Language) -> Text {
        switch language {
        case .nl: nl
        case .en: en
        }
    }
}

extension Bilingual: Equatable where Text: Equatable {}
extension Bilingual: Hashable where Text: Hashable {}

extension Bilingual: Decodable where Text: Decodable {}
