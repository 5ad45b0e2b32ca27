import Kernel
import Markup

/// A field that was not filled in right, with the sentence that says what to do.
struct FieldError: Sendable, Equatable {
    /// The `id` of the field, to which the summary links.
    let field: String
    let sentence: String
}

/// The errors of a page: a summary on top that takes the focus, and a sentence at each field.
struct FieldErrors: Sendable, Equatable {
    let all: [FieldError]

    init(_ all: [FieldError] = []) {
        self.all = all
    }

    /// The sentences of fields that have one.
    init(_ problems: [(field: String, sentence: String?)]) {
        self.init(problems.compactMap { field, sentence in sentence.map { FieldError(field: field, sentence: $0) } })
    }

    static let none = FieldErrors()
    var isEmpty: Bool { all.isEmpty }

    func sentence(at field: String) -> String? { all.first { $0.field == field }?.sentence }

    func summary(_ language: Language) -> Node {
        guard !isEmpty else { return .nothing }
        return div(.class("errors"), .role("alert"), Attribute("tabindex", "-1"), .aria(.labelledby, "fouten")) {
            h2(.id("fouten"), text: language == .nl ? "Er klopt iets nog niet" : "Please check your answers")
            ul {
                for error in all { li { a(.href("#\(error.field)"), text: error.sentence) } }
            }
        }
    }

    /// The sentence at a field, and the attributes that tie it to the field.
    func at(_ field: String, hint: String? = nil) -> (node: Node, attributes: [Attribute]) {
        guard let sentence = sentence(at: field) else {
            return (.nothing, hint.map { [.aria(.describedby, $0)] } ?? [])
        }
        let described = [hint, "\(field)-fout"].compactMap(\.self).joined(separator: " ")
        return (
            p(.class("error"), .id("\(field)-fout"), text: sentence), [.aria(.invalid, "true"), .aria(.describedby, described)]
        )
    }
}

/// The fields of forms.
enum Field {
    /// One line of text.
    ///
    /// - Parameter id: the `id` of the field where its name stands on the page more than once.
    static func text(
        _ name: String, id: String? = nil, label text: String, hint: String? = nil, value: String = "", type: String = "text",
        classes: String = "",
        autocomplete: String = "off", inputMode: String? = nil, longest: Int? = nil, errors: FieldErrors = .none
    ) -> Node {
        let id = id ?? name
        let error = errors.at(id, hint: hint.map { _ in "\(id)-hint" })
        return div(.class("field")) {
            label(.for(id), text: text)
            if let hint { p(.class("hint"), .id("\(id)-hint"), text: hint) }
            error.node
            input(
                [
                    .type(type), .id(id), .name(name), .value(value), .autocomplete(autocomplete),
                    Attribute("spellcheck", "false"),
                    Attribute("inputmode", optional: inputMode), Attribute("maxlength", optional: longest.map(String.init)),
                    Attribute("class", optional: classes.isEmpty ? nil : classes),
                ] + error.attributes)
        }
    }

    /// Many lines of text.
    static func area(
        _ name: String, label text: String, hint: String? = nil, value: String = "", longest: Int, isLong: Bool = false,
        language: Language, errors: FieldErrors = .none
    ) -> Node {
        let error = errors.at(name, hint: hint.map { _ in "\(name)-hint" })
        return div(.class("field")) {
            label(.for(name), text: text)
            if let hint { p(.class("hint"), .id("\(name)-hint"), text: hint) }
            error.node
            textarea(
                [
                    .id(name), .name(name), .autocomplete("off"), .dir("auto"), Attribute("data-longest", String(longest)),
                    Attribute("class", optional: isLong ? "long" : nil),
                ] + error.attributes
            ) { "\n\(value)" }
            p(
                .class("hint small"), .id("\(name)-count"), .aria(.live, "polite"),
                Attribute("data-text", language == .nl ? "Nog {n} tekens." : "{n} characters left."),
                Attribute("data-over", language == .nl ? "{n} tekens te veel." : "{n} characters too many.")
            ) {}
        }
    }

    /// One choice of several.
    static func choices(
        _ name: String, legend text: String, hint: String? = nil, isHeading: Bool = false, options: [Option],
        errors: FieldErrors = .none,
        many: Bool = false
    ) -> Node {
        let first = options.first.map { "\(name)-\($0.value)" } ?? name
        let error = errors.at(first)
        return fieldset {
            legend {
                if isHeading { h1(text: text) } else { text }
            }
            if let hint { p(.class("hint"), text: hint) }
            error.node
            for choice in options {
                choice.node(name, many: many, attributes: choice.value == options.first?.value ? error.attributes : [])
            }
        }
    }

    /// A file.
    static func file(_ name: String, label text: String, hint: String, errors: FieldErrors = .none) -> Node {
        let error = errors.at(name, hint: "\(name)-hint")
        return div(.class("field")) {
            label(.for(name), text: text)
            p(.class("hint"), .id("\(name)-hint"), text: hint)
            error.node
            input([.type("file"), .id(name), .name(name)] + error.attributes)
        }
    }

    /// One choice of many, folded.
    static func menu(
        _ name: String, id: String? = nil, label text: String, hint: String? = nil, options: [Option],
        errors: FieldErrors = .none
    ) -> Node {
        let id = id ?? name
        let error = errors.at(id, hint: hint.map { _ in "\(id)-hint" })
        return div(.class("field")) {
            label(.for(id), text: text)
            if let hint { p(.class("hint"), .id("\(id)-hint"), text: hint) }
            error.node
            select([.id(id), .name(name)] + error.attributes) {
                for choice in options {
                    option(.value(choice.value), Attribute("selected", if: choice.isChosen), text: choice.text)
                }
            }
        }
    }

    /// One of the choices.
    struct Option: Sendable {
        let value: String
        let text: String
        var hint: String?
        var isChosen = false
        var isStrong = false

        fileprivate func node(_ name: String, many: Bool, attributes: [Attribute]) -> Node {
            let id = "\(name)-\(value)"
            return div(.class("option")) {
                input([.type(many ? "checkbox" : "radio"), .id(id), .name(name), .value(value), .checked(isChosen)] + attributes)
                label(.for(id)) {
                    if isStrong { strong(text: text) } else { text }
                    if let hint { span(.class("hint"), text: hint) }
                }
            }
        }
    }

    /// A box to tick.
    static func check(_ name: String, value: String = "ja", text: String, hint: String? = nil, isChecked: Bool) -> Node {
        Option(value: value, text: text, hint: hint, isChosen: isChecked).node(name, many: true, attributes: [])
    }

    /// Proves that a form was made for this session.
    static func token(_ token: String) -> Node { input(.type("hidden"), .name("formulier"), .value(token)) }

    static func hidden(_ name: String, _ value: String) -> Node { input(.type("hidden"), .name(name), .value(value)) }

    /// - Parameter about: tells the button from others of the same name, for who does not see where it stands.
    static func submit(
        _ text: String, classes: String = "btn", name: String? = nil, value: String? = nil, about: String? = nil
    ) -> Node {
        button(
            .type("submit"), .class(classes), Attribute("name", optional: name), Attribute("value", optional: value),
            .aria(.label, optional: about.map { "\(text): \($0)" }), text: text)
    }
}
