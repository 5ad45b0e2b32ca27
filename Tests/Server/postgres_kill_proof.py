"""PostgreSQL is killed under load: the server says so, goes on by itself, and what it acknowledged is whole."""

import collections
import random
import statistics
import time

from crowd_proof import Sent
from desk_client import Door, Refused, Unanswered
from kill_proof import check_nothing_half
from load import Load

KILLS = 5


def kill_postgres(served):
    """kill -9 of PostgreSQL under load, 5 times: a clear page meanwhile, the server goes on by itself, nothing is lost"""
    before, process = served.count("case_file"), served.process.pid
    visitor, load, waits = Sent().send(served.reporter), Load(), []
    for _ in range(KILLS):
        seen = len(load.known)
        load.begin(served.reporter)
        time.sleep(random.uniform(0.3, 0.8))
        served.cluster.kill()
        load.end_by_itself()
        check_meanwhile(served, load, visitor.code)
        served.cluster.restart()
        waits.append(seconds_until_ready(served))
        load.settle(served.reporter)
        load.check_by_code(load.known[seen:], served.reporter)
    assert served.process.poll() is None and served.process.pid == process, "the server did not live on"
    load.check_by_code(load.known, served.reporter)
    check_nothing_half(served, before + 1, load)
    ready, most = statistics.median(waits) * 1000, max(waits) * 1000
    return f"{load.outcome(KILLS)}; ready {ready:.0f} ms after PostgreSQL (most {most:.0f} ms)"


def check_meanwhile(served, load, code):
    """Everyone got an answer that says to try again; so does a new visitor; pages that need no rows are there."""
    assert not load.unanswered, f"no answer: {load.unanswered[0]}"
    statuses = collections.Counter(refused.status for refused in load.refused)
    door = Door(served.reporter)
    door.get("/nl")
    door.get("/livez")
    for method, path in (("GET", "/readyz"), ("POST", "/nl/melden/begin"), ("POST", "/nl/code")):
        body = f"code={code}".encode() if path == "/nl/code" else b""
        answer = door.request(method, path, body, "application/x-www-form-urlencoded")
        statuses[answer.status] += 1
        if answer.status == 503 and path != "/readyz":
            assert "<h1" in answer.text and answer.headers["Retry-After"], "there is no page that says when to try again"
    door.close()
    assert set(statuses) == {503}, f"without its database the server answered {dict(statuses)}"
    load.refused.clear()


def seconds_until_ready(served):
    """How long after PostgreSQL takes connections again the server does its work."""
    before, door = time.monotonic(), Door(served.reporter)
    while time.monotonic() - before < 30:
        try:
            door.get("/readyz")
            return time.monotonic() - before
        except (Refused, Unanswered):
            time.sleep(0.02)
    raise AssertionError("the server does not come back by itself")
