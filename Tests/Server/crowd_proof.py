"""Many people report at the same time, and each finds everything again; so does the officer."""

import concurrent.futures
import io
import statistics
import threading
import time

from PIL import Image

import material
import samples
from desk_client import OfficerClient, ReporterClient, case_story, digest, messages_of

PEOPLE = 16
ROUNDS = 2


def together(work, *arguments):
    """Runs the work of everyone at the same time and returns what each made. The first error is raised."""
    start = threading.Barrier(PEOPLE)

    def one(*values):
        start.wait()
        return work(*values)

    with concurrent.futures.ThreadPoolExecutor(PEOPLE) as threads:
        return [done.result() for done in [threads.submit(one, *values) for values in zip(*arguments, strict=True)]]


class Sent:
    """A report as its person sent it."""

    def __init__(self):
        self.story, self.messages = material.story(), [material.message()]
        self.files = [material.text_file(), material.photo_file()]
        self.seconds, self.times, self.code = 0.0, [], ""

    def send(self, address):
        before = time.monotonic()
        reporter = ReporterClient(address)
        reporter.begin()
        reporter.answer(self.story)
        reporter.add_draft_files(self.files)
        reporter.finish_draft()
        reporter.send()
        self.code = reporter.read_code()
        reporter.type_code_back()
        reporter.write(self.messages[0])
        self.seconds, self.times = time.monotonic() - before, reporter.times
        reporter.close()
        return self

    def find_again(self, address):
        """Comes back with the code, in a browser that knows nothing."""
        reporter = ReporterClient(address)
        reporter.enter(self.code)
        page = reporter.get("/nl/mijn-melding")
        assert reporter.messages(page) == self.messages, "the messages in the mailbox are others"
        assert reporter.story() == self.story, "the story in the mailbox is another"
        found = {name: digest(reporter.download(link)) for name, link in reporter.file_links(page).items()}
        assert found == {name: digest(content) for name, content in self.files}, "the files in the mailbox are others"
        reporter.close()


def see_as_officer(sent, served):
    """The officer opens every case, finds the story, the message and both copies, and answers the last."""
    desk = OfficerClient(served.officer)
    desk.sign_in(served.vera)
    known, addresses = {report.story: report for report in sent}, desk.cases()
    assert len(addresses) == len(set(addresses)) == len(sent), f"{len(addresses)} cases on the worklist, {len(sent)} sent"
    for address in addresses:
        page = desk.open(address)
        report = known.pop(case_story(page))
        assert messages_of(page) == report.messages, "the officer sees another message"
        copies = [desk.download(link) for link, _ in page.links(f"{address}/bestanden/")]
        (_, text), (_, photo) = report.files
        assert len(copies) == 2 and text in copies, "the officer's copy of the text is another"
        copy = next(copy for copy in copies if copy != text)
        assert samples.CAMERA in photo and samples.CAMERA not in copy, "the officer's copy of the photo tells the camera"
        assert pixels(copy) == pixels(photo), "the officer's copy of the photo shows something else"
    assert not known, f"{len(known)} reports have no case"
    report.messages.append(material.message())
    desk.write(address, report.messages[-1])
    report.find_again(served.reporter)


def pixels(image):
    return Image.open(io.BytesIO(image)).tobytes()


def crowd(served):
    """16 people report at once, with two files and a message each: no error, and all can be read again"""
    sent, seconds = [], 0.0
    for _ in range(ROUNDS):
        reports, before = [Sent() for _ in range(PEOPLE)], time.monotonic()
        sent += together(Sent.send, reports, [served.reporter] * PEOPLE)
        seconds += time.monotonic() - before
        together(Sent.find_again, reports, [served.reporter] * PEOPLE)
    see_as_officer(sent, served)
    served.verify_audit()
    requests = [instant for report in sent for instant in report.times]
    whole = [report.seconds for report in sent]
    return (
        f"{len(sent)} reports, {len(sent) / seconds:.1f} reports/s, {len(requests) / seconds:.0f} requests/s; "
        f"a request {spread(requests)}; a whole report {spread(whole)}"
    )


def spread(seconds):
    """The median and the 95th percentile in milliseconds."""
    part = statistics.quantiles(seconds, n=20, method="inclusive")
    return f"p50 {part[9] * 1000:.0f} ms, p95 {part[18] * 1000:.0f} ms"
