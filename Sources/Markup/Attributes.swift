extension Attribute {
    package static func `class`(_ value: String) -> Self { Self("class", value) }
    package static func id(_ value: String) -> Self { Self("id", value) }
    package static func lang(_ value: String) -> Self { Self("lang", value) }
    package static func dir(_ value: String) -> Self { Self("dir", value) }
    package static func name(_ value: String) -> Self { Self("name", value) }
    package static func type(_ value: String) -> Self { Self("type", value) }
    package static func value(_ value: String) -> Self { Self("value", value) }
    package static func `for`(_ value: String) -> Self { Self("for", value) }
    package static func scope(_ value: String) -> Self { Self("scope", value) }
    package static func rel(_ value: String) -> Self { Self("rel", value) }
    package static func role(_ value: String) -> Self { Self("role", value) }
    package static func method(_ value: String) -> Self { Self("method", value) }
    package static func content(_ value: String) -> Self { Self("content", value) }
    package static func datetime(_ value: String) -> Self { Self("datetime", value) }
    package static func autocomplete(_ value: String) -> Self { Self("autocomplete", value) }
    package static func checked(_ isPresent: Bool) -> Self { Self("checked", if: isPresent) }
    package static func required(_ isPresent: Bool = true) -> Self { Self("required", if: isPresent) }
    package static func disabled(_ isPresent: Bool) -> Self { Self("disabled", if: isPresent) }

    package static func href(_ address: String) -> Self { Self("href", safe(address)) }
    package static func src(_ address: String) -> Self { Self("src", safe(address)) }
    package static func action(_ address: String) -> Self { Self("action", safe(address)) }

    /// An `aria-` attribute.
    package static func aria(_ name: Aria, _ value: String) -> Self { Self(name.attribute, value) }
    package static func aria(_ name: Aria, optional value: String?) -> Self { Self(name.attribute, optional: value) }

    /// Addresses of this site, of the web, of mail and telephone; anything else becomes `#`.
    static func safe(_ address: String) -> String {
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return address
            case UInt8(ascii: ":"):
                let scheme = address.prefix { $0 != ":" }.lowercased()
                return ["https", "http", "mailto", "tel"].contains(scheme) ? address : "#"
            default: continue
            }
        }
        return address
    }
}

package enum Aria: Sendable {
    case label, labelledby, describedby, current, invalid, live, hidden

    var attribute: StaticString {
        switch self {
        case .label: "aria-label"
        case .labelledby: "aria-labelledby"
        case .describedby: "aria-describedby"
        case .current: "aria-current"
        case .invalid: "aria-invalid"
        case .live: "aria-live"
        case .hidden: "aria-hidden"
        }
    }
}
