"""What an officer does in the browser."""

import re


class OfficerDesk:
    def __init__(self, page, installation, visits, language):
        self.page, self.installation, self.visits, self.language = page, installation, visits, language

    def link(self, pattern, *values):
        return self.installation.officer + self.visits.routes.link("officer", self.language, pattern, *values)

    def go(self, pattern, *values):
        self.page.goto(self.link(pattern, *values))

    def at(self, pattern, *values):
        expected = re.escape(self.visits.routes.link("officer", self.language, pattern, *values))
        self.page.wait_for_url(re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", expected) + r"(#.*)?$"))

    def look(self, name, state=""):
        self.visits.look(self.page, f"officer-{name}", self.language, state)

    def press(self):
        self.page.locator("main form .actions button.btn").last.click()

    def unfolded(self, selector):
        """A form of the page, with what it is folded in open."""
        form = self.page.locator(selector).first
        if not form.locator(".actions button").first.is_visible():
            self.page.locator("details", has=form).locator("summary").first.click()
        return form

    def send(self, form):
        form.locator(".actions button").click()
        self.page.wait_for_load_state()

    def with_reason(self, form, field, reason, look=None):
        """A form that wants a reason: without one it is refused, and told so; with one it is done."""
        for text, status in (("", 422), (reason, 200)):
            filled = self.unfolded(form)
            filled.locator(f"[name={field}]").fill(text)
            self.send(filled)
            assert self.page.documents[-1][3].status == status
            if status == 422 and look:
                self.look(*look)

    def upload(self, file):
        """Chooses a file in the form of the page, and sends it."""
        self.page.set_input_files("[name=bestand]", file)
        self.press()
        self.page.wait_for_load_state()

    def add_entry(self, kind, **fields):
        """Puts something into the register of commitments; the page of the entry follows."""
        self.go("/nl/nieuwe-toezegging")
        self.page.check(f"#soort-{kind}")
        for field, text in fields.items():
            self.page.fill(f"[name={field}]", text)
        self.press()
        self.at("/nl/toezeggingen/{id}")

    def sign_in(self, person):
        self.go("/nl/aanmelden")
        person.fill_in(self.page)
        self.at("/nl/werklijst")

    def open_first_case(self, look=False):
        """Opens the case on top of the worklist and returns its identifier."""
        self.page.locator("main table a").first.click()
        self.at("/nl/zaken/{id}")
        case = self.page.url.rsplit("/", 1)[1]
        self.state_purpose(look)
        return case

    def state_purpose(self, look=False):
        """Says for what the case is opened, where that is asked."""
        if not self.page.locator("form[action$=opening]").count():
            return
        if look:
            self.press()
            self.look("purpose", "error")
        self.page.check("#doel-handling")
        if look:
            self.look("purpose")
        self.press()
        self.page.wait_for_load_state()

    def write(self, text):
        self.page.fill("[name=bericht]", text)
        self.page.locator("form:has([name=bericht]) .actions button.btn").last.click()
        self.page.wait_for_url(re.compile("#berichten$"))

    def sign_out(self):
        self.page.locator("form[action$=afmelden] button, form[action$=sign-out] button").first.click()
        self.at("/nl/aanmelden")
