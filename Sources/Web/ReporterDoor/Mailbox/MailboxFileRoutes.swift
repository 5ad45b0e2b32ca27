import Compartments
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// The reporter's files in the mailbox: adding one, and getting one back as it was sent.
struct MailboxFileRoutes: Sendable {
    let site: ReporterSite
    let mailbox: MailboxRoutes

    func register(at door: DoorRouter<ReporterContext>) {
        door.get(ReporterPaths.addFile) { [self] request, context in
            try await mailbox.inMailbox(request, context) { _, token in page(token, context, refused: []) }
        }
        door.post(ReporterPaths.addFile) { [self] request, context in try await upload(request, context) }
        door.get(ReporterPaths.file, .file) { [self] request, context in
            let token = try site.token(request)
            guard let id = context.parameters.get("id").flatMap({ SealedItem.ID($0) }) else { throw SiteProblem.notFound }
            do {
                guard let file = try await site.desk.ownFile(id, in: token) else { throw SiteProblem.notFound }
                return .download(file, named: file.attachment.name)
            } catch MailboxRefusal.locked {
                return .seeOther(ReporterPaths.lock.link(context.language))
            } catch MailboxRefusal.gone {
                throw SiteProblem.sessionGone
            }
        }
    }

    private func upload(_ request: Request, _ context: ReporterContext) async throws -> Response {
        let token = try site.token(request)
        do {
            let form = UploadForm(formToken: token.formToken) { name in
                try await site.desk.receiveMailboxFile(named: name, for: token)
            } keep: { file in
                try await site.desk.addMailboxFile(file, in: token)
            } discard: { files in
                try await site.desk.discard(files)
            }
            let outcome = try await form.read(request)
            guard outcome.refused.isEmpty, outcome.taken > 0 else {
                return page(token, context, refused: outcome.refused.isEmpty ? [("", .empty)] : outcome.refused)
            }
            return .seeOther(ReporterPaths.mailbox.link(context.language) + "#bestanden")
        } catch MailboxRefusal.locked {
            return .seeOther(ReporterPaths.lock.link(context.language))
        } catch MailboxRefusal.gone {
            throw SiteProblem.sessionGone
        }
    }

    private func page(_ token: SessionToken, _ context: ReporterContext, refused: [(String, FileRefusal)]) -> Response {
        let (wording, language) = (FilesWording.texts[context.language], context.language)
        let errors = FieldErrors(refused.map { FieldError(field: "bestand", sentence: wording.sentence($0.0, $0.1, language)) })
        return site.page(
            context, title: wording.title, path: ReporterPaths.addFile, status: errors.isEmpty ? .ok : .unprocessableContent,
            isSignedIn: true
        ) {
            errors.summary(language)
            p(.class("back")) { a(.href(ReporterPaths.mailbox.link(language)), text: OwnReportWording.texts[language].back) }
            h1(text: wording.title)
            p(.class("note"), text: wording.hidden)
            UploadFields.form(
                ReporterPaths.addFile.link(language), token: token, label: wording.choose, button: wording.add,
                working: wording.working,
                kinds: wording.kinds(language), errors: errors)
            MailboxLock.form(token, language)
        }
    }
}
