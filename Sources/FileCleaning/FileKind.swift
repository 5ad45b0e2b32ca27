/// A kind of file that can be cleaned, and by what.
package enum FileKind: Hashable, Sendable {
    /// Cleaned as it passes, by `CleanedStream`.
    case streamed(StreamedKind)
    /// Cleaned whole, by the external document cleaner.
    case document(DocumentKind)

    package static let all = StreamedKind.allCases.map(Self.streamed) + DocumentKind.allCases.map(Self.document)

    /// The kind that is stored under this extension, in lower case and without a full stop.
    package init?(fileExtension: String) {
        if let kind = StreamedKind(rawValue: fileExtension) {
            self = .streamed(kind)
        } else if let kind = DocumentKind(rawValue: fileExtension) {
            self = .document(kind)
        } else {
            return nil
        }
    }

    /// The extension of a cleaned copy, without a full stop.
    package var fileExtension: String {
        switch self {
        case .streamed(let kind): kind.rawValue
        case .document(let kind): kind.rawValue
        }
    }

    package var mediaType: String {
        switch self {
        case .streamed(let kind): kind.mediaType
        case .document(let kind): kind.mediaType
        }
    }
}

/// A kind that is cleaned in one pass. The raw value is its file extension.
package enum StreamedKind: String, CaseIterable, Sendable {
    case jpeg = "jpg"
    case png
    case gif
    case webp
    case mp4
    case quickTime = "mov"
    case m4a
    case threeGP = "3gp"
    case mp3
    case wav
    case text = "txt"
    case csv

    package var mediaType: String {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .mp4: "video/mp4"
        case .quickTime: "video/quicktime"
        case .m4a: "audio/mp4"
        case .threeGP: "video/3gpp"
        case .mp3: "audio/mpeg"
        case .wav: "audio/wav"
        case .text: "text/plain"
        case .csv: "text/csv"
        }
    }
}

/// A kind that the external document cleaner takes. The raw value is its file extension and the cleaner's argument.
package enum DocumentKind: String, CaseIterable, Sendable {
    case pdf, docx, xlsx, pptx, odt, ods, odp

    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .odp: "application/vnd.oasis.opendocument.presentation"
        }
    }
}
