import HTTPTypes
import Hummingbird
import Sealing

/// The cookies of a door. With TLS they can be set by this host alone, for all of it, and are never sent in the clear.
struct SessionCookies: Sendable {
    let isSecure: Bool

    /// The session of a reporter.
    static let reporter = "melding"
    /// The session of an officer.
    static let officer = "bureau"
    /// A device on which an officer signed in before.
    static let device = "toestel"

    private func name(_ base: String) -> String { isSecure ? "__Host-\(base)" : base }

    func token(_ base: String, in request: Request) -> SessionToken? {
        request.cookies[name(base)].flatMap { SessionToken(text: $0.value) }
    }

    func text(_ base: String, in request: Request) -> String? { request.cookies[name(base)]?.value }

    /// Sets a cookie that ends with the browser, or after `seconds`.
    func set(_ base: String, _ value: String, seconds: Int? = nil, on response: inout Response) {
        response.setCookie(
            Cookie(
                name: name(base), value: value, maxAge: seconds, path: "/", secure: isSecure, httpOnly: true, sameSite: .strict))
    }

    func clear(_ base: String, on response: inout Response) {
        response.setCookie(
            Cookie(name: name(base), value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true, sameSite: .strict))
    }
}
