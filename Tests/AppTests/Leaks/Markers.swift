import Foundation
import Sealing
import Synchronization
import TestSupport

/// The texts that a walk leaves at the doors: every one of them random, so that it stands nowhere else.
final class Markers: Sendable {
    /// Begins every text, so that a piece of one is found too.
    private let family: String
    private let all = Mutex<[(needle: Needle, isKept: Bool)]>([])

    init() {
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
        family = "Zq" + String((0..<9).map { _ in letters.randomElement()! })
    }

    /// A text that is kept sealed: what a person wrote or sent.
    func kept(_ name: String) -> String { make(name, isKept: true) }

    /// A text that is kept in no form.
    func secret(_ name: String) -> String { make(name, isKept: false) }

    /// A code, with and without the spaces between its groups.
    func note(code: String, as name: String) {
        add(Needle(name, code))
        add(Needle("\(name) without spaces", code.replacing(" ", with: "")))
    }

    /// What a session cookie holds, as text and as bytes.
    func note(cookie: String, as name: String) {
        add(Needle(name, cookie))
        let base64 = cookie.replacing("-", with: "+").replacing("_", with: "/") + "="
        note(bytes: Array(Data(base64Encoded: base64)!), as: "bytes of \(name)")
    }

    func note(bytes: [UInt8], as name: String) { add(Needle(name, bytes: bytes)) }

    private func make(_ name: String, isKept: Bool) -> String {
        all.withLock { all in
            let text = "\(family)\(all.count < 10 ? "0" : "")\(all.count)Wv"
            all.append((Needle(name, text), isKept))
            return text
        }
    }

    private func add(_ needle: Needle) { all.withLock { $0.append((needle, false)) } }

    var needles: [Needle] { all.withLock { $0.map(\.needle) } }

    /// The names of what is kept sealed.
    var kept: Set<String> { Set(all.withLock { $0.filter(\.isKept).map(\.needle.name) }) }
}
