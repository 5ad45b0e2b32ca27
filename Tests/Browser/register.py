"""The register of what a department owes Parliament: something is put in, its day is set and moves, and it is settled."""

import re

import house_list
import letters
import register_mending
from officer import OfficerDesk

PARTS = {"open": "open", "te-laat": "late", "deze-maand": "this-month", "zonder-dag": "without-day"}
PARTS |= {"zonder-eigenaar": "without-owner", "van-mij": "mine", "alles": "all"}
LETTER = "Kamerstukken II 2024/25, 30 950, nr. 433"


def put_in(desk):
    """A commitment, with what is missing and what does not exist told first. Returns its identifier."""
    page = desk.page
    desk.go("/nl/nieuwe-toezegging")
    desk.look("new-entry")
    page.fill("[name=gezegd]", "31-4-2025")
    page.fill("[name=stuk]", "de brief van vorige week")
    page.fill("[name=waarover]", "Twee brieven over racisme bij de Rijksoverheid")
    desk.press()
    assert page.documents[-1][3].status == 422
    desk.look("new-entry", "error")
    assert page.input_value("[name=waarover]").startswith("Twee brieven"), "what was typed is still there"
    page.check("#soort-commitment")
    page.fill("[name=tekst]", "De Kamer krijgt twee brieven.")
    page.fill("[name=plaats]", "Dertigledendebat over de Personeelsenquête Rijk")
    page.fill("[name=gezegd]", "12 september 2024")
    page.fill("[name=dossier]", "30 950")
    page.fill("[name=stuk]", "")
    page.fill("[name=woorden]", "eind januari 2025")
    page.fill("[name=dag]", "31-1-2025")
    title = page.input_value("[name=waarover]")
    page.evaluate("document.querySelector('[name=waarover]').removeAttribute('maxlength')")
    page.fill("[name=waarover]", f"{title} " * 10)
    desk.press()
    assert page.documents[-1][3].status == 422
    desk.look("new-entry", "too-long")
    page.fill("[name=waarover]", title)
    desk.press()
    desk.at("/nl/toezeggingen/{id}")
    assert "31 januari 2025" in page.inner_text("main") or "31 January 2025" in page.inner_text("main"), "the rest went along"
    return page.url.rsplit("/", 1)[1]


def form(desk, dutch, english):
    """One of the forms of an entry, unfolded."""
    return desk.unfolded(f"form[action$='/{dutch}'], form[action$='/{english}']")


def move(desk, entry):
    """A postponement that does not move the day is refused with what was typed; one that does is kept with its reason."""
    page = desk.page
    for day, status in (("31-1-2025", 422), ("20-6-2025", 200)):
        postponed = form(desk, "dag", "day")
        postponed.locator("[name=dag]").fill(day)
        postponed.locator("[name=woorden]").fill("in het voorjaar")
        postponed.locator("[name=reden]").fill("De eerste brief noemt het voorjaar.")
        postponed.locator("[name=verteld]").fill("27-1-2025")
        postponed.locator("[name=dagbrief]").fill(LETTER)
        postponed.locator("[name=uitstel]").check()
        desk.send(postponed)
        assert page.documents[-1][3].status == status
        if status == 422:
            desk.look("entry", "refused")
            assert page.locator("[name=reden]").input_value() == "De eerste brief noemt het voorjaar."
    desk.at("/nl/toezeggingen/{id}", entry)
    assert "eind januari 2025" in page.inner_text("main"), "the day before it stays in the history"


def overtaken(desk, colleague, entry):
    """Two change the same entry: the second sees what changed, and what was typed is still there."""
    linked = form(desk, "verwijzingen", "links")
    colleague.go("/nl/toezeggingen/{id}", entry)
    other = form(colleague, "verwijzingen", "links")
    other.locator("[name=onderdeel]").select_option("survey")
    colleague.send(other)
    linked.locator("[name=bewijs]").fill(LETTER)
    desk.send(linked)
    assert desk.page.documents[-1][3].status == 409
    desk.look("entry", "overtaken")
    again = form(desk, "verwijzingen", "links")
    assert again.locator("[name=bewijs]").input_value() == LETTER
    desk.send(again)
    desk.at("/nl/toezeggingen/{id}", entry)


