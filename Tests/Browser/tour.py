"""The pages beside the main way, each seen once in a language: the pages that anyone reads, the mailbox, the desk."""

import re

import handover
import samples
from officer import OfficerDesk
from officers import Person
from reporter import Reporter

OPEN_PAGES = {
    "start": "/nl",
    "before": "/nl/melden",
    "talk": "/nl/praten",
    "security": "/nl/beveiliging",
    "privacy": "/nl/privacy",
    "accessibility": "/nl/toegankelijkheid",
    "contact": "/nl/contact",
}
SIGNPOST = {
    "emergency": "#gevaar-ja",
    "outside": "#over-buiten",
    "talk": "#klaar-nee",
    "conversation": "#klaar-praten",
    "report": "#klaar-ja",
}
NAME = {"nl": "Sanne de Vries, 06-12345678", "en": "Sanne de Vries, +31 6 12345678"}


def common_files(page, visits, installation):
    """What is the same at both doors and in every language."""
    for door in (installation.reporter, installation.officer):
        for path in ("/.well-known/security.txt", "/.well-known/meldloket-keys.json", "/robots.txt", "/livez", "/readyz"):
            assert visits.fetch(page, installation, door + path).ok, path
        for path in ("/favicon.ico", "/"):
            visits.fetch(page, installation, door + path)
        styles = page.request.get(f"{door}/nl").text()
        for path in re.findall(r'"(/assets/[^"]+)"', styles):
            assert visits.fetch(page, installation, door + path).ok, path


def open_pages(reporter):
    """What anyone reads, and the questions that help to choose."""
    for name, pattern in OPEN_PAGES.items():
        reporter.go(pattern)
        reporter.look(name)
    for advice, choice in SIGNPOST.items():
        reporter.go("/nl/keuzehulp")
        if advice == "emergency":
            reporter.look("signpost")
        reporter.page.check(choice)
        if advice == "report":
            reporter.page.check("#naam-nee")
        reporter.press()
        reporter.look("signpost", advice)
    reporter.page.goto(reporter.installation.reporter + f"/{reporter.language}/bestaat-niet")
    assert reporter.page.documents[-1][3].status == 404
    reporter.look("not-found")


def broken_off_draft(reporter):
    """Goes on later with a code, in another browser, past the lock of one that was left alone."""
    page = reporter.page
    reporter.begin()
    reporter.answer_until_files(kind="bullying")
    reporter.go("/nl/melden/slot")
    reporter.look("draft-lock")
    reporter.press()
    reporter.go("/nl/code")
    reporter.look("enter", "unsent")
    reporter.go("/nl/melden/later")
    reporter.look("later")
    reporter.press()
    reporter.read_code()
    reporter.look("later", "code")
    reporter.go("/nl/code")
    page.fill("[name=code]", "1234")
    reporter.press()
    assert page.documents[-1][3].status == 422
    reporter.look("enter", "error")
    page.context.clear_cookies()
    reporter.go("/nl/code")
    reporter.look("enter")
    page.fill("[name=code]", reporter.code)
    reporter.press()
    page.wait_for_load_state()


def report_with_name(reporter):
    """Finishes the draft in confidence and comes into the mailbox."""
    reporter.go("/nl/melden/bestanden")
    reporter.name_and_check(mode="confidential", name="Sanne de Vries", contact=NAME[reporter.language])
    reporter.send()


