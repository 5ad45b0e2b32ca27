import Access
import Database
import Kernel

/// That an overview was recorded as sent by mistake, and why it was taken back.
package struct OverviewRecall: Sendable, Equatable {
    package let sentOn: Day
    package let reason: String
    package let officer: Officer.ID
    package let day: Day
}

extension SQLConnection {
    /// Takes an overview out of those that a House got.
    func recall(_ sent: SentOverview, _ recall: OverviewRecall) throws {
        let (department, house) = (sent.overview.department, sent.overview.house)
        try execute(
            """
            INSERT INTO planning_recall (department, house, number, sent_day, reason, officer, day)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """, department, house.rawValue, try recalledOverviews(of: department, to: house).count + 1, recall.sentOn,
            recall.reason, recall.officer, recall.day)
        try execute("DELETE FROM planning_overview WHERE id = $1", sent.id)
    }

    /// The sendings of overviews that were taken back, the first one first.
    func recalledOverviews(of department: Organisation.ID, to house: House) throws -> [OverviewRecall] {
        try query(
            "SELECT * FROM planning_recall WHERE department = $1 AND house = $2 ORDER BY number", department, house.rawValue
        ).map {
            OverviewRecall(
                sentOn: try $0.get("sent_day"), reason: try $0.get("reason"), officer: try $0.get("officer"),
                day: try $0.get("day"))
        }
    }
}
