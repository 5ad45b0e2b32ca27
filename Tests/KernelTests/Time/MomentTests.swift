import Kernel
import Testing

struct MomentTests {
    @Test(arguments: [
        ("2026-03-27T16:30+01:00", "2026-03-27T16:30:00+01:00"),
        ("2026-03-27T15:30:05Z", "2026-03-27T16:30:05+01:00"),
        ("2026-07-01T00:30[Europe/Amsterdam]", "2026-07-01T00:30:00+02:00"),
        ("2026-07-01 10:00[America/Curacao]", "2026-07-01T10:00:00-04:00"),
    ])
    func `a moment with its zone is read`(text: String, iso: String) throws {
        #expect(try Moment.parse(text).get().iso == iso)
    }

    @Test(arguments: [
        ("2026-03-27T16:30", MomentRefusal.zoneMissing),
        ("2026-03-29T02:30[Europe/Amsterdam]", .skippedBySummerTime),
        ("2026-10-25T02:30[Europe/Amsterdam]", .comesTwice),
        ("2026-03-27T16:30[Mars/Olympus]", .unknownZone("Mars/Olympus")),
        ("2026-02-30T16:30Z", .unreadable),
        ("2026-03-27T24:30Z", .unreadable),
        ("2026-03-27", .unreadable),
        ("2026-03-27T16:30+1:00", .unreadable),
    ])
    func `a moment that does not exist, or may be two, is refused with the reason`(text: String, refusal: MomentRefusal) {
        #expect(throws: refusal) { try Moment.parse(text).get() }
    }
}
