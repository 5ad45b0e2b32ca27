import HTTPTypes
import Hummingbird
import NIOCore

/// Why a request gets no data (RFC 9457).
struct Problem: Error, Equatable {
    /// A parameter that is wrong, and what it should be.
    struct Fault: Encodable, Equatable {
        let parameter: String
        let detail: String
    }

    enum Kind: Equatable {
        case invalid([Fault])
        case notFound
        case methodNotAllowed
        case notAcceptable
        /// Too much at once, or the database is away.
        case away
        /// The number stands in the log.
        case broken(String)
    }

    let kind: Kind

    static let notFound = Problem(kind: .notFound)

    var status: HTTPResponse.Status {
        switch kind {
        case .invalid: .badRequest
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .notAcceptable: .notAcceptable
        case .away: .serviceUnavailable
        case .broken: .internalServerError
        }
    }

    private var title: String {
        switch kind {
        case .invalid: "De vraag klopt niet"
        case .notFound: "Niet gevonden"
        case .methodNotAllowed: "Deze methode kan hier niet"
        case .notAcceptable: "Deze vorm is er niet"
        case .away: "Nu even niet bereikbaar"
        case .broken: "Er ging iets mis"
        }
    }

    private var detail: String {
        switch kind {
        case .invalid(let faults): faults.map { "\($0.parameter): \($0.detail)" }.joined(separator: " ")
        case .notFound: "Op dit adres staat niets. De adressen staan in \(OpenDoor.base)/openapi.json."
        case .methodNotAllowed: "Deze gegevens zijn alleen te lezen. Gebruik GET."
        case .notAcceptable: "Alleen application/json is er. Vraag daarom in Accept."
        case .away: "Probeer het over enkele seconden opnieuw."
        case .broken(let number): "Noem bij vragen nummer \(number)."
        }
    }

    private struct Body: Encodable {
        let status: Int
        let title, detail: String
        let errors: [Fault]?
    }

    var response: Response {
        var errors: [Fault]?
        if case .invalid(let faults) = kind { errors = faults }
        let body = Body(status: status.code, title: title, detail: detail, errors: errors)
        var headers: HTTPFields = [.contentType: "application/problem+json"]
        if kind == .methodNotAllowed { headers[.allow] = "GET, HEAD" }
        if kind == .away { headers[.retryAfter] = "5" }
        let bytes = (try? JSONText.bytes(body)) ?? []
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
