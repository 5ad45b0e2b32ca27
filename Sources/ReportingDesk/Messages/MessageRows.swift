import Compartments
import Database
import Foundation
import Kernel
import Sealing

/// A message with its proof, sealed, not yet stored.
struct SealedMessage: Sendable {
    let number: Int
    let row: SealedDocumentRow
}

/// Another message came in between: the number is taken.
struct NumberTaken: Error {}

extension SQLConnection {
    func nextMessageNumber(of id: CaseFile.ID) throws -> Int {
        try nextNumber(in: "case_message", where: "case_id = $1", id)
    }

    func insertMessage(_ message: SealedMessage, of id: CaseFile.ID, on day: Day) throws {
        guard try nextMessageNumber(of: id) == message.number else { throw NumberTaken() }
        try insertCurrent(message.row.item)
        try execute(
            "INSERT INTO case_message (case_id, number, item, day, payload) VALUES ($1, $2, $3, $4, $5)", id, message.number,
            message.row.item.id, day, message.row.payload)
    }
}

extension ReportingDesk {
    /// Does something with the keys and rows of a case as they stand, again where they changed meanwhile.
    func retrying<T>(_ body: () async throws -> T) async throws -> T {
        for attempt in 1... {
            do {
                return try await body()
            } catch is KeysChanged where attempt < 5 {
                continue
            } catch is RosterChanged where attempt < 5 {
                continue
            } catch is NumberTaken where attempt < 10 {
                continue
            }
        }
        fatalError("the loop ends by returning or throwing")
    }
}
