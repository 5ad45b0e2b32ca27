"""The largest file that the desk takes, and one that is larger: what they cost the server."""

import time

import material
from bad_input_proof import MB, await_kept, kept
from desk_client import Refused, ReporterClient

# The largest file that the desk takes.
LARGE = b"0123456789abcdef0123456789abcde\n" * (100 * MB // 32)
# MB by which the server may grow while that file comes in.
MEMORY = 64


def large_file(served):
    """a file of 100 MB comes in, in little memory"""
    reporter, measure = ready_for_files(served), Measure(served)
    reporter.add_draft_files([("groot.txt", LARGE)])
    assert reporter.draft_files() == ["groot.txt"], "the file is not there"
    return measure.outcome()


def too_large_file(served):
    """a file of one byte more than 100 MB is refused with the reason, in little memory, and nothing of it stays"""
    reporter, before, measure = ready_for_files(served), kept(served), Measure(served)
    try:
        reporter.add_draft_files([("groot.txt", LARGE + b"x")])
    except Refused as refused:
        assert refused.status == 422 and "100 MB" in refused.answer.text, refused
    else:
        raise AssertionError("a file that is too large was taken")
    assert reporter.draft_files() == [], "a file that is too large was kept"
    await_kept(served, before)
    return measure.outcome()


def ready_for_files(served):
    """Someone at the page for files, of a server that has not done anything else."""
    served.restart()
    reporter = ReporterClient(served.reporter, patience=180)
    reporter.begin()
    reporter.answer(material.story())
    return reporter


class Measure:
    """What a file of 100 MB costs the server, from now on."""

    def __init__(self, served):
        self.served, self.memory, self.started = served, served.memory(), time.monotonic()

    def outcome(self):
        """Time and memory. Fails where the memory grew with the file."""
        seconds, most = time.monotonic() - self.started, self.served.memory()
        assert most - self.memory < MEMORY, f"the server grew from {self.memory:.0f} to {most:.0f} MB"
        speed = len(LARGE) / MB / seconds
        return f"{seconds:.0f} s, {speed:.0f} MB/s; VmHWM {self.memory:.0f} MB before, {most:.0f} MB after"
