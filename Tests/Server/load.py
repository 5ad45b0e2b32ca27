"""People who keep reporting, writing and adding files, and note what the desk acknowledged."""

import concurrent.futures
import random
import threading

import material
from desk_client import Refused, ReporterClient, Unanswered, digest

PEOPLE = 8
MAILBOX = "/nl/mijn-melding"


class KnownReport:
    """What the desk acknowledged of a report."""

    def __init__(self):
        self.story, self.code = material.story(), ""
        self.messages, self.files = [], {}

    def check(self, reporter):
        """Fails where the mailbox that a reporter is in holds anything else."""
        page = reporter.get(MAILBOX)
        assert reporter.messages(page) == self.messages, f"{len(reporter.messages(page))} messages of {len(self.messages)}"
        assert reporter.story() == self.story, "the story is another"
        links = reporter.file_links(page)
        assert links.keys() == self.files.keys(), f"{len(links)} files of {len(self.files)}"
        for name, link in links.items():
            assert digest(reporter.download(link)) == self.files[name], f"{name} has other bytes"

    def check_by_code(self, address):
        reporter = ReporterClient(address)
        reporter.enter(self.code)
        self.check(reporter)
        reporter.close()


class Busy:
    """Someone who is never done. What they did not get an answer to is pending: it may be there, whole, or not be there."""

    def __init__(self):
        self.client = self.report = self.pending = None
        self.known, self.unsent = [], False
        self.found, self.absent = 0, 0

    def work(self, address, until):
        """Works until told to stop, or until there is no answer."""
        while not until.is_set():
            if not self.report or len(self.report.messages) >= 3:
                self.client, self.report, self.unsent = ReporterClient(address), KnownReport(), True
                self._report()
            elif random.random() < 0.6:
                self._act("message", material.message())
            else:
                self._act("file", a_file())

    def _report(self):
        self.client.begin()
        self.client.answer(self.report.story)
        for _ in range(random.randint(1, 2)):
            self._act("draft file", a_file())
        self.client.finish_draft()
        self._send()

    def _send(self):
        self.pending = ("report", None)
        self.client.send()
        self._take_code()

    def _take_code(self):
        self.report.code = self.client.read_code()
        self.pending, self.unsent = None, False
        self.known.append(self.report)
        self.client.type_code_back()

    def _act(self, kind, what):
        """Posts something, which is acknowledged by the answer."""
        self.pending = (kind, what)
        if kind == "message":
            self.client.write(what)
        elif kind == "file":
            self.client.add_file(*what)
        else:
            self.client.add_draft_files([what])
        self._keep()

    def _keep(self):
        (kind, what), self.pending = self.pending, None
        if kind == "message":
            self.report.messages.append(what)
        else:
            self.report.files[what[0]] = digest(what[1])

    def settle(self, address):
        """Comes back, finds all that was acknowledged, and brings to its end what was pending."""
        if not self.client:
            return
        self.client.move(address)
        if self.unsent:
            self._settle_draft()
        else:
            self._confirm_code()
            self._settle_mailbox()
            self.report.check(self.client)

    def _settle_draft(self):
        if not self.client.token:
            self.client = self.report = None
            return
        if self.client.request("GET", "/nl/melden/code").status == 200:
            assert self.pending and self.pending[0] == "report", "the desk took in what was not sent"
            self.found += 1
            self._take_code()
            return
        self.absent += self.pending is not None and self.pending[0] == "report"
        listed = self.client.draft_files()
        if self.pending and self.pending[0] == "draft file":
            self._settle_pending(self.pending[1][0] in listed)
        assert sorted(listed) == sorted(self.report.files), f"the draft has {listed}, acknowledged were {list(self.report.files)}"
        check = self.client.request("GET", "/nl/melden/controle")
        if check.status == 303:
            self.client.answer(self.report.story, start=check.location.removeprefix("/nl/melden/"), until="controle")
        self._send()
        self.report.check(self.client)

    def _confirm_code(self):
        """The code stays on the screen until it is typed back."""
        if self.client.request("GET", "/nl/melden/code").status == 200:
            assert self.client.read_code() == self.report.code, "the page shows another code"
            self.client.type_code_back()
        self.client.token = self.client.get(MAILBOX).token

    def _settle_mailbox(self):
        if not self.pending:
            return
        page, (kind, what) = self.client.get(MAILBOX), self.pending
        if kind == "message":
            self._settle_pending(what in self.client.messages(page))
        else:
            self._settle_pending(what[0] in self.client.file_links(page))

    def _settle_pending(self, is_there):
        self.found += is_there
        self.absent += not is_there
        if is_there:
            self._keep()
        self.pending = None


def a_file():
    """Mostly texts and photos; now and then a document."""
    return random.choices([material.text_file, material.photo_file, material.document_file], [5, 4, 1])[0]()


class Load:
    """Busy people in threads of their own."""

    def __init__(self):
        self.people = [Busy() for _ in range(PEOPLE)]
        self.refused, self.unanswered = [], []

    @property
    def known(self):
        return [report for person in self.people for report in person.known]

    def begin(self, address):
        self.until = threading.Event()
        self.threads = [threading.Thread(target=self._work, args=(person, address)) for person in self.people]
        for thread in self.threads:
            thread.start()

    def _work(self, person, address):
        try:
            person.work(address, self.until)
        except Unanswered as unanswered:
            self.unanswered.append(unanswered)
        except Refused as refused:
            self.refused.append(refused)

    def end(self):
        self.until.set()
        for thread in self.threads:
            thread.join()

    def end_by_itself(self):
        """Waits until everyone met a refusal, or got no answer."""
        for thread in self.threads:
            thread.join(timeout=60)
        assert not any(thread.is_alive() for thread in self.threads), "someone works on without a database, or waits for ever"

    def settle(self, address):
        self.unanswered.clear()
        self.all(lambda person: person.settle(address), self.people)

    def all(self, work, things):
        """Does the work for each thing, in parallel. The first failure is raised."""
        with concurrent.futures.ThreadPoolExecutor(PEOPLE) as threads:
            return list(threads.map(work, things))

    def check_by_code(self, reports, address):
        """Each report is whole for whoever comes back with its code."""
        self.all(lambda report: report.check_by_code(address), reports)

    def outcome(self, interruptions):
        """Figures. Fails where the load was too light to prove anything."""
        messages, files = sum(len(report.messages) for report in self.known), sum(len(report.files) for report in self.known)
        found, absent = sum(person.found for person in self.people), sum(person.absent for person in self.people)
        assert messages and files and found + absent >= interruptions, "too little was done, or cut off, to prove anything"
        return (
            f"{len(self.known)} reports, {messages} messages and {files} files acknowledged, all whole; "
            f"of {found + absent} without an answer {found} were there, whole, and {absent} were not"
        )
