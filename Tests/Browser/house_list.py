"""The House's list beside the register: read in from a page and from the saved samples, taken over, linked, claimed, explained."""

import pathlib

SAMPLES = pathlib.Path(__file__).resolve().parents[1] / "CommitmentsTests/Samples"
# What the sample of the schema promises, by which it is known in the register.
SAMPLE = "Synthetisch voorbeeld: model voor een beleids- en effectrapportage"
NUMBER = "TZ202409-999"
# Of a dossier of the House, and of two motions in it.
DOSSIER = '<kamerstukdossier ref="00000000-0000-4000-8000-0000000000d1"/>'
SUBJECTS = ["Motie van de leden Bamenga en Chakor over een beurs voor stagiairs", "Motie van het lid Chakor c.s. over landbouw"]


def feed(rows):
    """A page of the House's feed with promises of the ministry, as a file of a form."""
    entities = "".join(
        f'<entry><content><toezegging xmlns="http://www.tweedekamer.nl/xsd/tkData/v1-0" id="10000000-0000-4000-8000-00000000000{number}">'
        f"<aanmaakdatum>2024-09-12T20:15:00+02:00</aanmaakdatum><nummer>TZ202409-11{number}</nummer>"
        f"<functie>minister van BZK</functie><status>{status}</status>"
        "<ministerie>Binnenlandse Zaken en Koninkrijksrelaties</ministerie>"
        f"<tekst>De minister stuurt de Kamer een brief over punt {number}.</tekst></toezegging></content></entry>"
        for number, status in rows
    )
    text = f'<feed xmlns="http://www.w3.org/2005/Atom">{entities}</feed>'
    return {"name": "toezeggingen.xml", "mimeType": "application/xml", "buffer": text.encode()}


