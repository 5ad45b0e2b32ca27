import Commitments
import Kernel
import TestSupport
import Testing

/// References as they stand in public papers, in the Aanwijzingen voor de regelgeving 3.43 and in addresses of official
/// publications.
struct ReferenceTests {
    /// As read, as letters write it (with ~ for a space that does not break), as metadata writes it, and its identifier.
    static let known: [(String, String, String, String?)] = [
        (
            "Kamerstukken II 2024/25, 30 950, nr. 433", "Kamerstukken II 2024/25, 30~950, nr.~433",
            "Kamerstukken II 2024-2025, 30950, nr. 433", "kst-30950-433"
        ),
        (
            "Kamerstukken II, vergaderjaar 2024–2025, 30 950, nr. 433", "Kamerstukken II 2024/25, 30~950, nr.~433",
            "Kamerstukken II 2024-2025, 30950, nr. 433", "kst-30950-433"
        ),
        ("30 950, nr. 451", "Kamerstukken II, 30~950, nr.~451", "Kamerstukken II, 30950, nr. 451", "kst-30950-451"),
        (
            "https://zoek.officielebekendmakingen.nl/kst-30950-451.html", "Kamerstukken II, 30~950, nr.~451",
            "Kamerstukken II, 30950, nr. 451", "kst-30950-451"
        ),
        (
            "zoek.officielebekendmakingen.nl/h-tk-20102011-108-5.pdf?x=1#p", "Handelingen II 2010/11, nr.~108, item~5",
            "Handelingen II 2010-2011, nr. 108, item 5", "h-tk-20102011-108-5"
        ),
        ("30950-451", "Kamerstukken II, 30~950, nr.~451", "Kamerstukken II, 30950, nr. 451", "kst-30950-451"),
        (
            "36 600 VII, nr. 135", "Kamerstukken II, 36~600~VII, nr.~135", "Kamerstukken II, 36600 VII, nr. 135",
            "kst-36600-VII-135"
        ),
        ("35 925 X, nr. 8", "Kamerstukken II, 35~925~X, nr.~8", "Kamerstukken II, 35925 X, nr. 8", "kst-35925-X-8"),
        (
            "21 501-32, nr. 1703", "Kamerstukken II, 21~501-32, nr.~1703", "Kamerstukken II, 21501-32, nr. 1703",
            "kst-21501-32-1703"
        ),
        ("21501-32-1703", "Kamerstukken II, 21~501-32, nr.~1703", "Kamerstukken II, 21501-32, nr. 1703", "kst-21501-32-1703"),
        ("35 741, G", "Kamerstukken I, 35~741, G", "Kamerstukken I, 35741, G", "kst-35741-G"),
        ("35.741, G", "Kamerstukken I, 35~741, G", "Kamerstukken I, 35741, G", "kst-35741-G"),
        ("CXLVI, AA", "Kamerstukken I, CXLVI, AA", "Kamerstukken I, CXLVI, AA", "kst-CXLVI-AA"),
        (
            "Kamerstukken II 2009/10, 27858, nr. 88, p. 3", "Kamerstukken II 2009/10, 27~858, nr.~88, p.~3",
            "Kamerstukken II 2009-2010, 27858, nr. 88, p. 3", "kst-27858-88"
        ),
        (
            "Kamerstukken I 2008/09, 31700 VI, D, p. 4", "Kamerstukken I 2008/09, 31~700~VI, D, p.~4",
            "Kamerstukken I 2008-2009, 31700 VI, D, p. 4", "kst-31700-VI-D"
        ),
        (
            "Handelingen II 2010/11, nr. 108, item 5, p. 25-36", "Handelingen II 2010/11, nr.~108, item~5, p.~25-36",
            "Handelingen II 2010-2011, nr. 108, item 5, p. 25-36", "h-tk-20102011-108-5"
        ),
        (
            "Handelingen II 2018/19, nr. 15, item 5", "Handelingen II 2018/19, nr.~15, item~5",
            "Handelingen II 2018-2019, nr. 15, item 5", "h-tk-20182019-15-5"
        ),
        (
            "Handelingen I 2022-2023, nr. 14, item 3 - blz. 22", "Handelingen I 2022/23, nr.~14, item~3, p.~22",
            "Handelingen I 2022-2023, nr. 14, item 3, p. 22", "h-ek-20222023-14-3"
        ),
        ("Handelingen II 1999/2000, nr. 7", "Handelingen II 1999/2000, nr.~7", "Handelingen II 1999-2000, nr. 7", nil),
        (
            "Aanhangsel Handelingen II 2024/25, nr. 1043", "Aanhangsel Handelingen II 2024/25, nr.~1043",
            "Aanhangsel Handelingen II 2024-2025, nr. 1043", "ah-tk-20242025-1043"
        ),
        (
            "Aanhangsel Handelingen I 2014/15, nr. 12", "Aanhangsel Handelingen I 2014/15, nr.~12",
            "Aanhangsel Handelingen I 2014-2015, nr. 12", "ah-ek-20142015-12"
        ),
        ("Stcrt. 2025, 19890", "Stcrt. 2025, 19890", "Stcrt. 2025, 19890", "stcrt-2025-19890"),
        ("Staatscourant 2024, nr. 30890", "Stcrt. 2024, 30890", "Stcrt. 2024, 30890", "stcrt-2024-30890"),
    ]

