import App
import ArgumentParser
import AuditLog
import Foundation
import Kernel
import Sealing

/// `meldloket audit`: checks the chain of what was done.
package struct AuditCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Verify the audit chain, or hand its signed end outside.",
        subcommands: [Verify.self, Head.self])

    package init() {}

    struct Verify: PlainSpokenCommand {
        static let configuration = CommandConfiguration(
            abstract: "Walk along the whole chain and name what is wrong. Exit status 3 where anything is.")

        @OptionGroup var installation: InstallationOptions
        @Option(help: "The folder outside with the signed heads.")
        var witness: String?
        @Flag(help: "Write JSON.")
        var json = false

        func perform() async throws {
            let heads = try witness.map { try WitnessFolder($0).heads() }
            let verification = try await installation.withRegisters { registers in
                try await AuditLog.verify(
                    registers.database, installation: registers.secrets.installation, keys: registers.secrets.publicSigningKeys,
                    witness: heads
                ) { count in
                    if count % 50_000 == 0 { Output.warn("\(count) entries…") }
                }
            }
            print(json ? AuditReport(verification).json : AuditReport(verification).text)
            if !verification.findings.isEmpty { throw ExitCode(3) }
        }
    }

    struct Head: PlainSpokenCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the signed end of the chain, or write it to a folder outside.")

        @OptionGroup var installation: InstallationOptions
        @Option(help: "The folder outside.")
        var witness: String?

        func perform() async throws {
            try await installation.withRegisters { registers in
                guard let head = try await registers.audit.head() else { return print("The chain is empty.") }
                if let witness { try WitnessFolder(witness).hand(head) }
                print(Output.json(head))
            }
        }
    }
}

/// A verification as text or JSON.
struct AuditReport {
    let verification: AuditVerification

    init(_ verification: AuditVerification) {
        self.verification = verification
    }

    var text: String {
        let compared = verification.witnessed.map { ", compared with \($0) heads from outside" } ?? ""
        guard !verification.findings.isEmpty else { return "The chain holds: \(verification.entries) entries\(compared)." }
        return
            (["The chain does not hold: \(verification.entries) entries\(compared)."]
            + verification.findings.map { "- \(Self.sentence($0))" })
            .joined(separator: "\n")
    }

    var json: String {
        struct Report: Encodable {
            let entries: Int
            let witnessed: Int?
            let holds: Bool
            let findings: [String]
        }
        return Output.json(
            Report(
                entries: verification.entries, witnessed: verification.witnessed, holds: verification.findings.isEmpty,
                findings: verification.findings.map(Self.sentence)))
    }

    static func sentence(_ finding: AuditFinding) -> String {
        switch finding {
        case .edited(let number): "Entry \(number) was edited: it does not say what was hashed."
        case .deleted(let from, let through):
            from == through ? "Entry \(from) was deleted." : "Entries \(from) to \(through) were deleted."
        case .brokenLink(let number): "Entry \(number) does not follow on the one before it: the first broken link."
        case .forked(let number, let after): "Entry \(number) follows on entry \(after): the chain forks there."
        case .tailCut(let last, let head): "The tail was cut: the last entry is \(last), the signed head stands at \(head)."
        case .unsigned(let after, let last):
            "Entries \(after + 1) to \(last) lie after the signed head: they were added without it."
        case .headMissing: "The signed head is missing."
        case .headForged(let number): "The head at \(number) has no valid signature."
        case .rewritten(let number):
            "The entry at \(number) is another than the one that was signed: the chain was rewritten without the key."
        case .witnessForged(let number):
            "The head \(number) from outside has no valid signature: that place is not to be trusted."
        case .setBack(let last, let witnessed):
            "The chain was set back: it ends at \(last), outside stands a head at \(witnessed)."
        case .contradictsWitness(let number, let lastAgreed):
            "What lies after entry \(lastAgreed) was rewritten with the signing key: outside stands another entry \(number). Only the heads from outside show it."
        }
    }
}
