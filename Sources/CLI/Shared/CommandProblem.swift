import Access
import App
import Compartments
import Database
import Documents
import Kernel
import Sealing

/// What stops a command, as a sentence that says what to do.
enum CommandProblem: Error, Equatable {
    case noInstallation
    case notAUserName(String)
    case notAnOrganisation(String)
    case notADay(String)
    case cannotRead(String)
    case noAppointment
    case unknownForm(String)
    case pageUnreadable(String)
    case notAllRead([String])
    case notAYear(String)

    static func sentence(for error: any Error) -> String {
        switch error {
        case let problem as CommandProblem: problem.sentence
        case FeedDownload.Failure.curlMissing: "There is no curl here. Install it, or read in saved pages with `import`."
        case FeedDownload.Failure.curl(let code):
            "The page could not be fetched: curl ended with \(code). Try again later, or read in a saved page with `import`."
        case let refusal as OfficerRefusal: sentence(for: refusal)
        case let refusal as InstallationRefusal: sentence(for: refusal)
        case let refusal as SettingsRefusal: sentence(for: refusal)
        case let refusal as BackupRefusal: sentence(for: refusal)
        case let refusal as ConfirmationRefusal: sentence(for: refusal)
        case let refusal as OrganisationRefusal: sentence(for: refusal)
        case PrintingRefusal.printerMissing:
            "No PDF can be made here: give a Python with its libraries with --printer-python. The other forms work without."
        case is PrintingRefusal: "The PDF could not be made. Try again, or write another form."
        case SignInRefusal.notRight: "User name, passphrase or code is not right."
        case SignInRefusal.busy: "Too many sign in at this moment. Try again."
        case MigrationRefusal.databaseIsNewer(let steps):
            "The database was made by a later release (\(steps.joined(separator: ", "))). Use that release."
        case is SealFailure: "The file of secrets cannot be read: it is damaged, or of another release."
        case let failure as SQLFailure: "The database did not answer as it should: \(failure.kind). \(failure.message)"
        default: "It failed: \(String(reflecting: type(of: error)))."
        }
    }

    private var sentence: String {
        switch self {
        case .noInstallation: "There is no installation in this database yet. Start the server once, or restore a backup."
        case .notAUserName(let text):
            "'\(text)' is no user name. Use 2 to 64 lower-case letters, digits, dots, hyphens and underscores."
        case .notAnOrganisation(let text): "'\(text)' is no code of an organisation. `meldloket organisations list` shows them."
        case .notADay(let text): "'\(text)' is no day. Write an existing day as 2026-02-16."
        case .cannotRead(let path): "Cannot read '\(path)'."
        case .pageUnreadable(let page): "Not all of \(page) could be read. It is read again the next time."
        case .notAllRead(let files):
            "Not all of \(files.joined(separator: ", ")) could be read; what is told above was. Save it again, and read it in again: nothing is doubled."
        case .notAYear(let text): "'\(text)' is no parliamentary year. Write one as 2025-2026."
        case .unknownForm(let file): "'\(file)' ends in no form that is written here. Let it end in .odt, .ods, .csv or .pdf."
        case .noAppointment: "This officer has no appointment at that organisation that waits for confirmation."
        }
    }

    private static func sentence(for refusal: OfficerRefusal) -> String {
        switch refusal {
        case .userNameTaken(let name): "The user name '\(name)' is taken. Choose another."
        case .unknownOfficer(let name): "There is no officer with the user name '\(name)'. `meldloket officer list` shows them."
        case .unknownOrganisation(let code): CommandProblem.notAnOrganisation(code).sentence
        case .nameMissing: "Give the officer's name with --name."
        case .organisationNotThere(let id):
            "'\(id)' does not exist on the first day of that period. Choose another organisation or day."
        case .periodReversed: "The last day lies before the first. Turn them round."
        case .administratorsHoldNoKeys:
            "An administrator holds no keys, and a keyholder is no administrator. Appoint someone else."
        case .standsInForThemselves: "An officer cannot stand in for themselves."
        case .alreadyAppointed: "This officer has that role there already in that period."
        case .notAppointed: "This officer does not have that role there after that day."
        case .endsInThePast: "An appointment ends yesterday at the earliest: what was done before stays as it is."
        case .hasLeft(let day): "This officer left on \(day)."
        case .administratorsExist: "There are administrators already. They make the others."
        case .twoAdministratorsNeeded: "Give two different administrators."
        }
    }

