/// The algorithms with which something is sealed, as a number beside it, so that they can be replaced one day.
package enum SealingSuite: UInt8, Sendable {
    /// Nothing is sealed. Only the control run of the leak test uses it, to show that the search finds what lies open.
    case open = 0
    /// X-Wing (ML-KEM-768 with X25519) and AES-256-GCM by HPKE (RFC 9180), ML-DSA-65, HKDF-SHA256.
    case xWing = 1
}