def mailbox_pages(reporter, folder, colleague):
    """Adds a file and gets it back, reads the own report, takes access away, takes a new code, is locked, leaves."""
    page = reporter.page
    reporter.go("/nl/mijn-melding/bestanden")
    reporter.look("add-file")
    reporter.add_files(samples.program(folder))
    reporter.look("add-file", "refused")
    photo = samples.photo(folder)
    reporter.add_files(photo)
    reporter.at("/nl/mijn-melding")
    link = page.locator("ul.files a").first.get_attribute("href")
    own = reporter.visits.fetch(page, reporter.installation, reporter.installation.reporter + link)
    assert own.body() == photo.read_bytes(), "the own file is as it was sent"
    reporter.go("/nl/mijn-melding/verhaal")
    reporter.look("own-report")
    reporter.go("/nl/mijn-melding/betrokken")
    page.locator("main summary").click()
    reporter.look("involved")
    reporter.press()
    reporter.look("involved", "error")
    page.get_by_text(colleague).click()
    reporter.press()
    reporter.at("/nl/mijn-melding")
    reporter.look("mailbox", "marked")
    reporter.go("/nl/mijn-melding/nieuwe-code")
    reporter.look("new-code")
    old = reporter.code
    reporter.press()
    reporter.at("/nl/melden/code")
    reporter.read_code()
    assert reporter.code != old
    reporter.type_code_back()
    if page.runs_scripts:
        left_alone(reporter)
    reporter.go("/nl/mijn-melding/slot")
    reporter.look("lock")
    page.fill("[name=code]", reporter.code)
    reporter.press()
    reporter.at("/nl/mijn-melding")
    leave(reporter, old)


def left_alone(reporter):
    """After a quarter of an hour without a sign of life the mailbox is closed, and what was typed is kept."""
    page, words = reporter.page, "Half a sentence that"
    page.clock.install()
    reporter.go("/nl/mijn-melding")
    page.fill("[name=bericht]", words)
    page.clock.fast_forward("15:01")
    reporter.at("/nl/mijn-melding/slot")
    assert words not in page.content()
    reporter.go("/nl/mijn-melding/verhaal")
    reporter.at("/nl/mijn-melding/slot")
    page.fill("[name=code]", reporter.code)
    reporter.press()
    reporter.at("/nl/mijn-melding")
    assert page.input_value("[name=bericht]") == words


def leave(reporter, old):
    """Goes to the neutral page; the way back shows nothing, and the code that was replaced opens nothing."""
    page, neutral = reporter.page, re.compile(r"^https://")
    page.route(neutral, lambda route: route.fulfill(body="<title>KNMI</title>", content_type="text/html"))
    page.locator("form.leave-form button").first.click()
    page.wait_for_url(neutral)
    reporter.go("/nl/mijn-melding")
    reporter.at("/nl/code")
    reporter.enter(old)
    assert page.documents[-1][3].status == 422
    reporter.enter()
    reporter.at("/nl/mijn-melding")


def confidential_case(desk, colleague):
    """Reads who reported, and marks a colleague as involved."""
    desk.open_first_case()
    case = re.search(r"(zaken|cases)/([^/?#]+)", desk.page.url)[2]
    desk.page.locator("details:has(form[action$=identiteit]), details:has(form[action$=identity])").locator("summary").click()
    form = desk.page.locator("form[action$=identiteit], form[action$=identity]")
    form.locator("[name=doel]").first.check()
    form.locator("button").click()
    assert NAME[desk.language] in desk.page.inner_text("main")
    desk.look("identity")
    desk.go("/nl/zaken/{id}/betrokken", case)
    desk.page.locator("main summary").click()
    desk.look("involved")
    desk.press()
    desk.look("involved", "error")
    desk.page.get_by_text(colleague).click()
    desk.press()
    desk.at("/nl/zaken/{id}", case)
    return case


def worklist_parts(desk):
    desk.go("/nl/werklijst")
    names = {"open": "open", "te-laat": "late", "deze-week": "this-week", "wacht-op-melder": "waiting-for-reporter"}
    names |= {"wacht-op-ons": "waiting-for-us", "afgesloten": "closed"}
    for dutch, english in names.items():
        desk.go("/nl/werklijst/{lijst}", dutch if desk.language == "nl" else english)
        desk.look("worklist", english)


