import Testing

/// A form with files and what is in it, written by hand after RFC 7578 and RFC 2046, section 5.1.
struct MultipartSample: Sendable, CustomTestStringConvertible {
    struct Part: Equatable, Sendable {
        let name: String
        let fileName: String?
        var content: [UInt8]

        init(_ name: String, file fileName: String? = nil, _ text: String) {
            self.name = name
            self.fileName = fileName
            content = Array(text.utf8)
        }
    }

    let testDescription: String
    var boundary = "b0undary"
    let text: String
    var epilogue = ""
    var parts: [Part] = []

    var contentType: String { "multipart/form-data; boundary=\(boundary)" }
    var bytes: [UInt8] { Array((text + epilogue).utf8) }

    private static func head(_ more: String) -> String { "Content-Disposition: form-data; \(more)\r\n\r\n" }

    static let all = [
        MultipartSample(
            testDescription: "a field and a file",
            text: "--b0undary\r\n\(head("name=\"formulier\""))token\r\n--b0undary\r\n"
                + "Content-Disposition: form-data; name=\"bestand\"; filename=\"foto.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                + "\r\n\r\nregel\r\n\r\n--b0undary--",
            epilogue: "\r\n",
            parts: [Part("formulier", "token"), Part("bestand", file: "foto.jpg", "\r\n\r\nregel\r\n")]),
        MultipartSample(
            testDescription: "look-alikes of the boundary",
            text: "--b0undary\r\n\(head("name=\"a\"; filename=\"a\""))"
                + "x--b0undary\n--b0undary\r--b0undary\r\n--b0undar\r\n--b0undarx--\r\r\n--b0undar\r\n-\r\n--b0undary--",
            parts: [Part("a", file: "a", "x--b0undary\n--b0undary\r--b0undary\r\n--b0undar\r\n--b0undarx--\r\r\n--b0undar\r\n-")]),
        MultipartSample(
            testDescription: "empty parts",
            text: "--b0undary\r\n\(head("name=\"a\""))\r\n--b0undary\r\n\(head("name=\"b\"; filename=\"\""))\r\n--b0undary--",
            parts: [Part("a", ""), Part("b", file: "", "")]),
        MultipartSample(
            testDescription: "text before and after",
            text: "This is a form.\r\n--b0undar is not it\r\n--b0undary\r\n\(head("name=\"a\""))1\r\n--b0undary--",
            epilogue: "\r\nmore\r\n--b0undary\r\n\(head("name=\"b\""))2\r\n--b0undary--", parts: [Part("a", "1")]),
        MultipartSample(
            testDescription: "a boundary of repeated signs", boundary: "--------",
            text: "----------\r\n\(head("name=\"a\""))-\r\n---------x\r\n----------\r\n\(head("name=\"b\""))2\r\n------------",
            parts: [Part("a", "-\r\n---------x"), Part("b", "2")]),
        MultipartSample(
            testDescription: "names with quotes, semicolons and letters of every script",
            text: "--b0undary\r\n\(head("name=\"x\"; filename=\"a \\\"b\\\"; c=\\\\d.jpg\""))1\r\n--b0undary\r\n"
                + "content-DISPOSITION:form-data;name=y;filename=žluť-قهوة-咖啡.txt\r\n\r\n2\r\n--b0undary--",
            parts: [Part("x", file: "a \"b\"; c=\\d.jpg", "1"), Part("y", file: "žluť-قهوة-咖啡.txt", "2")]),
        MultipartSample(
            testDescription: "names that begin with an accent, behind the quote",
            text: "--b0undary\r\n\(head("name=\"\u{301}x\"; filename=\"\u{308}.jpg\""))1\r\n--b0undary--",
            parts: [Part("\u{301}x", file: "\u{308}.jpg", "1")]),
        MultipartSample(testDescription: "no parts", text: "--b0undary--"),
    ]

    static let refused = [
        MultipartSample(testDescription: "no final boundary", text: "--b0undary\r\n\(head("name=\"a\""))1\r\n--b0undary"),
        MultipartSample(testDescription: "nothing", text: ""),
        MultipartSample(testDescription: "another boundary", text: "--other\r\n\(head("name=\"a\""))1\r\n--other--"),
        MultipartSample(
            testDescription: "no line end after the boundary", text: "--b0undary\(head("name=\"a\""))1\r\n--b0undary--"),
        MultipartSample(
            testDescription: "a part without a name",
            text: "--b0undary\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b0undary--"),
        MultipartSample(
            testDescription: "a part without a disposition",
            text: "--b0undary\r\nContent-Type: text/plain\r\n\r\n1\r\n--b0undary--"),
        MultipartSample(testDescription: "a header without a colon", text: "--b0undary\r\nnonsense\r\n\r\n1\r\n--b0undary--"),
        MultipartSample(
            testDescription: "headers without end",
            text: "--b0undary\r\nX-Long: " + String(repeating: "x", count: 20_000)),
        MultipartSample(
            testDescription: "headers that are too long",
            text: "--b0undary\r\nX-Long: " + String(repeating: "x", count: 20_000) + "\r\n\(head("name=\"a\""))1\r\n--b0undary--"),
    ]
}
