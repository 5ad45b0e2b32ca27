/// What changed between two versions of a text, word by word.
package struct TextComparison: Sendable, Equatable {
    package enum Piece: Sendable, Equatable {
        case same(String)
        case removed(String)
        case added(String)
    }

    package let pieces: [Piece]

    package init(from old: String, to new: String) {
        let (before, after) = (Self.words(of: old), Self.words(of: new))
        let difference = after.difference(from: before)
        var removed = Set(
            difference.removals.map { change -> Int in
                guard case .remove(let offset, _, _) = change else { return -1 }
                return offset
            })
        let added = Set(
            difference.insertions.map { change -> Int in
                guard case .insert(let offset, _, _) = change else { return -1 }
                return offset
            })
        var (pieces, old, new): ([Piece], Int, Int) = ([], 0, 0)
        while old < before.count || new < after.count {
            if removed.remove(old) != nil {
                pieces.append(.removed(before[old]))
                old += 1
            } else if added.contains(new) {
                pieces.append(.added(after[new]))
                new += 1
            } else {
                pieces.append(.same(after[new]))
                (old, new) = (old + 1, new + 1)
            }
        }
        self.pieces = Self.joined(pieces)
    }

    package var isSame: Bool {
        pieces.allSatisfy {
            if case .same = $0 { true } else { false }
        }
    }

    /// Words with the space behind them, so that the pieces together are the text.
    private static func words(of text: String) -> [String] {
        var (words, word, wasSpace): ([String], String, Bool) = ([], "", false)
        for character in text {
            if wasSpace, !character.isWhitespace {
                words.append(word)
                word = ""
            }
            word.append(character)
            wasSpace = character.isWhitespace
        }
        return word.isEmpty ? words : words + [word]
    }

    /// Pieces of a kind that follow on each other are one.
    private static func joined(_ pieces: [Piece]) -> [Piece] {
        pieces.reduce(into: []) { joined, piece in
            switch (joined.last, piece) {
            case (.same(let text), .same(let more)): joined[joined.count - 1] = .same(text + more)
            case (.removed(let text), .removed(let more)): joined[joined.count - 1] = .removed(text + more)
            case (.added(let text), .added(let more)): joined[joined.count - 1] = .added(text + more)
            default: joined.append(piece)
            }
        }
    }
}
