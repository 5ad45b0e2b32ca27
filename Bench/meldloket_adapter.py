"""This product for the load driver: `meldloket_adapter.py:Meldloket`. The officer's device is `--option secret=BASE32`."""

import base64
import pathlib
import sys

TESTS = pathlib.Path(__file__).resolve().parents[1] / "Tests"
sys.path += [str(TESTS / "Server"), str(TESTS / "Browser")]

import desk_client  # noqa: E402
from desk_load.adapter import Adapter  # noqa: E402
from officers import Device, Person  # noqa: E402


class OnVisit:
    """The requests of a client of this desk, made on a visit of the driver: every page is a step."""

    def __init__(self, visit):
        super().__init__(None)
        self.visit = visit

    def request(self, method, path, body=None, kind=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        if kind:
            headers["Content-Type"] = kind
        step = f"{method} {'/'.join(path.split('?')[0].split('/')[2:4])}"
        response, content = self.visit.call(step, method, path, body, headers, expect=())
        answer = desk_client.Answer(response.status, response.headers, content)
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer


class Reporter(OnVisit, desk_client.ReporterClient):
    pass


class Officer(OnVisit, desk_client.OfficerClient):
    pass


class Meldloket(Adapter):
    def submit(self, visit, report, attachment=None):
        reporter = Reporter(visit)
        reporter.begin()
        reporter.answer("\n".join([report["summary"], report["description"], report["evidence"], report["wanted"]]))
        if attachment:
            # Bytes of no kind are refused; the same number of them as text is not.
            text = base64.b64encode(attachment)[: len(attachment)]
            reporter.add_draft_files([("evidence.txt", text)])
        reporter.finish_draft()
        reporter.send()
        code = reporter.read_code()
        reporter.type_code_back()
        return code

    def check(self, visit, receipt):
        reporter = Reporter(visit)
        reporter.enter(receipt)
        return reporter.story()

    def files(self, visit, receipt):
        reporter = Reporter(visit)
        reporter.enter(receipt)
        found = []
        for link in reporter.file_links().values():
            answer = reporter.get(link)
            found.append((int(answer.headers["Content-Length"]), len(answer.body)))
        return found

    def login(self, visit, user, password):
        person = Person(user, user)
        person.passphrase = password
        self.device = person.device = getattr(self, "device", None) or Device(self.options["secret"])
        officer = Officer(visit)
        officer.sign_in(person)
        return officer

    def list(self, visit, session):
        page = session.get("/nl/werklijst")
        return [address for address, _ in page.links("/nl/zaken/")], len(page.body)

    def open_report(self, visit, session, identity):
        before = visit.bytes_in
        text = session.open(identity).text
        return text, visit.bytes_in - before