    @Test(.law("Aanwijzingen voor de regelgeving 3.43"), arguments: known)
    func `a reference is read, and written in both styles and as an identifier`(
        text: String, letter: String, metadata: String, identifier: String?
    ) throws {
        let reference = try Reference(text)

        #expect(reference.written(in: .letter) == letter.replacing("~", with: "\u{00A0}"))
        #expect(reference.written(in: .metadata) == metadata)
        #expect(reference.identifier == identifier)
        #expect(try Reference(reference.written(in: .letter)) == reference)
        #expect(try Reference(reference.written(in: .metadata)) == reference)
    }

    @Test func `the number of a Kingdom act stands behind its dossier`() throws {
        let reference = try Reference("Kamerstukken II 2008/09, 31 579 (R1857), nr. 3")

        #expect(reference.written(in: .letter) == "Kamerstukken II 2008/09, 31\u{A0}579\u{A0}(R1857), nr.\u{A0}3")
        #expect(reference.written(in: .metadata) == "Kamerstukken II 2008-2009, 31579 (R1857), nr. 3")
        #expect(try Reference("31579 (R1857), nr. 3").written(in: .metadata) == "Kamerstukken II, 31579 (R1857), nr. 3")
    }

    @Test(arguments: [
        ("kst-30950-451", "Kamerstukken II, 30950, nr. 451"), ("kst-33000-VII-19", "Kamerstukken II, 33000 VII, nr. 19"),
        ("kst-35741-G", "Kamerstukken I, 35741, G"), ("kst-36600-B-K", "Kamerstukken I, 36600 B, K"),
        ("kst-20022003-27602-72", "Kamerstukken II 2002-2003, 27602, nr. 72"),
        ("kst-21501-32-1740", "Kamerstukken II, 21501-32, nr. 1740"),
        ("h-tk-20232024-37-8", "Handelingen II 2023-2024, nr. 37, item 8"), ("stcrt-2024-30890", "Stcrt. 2024, 30890"),
        ("ah-tk-20242025-1043", "Aanhangsel Handelingen II 2024-2025, nr. 1043"),
    ])
    func `an identifier is read: one letter is a paper of the Senate, a suffix has something behind it`(
        identifier: String, written: String
    ) throws {
        #expect(try Reference(identifier).written(in: .metadata) == written)
    }

    @Test func `spaces of any width, of any number and before the end do not matter`() throws {
        let plain = try Reference("Kamerstukken II 2024/25, 30 950, nr. 433")

        for text in [
            "  Kamerstukken II  2024/25, 30\u{00A0}950, nr.\u{00A0}433.", "kamerstukken II 2024-2025, 30950, nr. 433;",
            "Kamerstukken II 2024/2025, 30\u{2009}950, nr 433",
        ] {
            #expect(try Reference(text) == plain, "\(text)")
        }
    }

    @Test(arguments: [
        ("30 950", ReferenceRefusal.unknownForm("30 950")), ("", .unknownForm("")), ("de brief", .unknownForm("de brief")),
        ("309 50, nr. 1", .unknownForm("309 50, nr. 1")),
        ("Kamerstukken II 2024/26, 30 950, nr. 433", .yearsDoNotFollow("Kamerstukken II 2024/26, 30 950, nr. 433")),
        ("Kamerstukken II 2024/25, 35 741, G", .otherHouse("Kamerstukken II 2024/25, 35 741, G")),
        ("Kamerstukken I 2024/25, 30 950, nr. 433", .otherHouse("Kamerstukken I 2024/25, 30 950, nr. 433")),
        ("Handelingen II 2018/19, nr. 15, p. 9-3", .pagesReversed("Handelingen II 2018/19, nr. 15, p. 9-3")),
        ("kst-20022004-27602-72", .yearsDoNotFollow("kst-20022004-27602-72")),
        ("Stcrt. 0024, 10", .unknownForm("Stcrt. 0024, 10")), ("stcrt-0024-10", .unknownForm("stcrt-0024-10")),
        ("h-tk-20182019-1514", .unknownForm("h-tk-20182019-1514")),
        ("ah-tk-20242025-1043-2", .unknownForm("ah-tk-20242025-1043-2")), ("kst-3095-451", .unknownForm("kst-3095-451")),
        ("IIII, A", .noDossier("IIII")),
    ])
    func `what is no reference is refused with the reason`(text: String, refusal: ReferenceRefusal) {
        #expect(throws: refusal) { try Reference(text) }
    }

    @Test(arguments: [
        ("TZ202603-130", HouseNumber.Kind.promiseToTweedeKamer), ("T03545", .promiseToEersteKamer), ("2025D16675", .document),
        ("2025Z07345", .matter), ("2026A00001", .activity),
    ])
    func `a number of a House tells what it numbers`(text: String, kind: HouseNumber.Kind) throws {
        #expect(try HouseNumber(text).kind == kind)
    }

    @Test func `a digit of a note that sticks to a number is seen`() {
        #expect(throws: ReferenceRefusal.noteSticksTo("T035453", number: "T03545")) { try HouseNumber("T035453") }
        #expect(throws: ReferenceRefusal.noteSticksTo("2025D166752", number: "2025D16675")) { try HouseNumber("2025D166752") }
        #expect(throws: ReferenceRefusal.unknownForm("TZ202613-1")) { try HouseNumber("TZ202613-1") }
    }

    @Test(
        .law("Grondwet 65"),
        arguments: [
            ("2024-09-16", "2023/24"), ("2024-09-17", "2024/25"), ("2025-09-15", "2024/25"), ("2025-09-16", "2025/26"),
            ("1999-12-31", "1999/2000"), ("2026-09-15", "2026/27"),
        ])
    func `a parliamentary year turns on the third Tuesday of September`(iso: String, year: String) {
        #expect(ParliamentaryYear(of: Day(iso)!).inLetters == year)
    }
}
