/// What a derivation costs whoever tries codes or passphrases (Argon2id, RFC 9106, one lane).
package struct DerivationCost: Hashable, Sendable, Codable {
    package let memoryKiB: Int
    package let passes: Int

    /// - Throws: `SealFailure.unreadableForm` outside 8 KiB to 1 GiB and 1 to 16 passes: a stored record must not be able to ask
    ///   for more.
    package init(memoryKiB: Int, passes: Int) throws(SealFailure) {
        guard (8...1_048_576).contains(memoryKiB), (1...16).contains(passes) else { throw .unreadableForm }
        self.memoryKiB = memoryKiB
        self.passes = passes
    }

    package init(from decoder: any Decoder) throws {
        enum Keys: CodingKey { case memoryKiB, passes }
        let container = try decoder.container(keyedBy: Keys.self)
        try self.init(
            memoryKiB: container.decode(Int.self, forKey: .memoryKiB), passes: container.decode(Int.self, forKey: .passes))
    }

    /// For a mailbox code, which has 73 bits of its own.
    package static let mailboxCode = try! DerivationCost(memoryKiB: 64 * 1024, passes: 3)
    /// For a passphrase that a person made up.
    package static let passphrase = try! DerivationCost(memoryKiB: 128 * 1024, passes: 3)
}