def newcomer(desk, staff, visits, user_name, name):
    """Someone new is invited, enrols, is confirmed and gets access to what there is."""
    person = Person(user_name, name, "reportHandler", "bzk")
    code = staff.invite(person)
    page = visits.watch(staff.new_page(), desk.installation)
    new = OfficerDesk(page, desk.installation, visits, desk.language)
    new.go("/nl/inschrijven")
    page.fill("[name=naam]", person.user_name)
    page.fill("[name=uitnodiging]", "AAAA-AAAA-AAAA-AAAA-AAAA")
    page.click("main form button")
    new.look("enrol", "error")
    new.go("/nl/inschrijven")
    new.look("enrol")
    page.fill("[name=naam]", person.user_name)
    page.fill("[name=uitnodiging]", code)
    page.click("main form button")
    new.look("enrol", "device")
    person.finish_enrolling(page)
    new.look("sign-in", "enrolled")
    page.fill("[name=naam]", person.user_name)
    page.fill("[name=wachtzin]", "een heel andere zin dan die klopt")
    page.fill("[name=code]", "000000")
    new.press()
    assert page.documents[-1][3].status == 422
    new.look("sign-in", "error")
    page.context.close()

    desk.go("/nl/sleutelhouders")
    desk.look("keyholders", "waiting")
    desk.page.locator("main form button").first.click()
    desk.page.wait_for_load_state()
    desk.look("keyholders")
    desk.go("/nl/toegang")
    desk.look("access", "waiting")
    while desk.page.locator("main form button").count():
        desk.page.locator("main form button").first.click()
        desk.page.wait_for_load_state()
    desk.look("access")
    return person


def account(desk, staff, visits, officer):
    """Sees the own sessions, ends the other one, and takes another passphrase."""
    other = OfficerDesk(visits.watch(staff.new_page(), desk.installation), desk.installation, visits, desk.language)
    other.sign_in(officer)
    desk.go("/nl/bezetting")
    desk.look("staffing")
    desk.go("/nl/account")
    desk.look("account")
    desk.page.locator("ul.files form button").first.click()
    desk.page.wait_for_load_state()
    other.go("/nl/werklijst")
    other.at("/nl/aanmelden")
    other.look("sign-in", "ended")
    other.page.context.close()
    fields = {"huidig": "een zin die niet klopt, maar lang", "wachtzin": "kort", "nogmaals": "korter"}
    for state in ("refused", "changed"):
        for field, value in fields.items():
            desk.page.fill(f"[name={field}]", value)
        desk.press()
        desk.page.wait_for_load_state()
        desk.look("account", state)
        new = officer.passphrase + " en nog langer"
        fields = {"huidig": officer.passphrase, "wachtzin": new, "nogmaals": new}
    officer.passphrase = new
    desk.page.goto(desk.installation.officer + f"/{desk.language}/bestaat-niet")
    assert desk.page.documents[-1][3].status == 404
    desk.look("not-found")
    desk.go("/nl/account")
    desk.sign_out()
    desk.sign_in(officer)


def walk(installation, new_page, visits, language, staff, folder):
    """Sees every page beside the main way. Vera and Omar of BZK read; Lotte is marked by the reporter."""
    reporter = Reporter(visits.watch(new_page(), installation), installation, visits, language)
    common_files(reporter.page, visits, installation)
    open_pages(reporter)
    broken_off_draft(reporter)
    report_with_name(reporter)
    mailbox_pages(reporter, folder, "Lotte de Wit")
    desk = OfficerDesk(visits.watch(new_page(), installation), installation, visits, language)
    desk.go("/nl")
    desk.at("/nl/aanmelden")
    desk.look("sign-in")
    desk.sign_in(staff["vera"])
    worklist_parts(desk)
    desk.go("/nl/werklijst")
    noor = newcomer(desk, staff, visits, f"noor.{language}", f"Noor {language}")
    desk.go("/nl/werklijst")
    confidential_case(desk, f"Noor {language}")
    account(desk, staff, visits, staff["vera"])
    reporter.sign_out()
    handover.walk(desk, reporter, noor)
