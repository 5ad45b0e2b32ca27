"""Clients that send a byte now and then, and what they keep from others."""

import contextlib
import select
import time

from desk_client import ReporterClient
from raw_door import FORM, RawDoor

SLOW = 200
LIMIT = 75


def slow(served):
    """200 clients that send next to nothing are let go, and keep nobody waiting meanwhile"""
    reporter = ReporterClient(served.reporter)
    reporter.begin()
    door = RawDoor(reporter)
    halves = [
        door.head("/nl/melden/verhaal", f"Content-Type: {FORM}", "Content-Length: 400000"),
        b"GET /nl HTTP/1.1\r\nHost: desk\r\nX-Slow: ",
    ]
    connections = [door.connect(LIMIT) for _ in range(SLOW)]
    for number, connection in enumerate(connections):
        connection.sendall(halves[number % 2])
    began, times, open_ones = time.monotonic(), [], list(connections)
    while open_ones and time.monotonic() - began < LIMIT:
        for connection in list(open_ones):
            with contextlib.suppress(OSError):
                connection.send(b"a")
        before = time.monotonic()
        reporter.get("/nl/melden/verhaal")
        times.append(time.monotonic() - before)
        readable, _, _ = select.select(open_ones, [], [], 1)
        open_ones = [connection for connection in open_ones if connection not in readable or not closed(connection)]
        time.sleep(1)
    assert not open_ones, f"{len(open_ones)} slow clients are still there after {LIMIT} s"
    for connection in connections:
        connection.close()
    return f"all gone after {time.monotonic() - began:.0f} s; a page meanwhile in {max(times) * 1000:.0f} ms at most"


def closed(connection):
    """Whether the other side ended the connection; what it said before that does not count."""
    try:
        return connection.recv(65536) == b""
    except OSError:
        return True
