import Database
import Kernel
import ReportingDesk
import Sealing
import Synchronization
import TestSupport
import Testing

/// Files are refused before there is no room left for reports.
struct UploadRoomTests {
    private func desk(_ house: DeskHouse, _ room: UploadRoom) -> DeskHouse {
        DeskHouse(base: house.base, uploadRoom: room)
    }

    private func add(_ house: DeskHouse, to token: SessionToken, _ count: Int) async throws {
        var file = try await house.desk.receiveFile(named: "brief.txt", for: token)
        try await file.take([UInt8](repeating: UInt8(ascii: "x"), count: count))
        try await house.desk.addFile(try await file.finish(), to: token)
    }

    @Test(arguments: Engine.all)
    func `files that are not sent take a bounded room, and those that are sent take none of it`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let first = desk(house, UploadRoom(unsentLimit: 4 * 256 * 1024))
            let token = try await first.completeDraft()
            try await add(first, to: token, 600_000)
            let later = desk(house, UploadRoom(unsentLimit: 4 * 256 * 1024))
            await #expect(throws: FileRefusal.noRoom) { try await add(later, to: token, 10) }
            try await later.desk.receive(token)
            let emptied = desk(house, UploadRoom(unsentLimit: 4 * 256 * 1024))
            let next = try await emptied.completeDraft()
            try await add(emptied, to: next, 10)
            let draft = try await emptied.desk.draft(next)

            #expect(draft.files.count == 1)
        }
    }

    @Test(arguments: Engine.all)
    func `a file that comes in while the disk runs full is refused, and nothing of it stays`(engine: Engine) async throws {
        try await engine.withDesk { house in
            let looks = Looks(3)
            let narrow = desk(house, UploadRoom { looks.next() })
            let token = try await narrow.completeDraft()
            var file = try await narrow.desk.receiveFile(named: "brief.txt", for: token)
            try await file.take([UInt8](repeating: 120, count: 300_000))
            try await file.take([UInt8](repeating: 120, count: 300_000))
            await #expect(throws: FileRefusal.noRoom) { try await file.take([120]) }
            let left = try await house.base.database.read { db in
                try db.query("SELECT item FROM file_chunk UNION ALL SELECT item FROM pending_upload").count
            }

            #expect(left == 0)
            try await narrow.desk.receive(token)
        }
    }

    @Test func `a case holds a hundred files and no more`() async throws {
        try await Engine.sqlite.withDesk { house in
            let sent = try await house.report()
            for _ in 0..<FileLimits.countOfCase {
                var file = try await house.desk.receiveMailboxFile(named: "brief.txt", for: sent.token)
                try await file.take([120])
                try await house.desk.addMailboxFile(try await file.finish(), in: sent.token)
            }
            await #expect(throws: FileRefusal.caseFull(limit: FileLimits.countOfCase)) {
                _ = try await house.desk.receiveMailboxFile(named: "brief.txt", for: sent.token)
            }
        }
    }
}

/// A disk that has room so many times.
private final class Looks: Sendable {
    private let left: Mutex<Int>

    init(_ count: Int) {
        left = Mutex(count)
    }

    func next() -> Bool {
        left.withLock { left in
            left -= 1
            return left >= 0
        }
    }
}
