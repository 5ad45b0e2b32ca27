import Crypto
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// The style sheet and the script, under an address that holds the hash of their content, so that a browser may keep them.
struct AssetFiles: Sendable {
    struct File: Sendable {
        let name: String
        let type: String
        let bytes: [UInt8]
        let address: String

        init(_ name: String, type: String, _ bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = bytes
            address = "/assets/\(Base32.encode(Array(SHA256.hash(data: bytes).prefix(10))))/\(name)"
        }
    }

    let style: File
    let script: File
    let icon: File

    /// - Parameter theme: a style sheet of the host, after ours; it may replace the tokens.
    init(theme: [UInt8] = []) {
        let sheets = [
            PackageResources.tokens_css, PackageResources.base_css, PackageResources.layout_css, PackageResources.components_css,
            PackageResources.desk_css, PackageResources.print_css, theme,
        ]
        style = File("meldloket.css", type: "text/css; charset=utf-8", Array(sheets.joined(separator: [10])))
        script = File("meldloket.js", type: "text/javascript; charset=utf-8", PackageResources.meldloket_js)
        icon = File("icon.svg", type: "image/svg+xml", PackageResources.icon_svg)
    }

    private func response(_ file: File) -> Response {
        Response(
            status: .ok, headers: [.contentType: file.type, .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    func register<Context: SiteContext>(at door: DoorRouter<Context>) {
        for file in [style, script, icon] {
            door.plain(.get, file.address, .file) { [self] _, _ in response(file) }
        }
        door.plain(.get, "/favicon.ico", .file) { [self] _, _ in response(icon) }
    }
}
