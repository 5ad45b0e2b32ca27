"""A flood from one network, while one person reports from another and an officer works."""

import statistics
import threading
import time

import material
from desk_client import OfficerClient, Refused, ReporterClient, Unanswered

FLOODERS = 80
SECONDS = 20
FLOOD, PERSON = "198.51.100.7", "203.0.113.5"


class Flood:
    """Someone with many connections, who begins report after report and takes no refusal for an answer."""

    def __init__(self, address):
        self.address, self.until = address, threading.Event()
        self.begun = self.refused = self.sent = 0
        self.threads = [threading.Thread(target=self._work, daemon=True) for _ in range(FLOODERS)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.until.set()
        for thread in self.threads:
            thread.join(60)

    def _work(self):
        while not self.until.is_set():
            client = ReporterClient(self.address, network=FLOOD)
            try:
                client.begin()
                self.begun += 1
                client.answer(material.story())
                client.finish_draft()
                client.send()
                self.sent += 1
            except Refused as refused:
                assert refused.status == 503, f"the flood got {refused.status}"
                self.refused += 1
            except Unanswered:
                self.refused += 1
            finally:
                client.close()


def report_through(served):
    """A whole report of one person, without one refusal. Returns the slowest request in seconds."""
    client, story = ReporterClient(served.reporter, network=PERSON), material.story()
    client.begin()
    client.answer(story)
    client.add_draft_files([material.text_file()])
    client.finish_draft()
    client.send()
    client.read_code()
    client.type_code_back()
    assert client.story() == story
    client.close()
    return max(client.times)


def flood(served):
    """a flood of new reports from one network: a person from another gets through, and officers go on working"""
    served.stop()
    served.start("--trusted-proxies", "127.0.0.1", "--beginnings-per-minute", "120")
    desk = OfficerClient(served.officer)
    desk.sign_in(served.vera)
    address, slowest, people = desk.cases()[0], [], 0
    desk.times.clear()
    with Flood(served.reporter) as flood:
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            slowest.append(report_through(served))
            people += 1
            desk.get("/nl/werklijst")
            desk.open(address)
            desk.write(address, material.message())
    assert flood.begun > 120 and flood.refused > 0, f"no flood: {flood.begun} begun, {flood.refused} refused"
    served.restart()
    return (
        f"{flood.begun} begun by the flood, {flood.refused} refused; {people} people came through, slowest request "
        f"{max(slowest):.1f} s; an officer's request p50 {statistics.median(desk.times) * 1000:.0f} ms, "
        f"slowest {max(desk.times) * 1000:.0f} ms"
    )
