import HTTPTypes
import Kernel

/// Why a request gets no page of its own. Each has its sentence and its status.
enum SiteProblem: Error, Equatable {
    case notFound
    /// It was here, and the sentence says what became of it.
    case gone(Bilingual<String>)
    /// The session ended, was revoked, or belongs to someone else.
    case sessionGone
    /// The form was made for another session, or changed on its way.
    case formNotOurs
    /// Another site sent the browser here.
    case otherSite
    /// The page belongs to another host name.
    case otherHost
    case malformed
    case tooLarge(limit: Int)
    /// A text has more characters than its field takes.
    case textTooLong(field: String, count: Int, longest: Int)
    /// Too much at once: the same again in a moment.
    case busy
    /// The database is away for the moment.
    case away
    /// Something broke; the number stands in the log.
    case broken(number: String)

    /// Whether the same request may succeed a moment later.
    var isPassing: Bool {
        switch self {
        case .busy, .away, .broken: true
        case .notFound, .gone, .sessionGone, .formNotOurs, .otherSite, .otherHost, .malformed, .tooLarge, .textTooLong: false
        }
    }

    /// Whether what was typed cannot be sent any more, and may be shown to be copied.
    var leavesText: Bool {
        switch self {
        case .gone, .sessionGone, .formNotOurs: true
        case .notFound, .otherSite, .otherHost, .malformed, .tooLarge, .textTooLong, .busy, .away, .broken: false
        }
    }

    /// Whether what was typed is shown, to be sent again.
    var keepsForm: Bool {
        if case .textTooLong = self { true } else { isPassing }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .gone: .gone
        case .sessionGone, .formNotOurs, .otherSite: .forbidden
        case .otherHost: .misdirectedRequest
        case .malformed: .badRequest
        case .tooLarge: .contentTooLarge
        case .textTooLong: .unprocessableContent
        case .busy, .away: .serviceUnavailable
        case .broken: .internalServerError
        }
    }
}
