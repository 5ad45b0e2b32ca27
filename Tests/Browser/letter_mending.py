"""What is mended of a letter: texts, parts, its name and day, a sending by mistake, and that it does not come at all."""


def restore(desk):
    """An earlier text stands in the field again, and nothing is kept until it is saved."""
    page = desk.page
    page.locator("main details a.btn").last.click()
    page.wait_for_load_state()
    assert page.input_value("[name=deeltekst]") == "", "the part began empty"
    desk.look("letter-part", "restored")


def arrange(desk, letter):
    """Parts change places, and one that came too much is taken out."""
    page = desk.page
    page.fill("[name=kop]", "Te veel")
    page.locator("form:has([name=kop]) .actions button").click()
    page.wait_for_load_state()
    page.locator("article").last.locator("form button").click()
    page.wait_for_load_state()
    assert [one.inner_text() for one in page.locator("article h3").all()][1] == "Te veel"
    page.locator("article").nth(1).locator("form:has([name=lager]) button").click()
    page.wait_for_load_state()
    assert [one.inner_text() for one in page.locator("article h3").all()][2] == "Te veel"
    page.locator("article").last.locator("form button").click()
    page.wait_for_load_state()
    page.locator("article").nth(1).locator("a.btn").click()
    page.wait_for_load_state()
    page.locator("main details summary").last.click()
    page.locator("form[action$='/verwijdering'] button, form[action$='/removal'] button").click()
    desk.at("/nl/brieven/{id}", letter)
    assert page.locator("article").count() == 2


def expect(desk):
    """An announced letter gets another name and another day, on which it can come."""
    page = desk.page
    renamed = desk.unfolded("form:has([name=onderwerp])")
    renamed.locator("[name=onderwerp]").fill("Onderzoek naar agressie en intimidatie")
    desk.send(renamed)
    assert "intimidatie" in page.inner_text("h1")
    for day, status in (("1-1-9999", 422), ("1-2-2027", 200)):
        expected = desk.unfolded("form:has([name=dag])")
        expected.locator("[name=dag]").fill(day)
        expected.locator("[name=reden]").fill("Het onderzoek is dan klaar.")
        desk.send(expected)
        assert page.documents[-1][3].status == status
        if status == 422:
            desk.look("letter", "expected")


def withdraw(desk):
    """A letter that does not come says why."""
    desk.with_reason("form:has([name=intrekreden])", "intrekreden", "De uitkomst staat al in de rapportage.")
    desk.look("letter", "withdrawn")


def restore_letter(desk):
    """It comes after all."""
    desk.with_reason("form:has([name=tochreden])", "tochreden", "De rapportage komt later dan gedacht.")
    desk.look("letter", "restored")


def recall(desk, sending, paper):
    """A sending by mistake is taken back with its reason, and the letter goes again."""
    page = desk.page
    desk.with_reason("form:has([name=terugreden])", "terugreden", "Het nummer was nog niet zeker.")
    desk.look("letter", "recalled")
    sending.locator("[name=stuk]").fill(paper.replace("500", "499"))
    desk.send(sending)
    assert page.documents[-1][3].status == 200
    for reason, status in (("", 422), ("Het was 500.", 200)):
        corrected = desk.unfolded("form:has([name=verbeterreden])")
        corrected.locator("[name=stuk]").fill(paper)
        corrected.locator("[name=verbeterreden]").fill(reason)
        desk.send(corrected)
        assert page.documents[-1][3].status == status
    desk.look("letter", "sending-corrected")
