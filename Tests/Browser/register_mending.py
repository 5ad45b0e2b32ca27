"""What is mended of an entry: links, what was copied wrongly, and what should not have been put in."""


def unlink(desk, entry):
    """What does not belong there is taken away."""
    page = desk.page
    before = page.locator("form[action$='/ontkoppeling'], form[action$='/unlinking']").count()
    page.locator("form[action$='/ontkoppeling'] button, form[action$='/unlinking'] button").first.click()
    page.wait_for_load_state()
    desk.at("/nl/toezeggingen/{id}", entry)
    assert page.locator("form[action$='/ontkoppeling'], form[action$='/unlinking']").count() == before - 1


def correct(desk, entry):
    """A slip of the pen is mended; what stood there stays in the history."""
    page = desk.page
    desk.go("/nl/toezeggingen/{id}/verbetering", entry)
    desk.look("correction")
    for title, status in (("", 422), ("Twee brieven over racisme bij het Rijk", 200)):
        page.fill("[name=waarover]", title)
        desk.press()
        page.wait_for_load_state()
        assert page.documents[-1][3].status == status
        if status == 422:
            desk.look("correction", "error")
    desk.at("/nl/toezeggingen/{id}", entry)
    assert "Twee brieven over racisme bij de Rijksoverheid" in page.inner_text("ol.steps"), "what it was called before"
    desk.look("entry", "corrected")


def day_back(desk):
    """A day that was moved wrongly is taken back, with the reason."""
    page = desk.page
    moved = desk.unfolded("form[action$='/dag'], form[action$='/day']")
    moved.locator("[name=dag]").fill("31-12-2027")
    moved.locator("[name=reden]").fill("Verkeerde regel.")
    desk.send(moved)
    assert page.documents[-1][3].status == 200
    desk.with_reason("form:has([name=dagreden])", "dagreden", "Dat was een andere toezegging.")
    assert "2025" in page.inner_text("main .chip"), "the day before it holds again"


def standing_back(desk):
    """A standing that was recorded wrongly is taken back, with the reason."""
    page = desk.page
    changed = desk.unfolded("form[action$='/stand'], form[action$='/standing']")
    changed.locator("[value=lapsed]").check()
    changed.locator("[name=feiten]").fill("Verkeerde regel.")
    desk.send(changed)
    assert page.documents[-1][3].status == 200
    desk.with_reason("form:has([name=standreden])", "standreden", "Dat was een andere toezegging.")
    desk.look("entry", "standing-back")


def step_back(desk):
    """A step of a motion that was noted wrongly is taken back, with the reason."""
    page = desk.page
    desk.with_reason("form:has([name=stapreden])", "stapreden", "Dat was een andere motie.")
    assert "Dat was een andere motie." in page.inner_text("ol.steps")
    desk.look("entry", "step-back")


def sources(desk, entry):
    """What a source says otherwise stands beside the rest, and goes away again."""
    page = desk.page
    desk.go("/nl/toezeggingen/{id}", entry)
    for says, status in (("", 422), ("25 september 2024", 200)):
        added = desk.unfolded("form:has([name=bronover]:not([type=hidden]))")
        for field, text in (("bronover", "Dag van het debat"), ("bronnaam", "30 950, nr. 433"), ("bronzegt", says)):
            added.locator(f"[name={field}]").fill(text)
        desk.send(added)
        assert page.documents[-1][3].status == status
    assert "25 september 2024" in page.inner_text("main table")
    desk.look("entry", "sources")
    page.locator("main table form button").click()
    page.wait_for_load_state()
    assert not page.locator("main table").count() and "25 september 2024" in page.inner_text("ol.steps")


def signed_out(desk, person, entry):
    """What was typed when the session had ended stands on the page, to be copied, and signing in leads back."""
    page = desk.page
    desk.go("/nl/toezeggingen/{id}", entry)
    linked = desk.unfolded("form[action$='/verwijzingen'], form[action$='/links']")
    linked.locator("[name=bewijs]").fill("Het verslag van de vergadering.")
    page.context.clear_cookies()
    desk.send(linked)
    assert page.documents[-1][3].status == 403
    assert "Het verslag van de vergadering." in page.inner_text("main")
    assert entry in page.locator("main a[target=_blank]").get_attribute("href")
    desk.look("signed-out")
    desk.sign_in(person)


def remove(coordinator):
    """What is put in twice is told; the second is taken out with the reason, which stands where it was."""
    page = coordinator.page
    fields = {"waarover": "Per ongeluk twee keer", "tekst": "verzoekt", "indieners": "Bamenga", "plaats": "Debat", "gezegd": "12-9-2024"}
    coordinator.add_entry("motion", **fields)
    coordinator.go("/nl/nieuwe-toezegging")
    page.check("#soort-motion")
    for field, text in fields.items():
        page.fill(f"[name={field}]", text)
    coordinator.press()
    page.wait_for_load_state()
    assert page.documents[-1][3].status == 422
    coordinator.look("new-entry", "twice")
    page.check("[name=anders]")
    coordinator.press()
    coordinator.at("/nl/toezeggingen/{id}")
    address = page.url
    coordinator.with_reason("form:has([name=verwijderreden])", "verwijderreden", "Staat er al in.")
    coordinator.go("/nl/register/{deel}", "alles" if coordinator.language == "nl" else "all")
    assert page.inner_text("main").count("Per ongeluk") == 1
    page.goto(address)
    assert page.documents[-1][3].status == 410 and "Staat er al in." in page.inner_text("main")
    coordinator.look("entry", "gone")
