/// A key wrapped to two recovery officers together: the first cannot open it without the second.
///
/// The wrap for the first lies in an envelope for the second. The second takes the envelope off; what is left only the first opens.
extension Sealer {
    package func wrap<Use>(
        _ secret: Secret<Use>, toPair first: ReadingPublicKey, _ second: ReadingPublicKey, at place: SealingPlace
    ) -> [UInt8] {
        envelope(wrap(secret, to: first, at: place), to: second, at: place)
    }

    /// Takes off the outer envelope, in the session of the second officer.
    ///
    /// - Returns: the wrap for the first officer.
    package func takeOffEnvelope(_ wrap: [UInt8], with second: ReadingKeyPair, at place: SealingPlace) throws(SealFailure)
        -> [UInt8]
    {
        try openEnvelope(wrap, with: second, at: place)
    }
}
