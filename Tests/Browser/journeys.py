"""The journeys, in the order in which they are walked."""

import contextlib

import main_way
from installation import Installation
from staff import Staff


@contextlib.contextmanager
def place(engine, **options):
    installation = Installation(engine, **options)
    try:
        yield installation.start()
    finally:
        installation.remove()


def pages(browser, scripts):
    """A maker of pages, each in a browser profile of its own."""

    def new_page():
        page = browser.new_context(java_script_enabled=scripts).new_page()
        page.runs_scripts = scripts
        return page

    return new_page


def dutch(browser, visits):
    """In Dutch, without JavaScript, on SQLite"""
    with place("sqlite") as installation:
        new_page = pages(browser, scripts=False)
        staff = Staff(installation, new_page).complete(visits)
        main_way.walk(installation, new_page, visits, "nl", staff["vera"], installation.folder)


JOURNEYS = [dutch]
