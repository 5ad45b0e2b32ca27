import FileCleaning

/// How much may be sent as files.
package enum FileLimits {
    /// Bytes of one file.
    package static let file = 100_000_000
    /// Files of one draft.
    package static let count = 10
    /// Files of one case.
    package static let countOfCase = 100
    /// About the bytes of one chunk.
    static let chunk = 256 * 1024
    /// Bytes of one request with files.
    package static let request = 220_000_000
}

/// Why a file is not taken in.
package enum FileRefusal: Error, Equatable, Sendable {
    case empty
    case tooLarge(limit: Int)
    case tooMany(limit: Int)
    /// The case holds as many files as it may.
    case caseFull(limit: Int)
    /// There is no room for files at the moment.
    case noRoom
    /// Too many files are being cleaned.
    case busy
    case cleaning(CleaningRefusal)
}
