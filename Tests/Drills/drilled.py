"""An installation that goes through a drill, with what it acknowledged before, meanwhile and after."""

import pathlib
import tempfile
import time

from desk_client import OfficerClient, Refused, ReporterClient, Unanswered
from load import KnownReport
import material
from serving import ServedInstallation

AWAY = "We kunnen nu niet bij de gegevens."
STILL_HERE = "Wat je op deze pagina had ingevuld, is er nog."


class Drilled(ServedInstallation):
    """Its log lies apart, so that a full disk of the database does not keep it from being read."""

    def __init__(self, engine, cluster, place=None):
        super().__init__(engine, cluster)
        self.log = pathlib.Path(tempfile.mkdtemp(prefix="meldloket-log-")) / "server.log"
        self.known = []
        if place:
            self.database = str(place / "meldloket.sqlite")

    def report(self, patience=30):
        """Someone reports with a file and a message; from the code on all of it is acknowledged."""
        client, report = ReporterClient(self.reporter, patience=patience), KnownReport()
        client.begin()
        client.answer(report.story)
        client.finish_draft()
        client.send()
        report.code = client.read_code()
        self.known.append(report)
        client.type_code_back()
        for text in (material.message(), material.message()):
            client.write(text)
            report.messages.append(text)
        return client

    def officer_at_work(self):
        desk = OfficerClient(self.officer)
        desk.sign_in(self.vera)
        return desk

    def check(self):
        """All that was acknowledged is there, whole, and the chain of the audit holds."""
        for report in self.known:
            report.check_by_code(self.reporter)
        self.verify_audit()

    def settles(self, act, seconds=60):
        """Does something again until it succeeds, as a person would. Returns after how many seconds."""
        began = time.monotonic()
        while True:
            try:
                act()
                return time.monotonic() - began
            except (Refused, Unanswered):
                assert time.monotonic() - began < seconds, f"it did not resume within {seconds} s"
                time.sleep(0.5)

    def has_failed(self):
        """What the log says of failures, by kind."""
        text = self.log.read_text()
        return sorted({word.split("=")[1].rstrip("]") for word in text.split() if word.startswith(("kind=", "[kind="))})


def refused(answer):
    """Fails where an answer is not the page that says to wait, with the right status."""
    assert answer.status == 503, f"{answer.status} {answer.location}"
    assert answer.headers["Retry-After"], "no Retry-After"
    assert AWAY in answer.text or "Even wachten" in answer.text, "the page does not say what to do"
    return answer
