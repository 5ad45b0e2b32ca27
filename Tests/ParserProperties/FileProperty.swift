import FileCleaning

/// The first byte chooses a name, the second the pieces in which the rest comes in; the rest is a file.
///
/// The copy is the same however the file is cut, is recognised as the same kind, and stays as it is when it is cleaned again.
package enum FileProperty {
    private static let names = ["beeld", "foto.jpg", "film.mp4", "geluid.mp3", "lijst.csv", "brief.txt", "log.log", "brief.docx"]

    static func fault(for input: [UInt8]) -> String? {
        guard let (file, name, kind) = recognised(input) else { return nil }
        let whole = copy(of: file, as: kind, in: file.count)
        let cut = copy(of: file, as: kind, in: Int(input[1]) + 1)
        guard whole == cut else { return "\(kind): another copy in pieces of \(Int(input[1]) + 1)" }
        guard case .success(let copy) = whole else { return nil }
        guard case .streamed(kind)? = try? FileKind(recognising: copy[...], named: name) else {
            return copy.isEmpty ? nil : "\(kind): the copy is of another kind"
        }
        return self.copy(of: copy[...], as: kind, in: copy.count) == whole ? nil : "\(kind): a copy of the copy is another"
    }

    /// The kind of file of which an input makes a copy; nil where it makes none.
    package static func cleaned(_ input: [UInt8]) -> StreamedKind? {
        guard let (file, _, kind) = recognised(input), case .success = copy(of: file, as: kind, in: file.count) else {
            return nil
        }
        return kind
    }

    private static func recognised(_ input: [UInt8]) -> (file: ArraySlice<UInt8>, name: String, kind: StreamedKind)? {
        guard input.count >= 2 else { return nil }
        let (file, name) = (input.dropFirst(2), names[Int(input[0]) % names.count])
        guard case .streamed(let kind)? = try? FileKind(recognising: file, named: name) else { return nil }
        return (file, name, kind)
    }

    private static func copy(of file: ArraySlice<UInt8>, as kind: StreamedKind, in length: Int) -> Result<
        [UInt8], CleaningRefusal
    > {
        Result { () throws(CleaningRefusal) in
            var survey = FileSurvey(of: kind)
            while let wanted = survey.wanted, wanted < file.count {
                let start = file.startIndex + wanted
                try survey.take(file[start..<min(start + length, file.endIndex)], at: wanted)
            }
            var stream = CleanedStream(try survey.finish())
            var copy: [UInt8] = []
            for piece in file.pieces(of: max(length, 1)) { copy += try stream.take(piece) }
            return try copy + stream.finish()
        }
    }
}
