import Compartments
import Database
import Kernel

extension SQLConnection {
    /// Notes that chunks of a file come in, so that they are swept away where it does not end.
    func beginUpload(_ item: SealedItem.ID, session: [UInt8]?, on day: Day) throws {
        try execute("INSERT INTO pending_upload (item, session, day) VALUES ($1, $2, $3)", item, session, day)
    }

    func endUpload(_ item: String) throws {
        try execute("DELETE FROM pending_upload WHERE item = $1", item)
    }

    /// The number of the next file of a case. Each lies in two rows: the officers' copy and the original.
    func nextFileNumber(of id: CaseFile.ID) throws -> Int {
        try query("SELECT 1 FROM case_attachment WHERE case_id = $1", id).count / 2 + 1
    }

    func insertChunks(_ chunks: [[UInt8]], of item: SealedItem.ID, from number: Int) throws {
        for (index, chunk) in chunks.enumerated() {
            try execute("INSERT INTO file_chunk (item, number, payload) VALUES ($1, $2, $3)", item, number + index, chunk)
        }
    }

    func chunk(_ number: Int, of item: SealedItem.ID) throws -> [UInt8]? {
        try first("SELECT payload FROM file_chunk WHERE item = $1 AND number = $2", item, number)?.get("payload")
    }

    func deleteFile(_ item: String) throws {
        try execute("DELETE FROM file_chunk WHERE item = $1", item)
        try endUpload(item)
    }
}
