import Access
import App
import Database
import Foundation
import Kernel
import ReportingDesk
import Sealing
import TestSupport
import Testing

/// What people write and send stands nowhere outside the seals: not in the database, its files, dump and backup, not in logs, not in
/// temporary files. The same walk with sealing off finds every text, so that the search is seen to see.
@Suite(.serialized) struct LeakTests {
    @Test(arguments: Engine.all)
    func `no text that anyone left at the doors is found outside the seals`(engine: Engine) async throws {
        let (found, _) = try await walk(engine, sealer: Sealer())

        #expect(found.database.isEmpty && found.elsewhere.isEmpty, "\(found)")
    }

    @Test(arguments: Engine.all)
    func `with sealing off each text that is kept is found in the database, and still none elsewhere`(engine: Engine) async throws
    {
        let (found, markers) = try await walk(engine, sealer: Sealer(openControl: .system))

        let names = Set(found.database.map(\.hit.needle))
        #expect(markers.kept.subtracting(names) == [])
        #expect(markers.kept.count == 28)
        #expect(found.elsewhere.isEmpty, "\(found.elsewhere)")
    }

    private struct Found: CustomStringConvertible {
        var database: Set<Place> = []
        var elsewhere: Set<Place> = []

        var description: String { database.union(elsewhere).map { "\($0.hit) at \($0.place)" }.sorted().joined(separator: "\n") }
    }

    private struct Place: Hashable {
        let place: String
        let hit: NeedleSearch.Hit
    }

    private func walk(_ engine: Engine, sealer: Sealer) async throws -> (Found, Markers) {
        let markers = Markers()
        var found = Found()
        try await LeakHouse.with(engine) { house in
            let files = TemporaryFiles(except: house.folder.url.path)
            let logs = try await files.watching {
                try await ServedDesk.serve(house.database, sealer: sealer, cleaning: .ofTheTools) { desk in
                    let reporter = ReporterWalk(browser: desk.reporter, markers: markers)
                    try await reporter.fillIn()
                    try await search(house, markers, &found)
                    try await journey(desk, reporter, markers)
                    try await search(house, markers, &found)
                    try await WrongWalk(desk: desk, markers: markers).walk()
                    try await search(house, markers, &found)
                    return desk.logs.all
                }
            }
            try await house.database.close()
            let needles = NeedleSearch(markers.needles)
            if house.postgresName == nil {
                try house.visitFolder { add($0, needles, to: &found.database) }
            }
            let said = LeakPlace(name: "logs", bytes: Array((logs + LogBook.ofLibraries.all).joined(separator: "\n").utf8))
            for place in files.places + [said] { add(place, needles, to: &found.elsewhere) }
        }
        return (found, markers)
    }

    private func journey(_ desk: ServedDesk, _ reporter: ReporterWalk, _ markers: Markers) async throws {
        let code = try await reporter.sendAndWrite()
        let officers = OfficerWalk(desk: desk, markers: markers)
        let vera = try await desk.signedIn(.vera)
        try await officers.noteSession(vera, "Vera's session")
        let address = try await officers.openAndWrite(vera)
        let kim = try await officers.joinKim(confirmedBy: vera)
        try await officers.grant(vera, to: kim, address)
        try await reporter.mark(try await desk.base.officer(.lotte).id.text)
        try await officers.close(address, try await officers.signIn(kim))
        try await reporter.comeBack(with: code, in: desk.reporter)
        try await ReporterWalk(browser: desk.reporter, markers: markers).putAway()
    }

    private func search(_ house: LeakHouse, _ markers: Markers, _ found: inout Found) async throws {
        let search = NeedleSearch(markers.needles)
        var places: Set<Place> = []
        try await house.visitDatabase { add($0, search, to: &places) }
        found.database.formUnion(places)
    }

    private func add(_ place: LeakPlace, _ search: NeedleSearch, to places: inout Set<Place>) {
        for hit in search.hits(in: place.bytes) { places.insert(Place(place: place.name, hit: hit)) }
    }
}

extension DocumentCleaning {
    /// The cleaner of this repository, as the server starts it.
    fileprivate static var ofTheTools: DocumentCleaning {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL
        let settings = Settings([
            "cleanerpython": root.appending(path: ".venv/bin/python").path,
            "cleaner": root.appending(path: "Tools/clean_document.py").path,
        ])
        return DocumentCleaning(settings.cleaning)
    }
}
