/// A file on its way to the officers' copy: takes its bytes in pieces of any size, gives the cleaned ones as it goes.
///
/// The output is the same however the input is cut. Memory is bounded by the limits of `CleaningLimits`, whatever the size of the
/// file.
package struct CleanedStream: Sendable {
    private var cleaner: any FormatCleaner
    private var input = Intake()
    private var refusal: CleaningRefusal?

    package init(_ file: SurveyedFile) {
        cleaner =
            switch file.kind {
            case .jpeg: JPEGCleaner()
            case .png: PNGCleaner()
            case .gif: GIFCleaner()
            case .webp: WebPCleaner()
            case .mp4, .quickTime, .m4a, .threeGP: MediaCleaner(blanking: file.unplayed)
            case .mp3: MP3Cleaner()
            case .wav: WAVCleaner()
            case .text, .csv: TextCleaner()
            }
    }

    /// The bytes kept in memory between two pieces.
    package var buffered: Int { input.count + cleaner.held }

    package mutating func take(_ piece: [UInt8]) throws(CleaningRefusal) -> [UInt8] { try take(piece[...]) }

    /// Takes the next piece of the file. A refusal is final: what was given before it is not a file.
    package mutating func take(_ piece: ArraySlice<UInt8>) throws(CleaningRefusal) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(piece.count)
        var rest = piece
        while !rest.isEmpty {
            input.append(rest.prefix(CleaningLimits.piece))
            rest = rest.dropFirst(CleaningLimits.piece)
            try clean(into: &output)
        }
        return output
    }

    /// Tells that the file has ended, and gives its last cleaned bytes. A file that ends too early is refused as damaged.
    package mutating func finish() throws(CleaningRefusal) -> [UInt8] {
        var output: [UInt8] = []
        input.end()
        try clean(into: &output)
        guard cleaner.isComplete else { throw remember(.damaged) }
        return output
    }

    private mutating func clean(into output: inout [UInt8]) throws(CleaningRefusal) {
        if let refusal { throw refusal }
        do {
            try cleaner.run(&input, into: &output)
        } catch {
            throw remember(error)
        }
    }

    private mutating func remember(_ refusal: CleaningRefusal) -> CleaningRefusal {
        self.refusal = refusal
        return refusal
    }
}
