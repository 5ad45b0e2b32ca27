import Commitments
import Testing

@testable import CLI

struct ImportWordingTests {
    @Test func `a bar tells how much of the file was read, and records alone where its size is not known`() {
        #expect(
            ProgressLine.line("a.xml", HouseImportProgress(read: 500, share: 0.25))
                == "a.xml: [######..................] 25 %, 500 records")
        #expect(ProgressLine.line("-", HouseImportProgress(read: 500, share: nil)) == "-: 500 records")
    }

    @Test func `what changed is told field by field, what was taken away by its number, and what could not be read by its line`()
    {
        var report = HouseImportReport()
        (report.added, report.changed, report.removed) = (1, 4, 1)
        report.changes = [
            HouseChange("TZ202409-1", [.init(name: "status", before: "Openstaand", after: nil)]),
            HouseChange("TZ202409-2", isRemoved: true),
            HouseChange("TZ202409-3", [.init(name: "text", before: nil, after: String(repeating: "a", count: 90))]),
        ]
        report.faults = [HouseListFault(line: 7, reason: .notUTF8)]

        #expect(
            HouseImportWording.lines(report, file: "a.json", isTrial: true) == [
                "a.json: 1 new, 4 changed, 0 unchanged, 1 removed at the source, 0 of other kinds, 1 unreadable (nothing was kept: dry run)",
                "  TZ202409-1: status 'Openstaand' -> nothing", "  TZ202409-2: removed at the source",
                "  TZ202409-3: text nothing -> '\(String(repeating: "a", count: 80))…'", "  and 1 more that changed",
                "  line 7: JSON in another encoding than UTF-8; save it as UTF-8",
            ])
    }
}
