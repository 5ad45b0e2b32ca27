"""The journeys, in the order in which they are walked."""

import contextlib
import pathlib
import shutil
import sys

import main_way
import recovery
import register
import tour
from installation import Installation
from officer import OfficerDesk
from reporter import Reporter
from staff import Staff


sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "Server"))

import open_data  # noqa: E402


@contextlib.contextmanager
def place(engine, **options):
    installation = Installation(engine, **options)
    try:
        yield installation.start()
    finally:
        installation.remove()


def pages(browser, scripts):
    """A maker of pages, each in a browser profile of its own, where a page jumps instead of gliding: a click waits for that."""

    def new_page():
        page = browser.new_context(java_script_enabled=scripts, reduced_motion="reduce").new_page()
        page.runs_scripts = scripts
        return page

    return new_page


def both(browser, visits, engine, language, scripts):
    """The first way, and then every page beside it."""
    with place(engine) as installation:
        new_page = pages(browser, scripts)
        staff = Staff(installation, new_page).complete(visits)
        main_way.walk(installation, new_page, visits, language, staff["vera"], installation.folder)
        tour.walk(installation, new_page, visits, language, staff, installation.folder)
        assert installation.stop() == 0, "the server ends by itself when it is told to stop"


def dutch(browser, visits):
    """In Dutch, without JavaScript, on SQLite"""
    both(browser, visits, "sqlite", "nl", scripts=False)


def english(browser, visits):
    """In English, with JavaScript, on PostgreSQL"""
    both(browser, visits, "postgres", "en", scripts=True)


def owed(browser, visits, engine, language, scripts):
    """What is owed to Parliament, from the House's list to the open data."""
    with place(engine) as installation:
        new_page = pages(browser, scripts)
        register.walk(installation, new_page, visits, language, Staff(installation, new_page).complete(visits))


def dutch_register(browser, visits):
    """The register of commitments in Dutch, without JavaScript, on SQLite"""
    owed(browser, visits, "sqlite", "nl", scripts=False)


def english_register(browser, visits):
    """The register of commitments in English, with JavaScript, on PostgreSQL"""
    owed(browser, visits, "postgres", "en", scripts=True)


def restored(browser, visits):
    """On a restored backup: the old code and passphrase still open, and a new way is walked"""
    new_page = pages(browser, scripts=True)
    with place("sqlite") as first:
        staff = Staff(first, new_page).complete(visits)
        reporter, _, case = main_way.walk(first, new_page, visits, "nl", staff["vera"], first.folder, look=False)
        backup, vault = first.folder / "backups/one.meldloket", first.folder / "vault/secrets.json"
        for path in (backup, vault):
            path.parent.mkdir()
        first.command("backup", "--to", str(backup), "--secrets-to", str(vault))
        first.kill()
        second = Installation("postgres")
        try:
            shutil.copy(vault, second.secrets)
            second.command("restore", "--from", str(backup))
            second.command("audit", "verify")
            second.start()
            staff.move_to(second)
            old = Reporter(visits.watch(new_page(), second), second, visits, "nl")
            old.enter(reporter.code)
            old.at("/nl/mijn-melding")
            main_way.shown(old.page, main_way.FEEDBACK["nl"])
            desk = OfficerDesk(visits.watch(new_page(), second), second, visits, "nl")
            desk.sign_in(staff["vera"])
            desk.go("/nl/zaken/{id}", case)
            desk.state_purpose()
            main_way.shown(desk.page, main_way.ANSWER["nl"])
            main_way.walk(second, new_page, visits, "en", staff["omar"], second.folder, look=False)
        finally:
            second.remove()


def demo(browser, visits):
    """The demo: anyone of the cast by one click"""
    with place("sqlite", kind="--demo") as installation:
        for language in ("nl", "en"):
            reporter = Reporter(visits.watch(pages(browser, True)(), installation), installation, visits, language)
            reporter.go("/nl")
            reporter.look("start", "demo")
            desk = OfficerDesk(visits.watch(pages(browser, True)(), installation), installation, visits, language)
            desk.go("/nl/aanmelden")
            desk.look("sign-in", "demo")
            desk.page.locator("ul.cast button", has_text="Vera Mulder").click()
            desk.at("/nl/werklijst")
            desk.look("worklist", "demo")
            assert desk.page.locator("main table tbody tr").count() > 3
            desk.open_first_case()
            desk.look("case", "demo")
            desk.sign_out()
            desk.page.locator("ul.cast button", has_text="Thijs Molenaar").click()
            desk.at("/nl/werklijst")
            desk.go("/nl/planning")
            desk.look("planning", "demo")
            desk.go("/nl/brieven")
            desk.page.locator("main table a", has_text="Aanpak discriminatie").first.click()
            desk.page.locator("main a[href$=beslisnota], main a[href$=decision-note]").first.click()
            desk.at("/nl/brieven/{id}/beslisnota")
            desk.look("note", "demo")
        print(f"    open data: {open_data.check(installation.open_data)}")


def recovered(browser, visits):
    """Every reader of a case has left: two recovery officers give it to the readers of now"""
    with place("sqlite") as installation:
        new_page = pages(browser, scripts=True)
        staff = Staff(installation, new_page).complete(visits)
        recovery.walk(installation, new_page, visits, staff, installation.folder)


JOURNEYS = [dutch_register, english_register, dutch, english, restored, recovered, demo]
