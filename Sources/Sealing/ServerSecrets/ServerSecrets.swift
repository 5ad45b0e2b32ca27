import Foundation
import Kernel

/// The secrets of the server: the same on every node, in one file outside database and backup. Whoever has this file and the
/// database still opens no case.
package struct ServerSecrets: Sendable {
    /// Identifies the installation, so that a file and a database that do not belong together are found out.
    package let installation: String
    /// Goes into every derivation of a code or passphrase. The first is used for new ones.
    package let peppers: [Numbered<AuthenticityKey>]
    package let salt: [UInt8]
    package let tags: Numbered<AuthenticityKey>
    /// Seals what the server must read without a person: second factors of officers, details of its own audit entries.
    package let notice: Numbered<UnlockKey>
    /// Signs heads of the audit chain and the first keyholders. The first is used for new signatures.
    package let signing: [Numbered<SigningKeyPair>]

    /// A key with its number, so that it can be replaced while the old one is still known.
    package struct Numbered<Key: Sendable>: Sendable {
        package let id: String
        package let key: Key
    }

    package init(from entropy: EntropySource) {
        installation = Base32.encode(entropy.bytes(10))
        peppers = [Numbered(id: "pepper-1", key: Secret(from: entropy))]
        salt = entropy.bytes(Derivation.saltSize)
        tags = Numbered(id: "tags-1", key: Secret(from: entropy))
        notice = Numbered(id: "notice-1", key: Secret(from: entropy))
        signing = [Numbered(id: "signing-1", key: SigningKeyPair(from: entropy))]
    }

    private init(
        installation: String, peppers: [Numbered<AuthenticityKey>], salt: [UInt8], tags: Numbered<AuthenticityKey>,
        notice: Numbered<UnlockKey>, signing: [Numbered<SigningKeyPair>]
    ) {
        self.installation = installation
        self.peppers = peppers
        self.salt = salt
        self.tags = tags
        self.notice = notice
        self.signing = signing
    }

    package var tagKey: TagKey { TagKey(tags.key) }

    /// The same secrets with a new signing key in front. Old signatures stay verifiable.
    package func rotatingSigningKey(from entropy: EntropySource) -> ServerSecrets {
        let next = Numbered(id: "signing-\(signing.count + 1)", key: SigningKeyPair(from: entropy))
        return ServerSecrets(
            installation: installation, peppers: peppers, salt: salt, tags: tags, notice: notice, signing: [next] + signing)
    }

    /// The same secrets with a new pepper in front. Codes and passphrases under an old one stay usable.
    package func rotatingPepper(from entropy: EntropySource) -> ServerSecrets {
        let next = Numbered(id: "pepper-\(peppers.count + 1)", key: AuthenticityKey(from: entropy))
        return ServerSecrets(
            installation: installation, peppers: [next] + peppers, salt: salt, tags: tags, notice: notice, signing: signing)
    }

    /// The halves that may be published, by the number of their key.
    package var publicSigningKeys: [String: SigningPublicKey] {
        Dictionary(uniqueKeysWithValues: signing.map { ($0.id, $0.key.publicKey) })
    }
}

extension ServerSecrets {
    private struct File: Codable {
        struct Key: Codable {
            let id: String
            let bytes: Data
        }
        let version: Int
        let installation: String
        let peppers: [Key]
        let salt: Data
        let tags: Key
        let notice: Key
        let signing: [Key]
    }

    /// The content of the file.
    package func encoded() throws -> Data {
        func key<Use>(_ numbered: Numbered<Secret<Use>>) -> File.Key {
            File.Key(id: numbered.id, bytes: Data(numbered.key.bytes))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return try encoder.encode(
            File(
                version: 1, installation: installation, peppers: peppers.map(key), salt: Data(salt), tags: key(tags),
                notice: key(notice), signing: signing.map { File.Key(id: $0.id, bytes: Data($0.key.seed)) }))
    }

    /// - Throws: `SealFailure` where the file is not of a form that this release reads.
    package init(decoding data: Data) throws(SealFailure) {
        guard let file = try? JSONDecoder().decode(File.self, from: data), file.version == 1, !file.peppers.isEmpty,
            !file.signing.isEmpty, file.salt.count == Derivation.saltSize
        else { throw .unreadableForm }
        func secret<Use>(_ key: File.Key) throws(SealFailure) -> Numbered<Secret<Use>> {
            Numbered(id: key.id, key: try Secret(bytes: Array(key.bytes)))
        }
        var peppers: [Numbered<AuthenticityKey>] = []
        for key in file.peppers { peppers.append(try secret(key)) }
        var signing: [Numbered<SigningKeyPair>] = []
        for key in file.signing { signing.append(Numbered(id: key.id, key: try SigningKeyPair(seed: Array(key.bytes)))) }
        self.init(
            installation: file.installation, peppers: peppers, salt: Array(file.salt), tags: try secret(file.tags),
            notice: try secret(file.notice), signing: signing)
    }
}
