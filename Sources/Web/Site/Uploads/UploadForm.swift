import HTTPTypes
import Hummingbird
import NIOCore
import ReportingDesk

/// Takes the files of a form as they come in. The proof that the form is ours comes before the first file, and nothing is kept
/// of a form that breaks off.
struct UploadForm {
    /// What became of the files.
    struct Outcome {
        var taken = 0
        var refused: [(name: String, refusal: FileRefusal)] = []
        var fields: [String: String] = [:]
    }

    let formToken: String
    /// Opens a place for a file.
    let open: (_ name: String) async throws -> IncomingFile
    /// Keeps a file that came to its end.
    let keep: (DraftFile) async throws -> Void
    /// Takes back files that came to their end and are not kept.
    let discard: ([DraftFile]) async throws -> Void

    func read(_ request: Request) async throws -> Outcome {
        var parser = try MultipartParser(contentType: request.headers[.contentType] ?? "")
        var outcome = Outcome()
        var current = Current.nothing
        var total = 0
        var finished: [(name: String, file: DraftFile)] = []
        do {
            try await request.forEachPiece { piece in
                total += piece.readableBytes
                guard total <= FileLimits.request else { throw SiteProblem.tooLarge(limit: FileLimits.request) }
                for event in try parser.feed(piece.readableBytesView) {
                    try await take(event, &current, &outcome, &finished)
                }
            }
            guard parser.isComplete else { throw SiteProblem.malformed }
        } catch {
            if case .file(let file, _) = current { try await file.discard() }
            try await discard(finished.map(\.file))
            throw error
        }
        for (name, file) in finished {
            do {
                try await keep(file)
                outcome.taken += 1
            } catch let refusal as FileRefusal {
                try await discard([file])
                outcome.refused.append((name, refusal))
            }
        }
        return outcome
    }

    private enum Current {
        case nothing
        case field(String, [UInt8])
        case file(IncomingFile, name: String)
    }

    private func take(
        _ event: MultipartEvent, _ current: inout Current, _ outcome: inout Outcome,
        _ finished: inout [(name: String, file: DraftFile)]
    ) async throws {
        switch (event, current) {
        case (.begin(let part), _):
            guard let name = part.fileName else {
                current = .field(part.name, [])
                return
            }
            guard outcome.fields["formulier"] == formToken else { throw SiteProblem.formNotOurs }
            current = .nothing
            guard !name.isEmpty else { return }
            do {
                current = .file(try await open(name), name: name)
            } catch let refusal as FileRefusal {
                outcome.refused.append((name, refusal))
            }
        case (.data(let bytes), .field(let name, let value)):
            guard value.count + bytes.count <= FormLimits.body else { throw SiteProblem.tooLarge(limit: FormLimits.body) }
            current = .field(name, value + bytes)
        case (.data(let bytes), .file(var file, let name)):
            do {
                try await file.take(bytes)
                current = .file(file, name: name)
            } catch let refusal as FileRefusal {
                outcome.refused.append((name, refusal))
                current = .nothing
            }
        case (.end, .field(let name, let value)):
            outcome.fields[name] = String(decoding: value, as: UTF8.self)
            current = .nothing
        case (.end, .file(var file, let name)):
            current = .nothing
            do {
                finished.append((name, try await file.finish()))
            } catch let refusal as FileRefusal {
                outcome.refused.append((name, refusal))
            }
        case (.data, .nothing), (.end, .nothing): return
        }
    }
}
