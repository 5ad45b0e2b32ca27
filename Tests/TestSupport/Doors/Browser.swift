import Foundation

/// A file that a person sends.
package struct UploadedFile: Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// A browser at one door: it keeps cookies, and sends forms as a browser does.
package actor Browser {
    package nonisolated let port: Int
    package private(set) var cookies: [String: String] = [:]

    package init(port: Int) {
        self.port = port
    }

    package func set(cookie name: String, _ value: String?) { cookies[name] = value }

    package func get(_ path: String, headers: [String: String] = [:]) async throws -> WebAnswer {
        try await send("GET", path, headers: headers, body: [])
    }

    /// Sends a form, its fields in this order.
    package func post(_ path: String, _ fields: KeyValuePairs<String, String>, headers: [String: String] = [:]) async throws
        -> WebAnswer
    {
        let body = fields.map { "\(Self.encoded($0))=\(Self.encoded($1))" }.joined(separator: "&")
        let type = ["Content-Type": "application/x-www-form-urlencoded"]
        return try await send("POST", path, headers: type.merging(headers) { $1 }, body: Array(body.utf8))
    }

    /// Opens a page, and sends its form with these fields besides the token.
    package func fill(_ path: String, _ fields: KeyValuePairs<String, String>, expecting status: Int = 303) async throws
        -> WebAnswer
    {
        let page = try await get(path)
        guard page.status == 200 else { throw unexpected(page, 200, "GET \(path)") }
        let token = [("formulier", page.formToken)]
        let body = (token + fields.map { ($0.key, $0.value) }).map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }
            .joined(separator: "&")
        let answer = try await send(
            "POST", path, headers: ["Content-Type": "application/x-www-form-urlencoded"], body: Array(body.utf8))
        guard answer.status == status else { throw unexpected(answer, status, "POST \(path)") }
        return answer
    }

    /// Sends files with the form of a page.
    package func upload(_ path: String, _ files: [UploadedFile], expecting status: Int = 303) async throws -> WebAnswer {
        let page = try await get(path)
        guard page.status == 200 else { throw unexpected(page, 200, "GET \(path)") }
        let form = MultipartForm(fields: ["formulier": page.formToken, "toevoegen": "ja"], files: files)
        let answer = try await send("POST", path, headers: ["Content-Type": form.contentType], body: form.body)
        guard answer.status == status else { throw unexpected(answer, status, "POST \(path)") }
        return answer
    }

    /// One request, with the cookies of the browser; keeps those that the answer sets.
    @discardableResult package func send(
        _ method: String, _ path: String, headers: [String: String] = [:], body: [UInt8]
    ) async throws -> WebAnswer {
        let request = head(method, path, headers: headers, length: body.count) + body
        let answer = try WebAnswer(wire: try await DoorConnection(port: port).exchange(request))
        for cookie in answer.headers(named: "set-cookie") { keep(cookie) }
        return answer
    }

    /// The head of a request as it goes over the wire.
    package func head(_ method: String, _ path: String, headers: [String: String] = [:], length: Int) -> [UInt8] {
        var lines = ["\(method) \(path) HTTP/1.1"]
        var fields = ["Host": "127.0.0.1:\(port)", "Connection": "close"]
        if !cookies.isEmpty { fields["Cookie"] = cookies.map { "\($0)=\($1)" }.sorted().joined(separator: "; ") }
        if method != "GET" { fields["Content-Length"] = String(length) }
        fields.merge(headers) { $1 }
        lines += fields.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }

    private func keep(_ cookie: String) {
        let parts = cookie.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard let equals = parts.first?.firstIndex(of: "=") else { return }
        let (name, value) = (String(parts[0][..<equals]), String(parts[0][parts[0].index(after: equals)...]))
        cookies[name] = parts.contains { $0.lowercased() == "max-age=0" } ? nil : value
    }

    private nonisolated func unexpected(_ answer: WebAnswer, _ expected: Int, _ request: String) -> UnexpectedAnswer {
        UnexpectedAnswer(request: request, expected: expected, status: answer.status, page: answer.text)
    }

    /// As browsers encode a field: a space becomes a plus, and all but letters and digits a percent sign with two digits.
    package static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(byte))
            case 0x20: "+"
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
