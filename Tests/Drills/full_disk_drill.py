"""A disk that is full: of the database, of PostgreSQL, and of the folder for temporary files."""

import html
import json
import os
import pathlib
import re
import tempfile
import urllib.parse

import material
import samples
from desk_client import Refused, ReporterClient
from disks import SmallDisk
from drilled import STILL_HERE, Drilled, refused
from serving import Cluster

BLOCK = 4096
NO_ROOM = "Er is nu geen plaats voor bestanden."


def full_disk_of_sqlite(cluster):
    """The disk of the embedded database is full: files are refused first, then all; work resumes by itself"""
    with SmallDisk(96) as disk:
        served = Drilled("sqlite", cluster, disk.path)
        try:
            served.start("--disk-reserve", "24").staff()
            served.report()
            files = fill_with_files(served)
            assert 20 < disk.free, f"files took the reserve: {disk.free:.0f} MB are free"
            served.report()
            desk, half = served.officer_at_work(), half_report(served)
            with disk.full() as fill:
                taken = report_until_refused(served, fill)
                story, page = sent_in_vain(half)
                begin_in_vain(served, fill)
                status = desk.request("GET", "/nl/werklijst").status
                assert status in (200, 503), f"the worklist answers {status}"
            send_again(half, page)
            assert story in half.get("/nl/melden/verhaal").text, "the story that was sent again is not there"
            seconds = served.settles(served.report)
            desk.open(desk.cases()[0])
            served.check()
            return f"{files} files until there was no room for more; {taken} reports on what the log had; resumed after {seconds:.1f} s; {len(served.known)} reports whole"
        finally:
            served.remove()


def full_disk_of_postgres(_cluster):
    """The disk of PostgreSQL is full, and the service manager starts it again: work resumes by itself"""
    with SmallDisk(400) as disk:
        tempfile.tempdir = str(disk.path)
        os.environ["TMPDIR"] = str(disk.path)
        try:
            own = Cluster()
        finally:
            tempfile.tempdir = None
            del os.environ["TMPDIR"]
        served = Drilled("postgres", own)
        try:
            served.start().staff()
            served.report()
            half = half_report(served)
            with disk.full() as fill:
                taken = report_until_refused(served, fill)
                _, page = sent_in_vain(half)
            has_ended = not own.is_running
            if has_ended:
                own.restart()
            send_again(half, page)
            seconds = served.settles(served.report)
            served.check()
            ended = "ended and was started again" if has_ended else "went on"
            return f"{taken} reports on what the log had; PostgreSQL {ended}; resumed after {seconds:.1f} s; {len(served.known)} reports whole"
        finally:
            served.remove()
            own.stop()


def full_temporary_folder(cluster):
    """The folder for temporary files is full: reports and documents come in as always"""
    with SmallDisk(4) as disk:
        served = Drilled("sqlite", cluster)
        served.temporary = disk.path
        try:
            served.start().staff()
            with disk.full(), tempfile.TemporaryDirectory() as folder:
                client = served.report()
                document = samples.document(pathlib.Path(folder))
                client.add_file("verslag.pdf", document.read_bytes())
                assert "verslag.pdf" in client.file_links()
            served.known[-1].files = {}
            return "a report with a document"
        finally:
            served.remove()


def log_on_the_full_disk(cluster):
    """The log, as lines of JSON, is on the full disk too: the desk goes on and loses lines of its log alone"""
    with SmallDisk(64) as disk:
        served = Drilled("sqlite", cluster, disk.path)
        served.log.parent.rmdir()
        served.log = disk.path / "server.log"
        try:
            served.start("--log-format", "json", "--disk-reserve", "8").staff()
            served.report()
            desk = served.officer_at_work()
            case = desk.cases()[0]
            message = {"formulier": desk.open(case).token, "bericht": "lang " * 1500}
            with disk.full() as fill:
                report_until_refused(served, fill)
                size, refusals = served.log.stat().st_size, 0
                for _ in range(60):
                    try:
                        desk.post(f"{case}/berichten", message, to=f"{case}#berichten")
                    except Refused:
                        refusals += 1
                full = served.log.stat().st_size
                assert refusals > 40, f"{60 - refusals} messages were written on a full disk"
                # What is left of the block that the log began holds some of the lines, and not all.
                assert 0 < full - size <= BLOCK, f"the log grew by {full - size} bytes on a full disk"
            seconds = served.settles(served.report)
            served.check()
            lines = [line for line in served.log.read_bytes().split(b"\n")[:-1] if line.startswith(b"{")]
            kinds = {json.loads(line)["kind"] for line in lines}
            assert kinds == {"database.storage"}, f"the log tells of {sorted(kinds)}"
            return f"{refusals} failures, of which the log had room for {len(lines)}; resumed after {seconds:.1f} s; {len(served.known)} reports whole"
        finally:
            served.remove()


def fill_with_files(served):
    """One person adds files until there is no room; the page says so. Returns how many were taken."""
    client, content = ReporterClient(served.reporter), b"regel na regel\n" * 300_000
    client.begin()
    for number in range(200):
        if number % 9 == 0:
            client = ReporterClient(served.reporter)
            client.begin()
        try:
            client.add_draft_files([(f"groot {number}.txt", content)])
        except Refused as refusal:
            assert refusal.status == 422 and NO_ROOM in refusal.answer.text, str(refusal)
            return number
    raise AssertionError("200 files of 4.5 MB found room on a disk of 96 MB")


def report_until_refused(served, fill):
    """On a full disk the log of the database still has the room that it took before. Returns how many reports that held."""
    for number in range(2000):
        fill()
        if is_refused(served):
            return number
    raise AssertionError("the database goes on writing on a full disk")


def half_report(served):
    client = ReporterClient(served.reporter)
    client.begin()
    client.answer("", until="verhaal")
    return client


def sent_in_vain(client):
    """Sends a story that cannot be kept. The page that comes back still has it."""
    story = f"{material.story().split(chr(10))[0]} {'lang ' * 9000}".strip()
    body = urllib.parse.urlencode({"formulier": client.token, "verhaal": story}).encode()
    for _ in range(2000):
        page = client.request("POST", "/nl/melden/verhaal", body, "application/x-www-form-urlencoded")
        if page.status != 303:
            break
    refused(page)
    assert STILL_HERE in page.text and story in page.text, "what was typed is not in the page"
    return story, page


def send_again(client, page):
    """Presses the button of the page, until it is taken."""
    fields = [(html.unescape(n), html.unescape(v)) for n, v in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', page.text)]
    for _ in range(60):
        body = urllib.parse.urlencode(fields).encode()
        if client.request("POST", "/nl/melden/verhaal", body, "application/x-www-form-urlencoded").status == 303:
            return
    raise AssertionError("what was sent again was not taken")


def begin_in_vain(served, fill):
    """Begins reports until one is refused: what the log of the database has left may hold a few."""
    for _ in range(200):
        fill()
        answer = ReporterClient(served.reporter).request("POST", "/nl/melden/begin", b"", "application/x-www-form-urlencoded")
        if answer.status != 303:
            refused(answer)
            return
    raise AssertionError("reports are begun on a full disk")


def is_refused(served):
    """Whether a report is refused, with the page that says so."""
    try:
        served.report()
        return False
    except Refused as refusal:
        refused(refusal.answer)
        return True
