@testable import Web

/// The first byte says in which pieces the rest comes in; the rest is a form with the boundary `b`.
///
/// The same parts come out however the form is cut, and a form that is written anew from its parts has the same parts.
enum MultipartProperty {
    static func fault(for input: [UInt8]) -> String? {
        guard let first = input.first else { return nil }
        let form = input.dropFirst()
        let whole = parts(in: [form])
        let cut = parts(in: form.pieces(of: Int(first) + 1))
        guard whole == cut else {
            return "in pieces of \(Int(first) + 1): \(String(describing: cut)), and not \(String(describing: whole))"
        }
        guard let whole else { return nil }
        let again = parts(in: [written(whole)[...]])
        return again == whole ? nil : "written anew: \(String(describing: again)), and not \(whole)"
    }

    /// Names as bytes: one that only looks the same is another.
    private struct Part: Equatable {
        let name: [UInt8]
        let fileName: [UInt8]?
        var content: [UInt8] = []

        init(_ head: MultipartPart) {
            name = Array(head.name.utf8)
            fileName = head.fileName.map { Array($0.utf8) }
        }
    }

    /// - Returns: nil where the form is refused or not complete.
    private static func parts(in pieces: [ArraySlice<UInt8>]) -> [Part]? {
        guard var parser = try? MultipartParser(contentType: "multipart/form-data; boundary=b") else { return nil }
        var parts: [Part] = []
        for piece in pieces {
            guard let events = try? parser.feed(piece) else { return nil }
            for event in events {
                switch event {
                case .begin(let head): parts.append(Part(head))
                case .data(let bytes): parts[parts.count - 1].content += bytes
                case .end: continue
                }
            }
        }
        return parser.isComplete ? parts : nil
    }

    /// RFC 7578, with each name between quotes.
    private static func written(_ parts: [Part]) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            bytes += Array("--b\r\nContent-Disposition: form-data; name=".utf8) + quoted(part.name)
            if let name = part.fileName { bytes += Array("; filename=".utf8) + quoted(name) }
            bytes += [13, 10, 13, 10] + part.content + [13, 10]
        }
        return bytes + Array("--b--".utf8)
    }

    private static func quoted(_ name: [UInt8]) -> [UInt8] {
        let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
        return [quote] + name.flatMap { $0 == quote || $0 == backslash ? [backslash, $0] : [$0] } + [quote]
    }
}
