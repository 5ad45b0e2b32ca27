import Compartments
import Database
import FileCleaning
import Foundation
import Kernel
import Sealing

/// A file that comes in: sealed at once as it is for its reporter alone, then, without its hidden data, for the officers.
package struct IncomingFile: Sendable {
    private let desk: ReportingDesk
    private let caseID: String
    private let name: String
    private let session: [UInt8]?
    private var start: [UInt8] = []
    private var kind: FileKind?
    private var original: SealedFileWriter

    init(_ desk: ReportingDesk, named name: String, caseID: String, session: [UInt8]?) async throws {
        self.desk = desk
        self.caseID = caseID
        self.session = session
        self.name = Self.safe(name)
        original = try await SealedFileWriter(
            .originals, of: caseID, database: desk.database, sealer: desk.sealer, session: session, on: desk.today)
    }

    /// The name without a path, control characters or those that turn the direction.
    private static func safe(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let clean = (try? PlainText(typed: last, longest: 1000).text) ?? ""
        let line = clean.replacing("\n", with: " ")
        return line.isEmpty ? "?" : String(line.suffix(TextLimits.name))
    }

    /// Takes the next bytes. A file that cannot be taken is refused as soon as that is known, and nothing of it stays.
    package mutating func take(_ bytes: [UInt8]) async throws {
        do {
            guard original.count + bytes.count <= FileLimits.file else { throw FileRefusal.tooLarge(limit: FileLimits.file) }
            try desk.checkDisk()
            if kind == nil {
                start += bytes.prefix(FileKind.recognitionLength - start.count)
                if start.count >= FileKind.recognitionLength { try recognise() }
            }
            try await original.write(bytes)
        } catch {
            try await discard()
            throw Self.refusal(error)
        }
    }

    /// Makes the officers' copy.
    package mutating func finish() async throws -> DraftFile {
        do {
            guard original.count > 0 else { throw FileRefusal.empty }
            if kind == nil { try recognise() }
            try await original.finish()
            let cleaned = try await clean()
            return draftFile(cleaned)
        } catch {
            try await discard()
            throw Self.refusal(error)
        }
    }

    /// Takes back what was stored of a file that did not come to its end.
    package func discard() async throws {
        try await original.discard()
    }

    private static func refusal(_ error: any Error) -> any Error {
        error is AdmissionRefused ? FileRefusal.busy : (error as? CleaningRefusal).map { FileRefusal.cleaning($0) } ?? error
    }

    private mutating func recognise() throws {
        kind = try FileKind(recognising: start[...], named: name)
    }

    private func clean() async throws -> SealedFileWriter {
        var copy = try await SealedFileWriter(
            .content, of: caseID, database: desk.database, sealer: desk.sealer, session: session, on: desk.today)
        do {
            switch kind {
            case .streamed?: try await cleanStreaming(into: &copy)
            case .document(let document)?: try await cleanWhole(document, into: &copy)
            case nil: throw CleaningRefusal.unknownKind
            }
            try await copy.finish()
            return copy
        } catch {
            try await copy.discard()
            throw error
        }
    }

    private func cleanStreaming(into copy: inout SealedFileWriter) async throws {
        guard case .streamed(let streamed)? = kind else { return }
        var survey = FileSurvey(of: streamed)
        var (reader, offset) = (reader, 0)
        while survey.wanted != nil, let bytes = try await reader.next() {
            try survey.take(bytes[...], at: offset)
            offset += bytes.count
        }
        var cleaned = CleanedStream(try survey.finish())
        reader = self.reader
        while let bytes = try await reader.next() { try await copy.write(try cleaned.take(bytes)) }
        try await copy.write(try cleaned.finish())
    }

    private func cleanWhole(_ document: DocumentKind, into copy: inout SealedFileWriter) async throws {
        guard original.count <= DocumentCleaner.longestDocument else {
            throw CleaningRefusal.tooLargeToClean(limit: DocumentCleaner.longestDocument)
        }
        var (reader, whole) = (reader, [UInt8]())
        while let bytes = try await reader.next() { whole += bytes }
        try await copy.write(try await desk.cleaning.clean(document, whole))
    }

    /// Reads the original again from the rows.
    private var reader: SealedFileReader {
        SealedFileReader(
            original.item, key: original.key, .originals, of: caseID, count: original.count, database: desk.database,
            sealer: desk.sealer)
    }

    private func draftFile(_ cleaned: SealedFileWriter) -> DraftFile {
        let type = kind?.mediaType ?? "application/octet-stream"
        return DraftFile(
            item: cleaned.item.text, key: Data(cleaned.key.bytes),
            attachment: Attachment(
                name: "bestand.\(kind?.fileExtension ?? "bin")", mediaType: type, count: cleaned.count, chunks: cleaned.chunks,
                isFromReporter: true, isCleaned: true),
            original: DraftFile.Original(
                item: original.item.text, key: Data(original.key.bytes),
                attachment: Attachment(
                    name: name, mediaType: type, count: original.count, chunks: original.chunks, isFromReporter: true,
                    isCleaned: false)))
    }
}
