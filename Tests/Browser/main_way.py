"""The first way through: reported with two files, read, asked, answered, fed back, closed, read."""

import re

import samples
from officer import OfficerDesk
from reporter import STORY, Reporter

QUESTION = {"nl": "Dank je wel voor je melding.\nWie was erbij?", "en": "Thank you for your report.\nWho was there?"}
ANSWER = {"nl": "Twee collega's van de afdeling.", "en": "Two colleagues of the department."}
FEEDBACK = {
    "nl": "We hebben met iedereen gesproken. Je had gelijk: dit hoort niet. Je chef krijgt een gesprek.",
    "en": "We spoke with everyone. You were right: this should not happen. Your manager will be spoken to.",
}


def shown(page, text):
    """Whether the page shows a text that someone typed."""
    body = page.inner_text("main")
    assert all(line in body for line in text.split("\n")), f"not shown: {text!r} in {body!r}"


def report(reporter, folder, look):
    """Reports anonymously with two files, after one that is refused and one that is taken away again."""
    reporter.begin()
    reporter.answer_until_files(look=look)
    if look:
        reporter.look("files")
        reporter.add_files(samples.program(folder))
        reporter.look("files", "refused")
    reporter.add_files(samples.photo(folder), samples.letter(folder), samples.document(folder))
    assert reporter.page.locator("ul.files li").count() == 3
    reporter.page.locator("ul.files li", has_text=".txt").locator("button").click()
    reporter.at("/nl/melden/bestanden")
    assert reporter.page.locator("ul.files li").count() == 2
    if look:
        reporter.look("files", "added")
    reporter.name_and_check(look=look)
    reporter.send(look=look)


def files_are_clean(desk):
    """The officer's copies carry neutral names and nothing of camera or author."""
    links = desk.page.locator("ul.files a")
    assert links.count() == 2
    for link in links.all():
        assert not re.search("IMG_|verslag", link.inner_text())
        answer = desk.visits.fetch(desk.page, desk.installation, desk.installation.officer + link.get_attribute("href"))
        assert answer.ok and answer.headers["content-disposition"].startswith("attachment")
        assert samples.CAMERA not in answer.body() and samples.AUTHOR.encode() not in answer.body()


def walk(installation, new_page, visits, language, officer, folder, look=True):
    """Walks the way and returns the reporter, with the code, and the case."""
    reporter = Reporter(visits.watch(new_page(), installation), installation, visits, language)
    report(reporter, folder, look)
    if look:
        reporter.look("mailbox", "new")
    reporter.sign_out()

    desk = OfficerDesk(visits.watch(new_page(), installation), installation, visits, language)
    desk.sign_in(officer)
    if look:
        desk.look("worklist")
    case = desk.open_first_case(look=look)
    shown(desk.page, STORY[language])
    if look:
        desk.look("case", "new")
    files_are_clean(desk)
    desk.write(QUESTION[language])
    if look:
        desk.look("case", "asked")

    reporter.enter()
    reporter.at("/nl/mijn-melding")
    shown(reporter.page, QUESTION[language])
    if look:
        reporter.look("mailbox", "asked")
    reporter.write(ANSWER[language])
    reporter.sign_out()

    desk.go("/nl/zaken/{id}", case)
    shown(desk.page, ANSWER[language])
    desk.go("/nl/zaken/{id}/terugkoppeling", case)
    if look:
        desk.look("feedback")
        desk.press()
        desk.look("feedback", "error")
    desk.page.fill("[name=bericht]", FEEDBACK[language])
    desk.press()
    desk.at("/nl/zaken/{id}", case)
    desk.go("/nl/zaken/{id}/afsluiting", case)
    if look:
        desk.look("closing")
        desk.press()
        desk.look("closing", "error")
    desk.page.check("#uitkomst-confirmed")
    desk.press()
    if look:
        desk.look("closing", "check")
    desk.press()
    desk.at("/nl/zaken/{id}", case)
    if look:
        desk.look("case", "closed")
        desk.go("/nl/zaken/{id}/verloop", case)
        desk.look("timeline")

    reporter.enter()
    reporter.at("/nl/mijn-melding")
    shown(reporter.page, FEEDBACK[language])
    if look:
        reporter.look("mailbox", "closed")
    return reporter, desk, case
