import HTTPTypes
import Hummingbird
import Kernel

/// One address that a door answers to.
package struct RouteEntry: Sendable, Hashable {
    package enum Kind: String, Sendable {
        /// A page that a person sees.
        case page
        /// Does something and sends the person on.
        case action
        /// A file, or something for machines.
        case file
    }

    package let door: String
    package let method: String
    package let pattern: String
    package let kind: Kind
}

/// The routes of one door: registered in every language, and listed.
final class DoorRouter<Context: SiteContext> {
    let router: Router<Context>
    private let door: String
    private(set) var table: [RouteEntry] = []

    init(door: String) {
        self.door = door
        router = Router(context: Context.self, options: .autoGenerateHeadEndpoints)
    }

    typealias Handler = @Sendable (Request, Context) async throws -> Response

    func get(_ path: SitePath, _ kind: RouteEntry.Kind = .page, _ handler: @escaping Handler) { add(.get, path, kind, handler) }
    func post(_ path: SitePath, _ kind: RouteEntry.Kind = .action, _ handler: @escaping Handler) {
        add(.post, path, kind, handler)
    }

    /// An address without a language.
    func plain(_ method: HTTPRequest.Method, _ pattern: String, _ kind: RouteEntry.Kind, _ handler: @escaping Handler) {
        table.append(RouteEntry(door: door, method: method.rawValue, pattern: pattern, kind: kind))
        router.on(RouterPath(pattern), method: method, use: handler)
    }

    private func add(_ method: HTTPRequest.Method, _ path: SitePath, _ kind: RouteEntry.Kind, _ handler: @escaping Handler) {
        for language in Language.allCases {
            let pattern = path.pattern(language)
            table.append(RouteEntry(door: door, method: method.rawValue, pattern: pattern, kind: kind))
            router.on(RouterPath(pattern), method: method) { request, context in
                var context = context
                context.language = language
                context.pattern = pattern
                return try await handler(request, context)
            }
        }
    }
}
