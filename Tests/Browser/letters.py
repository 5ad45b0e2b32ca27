"""A letter that settles two points and postpones one: two rounds with an objection, the minister's decision, and sending it."""

import re

import house_list
import letter_mending
import planning
from officer import OfficerDesk

LETTER = "Kamerstukken II 2026/27, 30 950, nr. 500"
# The first is taken over from a sample of the House's list.
TITLES = (house_list.SAMPLE, "Handreiking voor leidinggevenden", "Escalatieladder")


def point(desk, title):
    """A commitment that the letter is to answer."""
    desk.add_entry(
        "commitment",
        waarover=title,
        tekst=f"De Kamer hoort meer over: {title.lower()}.",
        plaats="Dertigledendebat over de Personeelsenquête Rijk",
        gezegd="12-9-2024",
        woorden="dit jaar",
        dag="31-12-2026",
    )


def begin(desk):
    page = desk.page
    desk.go("/nl/brieven")
    desk.look("letters", "empty")
    desk.press()
    assert page.documents[-1][3].status == 422
    page.fill("[name=onderwerp]", "Aanpak van racisme bij de Rijksoverheid")
    page.fill("[name=dag]", "15-12-2026")
    desk.press()
    desk.at("/nl/brieven/{id}")
    return page.url.rsplit("/", 1)[1]


def answer(desk):
    """Settles one point, settles another in part and postpones the third, which has to move its day."""
    page = desk.page
    for title, effect, day, status in (
        (TITLES[0], "settles", "", 200),
        (TITLES[1], "settlesInPart", "", 200),
        (TITLES[2], "postpones", "31-12-2026", 422),
        (TITLES[2], "postpones", "31-5-2027", 200),
    ):
        answered = desk.unfolded("form:has([name=regel])")
        option = answered.locator("[name=regel] option", has_text=title)
        answered.locator("[name=regel]").select_option(option.get_attribute("value"))
        answered.locator(f"[name=wat][value={effect}]").check()
        answered.locator("[name=later]").fill(day)
        answered.locator("[name=uitleg]").fill("Het onderzoek duurt langer." if day else "")
        desk.send(answered)
        assert page.documents[-1][3].status == status
        if status == 422:
            desk.look("letter", "refused")


def change(desk, letter):
    """Takes the point out that is settled in part, and puts it back."""
    page = desk.page
    desk.go("/nl/brieven/{id}", letter)
    page.locator("main tr", has_text=TITLES[1]).locator("button").click()
    page.wait_for_load_state()
    answered = desk.unfolded("form:has([name=regel])")
    option = answered.locator("[name=regel] option", has_text=TITLES[1])
    answered.locator("[name=regel]").select_option(option.get_attribute("value"))
    answered.locator("[name=wat][value=settles]").check()
    desk.send(answered)


def write(desk, colleague, letter):
    """A part with what it answers beside it; a colleague saves it in between, and neither text is lost."""
    page = desk.page
    desk.go("/nl/brieven/{id}", letter)
    page.select_option("[name=standaard]", "inleiding")
    page.locator("form:has([name=kop]) .actions button").click()
    page.wait_for_load_state()
    assert TITLES[2] in page.locator("article").first.inner_text(), "the standard part says what the letter answers"
    page.fill("[name=kop]", "Uitkomsten")
    page.locator("form:has([name=kop]) .actions button").click()
    page.wait_for_load_state()
    page.locator("article a.btn").last.click()
    desk.at("/nl/brieven/{id}/onderdelen/{deel}")
    colleague.page.goto(page.url)
    for one, text in ((colleague, "De uitkomst komt in het voorjaar."), (desk, "De uitkomst staat in de bijlage. De ladder komt uiterlijk 31 mei 2027.")):
        for box in one.page.locator("[name=regels]").all():
            box.check()
        one.page.fill("[name=deeltekst]", text)
        one.press()
        one.page.wait_for_load_state()
    assert page.documents[-1][3].status == 409
    assert page.input_value("[name=deeltekst]") == "De uitkomst staat in de bijlage. De ladder komt uiterlijk 31 mei 2027."
    desk.look("letter-part", "overtaken")
    desk.press()
    desk.at("/nl/brieven/{id}", letter)
    page.locator("article a.btn").last.click()
    page.locator("main details:has(.compared) summary").last.click()
    desk.look("letter-part")
    letter_mending.restore(desk)
    desk.go("/nl/brieven/{id}", letter)
    letter_mending.arrange(desk, letter)


