"""The server is killed under load: what it acknowledged is whole, and nothing is there half."""

import os
import random
import signal
import time

from load import Load
from serving import await_end, children

KILLS = 20
ORPHANS = """item NOT IN (SELECT item FROM case_attachment) AND item NOT IN (SELECT item FROM pending_upload)"""


def kill(served):
    """kill -9 of the server under load, 20 times: nothing acknowledged is lost, nothing is half there"""
    before = served.count("case_file")
    load, cleaners = Load(), 0
    for _ in range(KILLS):
        seen = len(load.known)
        load.begin(served.reporter)
        time.sleep(random.uniform(0.1, 0.7))
        cleaners += kill_now(served)
        load.end()
        assert not load.refused, load.refused[0]
        served.verify_audit()
        served.start()
        load.settle(served.reporter)
        load.check_by_code(load.known[seen:], served.reporter)
    load.check_by_code(load.known, served.reporter)
    check_nothing_half(served, before, load)
    return f"{load.outcome(KILLS)}; {cleaners} document cleaners cut off and gone; {left_over(served)}"


def kill_now(served):
    """Kills the server at once. Its document cleaners end by themselves. Returns how many there were."""
    process = served.process.pid
    os.kill(process, signal.SIGSTOP)
    cleaners = [child for task in os.listdir(f"/proc/{process}/task") for child in children(process, task)]
    served.kill()
    await_end(cleaners)
    return len(cleaners)


def check_nothing_half(served, before, load):
    """Every case is known to someone, and no chunk of a file is without an owner."""
    served.verify_audit()
    cases = served.count("case_file") - before
    assert cases == len(load.known), f"{cases} cases for {len(load.known)} reports"
    assert served.count("file_chunk", ORPHANS) == 0, "chunks that belong to no file and no upload"


def left_over(served):
    """Fails where the server left files behind."""
    remains = served.remains()
    assert not remains, f"left in the folder: {remains}"
    return f"no file left over, {served.count('pending_upload')} uploads wait to be swept"
