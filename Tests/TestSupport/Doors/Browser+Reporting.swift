import Access

/// What a person fills in on the pages of a report.
package struct TypedReport: Sendable {
    package var organisation = "bzk"
    package var search = ""
    package var story = "Elke maandag maakt hij mij belachelijk."
    package var words = ""
    package var urgency = ""
    package var mode = "anonymous"
    package var name = ""
    package var contact = ""
    /// The identity of the officer who is marked as involved.
    package var involved: String?
    package var files: [UploadedFile] = []

    package init() {}
}

extension Browser {
    /// Begins a report: from here on there is a session.
    package func begin() async throws {
        _ = try await post("/nl/melden/begin", [:])
    }

    /// Fills in every page of a report, through the check of the answers.
    package func fillIn(_ report: TypedReport) async throws {
        _ = try await fill("/nl/melden/wie", ["wie": "myself"])
        if !report.search.isEmpty { _ = try await fill("/nl/melden/organisatie", ["zoek": report.search, "zoeken": "ja"]) }
        _ = try await fill("/nl/melden/organisatie", ["zoek": "", "organisatie": report.organisation])
        if let officer = report.involved { _ = try await fill("/nl/melden/lezers", ["betrokken": officer, "verder": "ja"]) }
        // Who reads changed with the mark, so that the page is shown again.
        _ = try await fill("/nl/melden/lezers", report.involved.map { ["betrokken": $0, "verder": "ja"] } ?? ["verder": "ja"])
        _ = try await fill("/nl/melden/soort", ["soort": "bullying"])
        _ = try await fill("/nl/melden/verhaal", ["verhaal": report.story])
        _ = try await fill(
            "/nl/melden/wanneer", ["patroon": "once", "dag": "16", "maand": "2", "jaar": "2026", "woorden": report.words])
        _ = try await fill("/nl/melden/spoed", ["spoed": report.urgency.isEmpty ? "nee" : "ja", "spoedtekst": report.urgency])
        for file in report.files { _ = try await upload("/nl/melden/bestanden", [file]) }
        _ = try await fill("/nl/melden/bestanden", [:])
        _ = try await fill("/nl/melden/naam", ["hoe": report.mode, "naam": report.name, "bereikbaar": report.contact])
    }

    /// Sends the report, and types the code back.
    ///
    /// - Returns: the code, in groups.
    package func sendReport() async throws -> String {
        try await sendChecked()
        let code = try await shownCode()
        _ = try await fill("/nl/melden/code", ["laatste": String(code.suffix(4))])
        return code
    }

    /// Sends the report as the page with all answers offers it.
    package func sendChecked() async throws {
        let page = try await get("/nl/melden/controle")
        _ = try await fill("/nl/melden/controle", ["lezers": page.value(of: "lezers") ?? ""])
    }

    /// The code on the page that shows it.
    package func shownCode(at path: String = "/nl/melden/code") async throws -> String {
        Self.code(in: try await get(path))
    }

    /// The code in a page, in groups; stops the test where there is none.
    package static func code(in page: WebAnswer) -> String {
        let groups = page.text.matches(of: /<li>([0-9]{4})<\/li>/).map { String($0.output.1) }
        precondition(groups.count == 6, "no code in the page")
        return groups.joined(separator: " ")
    }

    /// Signs an officer in.
    package func signIn(_ member: CastMember, in house: AccessHouse) async throws {
        house.clock.move(by: .seconds(30))
        let digits = member.secondFactor.digits(step: TimeCode.step(at: house.clock.now))
        let answer = try await post(
            "/nl/aanmelden", ["naam": member.userName, "wachtzin": member.passphrase, "code": digits])
        precondition(answer.status == 303, "\(member.userName) is not let in")
    }
}