def take_back(desk):
    """An answer that does not hold any more is asked again; why stays with the round."""
    desk.with_reason("form:has([name=terugneemreden])", "terugneemreden", "Een lid had de tekst nog niet.")
    record(desk, "agreed")


def involve(desk, department):
    """Another ministry takes part: the letter does not go before it agreed."""
    form = desk.unfolded("form:has([name=ministeries])")
    form.locator(f"[value={department}]").check()
    desk.send(form)
    assert "IenW" in desk.page.inner_text("ul.standings")


def go_round(desk, bodies, day="31-12-2026"):
    asked = desk.unfolded("form:has([name=wie])")
    for body in bodies:
        asked.locator(f"[value={body}]").check()
    asked.locator("[name=voor]").fill(day)
    desk.send(asked)


def record(desk, outcome, body="icbr", remark=""):
    """What came out of the meeting of a body between departments."""
    said = desk.unfolded("form:has([name=orgaan]):has([name=uitkomst])")
    said.locator("[name=orgaan]").select_option(f"{body} ")
    said.locator(f"[value={outcome}]").check()
    said.locator("[name=opmerking]").fill(remark)
    desk.send(said)
    assert desk.page.documents[-1][3].status == 200


def let_off(desk, body):
    """A ministry that was asked by mistake."""
    for reason, status in (("", 422), ("Verkeerd aangekruist.", 200)):
        withdrawn = desk.unfolded("form:has([name=vraagreden])")
        option = withdrawn.locator(f"[name=orgaan] option[value^='{body} ']")
        withdrawn.locator("[name=orgaan]").select_option(option.get_attribute("value"))
        withdrawn.locator("[name=vraagreden]").fill(reason)
        desk.send(withdrawn)
        assert desk.page.documents[-1][3].status == status


def reconsider(partner):
    """A ministry takes back what it said, and says it again."""
    partner.with_reason("form:has([name=terugneemreden])", "terugneemreden", "We lezen nog eens.")
    partner.page.locator("[value=objected]").check()
    partner.page.locator("[name=opmerking]").fill("Het cijfer klopt niet.")
    partner.press()
    partner.page.wait_for_load_state()


def rule(coordinator):
    """The coordinator records that silence is agreement with a body, with where that stands."""
    coordinator.go("/nl/brieven")
    ruled = coordinator.unfolded("form:has([name=regelbron])")
    ruled.locator("[name=regelorgaan]").select_option("inar")
    ruled.locator("[name=zwijgen]").check()
    coordinator.with_reason("form:has([name=regelbron])", "regelbron", "Werkwijze INAR, punt 6.")
    coordinator.look("letters", "rule")


def align(desk, partner, letter):
    """IenW objects in the first round, gets another text, and agrees in the second."""
    page = desk.page
    involve(desk, "ienw")
    go_round(desk, [], day="31-2-2027")
    assert page.documents[-1][3].status == 422
    go_round(desk, ["icbr", "sgo", "ienw", "fin"])
    let_off(desk, "fin")
    record(desk, "agreed")
    take_back(desk)
    partner.go("/nl/afstemming")
    partner.look("asked")
    for outcome, remark, status in (("objected", "", 422), ("objected", "Het cijfer klopt niet.", 200)):
        partner.page.locator(f"[value={outcome}]").check()
        partner.page.locator("[name=opmerking]").fill(remark)
        partner.press()
        partner.page.wait_for_load_state()
        assert partner.page.documents[-1][3].status == status
    reconsider(partner)
    partner.look("asked", "answered")
    desk.go("/nl/brieven/{id}", letter)
    desk.page.locator("details:has(del) summary").click()
    desk.look("letter", "objected")
    page.locator("article a.btn").last.click()
    page.fill("[name=deeltekst]", "De uitkomst staat in de bijlage, met het goede cijfer. De ladder komt uiterlijk 31 mei 2027.")
    desk.press()
    desk.at("/nl/brieven/{id}", letter)
    go_round(desk, ["icbr", "ienw"])
    record(desk, "agreed")
    partner.go("/nl/afstemming")
    partner.page.locator("details:has(.compared) summary").last.click()
    assert "met het goede cijfer" in partner.page.inner_text(".compared ins")
    partner.look("asked", "again")
    partner.page.locator("[value=agreed]").check()
    partner.press()
    partner.page.wait_for_load_state()


