import Database
import Kernel

/// A promise as the House keeps it.
package struct HouseItem: Sendable, Equatable, Identifiable {
    package let id: String
    package let number: String
    package let text: String
    /// In the House's own words, such as "Openstaand" or "Deels Voldaan".
    package let status: String
    package let ministry: String
    /// Who made it, as the House writes it.
    package let name: String
    package let function: String
    package let madeOn: Day?
    package let dueOn: Day?
    /// The documents with which the House counts it as fulfilled, by their numbers.
    package let letters: [String]
    package let activity: String?
    package let isRemoved: Bool
    /// Whether it has a number by which it is recognised.
    package let hasNumber: Bool
    /// When we saw it first.
    package let firstSeen: Day
    /// Since when it says so: when the source last touched it as far as it tells, or else when we saw it so first. What the source
    /// took away tells nothing any more.
    package let since: Day
    /// Whether the source tells that day, and not when we read it in.
    package let isSinceTold: Bool
    let content: [UInt8]

    init(row: Row) throws {
        let fields = try row.houseFields()
        id = try row.get("id")
        let record = HouseRecord(id: id, category: .promise, isRemoved: false, fields: fields, raw: "")
        number = record["number"] ?? ""
        hasNumber = (try? HouseNumber(number)) != nil
        text = record["text"] ?? ""
        status = record["status"] ?? ""
        ministry = record["ministry"] ?? ""
        name = record["name"] ?? ""
        function = record["function"] ?? ""
        madeOn = record.day("madeAt")
        dueOn = record.day("dueAt")
        letters = fields["letters"] ?? []
        activity = record["activityNumber"]
        isRemoved = try row.get("removed")
        firstSeen = try row.get("first_day")
        let seen = try row.get("changed_day", as: Day.self)
        (since, isSinceTold) = isRemoved ? (seen, false) : record.touched(orElse: seen)
        content = try row.get("content")
    }

    /// The standing that the House's word means; nil for a word that we do not know.
    package var standing: Standing.Code? { Standing.Code(atTheHouse: status) }
}

extension Standing.Code {
    /// What a word of either House means; nil for one that we do not know.
    init?(atTheHouse word: String) {
        switch word.lowercased() {
        case "openstaand": self = .open
        case "voldaan", "afgedaan": self = .settled
        case "deels voldaan", "deels afgedaan": self = .settledInPart
        case "vervallen": self = .lapsed
        default: return nil
        }
    }
}
