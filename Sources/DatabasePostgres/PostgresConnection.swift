import CPQ
import Database
import Foundation

/// One connection to PostgreSQL, used by one thread at a time.
final class PostgresConnection: SQLConnection {
    let dialect = Dialect.postgres
    private let handle: OpaquePointer
    private var prepared: [String: String] = [:]
    private var preparedCount = 0

    init(conninfo: String, statementLimit: Duration) throws {
        handle = Self.connect(conninfo)
        guard PQstatus(handle) == CONNECTION_OK else {
            throw SQLFailure(.connection, String(cString: PQerrorMessage(handle)))
        }
        try script(
            """
            SET client_min_messages = warning; SET timezone = 'UTC'; SET synchronous_commit = on;
            SET statement_timeout = \(statementLimit.components.seconds * 1000);
            SET lock_timeout = \(statementLimit.components.seconds * 1000)
            """)
    }

    /// A server that is cut off is noticed within seconds. What the address says itself comes last, and wins.
    private static func connect(_ conninfo: String) -> OpaquePointer {
        let settings = [
            ("connect_timeout", "5"), ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "15000"), ("application_name", "meldloket"), ("dbname", conninfo),
        ]
        let (keywords, values) = (settings.map { strdup($0.0) }, settings.map { strdup($0.1) })
        defer { for text in keywords + values { free(text) } }
        return PQconnectdbParams(
            keywords.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
    }

    deinit { PQfinish(handle) }

    /// False while a transaction hangs or the connection is gone: the pool then opens a new one.
    var isHealthy: Bool { PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE }

    @discardableResult func execute(_ sql: String, _ values: [any SQLBindable]) throws -> Int {
        let result = try run(sql, values)
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    func query(_ sql: String, _ values: [any SQLBindable]) throws -> [Row] {
        let result = try run(sql, values)
        defer { PQclear(result) }
        return try PostgresAnswer(result).rows()
    }

    func script(_ sql: String) throws {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        try check(result)
    }

    /// Commits. PostgreSQL answers a commit of a failed transaction with a silent rollback: that is a failure here.
    func commit() throws {
        let result = PQexec(handle, "COMMIT")
        defer { PQclear(result) }
        try check(result)
        guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
            throw SQLFailure(.other, "the transaction was rolled back")
        }
    }

    private func run(_ sql: String, _ values: [any SQLBindable]) throws -> OpaquePointer? {
        let name = try prepare(sql)
        let parameters = PostgresParameters(values)
        let result = parameters.withPointers { pointers, lengths, formats in
            PQexecPrepared(handle, name, Int32(values.count), pointers, lengths, formats, 1)
        }
        do {
            try check(result)
        } catch {
            PQclear(result)
            throw error
        }
        return result
    }

    private func prepare(_ sql: String) throws -> String {
        if let name = prepared[sql] { return name }
        if prepared.count > 500 {
            try script("DEALLOCATE ALL")
            prepared.removeAll()
        }
        preparedCount += 1
        let name = "s\(preparedCount)"
        let result = PQprepare(handle, name, sql, 0, nil)
        defer { PQclear(result) }
        try check(result)
        prepared[sql] = name
        return name
    }

    private func check(_ result: OpaquePointer?) throws {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        default: throw failure(result)
        }
    }

    /// The message without its DETAIL, which holds values of the row.
    private func failure(_ result: OpaquePointer?) -> SQLFailure {
        let state = PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
        let kind: SQLFailure.Kind =
            switch state {
            case "23505": .uniqueViolation
            case "23503": .foreignKeyViolation
            case "23502": .notNullViolation
            case "23514": .checkViolation
            case "40001", "40P01": .serialization
            case "55P03": .busy
            case "57014": .tooSlow
            case "25006": .readOnly
            case "53100", "58030": .storage
            case "53300": .overloaded
            case "", "57P01", "57P02", "57P03": .connection
            default: state.hasPrefix("08") ? .connection : .other
            }
        let message =
            PQresultErrorField(result, Int32(UInt8(ascii: "M"))).map { String(cString: $0) }
            ?? String(cString: PQerrorMessage(handle))
        return SQLFailure(kind, "\(state) \(message)")
    }
}
