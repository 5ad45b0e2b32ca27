import HTTPTypes
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// One or more files with a report.
struct FilesRoutes: Sendable {
    let steps: DraftSteps
    private var desk: ReportingDesk { steps.site.desk }

    func register(at door: DoorRouter<ReporterContext>) {
        door.get(ReporterPaths.files) { [self] request, context in
            try await steps.show(.files, request, context, title: FilesWording.texts[context.language].title) { draft, token in
                page(context.language, token, draft, refused: [])
            }
        }
        door.post(ReporterPaths.files) { [self] request, context in
            if request.hasFiles { return try await upload(request, context) }
            return try await steps.answer(.files, request, context, title: FilesWording.texts[context.language].title) { _ in
                Answer { $0.sawFiles = true }
            } again: { _, _, draft, token in
                page(context.language, token, draft, refused: [])
            }
        }
        door.post(ReporterPaths.removeFile) { [self] request, context in
            let (token, fields) = try await steps.site.form(request)
            try await desk.removeFile(fields["bestand"], from: token)
            return .seeOther(ReporterPaths.files.link(context.language))
        }
    }

    private func upload(_ request: Request, _ context: ReporterContext) async throws -> Response {
        let token = try steps.site.token(request)
        do {
            let form = UploadForm(formToken: token.formToken) { name in
                try await desk.receiveFile(named: name, for: token)
            } keep: { file in
                try await desk.addFile(file, to: token)
            } discard: { files in
                try await desk.discard(files)
            }
            let outcome = try await form.read(request)
            let fields = FormFields(outcome.fields.mapValues { [$0] })
            let (way, isAdding) = (WayOn(fields), fields.has("toevoegen"))
            let isMissing = isAdding && outcome.taken == 0
            if way != .lock, !outcome.refused.isEmpty || isMissing {
                let refused = outcome.refused.isEmpty ? [("", FileRefusal.empty)] : outcome.refused
                let content = page(context.language, token, try await desk.draft(token), refused: refused)
                return steps.page(
                    .files, context, FilesWording.texts[context.language].title, content, status: .unprocessableContent)
            }
            let draft = try await desk.changeDraft(token) { draft in
                if way == .next, !isAdding { draft.sawFiles = true }
                if way == .lock { draft.isLocked = true }
                return draft
            }
            return .seeOther(way.path(from: .files, draft, stays: isAdding).link(context.language))
        } catch DraftRefusal.gone {
            throw SiteProblem.sessionGone
        }
    }

    private func page(_ language: Language, _ token: SessionToken, _ draft: Draft, refused: [(String, FileRefusal)]) -> Node {
        let wording = FilesWording.texts[language]
        let errors = FieldErrors(refused.map { FieldError(field: "bestand", sentence: wording.sentence($0.0, $0.1, language)) })
        return .fragment([
            errors.summary(language), h1(text: wording.title), p(.class("lead"), text: wording.lead),
            p(.class("note"), text: wording.hidden),
            list(draft.files, token, language),
            UploadFields.form(
                ReporterPaths.files.link(language), token: token, label: wording.choose, button: wording.add,
                working: wording.working,
                kinds: wording.kinds(language), errors: errors, locks: true,
                others: steps.actions(.files, language)),
        ])
    }

    private func list(_ files: [DraftFile], _ token: SessionToken, _ language: Language) -> Node {
        guard !files.isEmpty else { return .nothing }
        let wording = FilesWording.texts[language]
        let rows = ul(.class("files")) {
            for file in files {
                li {
                    bdi(text: file.original.attachment.name)
                    span(.class("soft small"), text: Writing.size(file.original.attachment.count, language))
                    form(.method("post"), .action(ReporterPaths.removeFile.link(language))) {
                        Field.token(token.formToken)
                        Field.hidden("bestand", file.item)
                        button(.type("submit"), .class("link-button")) {
                            wording.remove
                            span(.class("hidden"), text: ": \(file.original.attachment.name)")
                        }
                    }
                }
            }
        }
        return .fragment([h2(text: wording.added), rows])
    }
}

/// The field with which files are chosen and sent.
enum UploadFields {
    static func form(
        _ action: String, token: SessionToken, label text: String, button: String, working: String, kinds: String,
        errors: FieldErrors, locks: Bool = false, others: Node = .nothing
    ) -> Node {
        let error = errors.at("bestand", hint: "bestand-hint")
        var attributes: [Attribute] = [
            .method("post"), .action(action), Attribute("enctype", "multipart/form-data"), Attribute("data-once", if: true),
        ]
        if locks { attributes.append(Attribute("data-lock-after", String(ReporterLimits.idle.components.seconds))) }
        return Markup.form(attributes) {
            Field.token(token.formToken)
            if locks { Field.hidden(WayOn.lock.rawValue, "") }
            div(.class("card")) {
                div(.class("field")) {
                    label(.for("bestand"), text: text)
                    p(.class("hint"), .id("bestand-hint"), text: kinds)
                    error.node
                    input([.type("file"), .id("bestand"), .name("bestand"), Attribute("multiple", if: true)] + error.attributes)
                }
                Field.submit(button, classes: "btn plain", name: "toevoegen", value: "ja")
                span(Attribute("data-working", if: true), Attribute("hidden", if: true), .role("status"), text: " \(working)")
            }
            others
        }
    }
}
