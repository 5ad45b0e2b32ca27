import FileCleaning
import Testing

struct WAVTests {
    private typealias Part = WAVSample

    @Test func `the format and the sound are kept, and what is removed becomes filler of its length`() throws {
        let traces = Part.traces.map { Part.chunk("JUNK", .zeros($0.count - 8)) }
        var filler = Part.traces
        for (index, trace) in Part.traces.enumerated() {
            let length = Int(trace[4])
            filler[index] = Part.chunk("JUNK", .zeros(length))
        }
        let copy = try cleaned(Part.dictation, as: .wav)

        #expect(traces.map(\.count) == filler.map(\.count))
        #expect(
            copy == Part.file([filler[1], Part.format, Part.chunk("fact", .little(5, 4)), filler[0], Part.sound] + filler[2...]))
    }

    @Test func `what follows the length that the file gives is dropped`() throws {
        let file = Part.file([Part.format, Part.sound])

        #expect(try cleaned(file + Part.traces[0], as: .wav) == file)
    }

    @Test func `sound of unknown length goes on to the end`() throws {
        let unknown = [UInt8](repeating: 255, count: 4)
        let file = [UInt8].text("RIFF") + unknown + .text("WAVE") + Part.format + .text("data") + unknown + [1, 2, 3]

        #expect(try cleaned(file, as: .wav) == file)
    }

    @Test func `the padding that many programs forget is added`() throws {
        let file = Part.file([Part.format, Part.sound])

        #expect(try cleaned(file.dropLast(), as: .wav) == file)
    }

    @Test func `padding holds nothing`() throws {
        var file = Part.file([Part.format, Part.sound])
        file[file.count - 1] = 0x4E

        #expect(try cleaned(file, as: .wav).last == 0)
    }

    @Test(arguments: [
        WAVSample.file([]), WAVSample.file([WAVSample.format]), WAVSample.file([WAVSample.sound]),
        WAVSample.file([WAVSample.format, WAVSample.format, WAVSample.sound]),
        WAVSample.file([WAVSample.chunk("fmt ", .zeros(2000)), WAVSample.sound]),
        WAVSample.file([WAVSample.format, WAVSample.sound, WAVSample.sound]),
        WAVSample.file([WAVSample.format, Array(WAVSample.sound.dropLast(3))]),
    ])
    func `a file without a format and sound, or one that is cut off, is damaged`(_ file: [UInt8]) {
        #expect(throws: CleaningRefusal.damaged) { try cleaned(file, as: .wav) }
    }
}
