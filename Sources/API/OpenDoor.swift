import Commitments
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// A request at the door of open data: nobody signs in, and nothing is kept of it.
package struct OpenContext: RequestContext {
    package var coreContext: CoreRequestContextStorage

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }

    /// There are no bodies to read.
    package var maxUploadSize: Int { 0 }
}

/// What the door of open data needs to know.
package struct OpenDoorSettings: Sendable {
    /// Whether people reach the door by TLS.
    package let isSecure: Bool
    /// Whom to ask about the data: a name, an address of mail and a page.
    package let contact: OpenContact
    /// Keeps an unexpected failure, and gives its number.
    package let record: @Sendable (any Error) -> String

    package init(isSecure: Bool, contact: OpenContact, record: @escaping @Sendable (any Error) -> String) {
        self.isSecure = isSecure
        self.contact = contact
        self.record = record
    }
}

/// The door of open data: what Parliament was told, to read for everyone, by the NL API Design Rules 2.2.0.
package struct OpenDoor {
    package let router: Router<OpenContext>

    /// The version of the interface.
    package static let version = "1.0.0"
    static let base = "/api/v1"

    /// - Parameter names: what departments are called.
    package init(commitments: Commitments, settings: OpenDoorSettings) {
        router = Router(context: OpenContext.self, options: .autoGenerateHeadEndpoints)
        router.addMiddleware {
            OpenHeaders(isSecure: settings.isSecure)
            ProblemAnswers(record: settings.record)
            OpenAdmission()
            RequestRules()
        }
        let data = OpenData(commitments: commitments)
        let document = OpenAPIDocument(contact: settings.contact)
        router.read("openapi.json") { request, _ in
            try Query(request).check()
            return document.answer
        }
        EntryEndpoints(data: data).register(at: router)
        LetterEndpoints(data: data).register(at: router)
        OverviewEndpoints(data: data).register(at: router)
    }
}

extension Router<OpenContext> {
    /// Answers an address below the base.
    func read(_ path: String, _ answer: @escaping @Sendable (Request, OpenContext) async throws -> Response) {
        get(RouterPath("\(OpenDoor.base)/\(path)"), use: answer)
    }
}
