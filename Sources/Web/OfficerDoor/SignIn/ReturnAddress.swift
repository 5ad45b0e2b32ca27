import Foundation
import Kernel

/// A page of the register that someone asked for before signing in. Pages of cases are not among them: an address of a case goes
/// into no form and no history.
struct ReturnAddress: Sendable, Equatable {
    let path: String

    private static let places = [
        OfficerPaths.register, OfficerPaths.letters, OfficerPaths.asked, OfficerPaths.houseList, OfficerPaths.board,
        OfficerPaths.planning, OfficerPaths.newEntry, SitePath(nl: "toezeggingen", en: "commitments"),
    ]

    /// - Returns: nil for what is no page of the register here, wherever it came from.
    init?(_ path: String) {
        let isPlain = path.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2D, 0x2F].contains($0)
        }
        let isOfRegister = Language.allCases.contains { language in
            Self.places.contains { place in
                let address = place.link(language)
                return path == address || path.hasPrefix(address + "/")
            }
        }
        guard isPlain, isOfRegister else { return nil }
        self.path = path
    }

    /// The page on which a form stood, by the address to which it was sent.
    init?(sendingTo address: String) {
        let parts = address.prefix { $0 != "?" }.split(separator: "/")
        let lists = [OfficerPaths.houseList, OfficerPaths.asked, OfficerPaths.board]
        let isOfList = Language.allCases.contains { language in
            lists.contains { $0.link(language).split(separator: "/") == Array(parts.prefix(2)) }
        }
        self.init("/" + parts.prefix(isOfList ? 2 : 3).joined(separator: "/"))
    }

    /// The page to sign in, from which the visitor comes back here.
    func signIn(_ language: Language) -> String {
        let escaped = path.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return "\(OfficerPaths.signIn.link(language))?naar=\(escaped)"
    }
}
