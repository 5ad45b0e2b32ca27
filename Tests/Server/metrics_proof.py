"""What operators watch tells nothing of who reports."""

import re
import socket
import time
import urllib.request

import material
from desk_client import ReporterClient

LINE = re.compile(r'(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{[a-z]+="[^"]*"\})? -?\d+(?:\.\d+)?(?:e-?\d+)?)')
OF_THE_PROCESS = {"process_cpu_seconds_total", "process_resident_memory_bytes"}
LAST_JOB = 'meldloket_job_last_success_seconds{job="lease"}'


def metrics(served):
    """metrics in the format of Prometheus, the same before and after a report but for processor and memory"""
    served.stop()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served.start("--metrics", f"127.0.0.1:{port}")
    before = when_the_jobs_rest(port)
    client = ReporterClient(served.reporter)
    client.begin()
    client.answer(material.story())
    client.finish_draft()
    client.send()
    client.read_code()
    client.type_code_back()
    client.close()
    after = read(port)
    changed = {name.split("{")[0] for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert changed <= OF_THE_PROCESS, f"a report shows in {sorted(changed - OF_THE_PROCESS)}"
    assert before["meldloket_ready"] == "1"
    served.restart()
    return f"{len(after)} samples"


def when_the_jobs_rest(port):
    """Every sample, once the jobs of the start are done: the next ones come a minute later, report or not."""
    until = time.monotonic() + 60
    while LAST_JOB not in (samples := read(port)):
        assert time.monotonic() < until, "the jobs of the start have not ended"
        time.sleep(0.1)
    return samples


def read(port):
    """Every sample with its value."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        lines = answer.read().decode().splitlines()
    for line in lines:
        assert LINE.fullmatch(line), f"not a line of the format: {line}"
    return dict(line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