def settle(desk, entry):
    """Settled with the letter that the House has, and not without."""
    for letter, status in (("", 422), (LETTER, 200)):
        settled = form(desk, "stand", "standing")
        settled.locator("[value=settled]").check()
        settled.locator("[name=standbrief]").fill(letter)
        settled.locator("[name=standdag]").fill("27-1-2025")
        desk.send(settled)
        assert desk.page.documents[-1][3].status == status
    desk.look("entry", "settled")


def search(desk):
    page = desk.page
    for words, count in (("leidinggevend bamenga", 1), ("bestaat niet", 0)):
        desk.go("/nl/register/{deel}", "alles" if desk.language == "nl" else "all")
        found = page.locator("form[role=search]")
        page.locator("details", has=found).locator("summary").click()
        found.locator("[name=zoek]").fill(words)
        desk.send(found)
        assert page.locator("main tbody tr").count() == count and page.input_value("[name=zoek]") == words
        desk.look("register", "found" if count else "found-nothing")


def motion(desk):
    """A motion is held, and then adopted."""
    page = desk.page
    desk.add_entry(
        "motion",
        waarover="Een veilige werkomgeving in elk leidinggevend profiel",
        tekst="verzoekt de regering te zorgen voor een veilige werkomgeving",
        indieners="Bamenga, Chakor",
        plaats="Dertigledendebat over de Personeelsenquête Rijk",
        gezegd="12-9-2024",
    )
    for step, day in (("held", "17-9-2024"), ("adopted", "24-9-2024")):
        taken = form(desk, "motie", "motion")
        taken.locator(f"[value={step}]").check()
        taken.locator("[name=stapdag]").fill(day)
        desk.send(taken)
        if step == "held":
            assert page.locator("time[datetime='2024-12-10']").count() == 1, "twelve weeks after it was held"
            desk.look("entry", "held")
    register_mending.step_back(desk)
    taken = form(desk, "motie", "motion")
    taken.locator("[value=adopted]").check()
    taken.locator("[name=stapdag]").fill("24-9-2024")
    desk.send(taken)


def walk(installation, new_page, visits, language, staff):
    """Esra of BZK keeps the register, Thijs coordinates it."""
    people = {
        "esra": ("Esra Demir", "policyOfficer"),
        "thijs": ("Thijs Molenaar", "commitmentsCoordinator"),
    }
    desks = {}
    for name, (full, role) in people.items():
        staff.add(f"{name}.{language}", full, role, "bzk")
        desks[name] = OfficerDesk(visits.watch(new_page(), installation), installation, visits, language)
        desks[name].sign_in(staff[f"{name}.{language}"])
    desk, colleague = desks["esra"], desks["thijs"]
    desk.look("worklist", "keeper")
    desk.page.locator("main a.btn").click()
    desk.at("/nl/register")
    entry = put_in(desk)
    desk.look("entry")
    move(desk, entry)
    register_mending.day_back(desk)
    overtaken(desk, colleague, entry)
    register_mending.unlink(desk, entry)
    register_mending.correct(desk, entry)
    register_mending.sources(desk, entry)
    register_mending.signed_out(desk, staff[f"esra.{language}"], entry)
    colleague.go("/nl/toezeggingen/{id}", entry)
    owner = form(colleague, "eigenaar", "owner")
    owner.locator("[name=eigenaar]").select_option(label="Thijs Molenaar")
    colleague.send(owner)
    desk.go("/nl/toezeggingen/{id}", entry)
    assert not desk.page.locator("form[action*='toezeggingen'], form[action*='commitments']").count(), "it is no longer hers"
    colleague.go("/nl/toezeggingen/{id}", entry)
    register_mending.standing_back(colleague)
    settle(colleague, entry)
    motion(desk)
    search(desk)
    register_mending.remove(colleague)
    house_list.walk(desk)
    desk.go("/nl/register")
    desk.look("register")
    for dutch, english in PARTS.items():
        desk.go("/nl/register/{deel}", dutch if language == "nl" else english)
    desk.look("register", "all")
    letters.walk(installation, new_page, visits, language, staff, desk, colleague)
    desk.go("/nl/register/{deel}", "alles" if language == "nl" else "all")
    assert re.search(r"27 (jan|Jan)", desk.page.inner_text("main table")), "settled on the day of the letter"
    for one in desks.values():
        one.sign_out()
        one.page.context.close()
