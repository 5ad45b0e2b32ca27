import Access
import Compartments
import Hummingbird
import Kernel
import Markup
import ReportingDesk
import Sealing

/// Who waits for keys, since when, and handing them on.
struct AccessRoutes: Sendable {
    let site: OfficerSite

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.access) { [self] request, context in
            let reader = try await site.reader(request)
            let waiting = try await site.desk.waitingReaders(for: reader)
            let stranded = try await site.desk.strandedCases(for: reader)
            return try await page(waiting, stranded, reader, context)
        }
        door.post(OfficerPaths.grant) { [self] request, context in
            let (reader, fields) = try await site.formReader(request)
            guard let id = CaseFile.ID(fields["zaak"]), let officer = Officer.ID(fields["lezer"]) else {
                throw SiteProblem.notFound
            }
            try await settled { try await site.desk.grant(id, to: officer, by: reader) }
            return .seeOther(OfficerPaths.access.link(context.language))
        }
        door.post(OfficerPaths.recovery) { [self] request, context in
            let (reader, fields) = try await site.formReader(request)
            guard let id = CaseFile.ID(fields["zaak"]) else { throw SiteProblem.notFound }
            try await settled {
                if fields.has("afronden") {
                    try await site.desk.completeRecovery(of: id, by: reader)
                } else {
                    try await site.desk.beginRecovery(of: id, by: reader)
                }
            }
            return .seeOther(OfficerPaths.access.link(context.language))
        }
    }

    /// What was settled meanwhile by someone else is as good.
    private func settled(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch GrantRefusal.alreadyReads {
            return
        } catch GrantRefusal.notPossible {
            throw SiteProblem.notFound
        }
    }

    private func page(
        _ waiting: [WaitingReader], _ stranded: [StrandedCase], _ reader: Reader, _ context: OfficerContext
    ) async throws -> Response {
        let (language, wording, token) = (context.language, AccessWording.texts[context.language], reader.session.token.formToken)
        let organisations = try await site.access.roster().tree
        return try await site.page(context, title: wording.title, path: OfficerPaths.access, session: reader.session) {
            h1(text: wording.title)
            p(.class("lead"), text: wording.lead)
            if waiting.isEmpty {
                p(.class("note done"), text: wording.nobodyWaits)
            } else {
                rows(
                    wording.waiting, wording.columns,
                    waiting.map { waiting in
                        [
                            a(
                                .href(OfficerPaths.caseFile.link(language, waiting.caseID.text)), text: waiting.number.text),
                            .text(
                                "\(CodeWording.role(waiting.grant.reader.appointment.role)[language]), \(waiting.grant.reader.officer.name)"
                            ),
                            Writing.day(waiting.grant.since, language),
                            form(.method("post"), .action(OfficerPaths.grant.link(language))) {
                                Field.token(token)
                                Field.hidden("zaak", waiting.caseID.text)
                                Field.hidden("lezer", waiting.grant.reader.officer.id.text)
                                Field.submit(wording.give, classes: "btn small")
                            },
                        ]
                    })
                p(.class("small soft"), text: wording.check)
            }
            if !stranded.isEmpty {
                h2(text: wording.stranded)
                p(text: wording.strandedText)
                rows(
                    wording.stranded, wording.strandedColumns,
                    stranded.map { stranded in
                        [
                            .text(stranded.number.text),
                            .text(organisations.abbreviation(of: stranded.organisation, on: site.desk.today)),
                            recovery(stranded, token, language),
                        ]
                    })
            }
        }
    }

    private func recovery(_ stranded: StrandedCase, _ token: String, _ language: Language) -> Node {
        let wording = AccessWording.texts[language]
        guard stranded.turn != .wait else { return span(.class("chip"), text: wording.waitsForOther) }
        return form(.method("post"), .action(OfficerPaths.recovery.link(language))) {
            Field.token(token)
            Field.hidden("zaak", stranded.caseID.text)
            if stranded.turn == .complete { Field.hidden("afronden", "ja") }
            Field.submit(stranded.turn == .complete ? wording.complete : wording.begin, classes: "btn small")
        }
    }

    private func rows(_ title: String, _ columns: [String], _ rows: [[Node]]) -> Node {
        DataTable.node(title, caption: title, columns: columns) { for row in rows { tr { for cell in row { td { cell } } } } }
    }
}

struct AccessWording: Sendable {
    let title, lead, nobodyWaits, waiting, give, check, stranded, strandedText, begin, complete, waitsForOther: String
    let columns, strandedColumns: [String]

    static let texts = Bilingual(
        nl: AccessWording(
            title: "Toegang geven",
            lead:
                "Een nieuwe lezer krijgt een zaak pas als iemand die de zaak kan openen de sleutel doorgeeft. De server kan dat niet.",
            nobodyWaits: "Er wacht niemand op toegang die jij kunt geven.", waiting: "Wacht op toegang", give: "Geef toegang",
            check:
                "Is deze persoon betrokken bij de zaak? Geef dan geen toegang, maar open de zaak en kruis aan wie betrokken is. Alle lezers en de melder zien wie toegang kreeg.",
            stranded: "Zaken zonder lezer",
            strandedText:
                "Van deze zaken, of van de naam van de melder, heeft geen lezer meer een sleutel. Twee herstelfunctionarissen samen geven ze terug aan de lezers van nu. Zijn die er niet meer, of zijn het er te weinig omdat iemand betrokken is, dan gaat de zaak naar de lezers van een andere organisatie. Geen van beiden krijgt de inhoud te zien.",
            begin: "Begin het herstel", complete: "Rond het herstel af", waitsForOther: "Wacht op een andere herstelfunctionaris",
            columns: ["Zaak", "Lezer", "Sinds", "Toegang"],
            strandedColumns: ["Zaak", "Organisatie", "Herstel"]),
        en: AccessWording(
            title: "Give access",
            lead: "A new reader gets a case only when someone who can open it hands the key on. The server cannot.",
            nobodyWaits: "Nobody waits for access that you can give.", waiting: "Waiting for access", give: "Give access",
            check:
                "Is this person involved in the case? Then give no access, but open the case and mark who is involved. All readers and the reporter see who got access.",
            stranded: "Cases without a reader",
            strandedText:
                "No reader holds a key to these cases, or to the name of the reporter, any more. Two recovery officers together give them back to the present readers. If there are none any more, or too few because someone is involved, the case goes to the readers of another organisation. Neither of them gets to see the content.",
            begin: "Begin the recovery", complete: "Complete the recovery", waitsForOther: "Waits for another recovery officer",
            columns: ["Case", "Reader", "Since", "Access"],
            strandedColumns: ["Case", "Organisation", "Recovery"]))
}
