import Foundation
import Kernel
import TestSupport
import Testing

@testable import Sealing

struct MailboxCodeTests {
    @Test func `codes differ, read back and have 24 digits`() throws {
        let codes = (0..<500).map { _ in MailboxCode(from: .system) }

        #expect(Set(codes.map(\.text)).count == 500)
        for code in codes {
            #expect(code.groups.map(\.count) == [4, 4, 4, 4, 4, 4])
            #expect(try MailboxCode(typed: code.text) == code)
        }
    }

    @Test(arguments: [
        "1234 5678 9012 3456 7890 1235", "123456789012345678901235", "1234-5678-9012-3456-7890-1235",
        "１２３４ 5678.9012 3456 7890 1235\n",
    ])
    func `a code is read as people type it`(text: String) throws {
        #expect(try MailboxCode(typed: text).text == "1234 5678 9012 3456 7890 1235")
    }

    @Test func `every wrong digit and every swap of neighbours is found before anything is looked up`() {
        let digits = Array("123456789012345678901235")
        for index in digits.indices {
            for digit in "0123456789" where digit != digits[index] {
                var wrong = digits
                wrong[index] = digit
                #expect(throws: MailboxCodeRefusal.misspelt) { try MailboxCode(typed: String(wrong)) }
            }
            guard index + 1 < digits.count, digits[index] != digits[index + 1] else { continue }
            var swapped = digits
            swapped.swapAt(index, index + 1)
            #expect(throws: MailboxCodeRefusal.misspelt) { try MailboxCode(typed: String(swapped)) }
        }
    }

    @Test(arguments: [
        ("", MailboxCodeRefusal.wrongCount(0)), ("1234", .wrongCount(4)), ("hello", .otherThanDigits),
        ("12345678901234567890126½", .otherThanDigits),
    ])
    func `what is no code is refused with the reason`(text: String, refusal: MailboxCodeRefusal) {
        #expect(throws: refusal) { try MailboxCode(typed: text) }
    }
}

struct PassphraseTests {
    @Test(arguments: [
        ("short", PassphraseRefusal.tooShort(shortest: 14)), ("aaaaaaaaaaaaaaaaaaaa", .tooSimple),
        (String(repeating: "abcdefgh", count: 40), .tooLong(longest: 256)),
    ])
    func `a weak passphrase is refused with the reason`(text: String, refusal: PassphraseRefusal) {
        #expect(throws: refusal) { try Passphrase(chosen: text) }
    }

    @Test func `the same passphrase typed on two keyboards is the same`() throws {
        let derivation = try Derivation(pepper: AuthenticityKey(from: .system), salt: EntropySource.system.bytes(16), cost: cheap)

        let composed = try #require(Passphrase(tried: "caf\u{e9} aan de gracht")).stretched(by: derivation)
        let decomposed = try #require(Passphrase(tried: "cafe\u{301} aan de gracht")).stretched(by: derivation)
        let other = try #require(Passphrase(tried: "cafe aan de gracht")).stretched(by: derivation)

        #expect(composed.verifier == decomposed.verifier)
        #expect(composed.verifier != other.verifier)
        #expect(composed.verifier != composed.locator)
        #expect(composed.unlockKey.bytes != composed.verifier)
    }

    @Test func `another pepper, salt or cost gives another key`() throws {
        let (pepper, salt) = (AuthenticityKey(from: .system), EntropySource.system.bytes(16))
        let passphrase = try Passphrase(chosen: "een lange zin die niemand raadt")
        let base = try passphrase.stretched(by: Derivation(pepper: pepper, salt: salt, cost: cheap)).verifier

        #expect(
            try passphrase.stretched(by: Derivation(pepper: AuthenticityKey(from: .system), salt: salt, cost: cheap)).verifier
                != base)
        #expect(
            try passphrase.stretched(by: Derivation(pepper: pepper, salt: EntropySource.system.bytes(16), cost: cheap)).verifier
                != base)
        #expect(
            try passphrase.stretched(by: Derivation(pepper: pepper, salt: salt, cost: DerivationCost(memoryKiB: 64, passes: 2)))
                .verifier
                != base)
    }

    @Test(arguments: [(0, 1), (8, 0), (2_000_000, 1), (64, 17)])
    func `a stored cost cannot ask for more than the limits`(memory: Int, passes: Int) {
        #expect(throws: SealFailure.unreadableForm) { try DerivationCost(memoryKiB: memory, passes: passes) }
    }

    private let cheap = try! DerivationCost(memoryKiB: 64, passes: 1)
}

struct MessageTests {
    @Test func `a message is genuine only with its text, case, direction and number`() {
        let pair = SigningKeyPair(from: .system)
        let key = AuthenticityKey(from: .system)
        let true1 = MessageStatement(subject: "c", direction: .toReporter, number: 1, text: "Dank je.")
        let others = [
            MessageStatement(subject: "d", direction: .toReporter, number: 1, text: "Dank je."),
            MessageStatement(subject: "c", direction: .fromReporter, number: 1, text: "Dank je."),
            MessageStatement(subject: "c", direction: .toReporter, number: 2, text: "Dank je."),
            MessageStatement(subject: "c", direction: .toReporter, number: 1, text: "Dank u."),
        ]
        let (signature, code) = (true1.signature(by: pair), true1.code(with: key))

        #expect(true1.isSigned(signature, by: pair.publicKey) && true1.isCoded(code, with: key))
        #expect(!true1.isSigned(signature, by: SigningKeyPair(from: .system).publicKey))
        #expect(!true1.isCoded(code, with: AuthenticityKey(from: .system)))
        for other in others { #expect(!other.isSigned(signature, by: pair.publicKey) && !other.isCoded(code, with: key)) }
    }

    @Test func `a signature for one use is not valid for another`() {
        let pair = SigningKeyPair(from: .system)

        let signature = pair.sign([1, 2, 3], for: .message)

        #expect(pair.publicKey.isSignature(signature, of: [1, 2, 3], for: .message))
        #expect(!pair.publicKey.isSignature(signature, of: [1, 2, 3], for: .auditHead))
    }
}

struct ServerSecretsTests {
    @Test func `the file is read back as it was written, and rotation keeps what was`() throws {
        let secrets = ServerSecrets(from: .system)

        let rotated = try ServerSecrets(
            decoding: secrets.rotatingSigningKey(from: .system).rotatingPepper(from: .system).encoded())

        #expect(rotated.installation == secrets.installation)
        #expect(rotated.peppers.map(\.id) == ["pepper-2", "pepper-1"])
        #expect(rotated.peppers[1].key == secrets.peppers[0].key)
        #expect(rotated.signing[1].key.seed == secrets.signing[0].key.seed)
        #expect(Set(rotated.publicSigningKeys.keys) == ["signing-1", "signing-2"])
        #expect(rotated.tagKey.tag("reader", "x") == secrets.tagKey.tag("reader", "x"))
    }

    @Test(arguments: ["", "{}", #"{"version":2}"#])
    func `a file of another form is refused`(text: String) {
        #expect(throws: SealFailure.unreadableForm) { try ServerSecrets(decoding: Data(text.utf8)) }
    }

    @Test func `tags of two kinds or two persons differ, and are not written alike`() {
        let tags = ServerSecrets(from: .system).tagKey

        #expect(tags.tag("reader", "ab") != tags.tag("wrap", "ab"))
        #expect(tags.tag("reader", "a", "b") != tags.tag("reader", "ab"))
        #expect(tags.tag("reader", "a").bytes.count == 16)
    }
}
