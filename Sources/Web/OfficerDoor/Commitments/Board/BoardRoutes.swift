import Access
import Commitments
import Documents
import HTTPTypes
import Hummingbird
import Kernel
import Markup

/// The board of what is due, and the days of it for one's own calendar.
struct BoardRoutes: Sendable {
    let register: RegisterSite
    private var commitments: Commitments { register.commitments }

    func register(at door: DoorRouter<OfficerContext>) {
        door.get(OfficerPaths.board) { [self] request, context in
            let visitor = try await register.visitor(request)
            let (board, reminders) = try await commitments.board(for: visitor.officer)
            let query = request.uri.queryParameters
            let column = query.get("kolom").flatMap { BoardPage.Column(rawValue: $0) }
            let page = BoardPage(
                board: board, reminders: reminders,
                awaitingMinister: try await commitments.awaitingMinister(for: visitor.officer),
                alone: column.map { ($0, query.get("vanaf")) }, language: context.language,
                names: try await register.names(), officer: visitor.officer.officer.id)
            return try await register.site.page(
                context, title: page.title, path: OfficerPaths.board, session: visitor.session
            ) { page.content }
        }
        door.get(OfficerPaths.boardCalendar, .file) { [self] request, context in
            let visitor = try await register.visitor(request)
            let board = try await commitments.board(for: visitor.officer).board
            let own = (board.late + board.thisMonth + board.later).filter { $0.owner == visitor.officer.officer.id }
            return Self.calendar(own, context.language, madeOn: commitments.today)
        }
    }

    private static func calendar(_ items: [BoardItem], _ language: Language, madeOn today: Day) -> Response {
        let wording = BoardWording.texts[language]
        let entries = items.compactMap { item in
            item.day.map {
                CalendarFile.Entry(
                    id: item.subject.text, day: $0, title: item.title, text: wording.inCalendar,
                    alarmDaysBefore: Reminder.daysBefore)
            }
        }
        return .download(
            CalendarFile(entries, madeOn: today).bytes, named: "\(wording.calendarFile).ics", type: CalendarFile.mediaType)
    }
}
