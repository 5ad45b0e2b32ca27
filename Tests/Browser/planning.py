"""The planning overview, the decision note, the documents and the open data: they all say what the register says."""

import json
import pathlib
import sys
import urllib.request

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))

import odf_check  # noqa: E402
import pdf_check  # noqa: E402

KEY_DATA = """Toezegging Afschrift rapportage discriminatie (35.741)
De minister zegt de Kamer toe dat de uitkomsten van het onderzoek worden gedeeld met de Kamer.
Kerngegevens
Nummer T03545
Status openstaand
Datum toezegging 20 december 2022
Deadline 1 juli 2027
Verantwoordelijke(n) Minister van Binnenlandse Zaken en Koninkrijksrelaties
Kamerleden Prof.dr. R.A. Koole (PvdA)
Soort activiteit Plenaire vergadering
Kamerstukken Initiatiefvoorstel (35.741)
"""
HOUSE = {"nl": ("tweede-kamer", "eerste-kamer"), "en": ("house-of-representatives", "senate")}


def paste(desk):
    """A promise to the Eerste Kamer by its key data, after a text that is none."""
    page = desk.page
    desk.go("/nl/nieuwe-toezegging/overnemen")
    desk.look("paste")
    for text, status in (("Zomaar een tekst.", 422), (KEY_DATA, 200)):
        page.fill("[name=bron]", text)
        desk.press()
        page.wait_for_load_state()
        assert page.documents[-1][3].status == status
        if status == 422:
            assert page.input_value("[name=bron]") == text, "what was pasted is still there"
    desk.look("new-entry", "pasted")
    assert page.input_value("[name=nummer]") == "T03545" and page.locator("#kamer-ek").is_checked()
    desk.press()
    desk.at("/nl/toezeggingen/{id}")
    assert "T03545" in page.inner_text("main") and "Koole" in page.inner_text("dl.facts")
    settled = KEY_DATA.replace("T03545", "T03546").replace("openstaand", "deels voldaan") + "Afgedaan met: brief 9 februari 2024\n"
    desk.go("/nl/nieuwe-toezegging/overnemen")
    page.fill("[name=bron]", settled.replace("rapportage discriminatie", "tweede rapportage"))
    desk.press()
    page.wait_for_load_state()
    desk.look("new-entry", "pasted-settled")
    page.fill("[name=tekst]", "De minister stuurt een tweede rapportage.")
    desk.press()
    desk.at("/nl/toezeggingen/{id}")
    assert "brief 9 februari 2024" in page.inner_text("ol.steps")
    desk.look("entry", "senate")


def documents(desk, pattern, names, *values):
    """Takes each document along; none has a fault. Returns the first as text."""
    for name in names:
        answer = desk.visits.fetch(desk.page, desk.installation, desk.link(pattern, *values, name))
        assert answer.status == 200 and answer.headers["content-disposition"].startswith("attachment"), name
        if name.endswith((".odt", ".ods")):
            assert odf_check.faults(answer.body()) == [], name
        elif name.endswith(".pdf"):
            assert pdf_check.faults(answer.body()) == [], name
        else:
            assert answer.body().count(b"\r\n") > 1, name


def overview(desk, coordinator):
    """The coordinator records what the House got; the officer sees it, and cannot."""
    page, house = coordinator.page, HOUSE[desk.language][0]
    desk.go("/nl/planning")
    assert not desk.page.locator("[name=gezien]").count()
    coordinator.go("/nl/planning/{kamer}", house)
    coordinator.look("planning", "first")

    def send(day, status):
        page.fill("[name=verzonden]", day)
        page.locator("form:has([name=gezien]) .actions button").click()
        page.wait_for_load_state()
        assert page.documents[-1][3].status == status

    send("31-12-2099", 422)
    send("", 200)
    send("", 422)
    coordinator.with_reason("form:has([name=overzichtreden])", "overzichtreden", "De Kamer krijgt het pas morgen.")
    coordinator.look("planning", "recalled")
    send("", 200)
    documents(
        coordinator, "/nl/planning/{kamer}/bestanden/{bestand}", ["planningsoverzicht." + form for form in ("odt", "ods", "csv", "pdf")], house
    )
    documents(
        coordinator, "/nl/planning/{kamer}/bestanden/{bestand}", ["moties-en-toezeggingen-2024-2025.odt", "planningsoverzicht-nr-1.csv"], house
    )
    coordinator.go("/nl/planning/{kamer}", HOUSE[desk.language][1])
    assert "Afschrift rapportage" in page.inner_text("main table")


