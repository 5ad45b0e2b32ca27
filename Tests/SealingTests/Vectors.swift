import Foundation
import Kernel
import Sealing

/// What `Vectors/make_vectors.py` sealed and reckoned, in another language and with other libraries.
struct Vectors: Decodable, Sendable {
    struct XWing: Decodable, Sendable { let seed, `public`, secret, wrap: Data }
    struct Pair: Decodable, Sendable { let first, second, secret, wrap: Data }
    struct Box: Decodable, Sendable { let key, plain, box: Data }
    struct File: Decodable, Sendable {
        let key: Data
        let sha256: String
        let count: Int
        let chunks: [Data]
    }
    struct MLDSA: Decodable, Sendable { let seed, `public`, signature: Data }
    struct MAC: Decodable, Sendable { let key, code: Data }
    struct Argon: Decodable, Sendable {
        let password, salt, output: Data
        let memoryKiB, passes: Int
    }
    struct Code: Decodable, Sendable {
        let pepper, salt, locator, unlock, verifier: Data
        let code: String
    }

    let place: Data
    let xwing: XWing
    let pair: Pair
    let box: Box
    let file: File
    let mldsa: MLDSA
    let mac: MAC
    let argon2id: [Argon]
    let code: Code
    let padme: [[Int]]

    static let all: Vectors = {
        let url = Bundle.module.url(forResource: "vectors", withExtension: "json", subdirectory: "Vectors")!
        return try! JSONDecoder().decode(Vectors.self, from: Data(contentsOf: url))
    }()

    /// The place to which everything in the file is bound.
    static let place = SealingPlace(
        table: "case_item", column: "payload", row: "row", subject: "case", compartment: "content", epoch: 3)
}

extension Data {
    var array: [UInt8] { Array(self) }
}
