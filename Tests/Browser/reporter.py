"""What a reporter does in the browser. Each page is looked at once on the way."""

import re

STORY = {
    "nl": "Mijn chef maakt bij elk overleg grappen over mijn afkomst.\nAnderen lachen mee. Ik durf er niets van te zeggen.",
    "en": "My manager jokes about my descent in every meeting.\nOthers laugh along. I do not dare to say anything.",
}


class Reporter:
    def __init__(self, page, installation, visits, language):
        self.page, self.installation, self.visits, self.language = page, installation, visits, language
        self.code = None

    def go(self, pattern, *values):
        self.page.goto(self.installation.reporter + self.visits.routes.link("reporter", self.language, pattern, *values))

    def at(self, pattern):
        """Waits for the address of a Dutch pattern."""
        self.page.wait_for_url(re.compile(re.escape(self.visits.routes.link("reporter", self.language, pattern)) + r"(#.*)?$"))

    def look(self, name, state=""):
        self.visits.look(self.page, f"reporter-{name}", self.language, state)

    def press(self):
        """The main button of the page."""
        self.page.locator("main form .actions button.btn").last.click()

    def begin(self):
        self.go("/nl/melden")
        self.page.locator("main form button").first.click()
        self.at("/nl/melden/wie")

    def answer_until_files(self, look=False, kind="discrimination", organisation="bzk", involved=()):
        """The questions before the files."""
        page = self.page

        def seen(name, state=""):
            if look:
                self.look(name, state)

        seen("who")
        if look:
            self.press()
            seen("who", "error")
        page.check("#wie-myself")
        self.press()
        self.at("/nl/melden/organisatie")
        if look:
            seen("organisation")
            page.fill("[name=zoek]", "zzzz")
            page.click("[name=zoeken]")
            seen("organisation", "nothing")
        page.fill("[name=zoek]", organisation)
        page.click("[name=zoeken]")
        page.check(f"#organisatie-{organisation}")
        seen("organisation", "found")
        self.press()
        self.at("/nl/melden/lezers")
        for name in involved:
            page.get_by_label(name).check()
        seen("readers")
        if look:
            page.locator("main summary").click()
            seen("readers", "recovery")
        if involved:
            # Who reads has changed with the mark, so that the page is shown again.
            self.press()
            self.at("/nl/melden/lezers")
        self.press()
        self.at("/nl/melden/soort")
        if kind == "discrimination":
            page.check("#soort-discrimination")
            page.locator("summary").click()
            page.check("#grond-race")
        else:
            page.check(f"#soort-{kind}")
        seen("kind")
        self.press()
        self.at("/nl/melden/verhaal")
        seen("story")
        page.fill("[name=verhaal]", STORY[self.language])
        self.press()
        self.at("/nl/melden/wanneer")
        page.check("#patroon-moreOften")
        seen("when")
        if look:
            for field, value in (("dag", "31"), ("maand", "2"), ("jaar", "2026")):
                page.fill(f"[name={field}]", value)
            self.press()
            seen("when", "error")
        for field, value in (("dag", "16"), ("maand", "2"), ("jaar", "2026")):
            page.fill(f"[name={field}]", value)
        self.press()
        self.at("/nl/melden/spoed")
        page.check("#spoed-nee")
        seen("urgency")
        self.press()
        self.at("/nl/melden/bestanden")

    def add_files(self, *paths):
        self.page.set_input_files("[name=bestand]", [str(path) for path in paths])
        self.page.locator("[name=toevoegen]").click()
        self.page.wait_for_load_state()

    def name_and_check(self, look=False, mode="anonymous", name="", contact=""):
        page = self.page
        self.press()
        self.at("/nl/melden/naam")
        page.check(f"#hoe-{mode}")
        if name:
            page.fill("[name=naam]", name)
            page.fill("[name=bereikbaar]", contact)
        if look:
            self.look("name")
        self.press()
        self.at("/nl/melden/controle")
        if look:
            self.look("check")

    def send(self, look=False):
        """Sends, writes the code over, and is in the mailbox."""
        page = self.page
        self.press()
        self.at("/nl/melden/code")
        self.read_code()
        if look:
            self.look("code")
            page.fill("[name=laatste]", "0000" if not self.code.endswith("0000") else "1111")
            self.press()
            self.look("code", "error")
            self.go("/nl/melden/code/kaart")
            self.look("code-card")
            self.go("/nl/melden/code")
        self.type_code_back()

    def read_code(self):
        self.code = "".join(re.findall(r"\d", "".join(self.page.locator(".code li").all_inner_texts())))
        assert len(self.code) == 24, self.code

    def type_code_back(self):
        self.page.fill("[name=laatste]", self.code[-4:])
        self.press()
        self.at("/nl/mijn-melding")

    def enter(self, code=None):
        self.go("/nl/code")
        self.page.fill("[name=code]", code or self.code)
        self.press()

    def write(self, text):
        self.page.fill("[name=bericht]", text)
        self.page.locator("form:has([name=bericht]) .actions button.btn").last.click()
        self.page.wait_for_url(re.compile("#berichten$"))

    def sign_out(self):
        self.page.locator("form[action$=uitloggen] button, form[action$=sign-out] button").first.click()
        self.page.wait_for_load_state()
