/// One part of a form with files, as its headers describe it.
struct MultipartPart: Sendable, Equatable {
    let name: String
    /// As the browser called it; nil for a field without a file.
    let fileName: String?
}

enum MultipartEvent: Sendable, Equatable {
    case begin(MultipartPart)
    case data([UInt8])
    case end
}

/// Reads `multipart/form-data` (RFC 7578) as it comes in: memory is bounded by one piece and one delimiter.
struct MultipartParser: Sendable {
    private enum State { case preamble, headers, body, epilogue }

    static let longestHeaders = 8192
    static let mostParts = 64

    private let delimiter: [UInt8]
    /// Starts with a line end, so that the first delimiter looks like the others.
    private var buffer: [UInt8] = [13, 10]
    private var start = 0
    private var state = State.preamble
    private var parts = 0

    /// - Throws: `SiteProblem.malformed` where the content type names no boundary.
    init(contentType: String) throws {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameter("boundary", of: contentType),
            (1...70).contains(boundary.utf8.count)
        else { throw SiteProblem.malformed }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    var isComplete: Bool { state == .epilogue }

    /// Takes the next bytes.
    mutating func feed(_ bytes: some Sequence<UInt8>) throws -> [MultipartEvent] {
        buffer.append(contentsOf: bytes)
        var events: [MultipartEvent] = []
        while try step(&events) {}
        buffer.removeFirst(start)
        start = 0
        return events
    }

    /// - Returns: whether there is more to read in the buffer.
    private mutating func step(_ events: inout [MultipartEvent]) throws -> Bool {
        switch state {
        case .epilogue:
            start = buffer.count
            return false
        case .headers: return try readHeaders(&events)
        case .preamble, .body: return try readBody(&events)
        }
    }

    private mutating func readBody(_ events: inout [MultipartEvent]) throws -> Bool {
        guard let found = find(delimiter) else {
            emit(through: max(start, buffer.count - delimiter.count + 1), &events)
            return false
        }
        emit(through: found, &events)
        let after = found + delimiter.count
        guard buffer.count >= after + 2 else { return false }
        let isLast = buffer[after] == 45 && buffer[after + 1] == 45
        guard isLast || buffer[after] == 13 && buffer[after + 1] == 10 else { throw SiteProblem.malformed }
        if state == .body { events.append(.end) }
        start = after + 2
        state = isLast ? .epilogue : .headers
        parts += 1
        guard parts <= Self.mostParts else { throw SiteProblem.malformed }
        return true
    }

    private mutating func emit(through end: Int, _ events: inout [MultipartEvent]) {
        guard end > start else { return }
        if state == .body { events.append(.data(Array(buffer[start..<end]))) }
        start = end
    }

    private mutating func readHeaders(_ events: inout [MultipartEvent]) throws -> Bool {
        guard let end = find([13, 10, 13, 10]) else {
            guard buffer.count - start <= Self.longestHeaders else { throw SiteProblem.malformed }
            return false
        }
        guard end - start <= Self.longestHeaders else { throw SiteProblem.malformed }
        let text = String(decoding: buffer[start..<end], as: UTF8.self)
        var part: MultipartPart?
        for line in text.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":") else { throw SiteProblem.malformed }
            guard line[..<colon].lowercased() == "content-disposition" else { continue }
            let value = String(line[line.index(after: colon)...])
            guard let name = Self.parameter("name", of: value) else { throw SiteProblem.malformed }
            part = MultipartPart(name: name, fileName: Self.parameter("filename", of: value))
        }
        guard let part else { throw SiteProblem.malformed }
        events.append(.begin(part))
        start = end + 4
        state = .body
        return true
    }

    private func find(_ needle: [UInt8]) -> Int? {
        guard buffer.count - start >= needle.count else { return nil }
        return buffer.withUnsafeBufferPointer { bytes in
            var index = start
            let last = bytes.count - needle.count
            while index <= last {
                if bytes[index] == needle[0] {
                    var length = 1
                    while length < needle.count, bytes[index + length] == needle[length] { length += 1 }
                    if length == needle.count { return index }
                }
                index += 1
            }
            return nil
        }
    }

    /// A parameter of a header, with or without quotes: `name="bestand"; filename="a \"b\".jpg"`. It is read by code points: an
    /// accent that stands behind a quote in a name does not make another sign of it.
    static func parameter(_ name: String, of header: String) -> String? {
        var rest = Substring(header).unicodeScalars
        while let separator = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: separator)...].drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            let key = Substring(rest[..<equals]).trimmingWhitespace.lowercased()
            rest = rest[rest.index(after: equals)...]
            let value = rest.first == "\"" ? quoted(&rest) : bare(&rest)
            if key == name { return value }
        }
        return nil
    }

    private static func quoted(_ rest: inout Substring.UnicodeScalarView) -> String {
        rest = rest.dropFirst()
        var value = String.UnicodeScalarView()
        while let scalar = rest.first, scalar != "\"" {
            rest = rest.dropFirst()
            if scalar == "\\", let next = rest.first, next == "\"" || next == "\\" {
                value.append(next)
                rest = rest.dropFirst()
            } else {
                value.append(scalar)
            }
        }
        rest = rest.dropFirst()
        return String(value)
    }

    private static func bare(_ rest: inout Substring.UnicodeScalarView) -> String {
        let end = rest.firstIndex(of: ";") ?? rest.endIndex
        defer { rest = rest[end...] }
        return Substring(rest[..<end]).trimmingWhitespace
    }
}
