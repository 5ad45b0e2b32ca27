/// All organisations, as a tree on each day.
package struct OrganisationTree: Equatable, Sendable {
    package let organisations: [Organisation.ID: Organisation]

    /// - Throws: where a parent or an alternate is not in the list, a name is missing, or the tree has a circle.
    package init(_ list: [Organisation]) throws(OrganisationRefusal) {
        var organisations: [Organisation.ID: Organisation] = [:]
        for organisation in list {
            guard organisations.updateValue(organisation, forKey: organisation.id) == nil else { throw .twice(organisation.id) }
            guard !organisation.names.isEmpty else { throw .nameless(organisation.id) }
        }
        self.organisations = organisations
        for organisation in list {
            let mentioned = organisation.parents.map(\.value) + [organisation.alternate].compactMap(\.self)
            for id in mentioned where organisations[id] == nil { throw .unknown(id, mentionedBy: organisation.id) }
            for dated in organisation.parents where path(from: organisation.id, on: dated.period.from).count > 8 {
                throw .circle(organisation.id)
            }
        }
    }

    package subscript(_ id: Organisation.ID) -> Organisation? { organisations[id] }

    package func exists(_ id: Organisation.ID, on day: Day) -> Bool { organisations[id]?.existence.contains(day) == true }

    /// The organisations that exist on a day, by their name in a language.
    package func existing(on day: Day, language: Language) -> [Organisation] {
        organisations.values.filter { $0.existence.contains(day) }
            .sorted {
                ($0.name(on: day).full[language].lowercased(), $0.id) < ($1.name(on: day).full[language].lowercased(), $1.id)
            }
    }

    package func parent(of id: Organisation.ID, on day: Day) -> Organisation.ID? {
        organisations[id]?.parents.last { $0.period.contains(day) }?.value
    }

    /// The organisation and those above it, upwards.
    package func path(from id: Organisation.ID, on day: Day) -> [Organisation.ID] {
        var path = [id]
        while let parent = parent(of: path[path.count - 1], on: day), path.count <= 8 { path.append(parent) }
        return path
    }

    /// The organisation whose readers were appointed beforehand for reports that cannot stay with `id`: its own alternate, or
    /// that of the nearest organisation above it.
    package func alternate(for id: Organisation.ID, on day: Day) -> Organisation.ID? {
        path(from: id, on: day).lazy.compactMap { organisations[$0]?.alternate }.first
    }

    /// How staff abbreviate an organisation on a day; nothing where it is unknown.
    package func abbreviation(of id: Organisation.ID, on day: Day) -> String {
        self[id]?.name(on: day).abbreviation ?? ""
    }
}

/// Why a list of organisations makes no tree.
package enum OrganisationRefusal: Refusal {
    case twice(Organisation.ID)
    case nameless(Organisation.ID)
    case unknown(Organisation.ID, mentionedBy: Organisation.ID)
    case circle(Organisation.ID)
}
