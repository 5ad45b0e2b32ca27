import Access
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import ReportingDesk
import Sealing

/// What both doors answer to machines.
struct CommonRoutes: Sendable {
    let desk: ReportingDesk
    let assets: AssetFiles
    let securityContact: String
    /// Whether the node takes new requests; false while it shuts down.
    let isReady: @Sendable () async -> Bool

    func register<Context: SiteContext>(at door: DoorRouter<Context>) {
        assets.register(at: door)
        door.plain(.get, "/.well-known/security.txt", .file) { [self] _, _ in .text(securityText) }
        door.plain(.get, "/.well-known/meldloket-keys.json", .file) { [self] _, _ in .text(keys, type: "application/json") }
        door.plain(.get, "/robots.txt", .file) { _, _ in .text("User-agent: *\nDisallow: /\n") }
        door.plain(.get, "/livez", .file) { _, _ in .text("live\n") }
        door.plain(.get, "/readyz", .file) { [self] _, _ in
            await isReady() ? .text("ready\n") : .text("not ready\n", status: .serviceUnavailable)
        }
    }

    /// RFC 9116; it expires within the year and moves on every day.
    private var securityText: String {
        """
        Contact: \(securityContact)
        Expires: \((desk.today + 300).iso)T00:00:00Z
        Preferred-Languages: nl, en

        """
    }

    /// The public halves of the server's signing keys, with which heads of the audit chain and first confirmations can be checked.
    private var keys: String {
        struct Published: Encodable {
            let installation: String
            let signing: [String: String]
        }
        let secrets = desk.access.secrets
        let published = Published(
            installation: secrets.installation,
            signing: secrets.publicSigningKeys.mapValues { Data($0.bytes).base64EncodedString() })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: (try? encoder.encode(published)) ?? Data(), as: UTF8.self) + "\n"
    }
}