    private static func sentence(for refusal: InstallationRefusal) -> String {
        switch refusal {
        case .secretsOfAnotherInstallation:
            "The file of secrets belongs to another installation than the database. Give the right one with --secrets."
        case .kindDiffers(let found):
            switch found {
            case .demo: "This database was made by the demo. Start it with --demo, or give another with --database."
            case .real: "This is a real database. The demo does not start on it: give another with --database."
            case .test: "This database was made by a test. Give another with --database."
            }
        }
    }

    private static func sentence(for refusal: SettingsRefusal) -> String {
        switch refusal {
        case .notAnAddress(let name, let text):
            "'\(text)' is no address for \(name). Write a host and a port, such as 127.0.0.1:8080."
        case .notAChoice(let name, let text): "'\(text)' is no value for \(name). `--help` names them."
        case .openWithoutTLS:
            "A door would listen beyond this machine without TLS, and reports would cross the network in the clear. Put a proxy with TLS before it and add --behind-tls, or listen on 127.0.0.1."
        case .halfOfTLS: "Give both --tls-certificate and --tls-key, or neither."
        case .notOneCertificate(let certificate, let key):
            "'\(certificate)' and '\(key)' are not a certificate and its key. Give both in PEM: the certificate first and those between it and the root after it, and the key alone in its file."
        case .metricsBeyondThisMachine:
            "Metrics are told on this machine alone. Write an address such as 127.0.0.1:9464 for --metrics."
        case .fileMissing(let path): "Cannot read or write '\(path)'."
        case .secretsReadableByOthers(let path): "Others may read '\(path)'. Run: chmod 600 '\(path)'"
        }
    }

    private static func sentence(for refusal: BackupRefusal) -> String {
        switch refusal {
        case .fileExists(let path): "'\(path)' exists already. Choose another name: a backup is not overwritten."
        case .cannotWrite(let path): "Cannot write '\(path)'. See whether the folder exists and has room."
        case .notABackup: "This file is no backup of Meldloket."
        case .damaged: "This backup was cut off or changed. Nothing was restored. Take another copy."
        case .newerForm(let steps):
            "This backup was made by a later release (\(steps.joined(separator: ", "))). Use that release."
        case .databaseNotEmpty: "The database is not empty. Restore into a new one."
        case .secretsBesideBackup:
            "The secrets would lie beside the backup. Whoever finds one then has both: give another folder."
        }
    }

    private static func sentence(for refusal: ConfirmationRefusal) -> String {
        switch refusal {
        case .unknownAppointment: noAppointment.sentence
        case .noKeysYet: "This officer has not enrolled yet, so there are no keys to confirm."
        case .alreadyConfirmed: "This officer is confirmed already."
        case .carriesNoKeys: "This role carries no keys and needs no confirmation."
        case .notEntitled: "Only a confirmed keyholder of the same organisation may confirm."
        case .notThemselves: "Nobody confirms themselves."
        case .notTheFirst: "There is a keyholder at this organisation already, who confirms the next in the browser."
        case .twoAdministratorsNeeded: "Two different administrators must sign in for this."
        }
    }

    private static func sentence(for refusal: OrganisationRefusal) -> String {
        switch refusal {
        case .twice(let id): "'\(id)' stands in the list twice. Nothing was changed."
        case .nameless(let id): "'\(id)' has no name. Nothing was changed."
        case .unknown(let id, let by): "'\(by)' mentions '\(id)', which is not in the list. Nothing was changed."
        case .circle(let id): "'\(id)' lies below itself. Nothing was changed."
        }
    }
}
