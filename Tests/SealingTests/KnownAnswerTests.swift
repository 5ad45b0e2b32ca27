import Crypto
import Foundation
import Kernel
import Testing

@testable import Sealing

/// Everything here was made by another implementation (`Vectors/make_vectors.py`) or stands in a published table.
struct KnownAnswerTests {
    let vectors = Vectors.all
    let sealer = Sealer()

    @Test func `a place is written as the other implementation writes it`() {
        #expect(Vectors.place.bytes == vectors.place.array)
    }

    @Test func `the public key follows from the seed, and a wrap made elsewhere opens`() throws {
        let pair = try ReadingKeyPair(seed: vectors.xwing.seed.array)

        #expect(pair.publicKey.bytes == vectors.xwing.public.array)
        let secret: ItemKey = try sealer.unwrap(vectors.xwing.wrap.array, with: pair, at: Vectors.place)
        #expect(secret.bytes == vectors.xwing.secret.array)
    }

    @Test func `a recovery wrap made elsewhere opens with both keys, one after the other`() throws {
        let first = try ReadingKeyPair(seed: vectors.pair.first.array)
        let second = try ReadingKeyPair(seed: vectors.pair.second.array)

        let inner = try sealer.takeOffEnvelope(vectors.pair.wrap.array, with: second, at: Vectors.place)
        let secret: EpochKey = try sealer.unwrap(inner, with: first, at: Vectors.place)

        #expect(secret.bytes == vectors.pair.secret.array)
    }

    @Test func `a box made elsewhere opens`() throws {
        let key = try ItemKey(bytes: vectors.box.key.array)

        let plain = try sealer.open(vectors.box.box.array, with: key, at: Vectors.place)

        #expect(plain == vectors.box.plain.array)
        #expect(try Padding.unpad(text: plain) == Array(#"report/1\#n{"a":"één"}"#.utf8))
    }

    @Test func `a file sealed elsewhere opens chunk by chunk`() throws {
        var opening = FileOpening(
            sealer: sealer, key: try ItemKey(bytes: vectors.file.key.array), place: Vectors.place, count: vectors.file.count)
        var digest = SHA256()

        for chunk in vectors.file.chunks { digest.update(data: try opening.feed(chunk.array)) }
        try opening.finish()

        #expect(digest.finalize().map { String(format: "%02x", $0) }.joined() == vectors.file.sha256)
    }

    @Test func `a signature made elsewhere is valid for its message only`() throws {
        let pair = try SigningKeyPair(seed: vectors.mldsa.seed.array)
        let statement = MessageStatement(subject: "case", direction: .toReporter, number: 2, text: "Dank je.")
        let other = MessageStatement(subject: "case", direction: .toReporter, number: 3, text: "Dank je.")

        #expect(pair.publicKey.bytes == vectors.mldsa.public.array)
        #expect(statement.isSigned(vectors.mldsa.signature.array, by: pair.publicKey))
        #expect(!other.isSigned(vectors.mldsa.signature.array, by: pair.publicKey))
    }

    @Test func `a code of authenticity is the one that was reckoned elsewhere`() throws {
        let statement = MessageStatement(subject: "case", direction: .toReporter, number: 2, text: "Dank je.")

        #expect(statement.code(with: try AuthenticityKey(bytes: vectors.mac.key.array)) == vectors.mac.code.array)
    }

    @Test func `Argon2id gives the output of the reference implementation, at the costs of production too`() throws {
        #expect(vectors.argon2id.contains { $0.memoryKiB == DerivationCost.mailboxCode.memoryKiB })
        #expect(vectors.argon2id.contains { $0.memoryKiB == DerivationCost.passphrase.memoryKiB })
        for vector in vectors.argon2id {
            let output = try Derivation.argon2id(
                vector.password.array, salt: vector.salt.array,
                cost: DerivationCost(memoryKiB: vector.memoryKiB, passes: vector.passes))
            #expect(output.bytes == vector.output.array)
        }
    }

    @Test func `a mailbox code gives the locator and the keys that were reckoned elsewhere`() throws {
        let derivation = try Derivation(
            pepper: AuthenticityKey(bytes: vectors.code.pepper.array), salt: vectors.code.salt.array, cost: .mailboxCode)

        let stretched = try MailboxCode(typed: vectors.code.code).stretched(by: derivation)

        #expect(stretched.locator == vectors.code.locator.array)
        #expect(stretched.unlockKey.bytes == vectors.code.unlock.array)
        #expect(stretched.verifier == vectors.code.verifier.array)
    }

    @Test func `Padmé sizes are those of the published algorithm`() {
        for pair in vectors.padme { #expect(Padding.padme(pair[0]) == pair[1]) }
    }

    /// RFC 5869, appendix A.1; NIST GCM specification, test case 16; RFC 4231, test case 2; FIPS 180-2, "abc".
    @Test func `the primitives give the answers of their standards`() throws {
        let okm = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: [UInt8](repeating: 0x0b, count: 22)), salt: hex("000102030405060708090a0b0c"),
            info: hex("f0f1f2f3f4f5f6f7f8f9"), outputByteCount: 42)
        #expect(
            okm.withUnsafeBytes { Array($0) }
                == hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"))

        let box = try AES.GCM.seal(
            hex(
                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
            ),
            using: SymmetricKey(data: hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")),
            nonce: AES.GCM.Nonce(data: hex("cafebabefacedbaddecaf888")),
            authenticating: hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"))
        #expect(Array(box.tag) == hex("76fc6ece0f4e1768cddf8853bb2d551b"))

        let mac = HMAC<SHA256>.authenticationCode(
            for: Array("what do ya want for nothing?".utf8), using: SymmetricKey(data: Array("Jefe".utf8)))
        #expect(Array(mac) == hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
        #expect(
            Array(SHA256.hash(data: Array("abc".utf8))) == hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        )
    }

    private func hex(_ text: String) -> [UInt8] {
        stride(from: 0, to: text.count, by: 2).map { UInt8(text.dropFirst($0).prefix(2), radix: 16)! }
    }
}
