/// The forms of references. Each is built once, for that takes longer than to read by it; nothing changes them, and they hold no
/// code of ours.
enum ReferenceForms {
    /// `30 950`, `36 600 VII`, `21 501-32`, `CXLVI`.
    nonisolated(unsafe) static let dossier = /([0-9]{2}[ .]?[0-9]{3}|[IVXLC]+)(?:[ -]([A-Z]{1,5}|[0-9]{2}|\(R[0-9]{1,4}\)))?/
    nonisolated(unsafe) static let suffix = /[A-Z]{1,5}|[0-9]{2}|\(R[0-9]{1,4}\)/
    nonisolated(unsafe) static let roman = /C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})/

    /// The address of an official publication around its identifier.
    nonisolated(unsafe) static let address =
        /(?i:https?:\/\/)?zoek\.officielebekendmakingen\.nl\/([A-Za-z0-9-]+)(?:\.[a-z]+)?(?:[?#].*)?/

    /// With what an identifier begins.
    nonisolated(unsafe) static let identifier = /(?:kst|h|ah|stcrt)-/
    nonisolated(unsafe) static let papers = /Kamerstuk(?:ken)?\b,? ?/.ignoresCase()
    nonisolated(unsafe) static let appendices = /Aanhangsel(?: van de)?(?: Handelingen)?\b,? ?/.ignoresCase()
    nonisolated(unsafe) static let proceedings = /Handelingen\b,? ?/.ignoresCase()

    /// The House and the year of a paper, either of which may be missing.
    nonisolated(unsafe) static let opening = /(?:(I{1,2})(?: |, ))?(?:([0-9]{4}[\/-][0-9]{2,4}),? )?/
    /// `30 950, nr. 433, p. 3`.
    nonisolated(unsafe) static let paper =
        /([0-9]{2}[ .]?[0-9]{3}|[IVXLC]+)(?:[ -]([A-Z]{1,5}|[0-9]{2}(?=[,-])|\(R[0-9]{1,4}\)))?(?:, nr\.? ?|-|, )([0-9]{1,4}|[A-Z]{1,3}[0-9]?)(?:,? (?:- )?(?:p|blz)\. ?([0-9]+)(?: ?[-–] ?([0-9]+))?)?/
    /// `II 2018/19, nr. 15, item 5, p. 25-36`.
    nonisolated(unsafe) static let sitting =
        /(I{1,2}) ([0-9]{4}[\/-][0-9]{2,4}), nr\.? ?([0-9]{1,3})(?:, item ?([0-9]{1,3}))?(?:,? (?:- )?(?:p|blz)\. ?([0-9]+)(?: ?[-–] ?([0-9]+))?)?/
    /// `II 2024/25, nr. 1043`.
    nonisolated(unsafe) static let appendix = /(I{1,2}) ([0-9]{4}[\/-][0-9]{2,4}), nr\.? ?([0-9]{1,5})/
    nonisolated(unsafe) static let gazette = /(?:Staatscourant|Stcrt\.?),? ([12][0-9]{3})(?:, | |-)(?:nr\. ?)?([0-9]{1,6})/

    nonisolated(unsafe) static let promiseToTweedeKamer = /TZ[0-9]{4}(?:0[1-9]|1[0-2])-[0-9]{1,4}/
    nonisolated(unsafe) static let promiseToEersteKamer = /T[0-9]{5}/
    nonisolated(unsafe) static let document = /(?:19|20)[0-9]{2}D[0-9]{5}/
    nonisolated(unsafe) static let matter = /(?:19|20)[0-9]{2}Z[0-9]{5}/
    nonisolated(unsafe) static let activity = /(?:19|20)[0-9]{2}A[0-9]{5}/

    nonisolated(unsafe) static let paperIdentifier =
        /kst-(?:([0-9]{8})-)?([0-9]{5}|[IVXLC]+)(?:-([A-Z]{1,5}|[0-9]{2}|R[0-9]{1,4}))?-([0-9]{1,4}|[A-Z]{1,3}[0-9]?)/
    nonisolated(unsafe) static let sittingIdentifier = /h-(tk|ek)-([0-9]{8})-([0-9]{1,3})(?:-([0-9]{1,3}))?/
    nonisolated(unsafe) static let appendixIdentifier = /ah-(tk|ek)-([0-9]{8})-([0-9]{1,5})/
    nonisolated(unsafe) static let gazetteIdentifier = /stcrt-([12][0-9]{3})-([0-9]{1,6})/
}
