/// The addresses at the officers' door.
package enum OfficerPaths {
    static let signIn = SitePath(nl: "aanmelden", en: "sign-in")
    static let signOut = SitePath(nl: "afmelden", en: "sign-out")
    static let enrol = SitePath(nl: "inschrijven", en: "enrol")
    static let enrolment = SitePath(nl: "inschrijven/wachtzin", en: "enrol/passphrase")
    static let demo = SitePath(nl: "demo", en: "demo")

    static let worklist = SitePath(nl: "werklijst", en: "worklist")
    static let worklistPart = SitePath(nl: "werklijst/{lijst}", en: "worklist/{lijst}")
    static let caseFile = SitePath(nl: "zaken/{id}", en: "cases/{id}")
    static let opening = SitePath(nl: "zaken/{id}/opening", en: "cases/{id}/opening")
    static let messages = SitePath(nl: "zaken/{id}/berichten", en: "cases/{id}/messages")
    static let feedback = SitePath(nl: "zaken/{id}/terugkoppeling", en: "cases/{id}/feedback")
    static let closing = SitePath(nl: "zaken/{id}/afsluiting", en: "cases/{id}/closing")
    static let identity = SitePath(nl: "zaken/{id}/identiteit", en: "cases/{id}/identity")
    static let involved = SitePath(nl: "zaken/{id}/betrokken", en: "cases/{id}/involved")
    static let timeline = SitePath(nl: "zaken/{id}/verloop", en: "cases/{id}/timeline")
    static let file = SitePath(nl: "zaken/{id}/bestanden/{bestand}", en: "cases/{id}/files/{bestand}")

    static let access = SitePath(nl: "toegang", en: "access")
    static let grant = SitePath(nl: "toegang/geven", en: "access/grant")
    static let recovery = SitePath(nl: "toegang/herstellen", en: "access/recover")
    static let keyholders = SitePath(nl: "sleutelhouders", en: "keyholders")
    static let staffing = SitePath(nl: "bezetting", en: "staffing")
    static let account = SitePath(nl: "account", en: "account")
    static let sessions = SitePath(nl: "account/sessies", en: "account/sessions")
    static let passphrase = SitePath(nl: "account/wachtzin", en: "account/passphrase")
}
