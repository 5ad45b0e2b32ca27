import Kernel
import XMLReading

/// A record of an official publication as the search service gives it (SRU 2.0, schema gzd): a Kamerstuk with its annexes, and
/// proceedings.
enum PublicationRecord {
    private static let terms = "http://purl.org/dc/terms/"
    private static let legislation = "http://standaarden.overheid.nl/wetgeving/"

    static func read(_ text: String) throws(PasteRefusal) -> PastedSource {
        let fields = try fields(of: text)
        guard let identifier = fields["identifier"] else { throw .unknownForm }
        // An annex goes by the paper that it belongs to.
        guard let reference = try? Reference.identified(fields["hoofddocument"] ?? identifier) else {
            throw .noPublication(identifier)
        }
        let isSenate = fields["creator"]?.hasPrefix("Eerste Kamer") == true
        var source = PastedSource(.publication, house: isSenate ? .eersteKamer : .tweedeKamer, setting: .letter)
        if case .proceedings = reference { source.setting = .debate }
        source.title = fields["documenttitel"] ?? fields["title"] ?? ""
        source.place = [fields["publicatienaam"], fields["dossiertitel"] ?? fields["title"]].compactMap(\.self).joined(
            separator: ": ")
        source.madeOn = (fields["datumVergadering"] ?? fields["date"]).flatMap { Day($0) }
        source.dossier = fields["dossiernummer"].flatMap { Dossier(written: $0) }
        source.paper = reference.dated(fields["vergaderjaar"].flatMap { ParliamentaryYear($0) })
        return source
    }

    /// The first text of each element that counts.
    private static func fields(of text: String) throws(PasteRefusal) -> [String: String] {
        var (fields, name): ([String: String], String?) = ([:], nil)
        do {
            let pieces = try XMLPieces(Array(text.utf8))
            while let piece = try pieces.next() {
                switch piece {
                case .start(let element):
                    let counts = element.name.namespace == terms || element.name.namespace == legislation
                    name = counts && !element.isEmpty ? element.name.local : nil
                case .text(let text):
                    if let known = name, fields[known] == nil { fields[known] = text.trimmingSpaces }
                case .end: name = nil
                }
            }
        } catch {
            throw .unreadable(line: error.line)
        }
        return fields
    }
}

extension Reference {
    /// A paper with the year in which it stands, which its identifier does not tell.
    fileprivate func dated(_ year: ParliamentaryYear?) -> Reference {
        guard case .paper(let paper) = self, paper.year == nil else { return self }
        return .paper(ParliamentaryPaper(paper.dossier, paper.number, in: year, pages: paper.pages))
    }
}
