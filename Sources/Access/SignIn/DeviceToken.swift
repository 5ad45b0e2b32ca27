import Crypto
import Foundation
import Kernel
import Sealing

/// Kept by a browser on which an officer signed in before. It proves nothing about who is there; it only keeps their failures apart
/// from those of others.
package struct DeviceToken: Sendable, Equatable {
    package let text: String

    /// Takes what a cookie says.
    package init(text: String) {
        self.text = text
    }

    init(for userName: UserName, from entropy: EntropySource, key: TagKey) {
        let nonce = Base32.encode(entropy.bytes(10))
        text = nonce + "." + Base32.encode(key.tag("device", userName.text, nonce).bytes)
    }

    /// The nonce of a genuine token for this user name.
    func nonce(for userName: UserName, key: TagKey) -> String? {
        let parts = text.split(separator: ".").map(String.init)
        guard parts.count == 2, Base32.encode(key.tag("device", userName.text, parts[0]).bytes) == parts[1] else { return nil }
        return parts[0]
    }
}
