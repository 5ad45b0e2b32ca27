import Foundation
import Kernel
import Sealing

/// A file of a case, as its readers see it.
package struct Attachment: SealedDocument, Equatable {
    package static let form = "attachment"

    /// As the reporter called it, without any path.
    package let name: String
    package let mediaType: String
    /// Bytes, without what it was filled up with.
    package let count: Int
    package let chunks: Int
    package let isFromReporter: Bool
    /// Whether hidden data was taken out of it.
    package let isCleaned: Bool
    /// Its number among the files of the case, in the order in which they came; nil in a draft.
    package private(set) var number: Int?

    package init(name: String, mediaType: String, count: Int, chunks: Int, isFromReporter: Bool, isCleaned: Bool) {
        self.name = name
        self.mediaType = mediaType
        self.count = count
        self.chunks = chunks
        self.isFromReporter = isFromReporter
        self.isCleaned = isCleaned
    }

    func numbered(_ number: Int) -> Attachment {
        var copy = self
        copy.number = number
        return copy
    }
}
