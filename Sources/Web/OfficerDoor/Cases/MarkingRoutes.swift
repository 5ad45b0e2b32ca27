import Access
import Compartments
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// Someone who reads along is involved: a colleague, or the officer themselves.
struct MarkingRoutes: Sendable {
    let site: OfficerSite
    let cases: CaseRoutes

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.involved) { [self] request, context in
            let reader = try await site.reader(request)
            return try await cases.opened(try cases.id(context), reader, context) { view in
                try await page(view, reader, context, errors: .none)
            }
        }
        door.post(OfficerPaths.involved) { [self] request, context in
            let (reader, fields) = try await site.formReader(request)
            let id = try cases.id(context)
            return try await cases.opened(id, reader, context) { view in
                let marked = Set(fields.all("betrokken").compactMap { Officer.ID($0) })
                let known = Set((view.readers + view.recoveryOfficers).map(\.officer.id))
                do {
                    let exclusion = try await site.desk.officerMarks(marked.intersection(known), in: id, by: reader)
                    guard !marked.contains(reader.ring.officer) else {
                        return .seeOther(OfficerPaths.worklist.link(context.language))
                    }
                    guard !exclusion.left.contains(where: { $0.officer.id == reader.ring.officer }) else {
                        return try await cases.handedOver(id, reader, context)
                    }
                    return .seeOther(OfficerPaths.caseFile.link(context.language, id.text))
                } catch CaseRefusal.nobodyChosen {
                    let error = FieldError(field: "betrokken", sentence: InvolvedWording.texts[context.language].missing)
                    return try await page(view, reader, context, errors: FieldErrors([error]))
                }
            }
        }
    }

    private func page(_ view: CaseView, _ reader: Reader, _ context: OfficerContext, errors: FieldErrors) async throws -> Response
    {
        let (language, id) = (context.language, view.file.id.text)
        let (wording, shared) = (MarkingWording.texts[context.language], InvolvedWording.texts[context.language])
        return try await site.page(
            context, title: wording.title, path: OfficerPaths.involved, session: reader.session,
            status: errors.isEmpty ? .ok : .unprocessableContent, isNarrow: true, values: [id]
        ) {
            errors.summary(language)
            CasePage.back(to: view.file.id, language)
            h1(.id("betrokken"), text: wording.title)
            for text in wording.texts { p(text: text) }
            form(.method("post"), .action(OfficerPaths.involved.link(language, id)), Attribute("data-once", if: true)) {
                Field.token(reader.session.token.formToken)
                Field.choices(
                    "betrokken", legend: shared.legend,
                    options: view.readers.map { other in
                        Field.Option(
                            value: other.officer.id.text, text: CodeWording.role(other.appointment.role)[language],
                            hint: other.officer.id == reader.ring.officer ? wording.you(other.officer.name) : other.officer.name,
                            isStrong: true)
                    }, many: true)
                RecoveryField.node(view.recoveryOfficers.map(\.officer), isReporter: false, language)
                div(.class("actions")) { Field.submit(shared.submit) }
            }
        }
    }
}

struct MarkingWording: Sendable {
    let title: String
    let texts: [String]
    let you: @Sendable (String) -> String

    static let texts = Bilingual(
        nl: MarkingWording(
            title: "Iemand is betrokken",
            texts: [
                "Wie betrokken is bij wat er is gemeld, behandelt de melding niet. Dat geldt ook voor jou.",
                "Wie je aankruist, verliest de toegang meteen, en krijgt geen bericht meer over deze zaak. De melder ziet welke functie de toegang verloor.",
                "Blijven er te weinig lezers over, dan gaat de zaak naar de lezers van een andere organisatie.",
            ], you: { "\($0) (jij)" }),
        en: MarkingWording(
            title: "Someone is involved",
            texts: [
                "Whoever is involved in what was reported does not handle the report. That holds for you too.",
                "Whoever you tick loses access at once, and gets no more notice of this case. The reporter sees which role lost access.",
                "If too few readers are left, the case goes to the readers of another organisation.",
            ], you: { "\($0) (you)" }))
}