def decide_and_send(desk, minister, letter):
    """It does not go before the minister agreed; then the register stands as it says."""
    page = desk.page
    desk.go("/nl/brieven/{id}", letter)
    sending = page.locator("form:has([name=stuk])")
    sending.locator("[name=stuk]").fill(LETTER)
    desk.send(sending)
    assert page.documents[-1][3].status == 422
    desk.look("letter", "undecided")
    minister.go("/nl/brieven/{id}", letter)
    decided = minister.page.locator("form:has([name=besluit])")
    minister.send(decided)
    assert minister.page.documents[-1][3].status == 422
    minister.page.check("#besluit-agreedWithRemarks")
    minister.page.locator("form:has([name=besluit]) [name=opmerking]").fill("Graag op tijd.")
    minister.send(minister.page.locator("form:has([name=besluit])"))
    desk.go("/nl/brieven/{id}", letter)
    desk.look("letter")
    sending = page.locator("form:has([name=stuk])")
    sending.locator("[name=stuk]").fill(LETTER)
    desk.send(sending)
    desk.look("letter", "sent")
    letter_mending.recall(desk, sending, LETTER)
    desk.go("/nl/register/{deel}", "alles" if desk.language == "nl" else "all")
    rows = {row.inner_text() for row in page.locator("main tbody tr").all()}
    for title, standing in zip(TITLES, ("Afgedaan|Settled", "Afgedaan|Settled", "Open"), strict=True):
        assert any(title in row and re.search(standing, row) for row in rows), f"{title}: {standing}"
    assert any(TITLES[2] in row and "31" in row and "2027" in row for row in rows), "the day of the postponed one moved"


def merge(desk):
    """An announced letter goes along in another, stands on its own again, and does not come."""
    page = desk.page
    for subject in ("Onderzoek naar agressie", "Voortgangsrapportage"):
        desk.go("/nl/brieven")
        page.fill("[name=onderwerp]", subject)
        page.fill("[name=woorden]", "voor de zomer")
        desk.press()
        desk.at("/nl/brieven/{id}")
    desk.go("/nl/brieven")
    page.locator("main table a", has_text="Onderzoek naar agressie").click()
    letter_mending.expect(desk)
    merged = desk.unfolded("form:has([name=samen])")
    merged.locator("[name=waarom]").fill("De uitkomsten passen in de rapportage.")
    desk.send(merged)
    desk.look("letter", "merged")
    page.locator("form[action$='/apart'] button").click()
    page.wait_for_load_state()
    letter_mending.withdraw(desk)
    letter_mending.restore_letter(desk)
    letter_mending.withdraw(desk)
    desk.go("/nl/brieven")
    desk.look("letters")


def walk(installation, new_page, visits, language, staff, desk, colleague):
    """Esra writes, Thijs coordinates, Ellen of IenW is asked, and the minister's office decides."""
    desks = {}
    for name, full, role, organisation in (
        ("ellen", "Ellen Kuijt", "alignmentPartner", "ienw"),
        ("ingrid", "Ingrid van Es", "ministersOffice", "bzk"),
    ):
        staff.add(f"{name}.{language}", full, role, organisation)
        desks[name] = OfficerDesk(visits.watch(new_page(), installation), installation, visits, language)
        desks[name].sign_in(staff[f"{name}.{language}"])
    for title in TITLES[1:]:
        point(desk, title)
    rule(colleague)
    planning.paste(desk)
    planning.overview(desk, colleague)
    letter = begin(desk)
    answer(desk)
    planning.note(desk, letter, TITLES[2])
    change(desk, letter)
    planning.overtaken(desk, letter)
    write(desk, colleague, letter)
    align(desk, desks["ellen"], letter)
    planning.board(desk)
    decide_and_send(desk, desks["ingrid"], letter)
    planning.letter_documents(desk, letter)
    planning.moved(colleague, TITLES[0], TITLES[2])
    planning.open_data(desk, LETTER, TITLES[0], TITLES[2])
    house_list.after(desk)
    merge(desk)
    for one in desks.values():
        one.sign_out()
        one.page.context.close()