def board(desk):
    desk.go("/nl/bord")
    desk.look("board")
    desk.page.goto(desk.link("/nl/bord") + "?kolom=zonder-dag")
    desk.look("board", "column")
    answer = desk.visits.fetch(desk.page, desk.installation, desk.link("/nl/bord/agenda"))
    assert answer.body().startswith(b"BEGIN:VCALENDAR") and answer.body().count(b"BEGIN:VEVENT") > 1


def note(desk, letter, title):
    """The note is drawn up; a part that someone wrote stays, and is told when the register says something else."""
    page = desk.page
    desk.go("/nl/brieven/{id}/beslisnota", letter)
    desk.look("note")
    assert title in page.inner_text("#deel-core")
    written = desk.unfolded("form:has([name=tekst-core])")
    for text, status in ((" ", 422), ("De kern in eigen woorden.", 200)):
        written.locator("[name=tekst-core]").fill(text)
        desk.send(written)
        assert page.documents[-1][3].status == status
    assert page.inner_text("#deel-core .running") == "De kern in eigen woorden."


def overtaken(desk, letter):
    """What the letter says changed since the note was written."""
    page = desk.page
    desk.go("/nl/brieven/{id}/beslisnota", letter)
    assert page.locator("#deel-core .compared").count() == 1
    desk.look("note", "overtaken")
    page.locator("#deel-core form:has([name=terug]) button").click()
    page.wait_for_load_state()
    assert page.locator("#deel-core .compared").count() == 0


def letter_documents(desk, letter):
    names = [f"{name}.{form}" for name in ("brief", "beslisnota", "beslisnota-openbaar") for form in ("odt", "pdf")]
    documents(desk, "/nl/brieven/{id}/bestanden/{bestand}", names, letter)


def moved(coordinator, settled, postponed):
    """After the letter: what it settled is gone from the overview, and what it postponed comes later."""
    coordinator.go("/nl/planning/{kamer}", HOUSE[coordinator.language][0])
    coordinator.look("planning", "moved")
    text, row = coordinator.page.inner_text("main"), coordinator.page.locator("main tbody tr", has_text=postponed)
    assert settled in text.split("ODT")[0] and not coordinator.page.locator("main tbody tr", has_text=settled).count()
    assert "151" in row.inner_text(), "151 days from 31 December 2026 to 31 May 2027"


def open_data(desk, letter, settled, postponed):
    """The open data say the same as the register: the letter, what it settled, and the overview as it was sent."""

    def get(path):
        with urllib.request.urlopen(f"{desk.installation.open_data}/api/v1/{path}") as answer:
            return json.load(answer)

    assert [one["vindplaats"]["verwijzing"] for one in get("brieven")["brieven"]] == [letter]
    entries = {one["onderwerp"]: one for one in get("toezeggingen?kamer=tk")["toezeggingen"]}
    assert entries[settled]["stand"] == "afgedaan", entries[settled]
    assert entries[settled]["brieven"][0]["verwijzing"] == letter
    assert entries[postponed]["stand"] == "open" and entries[postponed]["termijn"]["uiterlijkeDatum"] == "2027-05-31"
    assert any(row["onderwerp"] == settled for row in get("planningsoverzichten/bzk-tk")["regels"]), "as it was sent"
