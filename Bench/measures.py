"""What is measured, each as rows of the table: what, and the figures as text."""

import hashlib
import os
import pathlib
import tempfile
import time
import types

from desk_client import OfficerClient
from desk_load import __main__ as desk_load
from desk_load.figures import percentile, spread
from meldloket_adapter import Meldloket

from bench import secret_of

MB = 1_000_000


def spread_of(values, unit, scale=1, digits=1):
    least, median, most = (value * scale for value in spread(values))
    return f"{median:.{digits}f} {unit} ({least:.{digits}f}–{most:.{digits}f})"


def options(served, scenario, **more):
    """What the load driver takes from its command line."""
    device = {"secret": secret_of(served.vera)}
    given = {"adapter": Meldloket, "base": served.reporter, "process": served.process.pid, "options": device, "pause": 0.5}
    given |= {"receipts": str(served.folder / "receipts.txt"), "user": "vera", "password": served.vera.passphrase}
    return types.SimpleNamespace(**(given | {"scenario": scenario, "files": False, "megabytes": 0} | more))


def noise(_served, _effort):
    """What the machine itself does: the same work, over and over."""
    block, hashes, syncs = os.urandom(32 * MB), [], []
    for _ in range(9):
        before = time.perf_counter()
        hashlib.sha256(block).digest()
        hashes.append(time.perf_counter() - before)
    with tempfile.NamedTemporaryFile(dir=pathlib.Path.cwd()) as file:
        for _ in range(40):
            os.write(file.fileno(), b"x" * 4096)
            before = time.perf_counter()
            os.fdatasync(file.fileno())
            syncs.append(time.perf_counter() - before)
    return [
        ("noise: SHA-256 of 32 MB in one thread", spread_of(hashes, "ms", 1000)),
        ("noise: fdatasync of 4 kB", spread_of(syncs, "ms", 1000, 2)),
    ]


def start(served, effort):
    times = [served.seconds_to_answer() for _ in range(effort.repeat * 3)]
    time.sleep(2)
    idle = served.probe.memory()
    served.restart()
    return [("start until ready", spread_of(times, "ms", 1000, 0)), ("memory, idle", f"{idle:.0f} MB")]


def cost(served):
    return "with derivation" if served.is_real else "without derivation"


def loop_rows(name, runs):
    """The figures of a closed loop, one row for each number of people."""
    rows = []
    for people in sorted({run["people"] for run in runs}):
        same = [run for run in runs if run["people"] == people]
        failed = sum(run["failed"] for run in same)
        text = spread_of([run["rate"] for run in same], "/s")
        for share in ("p50", "p95", "p99"):
            text += f"; {share} {percentile([run['seconds'][share] for run in same], 0.5) * 1000:.0f} ms"
        text += f"; {percentile([run['cpu_each'] for run in same], 0.5) * 1000:.1f} ms CPU each"
        rows.append((f"{name}, {people} at once", text + (f"; **{failed} failed**" if failed else "")))
    return rows


def intake(served, effort):
    runs = desk_load.reporters(options(served, "submit", people=effort.people, repeat=effort.repeat, seconds=effort.seconds))
    pages = percentile([run["requests"] for run in runs], 0.5)
    sending = [run["steps"]["POST melden/controle"] for run in runs if run["people"] == 1]
    alone = (f"sending alone, {cost(served)}: keys, seals, entry, commit", spread_of(sending, "ms", 1000))
    return [*loop_rows(f"intake {cost(served)} ({pages:.0f} requests)", runs), alone]


def returning(served, effort):
    desk_load.reporters(options(served, "submit", people=[4], repeat=1, seconds=effort.seconds))
    runs = desk_load.reporters(options(served, "check", people=effort.people, repeat=effort.repeat, seconds=effort.seconds))
    return loop_rows(f"return with the code, {cost(served)}", runs)


def sign_in(served, effort):
    """A device's code is used once, every 30 seconds, so that every person signs in once."""
    people, times, cpu = effort.officers, [], []
    for person in served.more_officers(people):
        client, before, used = OfficerClient(served.officer), time.perf_counter(), served.probe.cpu()
        client.sign_in(person)
        times.append(time.perf_counter() - before)
        cpu.append(served.probe.cpu() - used)
        client.close()
    text = f"{spread_of(times, 'ms', 1000)}; {sum(cpu) / len(cpu) * 1000:.0f} ms CPU each"
    return [(f"sign-in of an officer, {cost(served)}", text)]
