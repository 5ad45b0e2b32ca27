import Foundation
import Kernel
import Testing

@testable import Sealing

struct DocumentTests {
    struct Note: SealedDocument, Equatable {
        static let form = "note"
        static let formVersion = 2
        var text: String

        static func read(formVersion: Int, json: Data) throws -> Note? {
            struct First: Decodable { let body: String }
            return switch formVersion {
            case 1: Note(text: try JSONDecoder().decode(First.self, from: json).body)
            case 2: try JSONDecoder().decode(Note.self, from: json)
            default: nil
            }
        }
    }

    let sealer = Sealer()
    let key = ItemKey(from: .system)
    let place = SealingPlace(table: "note", column: "text", row: "1")

    @Test func `a document comes back, and its size tells only its kibibytes`() throws {
        let short = try sealer.seal(Note(text: "a"), with: key, at: place)
        let longer = try sealer.seal(Note(text: String(repeating: "b", count: 900)), with: key, at: place)
        let longest = try sealer.seal(Note(text: String(repeating: "c", count: 1100)), with: key, at: place)

        #expect(try sealer.open(short, with: key, at: place) == Note(text: "a"))
        #expect(short.bytes.count == longer.bytes.count)
        #expect(longest.bytes.count == longer.bytes.count + 1024)
    }

    @Test func `an earlier form is read, a later one is refused`() throws {
        func sealed(_ content: String) -> Sealed<Note> {
            Sealed(bytes: sealer.seal(Padding.pad(text: Array(content.utf8)), with: key, at: place))
        }

        #expect(try sealer.open(sealed("note/1\n{\"body\":\"oud\"}"), with: key, at: place) == Note(text: "oud"))
        #expect(throws: SealFailure.unreadableForm) { try sealer.open(sealed("note/3\n{\"text\":\"x\"}"), with: key, at: place) }
        #expect(throws: SealFailure.unreadableForm) { try sealer.open(sealed("report/1\n{}"), with: key, at: place) }
        #expect(throws: SealFailure.unreadableForm) { try sealer.open(sealed("note/2\nnonsense"), with: key, at: place) }
    }
}
