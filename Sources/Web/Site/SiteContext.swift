import Hummingbird
import Kernel
import NIOCore

/// What a request carries along at either door.
package protocol SiteContext: RequestContext where Source == ApplicationRequestContextSource {
    var language: Language { get set }
    /// The pattern of the route that answers.
    var pattern: String { get set }
    /// The other end of the connection. It is used to take turns, and kept nowhere.
    var peer: NetworkAddress? { get }
    var origin: RequestOrigin { get set }
}

/// A request at the reporter's door. It knows no officer.
package struct ReporterContext: SiteContext {
    package var coreContext: CoreRequestContextStorage
    package var language: Language = .nl
    package var pattern = ""
    package let peer: NetworkAddress?
    package var origin = RequestOrigin(nil)

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = NetworkAddress(source.channel.remoteAddress)
    }

    package var maxUploadSize: Int { FormLimits.body }
}

/// A request at the officers' door.
package struct OfficerContext: SiteContext {
    package var coreContext: CoreRequestContextStorage
    package var language: Language = .nl
    package var pattern = ""
    /// What the address says after its question mark: it stays where the language changes.
    package var query: String?
    package let peer: NetworkAddress?
    package var origin = RequestOrigin(nil)

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = NetworkAddress(source.channel.remoteAddress)
    }

    package var maxUploadSize: Int { FormLimits.body }
}
