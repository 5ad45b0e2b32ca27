import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup
import ReportingDesk
import Sealing

/// The pages that anyone reads without a session, and the way out.
struct StartRoutes {
    let site: ReporterSite

    func register(at door: DoorRouter<ReporterContext>) {
        door.plain(.get, "/", .action) { _, _ in .seeOther(ReporterPaths.start.link(.nl)) }
        door.get(ReporterPaths.start) { [site] _, context in
            site.page(context, title: "", path: ReporterPaths.start, isNarrow: false) {
                StartPage(language: context.language).content
            }
        }
        door.get(ReporterPaths.before) { [site] request, context in
            let hasBegun = try await DraftSteps(site: site).begun(request) != nil
            return site.page(context, title: BeforeWording.texts[context.language].title, path: ReporterPaths.before) {
                BeforePage(language: context.language, hasBegun: hasBegun).content
            }
        }
        door.get(ReporterPaths.signpost) { [site] _, context in
            site.page(context, title: SignpostWording.texts[context.language].title, path: ReporterPaths.signpost) {
                SignpostPage(language: context.language, fields: FormFields()).form
            }
        }
        door.post(ReporterPaths.signpost, .page) { [site] request, context in
            let fields = try await request.form()
            return site.page(context, title: SignpostWording.texts[context.language].title, path: ReporterPaths.signpost) {
                SignpostPage(language: context.language, fields: fields).answer
            }
        }
        for (path, pages) in [
            (ReporterPaths.talk, AboutPages.talk), (ReporterPaths.security, AboutPages.security),
            (ReporterPaths.privacy, AboutPages.privacy), (ReporterPaths.accessibility, AboutPages.accessibility),
            (ReporterPaths.contact, AboutPages.contact),
        ] {
            door.get(path) { [site] _, context in
                let about = pages[context.language]
                return site.page(context, title: about.title, path: path) { about.content(context.language) }
            }
        }
        door.post(ReporterPaths.leave) { [site] request, context in await site.leave(request, context) }
    }
}

extension ReporterSite {
    /// Ends the session, asks the browser to forget, and goes to the neutral page that the host chose, whatever the database does.
    fileprivate func leave(_ request: Request, _ context: ReporterContext) async -> Response {
        if let token = cookies.token(SessionCookies.reporter, in: request) { await forget(token) }
        var response = Response.page(
            html(.lang(context.language.rawValue)) {
                head {
                    meta(Attribute("charset", "utf-8"))
                    title(text: "…")
                }
                body { p { a(.href(frame.neutralPage), text: context.language == .nl ? "Verder" : "Continue") } }
            })
        cookies.clear(SessionCookies.reporter, on: &response)
        response.headers[HTTPField.Name("Refresh")!] = "0; url=\(frame.neutralPage)"
        response.headers[HTTPField.Name("Clear-Site-Data")!] = "\"cache\", \"cookies\", \"storage\""
        return response
    }

    /// Forgets a session. What takes longer than a second goes on after the answer: nobody who leaves is kept waiting.
    private func forget(_ token: SessionToken) async {
        let (ended, ending) = AsyncStream.makeStream(of: Void.self)
        Task {
            do {
                try await desk.forget(token)
            } catch {
                failures.record("leaving.failed", ["kind": "\(FailureKind.of(error))"])
            }
            ending.finish()
        }
        let limit = Task {
            try? await Task.sleep(for: .seconds(1))
            ending.finish()
        }
        for await _ in ended {}
        limit.cancel()
    }
}
