import Foundation
import Markup

/// The link to the next page of a list.
enum Pager {
    /// - Parameters:
    ///   - address: with or without a question mark.
    ///   - name: of the parameter that says where to go on.
    ///   - value: where to go on; nil at the end of the list.
    static func node(_ address: String, _ name: String, _ value: String?, label: String, text: String) -> Node {
        guard let value else { return .nothing }
        return nav(.class("pager"), .aria(.label, label)) {
            a(.href(self.address(address, name, value)), text: text)
        }
    }

    /// Where a list goes on, with or without a question mark in its address.
    static func address(_ address: String, _ name: String, _ value: String) -> String {
        let escaped = value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return "\(address)\(address.contains("?") ? "&" : "?")\(name)=\(escaped)"
    }
}
