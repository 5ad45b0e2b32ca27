import Access
import Database
import Kernel

/// That an entry was taken out of the register, and why.
package struct EntryRemoval: Sendable, Equatable {
    package let number: Int
    package let title: String
    package let reason: String
    package let officer: Officer.ID
    package let day: Day
    let department: Organisation.ID
}

extension SQLConnection {
    func removal(of id: RegisterEntry.ID) throws -> EntryRemoval? {
        try first(
            """
            SELECT e.number AS number, e.title AS title, e.department AS department, r.reason AS reason, r.officer AS officer,
                r.day AS day FROM entry_removal r JOIN register_entry e ON e.id = r.entry WHERE r.entry = $1
            """, id
        ).map {
            EntryRemoval(
                number: try $0.get("number"), title: try $0.get("title"), reason: try $0.get("reason"),
                officer: try $0.get("officer"), day: try $0.get("day"), department: try $0.get("department"))
        }
    }
}
