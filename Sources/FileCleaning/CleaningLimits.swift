/// What a streamed file may ask of memory, in bytes.
package enum CleaningLimits {
    /// The index of a film (`moov`), which is held whole. Hours of film stay below it.
    package static let movieIndex = 16 << 20
    /// Every other part that is held whole: a colour profile, the index of a fragment.
    package static let part = 1 << 20
    /// The number of bytes that are looked at in one go.
    static let piece = 64 << 10
}