def differences(desk):
    """The House's list is read in, once broken off; one difference is taken over, another explained, and the lists agree."""
    page = desk.page
    desk.go("/nl/register")
    page.locator("main a.btn.plain").click()
    desk.at("/nl/lijst-van-de-kamer")
    desk.look("house-list", "empty")
    desk.press()
    assert page.documents[-1][3].status == 422
    whole = feed([(1, "Openstaand"), (2, "Voldaan"), (3, "Openstaand")])
    broken = whole | {"buffer": whole["buffer"][: len(whole["buffer"]) // 2]}
    for file in (broken, whole):
        desk.upload(file)
        if file is broken:
            desk.look("house-list", "broken")
    assert page.locator("main section.card").count() == 3
    assert any(words in page.inner_text("main") for words in ("Door ons ingelezen op", "Read in by us on")), "the page has no bijgewerkt"
    page.locator("main section.card form button").first.click()
    page.wait_for_load_state()
    assert page.locator("main section.card").count() == 2
    explained = page.locator("main section.card").last
    explained.locator("summary").click()
    explained.locator(".actions button").click()
    page.wait_for_load_state()
    assert page.documents[-1][3].status == 422
    desk.look("house-list", "error")
    again = page.locator("form:has([name=reden])").last
    again.locator("[name=reden]").fill("Deze toezegging is van een ander departement.")
    again.locator(".actions button").click()
    page.wait_for_load_state()
    page.locator("form:has([name=was-uitleg]) button").click()
    page.wait_for_load_state()
    assert "Deze toezegging is" not in page.inner_text("main"), "an explanation can be taken away"
    page.locator("main section.card summary").last.click()
    again = page.locator("form:has([name=reden])").last
    again.locator("[name=reden]").fill("Deze toezegging is van een ander departement.")
    desk.send(again)
    desk.look("house-list")
    desk.upload(whole)
    assert page.locator("main section.card").count() == 2, "read in again, nothing changes"


def samples(desk):
    """Every saved sample is read in; what is of the ministry is taken over."""
    page = desk.page
    desk.go("/nl/lijst-van-de-kamer")
    for path in sorted(SAMPLES.glob("*.json")) + sorted(SAMPLES.glob("*toezegging*.xml")) + [SAMPLES / "syncfeed-persoon.xml"]:
        desk.upload(str(path))
        assert page.documents[-1][3].status == 200, path
    desk.look("house-list", "samples")
    card = page.locator("main section.card", has_text=NUMBER)
    assert "17" in card.inner_text() and "2025" in card.inner_text(), "since the source touched it"
    card.locator("form button").first.click()
    page.wait_for_load_state()
    assert SAMPLE in page.locator("p.note.done").inner_text()


def linked(desk):
    """One that is only at the House turns out to be ours: it gives its number to the entry that we had without."""
    page = desk.page
    desk.add_entry("commitment", waarover="Een brief die we al hadden", tekst="Er komt een brief over het loket.", plaats="Debat", gezegd="12-9-2024")
    entry = page.url.rsplit("/", 1)[1]
    desk.go("/nl/lijst-van-de-kamer")
    link = "form[action$='/koppeling'], form[action$='/link']"
    desk.send(desk.unfolded(link))
    assert page.documents[-1][3].status == 422
    desk.look("house-list", "link")
    form = desk.unfolded(link)
    form.locator("select").select_option(entry)
    desk.send(form)
    card = page.locator("main section.card", has_text="Een brief die we al hadden")
    assert "Voldaan" in card.inner_text(), "now the two are laid beside each other"
    card.locator("form button").first.click()
    page.wait_for_load_state()
    assert not card.count(), "the two say the same"
    desk.go("/nl/toezeggingen/{id}", entry)
    assert "TZ202409-11" in page.inner_text("dl.facts")


def leftovers(desk):
    """What could not be compared: a motion gets its number, and a promise that names no ministry is claimed."""
    page = desk.page
    desk.add_entry(
        "motion",
        waarover="Informatiedeling over jihadisme",
        tekst="verzoekt de regering zich in te zetten voor betere informatiedeling",
        indieners="Bikker, Erkens",
        plaats="Debat over de Europese Raad",
        gezegd="16-12-2025",
    )
    desk.go("/nl/lijst-van-de-kamer")
    page.locator("main a[href$=niet-vergeleken], main a[href$=not-compared]").click()
    desk.at("/nl/lijst-van-de-kamer/niet-vergeleken")
    desk.look("house-leftovers")
    page.locator("main .card form", has=page.locator("[name=regel]")).first.locator("button").click()
    page.wait_for_load_state()
    assert "Informatiedeling over jihadisme" in page.inner_text("main p.note.done")
    desk.look("house-leftovers", "linked")
    page.locator("main .card", has_text="TZ202412-116").locator("button").click()
    page.wait_for_load_state()
    assert "terugkoppeling" in page.locator("p.note.done").inner_text()
    motion = page.locator("form:has([name=dag])")
    motion.locator("[name=dag]").fill("17-12-2025")
    motion.locator("button").click()
    page.wait_for_load_state()
    assert page.documents[-1][3].status == 200


def alone(desk):
    """What the House's list does not have stays with a reason."""
    page = desk.page
    desk.add_entry("commitment", waarover="Alleen bij ons", tekst="Een brief.", plaats="Debat", gezegd="12-9-2024", nummer="TZ202409-150")
    desk.go("/nl/lijst-van-de-kamer")
    forms = "form[action$='/alleen-hier'], form[action$='/only-here']"
    desk.with_reason(forms, "reden", "De Kamer heeft hem nog niet ingevoerd.", look=("house-list", "alone"))
    assert "De Kamer heeft hem nog niet ingevoerd." in page.inner_text("main")


def decided(desk):
    """What the House decided on a motion is taken over, with the day, which its open data do not give."""
    page = desk.page
    desk.add_entry(
        "motion",
        waarover="Een motie die is aangehouden",
        tekst="verzoekt de regering om een overzicht",
        indieners="Bamenga",
        plaats="Debat",
        gezegd="12-9-2024",
        nummer="2024Z14001",
    )
    name = 'xmlns="http://www.tweedekamer.nl/xsd/tkData/v1-0" id="00000000-0000-4000-8000-0000000000'
    text = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><content><zaak {name}a1"><nummer>2024Z14001</nummer><soort>Motie</soort>'
        f'{DOSSIER}</zaak><besluit {name}b1"><besluitSoort>Stemmen - aangehouden</besluitSoort><status>Besluit</status>'
        '<zaak ref="00000000-0000-4000-8000-0000000000a1"/></besluit>'
        + "".join(
            f'<zaak {name}a{2 + place}"><nummer>2024Z1400{2 + place}</nummer><soort>Motie</soort><onderwerp>{subject}</onderwerp>'
            f"<gestartOp>2024-09-12T00:00:00</gestartOp>{DOSSIER}</zaak>"
            for place, subject in enumerate(SUBJECTS)
        )
        + "</content></entry></feed>"
    )
    desk.go("/nl/lijst-van-de-kamer")
    desk.upload({"name": "besluiten.xml", "mimeType": "application/xml", "buffer": text.encode()})
    for day, status in (("31-9-2024", 422), ("17-9-2024", 200)):
        page.locator("[name=dag]").fill(day)
        page.locator("form:has([name=dag]) button").click()
        page.wait_for_load_state()
        assert page.documents[-1][3].status == status
        if status == 422:
            desk.look("house-list", "motion")
            assert page.locator("[name=dag]").input_value() == day
    assert not page.locator("[name=dag]").count(), "the two say the same"


def there(desk):
    """Motions of the House in a dossier of ours: one is for others, one is put in the register."""
    page = desk.page
    desk.go("/nl/lijst-van-de-kamer")
    page.locator("main a[href$='-kamer/moties'], main a[href$='-house/motions']").click()
    desk.at("/nl/lijst-van-de-kamer/moties")
    cards = page.locator("main section.card")
    assert cards.count() == 2
    desk.look("house-motions")
    desk.with_reason("form:has([name=waarom])", "waarom", "Is voor het ministerie van LVVN.", look=("house-motions", "error"))
    assert cards.count() == 1
    page.locator("main details summary").last.click()
    assert "Is voor het ministerie van LVVN." in page.inner_text("main")
    desk.look("house-motions", "elsewhere")
    page.locator("main details form button").last.click()
    page.wait_for_load_state()
    assert cards.count() == 2
    cards.last.locator("a.btn").click()
    desk.at("/nl/nieuwe-toezegging/motie/{item}")
    page.locator("header a[hreflang]").click()
    page.locator("header a[hreflang]").click()
    desk.at("/nl/nieuwe-toezegging/motie/{item}")
    assert page.locator("[name=indieners]").input_value() == "Bamenga, Chakor"
    assert page.locator("[name=nummer]").input_value() == "2024Z14002"
    desk.look("new-commitment", "motion")
    page.locator("[name=tekst]").fill("verzoekt de regering een beurs te houden")
    page.locator("[name=plaats]").fill("Debat over discriminatie")
    desk.press()
    desk.at("/nl/toezeggingen/{id}")
    desk.go("/nl/lijst-van-de-kamer/moties")
    assert cards.count() == 1, "what is in the register is not listed"


def after(desk):
    """The letter settled what the House's list still has as open: the two stand beside each other until the House follows."""
    page = desk.page
    desk.go("/nl/lijst-van-de-kamer")
    card = page.locator("main section.card", has_text=NUMBER)
    assert "Openstaand" in card.inner_text(), "there"
    assert any(word in card.inner_text() for word in ("Afgedaan", "Settled")), "here"
    assert any(words in card.inner_text() for words in ("De Kamer werkte dit bij op 17 april 2025", "Last updated by the House on 17 April 2025"))
    card.locator("summary").last.click()
    explained = card.locator("form:has([name=reden])")
    explained.locator("[name=reden]").fill("De Kamer verwerkt de brief nog.")
    desk.send(explained)
    assert "De Kamer verwerkt de brief nog." in page.inner_text("main")
    desk.look("house-list", "after")


def walk(desk):
    differences(desk)
    samples(desk)
    linked(desk)
    leftovers(desk)
    alone(desk)
    decided(desk)
    there(desk)
