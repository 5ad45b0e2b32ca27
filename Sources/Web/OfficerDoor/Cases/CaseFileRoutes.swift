import Compartments
import HTTPTypes
import Hummingbird
import Kernel
import ReportingDesk
import Sealing

/// A file of a case as a download, under a neutral name: the reporter's own name for it may tell who they are.
struct CaseFileRoutes: Sendable {
    let site: OfficerSite
    let cases: CaseRoutes

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.file, .file) { [self] request, context in
            let reader = try await site.reader(request)
            let id = try cases.id(context)
            guard let file = context.parameters.get("bestand").flatMap({ SealedItem.ID($0) }) else { throw SiteProblem.notFound }
            do {
                let outgoing = try await site.finding { try await site.desk.file(file, of: id, for: reader) }
                return .download(outgoing, named: name(outgoing.attachment, context.language))
            } catch CaseRefusal.notOpened {
                return .seeOther(OfficerPaths.caseFile.link(context.language, id.text))
            } catch CaseRefusal.keysMissing {
                return try await cases.withoutKey(\.keyMissing, id, reader, context)
            }
        }
    }

    /// The name and number under which the case shows it.
    private func name(_ file: Attachment, _ language: Language) -> String {
        let word = language == .nl ? "bestand" : "file"
        return "\(word)-\(file.number ?? 0).\(file.name.split(separator: ".").last ?? "bin")"
    }
}
