import Testing

@testable import FileCleaning

struct ColourProfileTests {
    @Test func `the colours stay where they are and everything else is gone`() throws {
        let original = ProfileSample.screen
        let copy = try #require(ColourProfile(original)).bytes

        let colours = 132 + 12 * 7 + ProfileSample.description.count + ProfileSample.copyright.count
        #expect(copy.count == original.count)
        #expect(copy[colours...].prefix(36) == original[colours...].prefix(36))
        #expect(!copy.contains("Noor"))
        #expect(!copy.contains("mmod"))
        #expect(!copy.contains("vcgt"))
        #expect(!copy.contains("appl"))
    }

    @Test func `the day, the makers and the identifier in the head are those of no one`() throws {
        let copy = try #require(ColourProfile(ProfileSample.screen)).bytes

        #expect(copy[24..<36] == [0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])
        #expect(copy[48..<56].allSatisfy { $0 == 0 })
        #expect(copy[80..<128].allSatisfy { $0 == 0 })
        #expect(copy[12..<24] == ProfileSample.screen[12..<24])
    }

    @Test(arguments: [ProfileSample.screen, ProfileSample.screenVersion4])
    func `the texts that every profile must have say nothing`(_ original: [UInt8]) throws {
        let copy = try #require(ColourProfile(original)).bytes

        #expect(copy.contains("desc"))
        #expect(copy.contains("cprt"))
        #expect(!copy.contains("N\0o\0o\0r") && !copy.contains("\0N\0o\0o"))
    }

    @Test func `a profile that goes on after its length loses the rest`() throws {
        let copy = try #require(ColourProfile(ProfileSample.screen + .text(Sample.maker))).bytes

        #expect(copy.suffix(11).elementsEqual([UInt8].zeros(11)))
    }

    @Test func `bytes that are no profile are not taken for one`() {
        var outside = ProfileSample.screen
        outside[132 + 12 * 2 + 4] = 0x7F
        var endless = ProfileSample.screen
        endless[128] = 0xFF

        for bytes in [
            [], .zeros(200), outside, endless, Array(ProfileSample.screen.dropLast()),
            ProfileSample.profile([("mmod", .zeros(20))]),
        ] {
            #expect(ColourProfile(bytes) == nil)
        }
    }
}
