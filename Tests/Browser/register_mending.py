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


def remove(coordinator):
    """What was put in by mistake is taken out, with the reason."""
    page = coordinator.page
    coordinator.add_entry("motion", waarover="Per ongeluk twee keer", tekst="verzoekt", indieners="Bamenga", plaats="Debat", gezegd="12-9-2024")
    for reason, status in (("", 422), ("Staat er al in.", 200)):
        removed = coordinator.unfolded("form[action$='/verwijdering'], form[action$='/removal']")
        removed.locator("[name=verwijderreden]").fill(reason)
        coordinator.send(removed)
        assert page.documents[-1][3].status == status
    coordinator.go("/nl/register/{deel}", "alles" if coordinator.language == "nl" else "all")
    assert "Per ongeluk" not in page.inner_text("main")
