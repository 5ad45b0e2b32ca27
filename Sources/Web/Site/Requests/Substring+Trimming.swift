extension Substring {
    /// Without spaces and tabs at either end.
    var trimmingWhitespace: String {
        var text = drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
        return String(text)
    }
}
