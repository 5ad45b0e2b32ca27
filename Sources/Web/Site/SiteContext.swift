import Hummingbird
import Kernel
import NIOCore

/// What a request carries along at either door. It holds no address.
package protocol SiteContext: RequestContext where Source == ApplicationRequestContextSource {
    var language: Language { get set }
    /// The pattern of the route that answers.
    var pattern: String { get set }
}

/// A request at the reporter's door. It knows no officer.
package struct ReporterContext: SiteContext {
    package var coreContext: CoreRequestContextStorage
    package var language: Language = .nl
    package var pattern = ""

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }

    package var maxUploadSize: Int { FormLimits.body }
}

/// A request at the officers' door.
package struct OfficerContext: SiteContext {
    package var coreContext: CoreRequestContextStorage
    package var language: Language = .nl
    package var pattern = ""

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }

    package var maxUploadSize: Int { FormLimits.body }
}
