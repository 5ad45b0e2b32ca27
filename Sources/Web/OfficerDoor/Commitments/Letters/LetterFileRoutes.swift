import Access
import Commitments
import Documents
import HTTPTypes
import Hummingbird
import Kernel
import Markup

/// A letter and its note as documents.
struct LetterFileRoutes: Sendable {
    let register: RegisterSite
    private var commitments: Commitments { register.commitments }

    /// The names of the documents in an address.
    enum Name: String, CaseIterable {
        case letter = "brief"
        case note = "beslisnota"
        /// The note as everyone gets it.
        case publicNote = "beslisnota-openbaar"
    }

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.letterFile, .file) { [self] request, context in
            let visitor = try await register.visitor(request)
            let letter = try await register.letter(context, for: visitor)
            guard let file = DocumentName(context.parameters.get("bestand")), let name = Name(rawValue: file.base),
                file.form == .odt || file.form == .pdf
            else { throw SiteProblem.notFound }
            do {
                let document = try await document(name, of: letter, visitor)
                let bytes = try await document.written(as: file.form, printer: register.printer)
                return .download(bytes, named: "\(name.rawValue)-\(letter.number)", as: file.form)
            } catch let refusal as PrintingRefusal {
                return try await problem(refusal, letter, visitor, context)
            }
        }
    }

    private func document(_ name: Name, of letter: Letter, _ visitor: RegisterSite.Visitor) async throws -> Document {
        let (names, today) = (try await register.names(), commitments.today)
        let department = names.full(letter.department, .nl)
        guard name != .letter else { return letter.document(department: department, hasNote: true, on: today) }
        var day = today
        if case .sent(_, let sentOn) = letter.state { day = sentOn }
        guard name == .note else {
            return try await commitments.publicNote(of: letter.id, for: visitor.officer).document(department: department, on: day)
        }
        let note = try await commitments.note(of: letter.id, for: visitor.officer)
        return note.document(author: names.officers[letter.owner] ?? "", department: department, on: day)
    }

    private func problem(
        _ refusal: PrintingRefusal, _ letter: Letter, _ visitor: RegisterSite.Visitor, _ context: OfficerContext
    ) async throws -> Response {
        try await register.site.page(
            context, title: letter.subject, path: OfficerPaths.letter, session: visitor.session, status: .serviceUnavailable,
            isNarrow: true, values: [letter.id.text]
        ) {
            h1(text: context.language == .nl ? "Er is geen PDF gemaakt" : "No PDF was made")
            p(.class("note warn"), text: DocumentLinks.sentence(refusal, context.language))
            LetterDocumentLinks.node(letter, context.language)
            p(.class("back")) {
                a(
                    .href(OfficerPaths.letter.link(context.language, letter.id.text)),
                    text: LetterWording.texts[context.language].backToLetter)
            }
        }
    }
}

/// The letter and its note, to take along.
enum LetterDocumentLinks {
    static func node(_ letter: Letter, _ language: Language) -> Node {
        let wording = NoteWording.texts[language]
        let names: [(LetterFileRoutes.Name, String)] = [
            (.letter, wording.letter), (.note, wording.ministers), (.publicNote, wording.everyones),
        ]
        return .fragment(
            names.map { name, text in
                DocumentLinks.node(text, [.odt, .pdf], language) { form in
                    OfficerPaths.letterFile.link(language, letter.id.text, "\(name.rawValue).\(form.rawValue)")
                }
            })
    }
}
