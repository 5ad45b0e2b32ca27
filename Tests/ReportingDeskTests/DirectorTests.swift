import Access
import Compartments
import Database
import Kernel
import TestSupport
import Testing

@testable import ReportingDesk

struct DirectorTests {
    @Test(.law("Awb 9:7(1)"), arguments: Engine.all)
    func `a report about someone at the top does not come back to that organisation, whoever is marked later`(
        engine: Engine
    ) async throws {
        try await engine.withDesk { house in
            let sent = try await house.report { $0.aboutDirector = true }
            let before = try await Self.organisation(of: sent.id, house)
            let (joris, amina) = (try await house.base.officer(.joris).id, try await house.base.officer(.amina).id)
            try await house.desk.reporterMarks([joris, amina], in: sent.token)
            let after = try await Self.organisation(of: sent.id, house)

            #expect(before == "jenv" && after != "bzk")
        }
    }

    private static func organisation(of id: CaseFile.ID, _ house: DeskHouse) async throws -> String {
        let row = try await house.base.database.read { db in
            try db.first("SELECT organisation FROM sealed_subject WHERE id = $1", id.text)
        }
        return try row?.get("organisation") ?? ""
    }
}
