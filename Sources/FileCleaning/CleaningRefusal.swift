/// Why a file cannot be cleaned. Each case is something the person who sends it can act on.
package enum CleaningRefusal: Error, Equatable, Sendable {
    /// No kind that can be cleaned is recognised.
    case unknownKind
    /// A photo in HEIC, HEIF or AVIF: a screenshot of it, or the telephone's "most compatible" setting, makes one that can be
    /// cleaned.
    case heic
    /// An office format other than the current ones (doc, xls, ppt, rtf, macro-enabled, Pages): saving it as docx or PDF helps.
    case oldOffice
    /// A whole mail message. Its header lines name the sender and every server on the way.
    case mail
    /// Several files in one: they have to be sent one by one.
    case archive
    /// Something that runs.
    case program
    /// Protected by a password.
    case encrypted
    /// Does not follow its own format, or ends too early.
    case damaged
    /// Larger than what may be held in memory at once, in bytes.
    case tooLargeToClean(limit: Int)
    /// Asks more time or memory than one document may take.
    case tooComplexToClean
    /// The document cleaner is not installed on this server.
    case cleanerMissing
}
