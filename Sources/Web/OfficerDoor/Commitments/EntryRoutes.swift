import Access
import Commitments
import HTTPTypes
import Hummingbird
import Kernel
import Markup

/// One entry of the register, and what is done with it.
struct EntryRoutes: Sendable {
    let register: RegisterSite
    private var commitments: Commitments { register.commitments }

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.entry) { [self] request, context in
            let visitor = try await register.visitor(request)
            return try await page(register.entry(context, for: visitor), visitor, context)
        }
        door.post(OfficerPaths.entryDue) { [self] request, context in
            try await act(.due, request, context) { entry, visitor, fields in
                let form = DueForm(fields: fields, language: context.language, today: commitments.today)
                guard let due = form.due else { return form.errors }
                do {
                    try await commitments.setDue(
                        due, isPostponement: form.isPostponement, of: entry, version: fields.version, by: visitor.officer)
                    return .none
                } catch let refusal as DueRefusal {
                    return FieldErrors([DueForm.error(refusal, context.language)])
                }
            }
        }
        door.post(OfficerPaths.entryStanding) { [self] request, context in
            try await act(.standing, request, context) { entry, visitor, fields in
                let form = StandingForm(fields: fields, language: context.language, today: commitments.today)
                guard let change = form.change else { return form.errors }
                do {
                    try await commitments.setStanding(change, of: entry, version: fields.version, by: visitor.officer)
                    return .none
                } catch let refusal as StandingRefusal {
                    return FieldErrors([StandingForm.error(refusal, context.language)])
                }
            }
        }
        registerOthers(at: door)
    }

    private func registerOthers(at door: DoorRouter<OfficerContext>) {
        door.post(OfficerPaths.entryMotion) { [self] request, context in
            try await act(.motion, request, context) { entry, visitor, fields in
                let day = TypedDay(fields["stapdag"])
                guard let step: Motion.Step = fields.choice("stap") else {
                    return FieldErrors([FieldError(field: "stap-changed", sentence: wording(context).stepMissing)])
                }
                if let sentence = day.problem(context.language) {
                    return FieldErrors([FieldError(field: "stapdag", sentence: sentence)])
                }
                do {
                    try await commitments.take(
                        step, on: day.day ?? commitments.today, stayed: fields.has("bleef"), endOfSession: fields.has("zitting"),
                        of: entry,
                        version: fields.version, by: visitor.officer)
                    return .none
                } catch let refusal as MotionRefusal {
                    let sentence = RegisterRefusalWording.sentence(refusal, context.language)
                    return FieldErrors([FieldError(field: "stapdag", sentence: sentence)])
                }
            }
        }
        registerTakingBack(at: door)
        registerKeeping(at: door)
    }

    private func registerTakingBack(at door: DoorRouter<OfficerContext>) {
        door.post(OfficerPaths.entryDueTakenBack) { [self] request, context in
            try await takeBack(.dueTakenBack, "dagreden", request, context) {
                try await commitments.takeBackDue(of: $0, reason: $1, version: $2, by: $3)
            }
        }
        door.post(OfficerPaths.entryStandingTakenBack) { [self] request, context in
            try await takeBack(.standingTakenBack, "standreden", request, context) {
                try await commitments.takeBackStanding(of: $0, reason: $1, version: $2, by: $3)
            }
        }
        door.post(OfficerPaths.entryMotionTakenBack) { [self] request, context in
            try await takeBack(.motionTakenBack, "stapreden", request, context) {
                try await commitments.takeBackStep(of: $0, reason: $1, version: $2, by: $3)
            }
        }
    }

    private func takeBack(
        _ form: EntryForm, _ field: String, _ request: Request, _ context: OfficerContext,
        _ body: (RegisterEntry.ID, String, Int, RegisterOfficer) async throws -> Void
    ) async throws -> Response {
        try await act(form, request, context) { entry, visitor, fields in
            do {
                try await body(entry, fields.line(field), fields.version, visitor.officer)
                return .none
            } catch let refusal as MotionRefusal {
                let sentence = RegisterRefusalWording.sentence(refusal, context.language)
                return FieldErrors([FieldError(field: field, sentence: sentence)])
            } catch let refusal as TakingBackRefusal {
                let sentence = RegisterRefusalWording.sentence(refusal, context.language)
                return FieldErrors([FieldError(field: field, sentence: sentence)])
            }
        }
    }

    private func registerKeeping(at door: DoorRouter<OfficerContext>) {
        door.post(OfficerPaths.entryOwner) { [self] request, context in
            try await act(.owner, request, context) { entry, visitor, fields in
                let owner = Officer.ID(fields["eigenaar"])
                try await commitments.assign(entry, to: owner, version: fields.version, by: visitor.officer)
                return .none
            }
        }
        door.post(OfficerPaths.entryLinks) { [self] request, context in
            try await act(.links, request, context) { entry, visitor, fields in
                try await commitments.link(fields.links, to: entry, version: fields.version, by: visitor.officer)
                return .none
            }
        }
        door.post(OfficerPaths.entryUnlinking) { [self] request, context in
            try await act(.links, request, context) { entry, visitor, fields in
                guard let link = fields.links.first else { throw RegisterRefusal.targetMissing }
                try await commitments.unlink(link, from: entry, version: fields.version, by: visitor.officer)
                return .none
            }
        }
        for (path, adds) in [(OfficerPaths.entrySources, true), (OfficerPaths.entrySourceRemoval, false)] {
            door.post(path) { [self] request, context in
                try await act(.sources, request, context) { entry, visitor, fields in
                    let reading = SourceReading(
                        fields.line("bronover"), fields.line("bronnaam"), says: fields.line("bronzegt"))
                    try await adds
                        ? commitments.addSource(reading, to: entry, version: fields.version, by: visitor.officer)
                        : commitments.removeSource(reading, from: entry, version: fields.version, by: visitor.officer)
                    return .none
                }
            }
        }
        door.post(OfficerPaths.entryRemoval) { [self] request, context in
            try await act(.removal, request, context, goingTo: OfficerPaths.register.link(context.language)) {
                entry, visitor, fields in
                try await commitments.remove(
                    entry, reason: fields.line("verwijderreden"), version: fields.version, by: visitor.officer)
                return .none
            }
        }
    }

    private func wording(_ context: OfficerContext) -> EntryPageWording { EntryPageWording.texts[context.language] }

    /// Does what a form asks, and shows it again with what was typed where that cannot be.
    private func act(
        _ form: EntryForm, _ request: Request, _ context: OfficerContext, goingTo address: String? = nil,
        _ body: (RegisterEntry.ID, RegisterSite.Visitor, FormFields) async throws -> FieldErrors
    ) async throws -> Response {
        let (visitor, fields) = try await register.form(request)
        let entry = try await register.entry(context, for: visitor)
        var (errors, isConflict) = (FieldErrors.none, false)
        do {
            errors = try await body(entry.id, visitor, fields)
        } catch let refusal as RegisterRefusal {
            errors = FieldErrors([.refusal(refusal, at: form, context.language)])
            isConflict = refusal == .changedMeanwhile
        }
        guard !errors.isEmpty else {
            return .seeOther(address ?? OfficerPaths.entry.link(context.language, entry.id.text))
        }
        let typed = TypedEntryForm(form: form, fields: fields, errors: errors)
        return try await page(
            register.entry(context, for: visitor), visitor, context, typed: typed,
            status: isConflict ? .conflict : .unprocessableContent)
    }

    private func page(
        _ entry: RegisterEntry, _ visitor: RegisterSite.Visitor, _ context: OfficerContext, typed: TypedEntryForm? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let page = EntryPage(
            entry: entry, language: context.language, names: try await register.names(), visitor: visitor,
            owners: try await commitments.possibleOwners(at: entry.facts.department),
            record: try await commitments.record(of: entry.id, for: visitor.officer), typed: typed)
        return try await register.site.page(
            context, title: page.title, path: OfficerPaths.entry, session: visitor.session, status: status,
            values: [entry.id.text]
        ) { page.content }
    }
}

extension FormFields {
    /// What fulfils an entry, as it was chosen or typed.
    fileprivate var links: [FulfilmentLink] {
        let instrument: FulfilmentLink.Instrument? = choice("onderdeel")
        let evidence = line("bewijs")
        return [instrument.map { .instrument($0) }, evidence.isEmpty ? nil : .evidence(evidence)].compactMap(\.self)
    }
}
