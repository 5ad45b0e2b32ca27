"""The program calls nobody: whatever someone sends, it opens no connection to an address that they named."""

import re
import subprocess
import time

import material
import samples
from desk_client import OfficerClient, ReporterClient

CONNECT = re.compile(r"connect\(\d+(?:<[^>]*>)?, (\{.*?\}),")


def outbound(served):
    """a report with addresses in it, a document that refers to others, and an officer who reads it: no connection is opened"""
    file = served.folder / "connect.txt"
    words = ["strace", "-f", "-e", "trace=connect", "-o", str(file), "-p", str(served.process.pid)]
    tracing = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    while " attached" not in (line := tracing.stderr.readline()):
        assert line, "strace did not attach"
    try:
        reporter = ReporterClient(served.reporter)
        reporter.begin()
        reporter.answer("Zie http://127.0.0.1:9/a en https://evil.example/ <img src=//evil.example/x>\n" + material.story())
        reporter.add_draft_files([("verslag.pdf", samples.document(served.folder).read_bytes()), material.photo_file()])
        reporter.finish_draft()
        reporter.send()
        reporter.read_code()
        reporter.type_code_back()
        desk = OfficerClient(served.officer)
        desk.sign_in(served.vera)
        desk.open(desk.cases()[0])
        time.sleep(0.5)
    finally:
        tracing.terminate()
        tracing.wait(timeout=20)
        tracing.stderr.close()
    # glibc asks for names of users at a socket on this machine.
    called = [found.group(1) for found in map(CONNECT.search, file.read_text().splitlines()) if found and "AF_UNIX" not in found.group(1)]
    file.unlink()
    (served.folder / "verslag.pdf").unlink(missing_ok=True)
    port = served.cluster.address.rsplit(":", 1)[1].split("/")[0]
    allowed = [place for place in called if served.engine == "postgres" and f"sin_port=htons({port})" in place]
    assert len(allowed) == len(called), f"connections to {sorted(set(called) - set(allowed))}"
    return f"{len(called)} connections, all to the database" if called else "none"
