import CSQLite
import Database

/// One connection to a SQLite file, used by one thread at a time.
final class SQLiteConnection: SQLConnection {
    let dialect = Dialect.sqlite
    private var handle: OpaquePointer?
    private var statements: [String: SQLiteStatement] = [:]
    private let deadline = Deadline()

    /// When the running statement must end; read by SQLite every few thousand steps.
    private final class Deadline {
        var instant: ContinuousClock.Instant?
    }

    /// How long each statement may take.
    var statementLimit = Duration.seconds(60)

    /// False after a failure of the disk: the pool then opens a new connection.
    private(set) var isHealthy = true

    init(path: String, readOnly: Bool) throws {
        let flags = (readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) | SQLITE_OPEN_NOMUTEX
        guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK else { throw failure() }
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, 10_000)
        if !readOnly { try script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON") }
        try script("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192")
        sqlite3_progress_handler(
            handle, 10_000,
            { context in
                let deadline = Unmanaged<Deadline>.fromOpaque(context!).takeUnretainedValue()
                return deadline.instant.map { ContinuousClock.now > $0 } == true ? 1 : 0
            }, Unmanaged.passUnretained(deadline).toOpaque())
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(handle)
    }

    @discardableResult func execute(_ sql: String, _ values: [any SQLBindable]) throws -> Int {
        let statement = try statement(sql)
        deadline.instant = .now + statementLimit
        defer { statement.reset() }
        guard try statement.bind(values) == SQLITE_OK else { throw failure() }
        while true {
            switch sqlite3_step(statement.handle) {
            case SQLITE_ROW: continue
            case SQLITE_DONE: return Int(sqlite3_changes(handle))
            default: throw failure()
            }
        }
    }

    func query(_ sql: String, _ values: [any SQLBindable]) throws -> [Row] {
        let statement = try statement(sql)
        deadline.instant = .now + statementLimit
        defer { statement.reset() }
        guard try statement.bind(values) == SQLITE_OK else { throw failure() }
        var rows: [Row] = []
        while true {
            switch sqlite3_step(statement.handle) {
            case SQLITE_ROW: rows.append(statement.row())
            case SQLITE_DONE: return rows
            default: throw failure()
            }
        }
    }

    func script(_ sql: String) throws {
        deadline.instant = .now + statementLimit
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
    }

    private func statement(_ sql: String) throws -> SQLiteStatement {
        if let statement = statements[sql] { return statement }
        var prepared: OpaquePointer?
        guard sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil) == SQLITE_OK, let prepared
        else { throw failure() }
        let statement = SQLiteStatement(prepared)
        if statements.count > 500 { statements.removeAll() }
        statements[sql] = statement
        return statement
    }

    private func failure() -> SQLFailure {
        let code = sqlite3_extended_errcode(handle)
        let kind: SQLFailure.Kind
        switch code {
        case SQLITE_CONSTRAINT | (8 << 8), SQLITE_CONSTRAINT | (6 << 8), SQLITE_CONSTRAINT | (10 << 8): kind = .uniqueViolation
        case SQLITE_CONSTRAINT | (3 << 8): kind = .foreignKeyViolation
        case SQLITE_CONSTRAINT | (5 << 8): kind = .notNullViolation
        case SQLITE_CONSTRAINT | (1 << 8): kind = .checkViolation
        default: kind = kindOfPrimary(code & 0xff)
        }
        if kind == .storage || kind == .connection { isHealthy = false }
        return SQLFailure(kind, "\(code) \(String(cString: sqlite3_errmsg(handle)))")
    }

    private func kindOfPrimary(_ code: Int32) -> SQLFailure.Kind {
        switch code {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_INTERRUPT: .tooSlow
        case SQLITE_READONLY: .readOnly
        case SQLITE_FULL, SQLITE_IOERR: .storage
        case SQLITE_CANTOPEN, SQLITE_NOTADB, SQLITE_CORRUPT: .connection
        default: .other
        }
    }
}
