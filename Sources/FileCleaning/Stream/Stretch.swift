/// A stretch of a file in which every byte is treated alike.
struct Stretch: Sendable {
    enum Treatment: Sendable {
        case keep
        /// Replaced by as many zeros, so that nothing after it moves.
        case blank
        case drop
    }

    let treatment: Treatment
    private(set) var left: Int

    init(_ treatment: Treatment, _ length: Int) {
        self.treatment = treatment
        left = length
    }

    var isPassed: Bool { left == 0 }

    /// Treats what has arrived of this stretch. Returns the number of bytes used.
    @discardableResult
    mutating func pass(_ input: inout Intake, into output: inout [UInt8]) -> Int {
        let length = Swift.min(left, input.count)
        left -= length
        switch treatment {
        case .keep: output += input.front(length)
        case .blank: output += repeatElement(0, count: length)
        case .drop: break
        }
        input.drop(length)
        return length
    }
}
