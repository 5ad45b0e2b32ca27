"""The officers of the tests: made by the command line, enrolled in the browser, confirmed as the rules say."""

from officer import OfficerDesk
from officers import Person, invitation


class Staff:
    def __init__(self, installation, new_page):
        self.installation, self.new_page, self.people = installation, new_page, {}
        self.administrators = [Person("anna", "Anna Bos"), Person("bram", "Bram Kok")]

    def __getitem__(self, user_name):
        return self.people[user_name]

    def make_administrators(self):
        words = ["admin", "create"]
        for person in self.administrators:
            words += ["--user-name", person.user_name, "--name", person.name]
        codes = invitation(self.installation.command(*words))
        for person, code in zip(self.administrators, codes, strict=True):
            self.people[person.user_name] = person
            self._enrol(person, code)

    def add(self, user_name, name, role, organisation):
        """Adds, appoints and enrols someone; the appointment then waits for its confirmation."""
        person = Person(user_name, name, role, organisation)
        self._enrol(person, self.invite(person))
        return person

    def invite(self, person):
        printed = self.installation.command("officer", "add", "--user-name", person.user_name, "--name", person.name)
        self.installation.command(
            "officer", "appoint", "--user-name", person.user_name, "--organisation", person.organisation, "--role", person.role
        )
        self.people[person.user_name] = person
        return invitation(printed)[0]

    def _enrol(self, person, code):
        page = self.new_page()
        person.enrol(page, self.installation.officer + "/en", code)
        page.context.close()

    def confirm_first(self, person):
        lines = []
        for administrator in self.administrators:
            lines += [administrator.user_name, administrator.passphrase, administrator.device.digits()]
        self.installation.command(
            "keyholder", "confirm-first", "--user-name", person.user_name, "--organisation", person.organisation, lines=lines
        )

    def confirm(self, by, visits, language="en"):
        """Confirms in the browser whoever waits at the organisation of `by`."""
        page = self.new_page()
        desk = OfficerDesk(page, self.installation, visits, language)
        desk.sign_in(by)
        desk.go("/nl/sleutelhouders")
        while page.locator("main form button").count():
            page.locator("main form button").first.click()
            page.wait_for_load_state()
        page.context.close()

    def complete(self, visits):
        """Two readers at two ministries and a third at one, and two recovery officers."""
        self.make_administrators()
        for organisation, people in {
            "bzk": [
                ("vera", "Vera Mulder", "integrityCoordinator"),
                ("omar", "Omar Haddad", "integrityCoordinator"),
                ("lotte", "Lotte de Wit", "reportHandler"),
            ],
            "jenv": [("joris", "Joris Bakker", "integrityCoordinator"), ("amina", "Amina Yilmaz", "integrityCoordinator")],
            "rijk": [("ruth", "Ruth Visser", "recoveryOfficer"), ("sem", "Sem de Boer", "recoveryOfficer")],
        }.items():
            added = [self.add(user_name, name, role, organisation) for user_name, name, role in people]
            self.confirm_first(added[0])
            self.confirm(added[0], visits)
        return self

    def move_to(self, installation):
        self.installation = installation
