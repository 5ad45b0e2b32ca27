"""python -m desk_load --adapter FILE.py:CLASS --base http://127.0.0.1:8080 --process 1234 SCENARIO

submit   people who each connect, hand a report in and get a receipt
check    people who each come back with a receipt and read their report
upload   people who each hand a report in with a file of --megabytes
login    an officer who signs in, one time after another
list     an officer who lists the reports, and opens some of them
verify   everyone who has a receipt of --receipts comes back: whose report or file is gone?

`rate` counts acts done until the last one was; what is under way at the end is waited for.
"""

import argparse
import functools
import json
import os
import pathlib
import random
import time

from .adapter import load_adapter, sample_report
from .figures import spread, summary
from .loop import closed_loop
from .probe import Probe

SHOWN = ("rate", "seconds.p50", "seconds.p95", "seconds.p99", "cpu_each", "busy", "memory_peak", "failed")


def submit(adapter, visit, number):
    return adapter.submit(visit, sample_report(number))


def upload(megabytes, adapter, visit, number):
    return adapter.submit(visit, sample_report(number), os.urandom(int(megabytes * 1_000_000)))


def check(receipts, adapter, visit, _):
    return len(adapter.check(visit, random.choice(receipts)))


def reporters(options):
    """The scenarios of people who report: their runs, for each number of people."""
    receipts = pathlib.Path(options.receipts)
    known = receipts.read_text().split("\n") if options.scenario == "check" else []
    act = {
        "submit": submit,
        "upload": functools.partial(upload, options.megabytes),
        "check": functools.partial(check, [line for line in known if line]),
    }[options.scenario]
    runs = []
    with receipts.open("a") as kept:
        keep = None if options.scenario == "check" else functools.partial(write, kept)
        for people in options.people:
            for _ in range(options.repeat):
                runs.append(
                    closed_loop(
                        options.adapter, options.base, options.options, act, people, options.seconds, options.process, keep
                    )
                )
                time.sleep(options.pause)
    return runs


def write(kept, receipt):
    kept.write(f"{receipt}\n")
    kept.flush()


def login(options):
    adapter, probe, runs = options.adapter(options.base, options.options), Probe(options.process), []
    adapter.prepare()
    for _ in range(options.repeat):
        times, cpu = [], probe.cpu()
        for _ in range(options.count):
            before = time.perf_counter()
            visit = adapter.visit()
            adapter.login(visit, options.user, options.password)
            times.append(time.perf_counter() - before)
            visit.close()
        runs.append({"people": 1, "seconds": summary(times), "cpu_each": (probe.cpu() - cpu) / options.count})
    return runs


def list_and_open(options):
    adapter, probe, runs = options.adapter(options.base, options.options), Probe(options.process), []
    adapter.prepare()
    visit = adapter.visit()
    session = adapter.login(visit, options.user, options.password)
    for _ in range(options.repeat):
        probe.forget_peak()
        lists, opened, before = [], [], probe.cpu()
        for _ in range(options.count):
            begun = time.perf_counter()
            found, size = adapter.list(visit, session)
            lists.append(time.perf_counter() - begun)
        between = probe.cpu()
        chosen = random.sample(found, min(len(found), options.count))
        for identity in chosen:
            begun = time.perf_counter()
            adapter.open_report(visit, session, identity)
            opened.append(time.perf_counter() - begun)
        runs.append(
            {
                "people": 1,
                "reports": len(found),
                "list_bytes": size,
                "list": summary(lists),
                "list_cpu": (between - before) / options.count,
                "open": summary(opened),
                "open_cpu": (probe.cpu() - between) / max(1, len(opened)),
                "memory_peak": probe.memory("VmHWM"),
            }
        )
    return runs


def verify(options):
    """Nothing that was acknowledged may be gone."""
    adapter, gone, cut = options.adapter(options.base, options.options), [], []
    adapter.prepare()
    known = [line for line in pathlib.Path(options.receipts).read_text().split("\n") if line]
    for receipt in known:
        visit = adapter.visit()
        try:
            assert "Irregular invoices" in adapter.check(visit, receipt)
            cut += [one for one in adapter.files(visit, receipt) if one[0] != one[1]] if options.files else []
        except Exception as error:
            gone.append(f"{type(error).__name__}: {str(error)[:100]}")
        visit.close()
    return [{"people": 1, "acknowledged": len(known), "gone": gone, "files_cut": cut}]


SCENARIOS = {"submit": reporters, "upload": reporters, "check": reporters, "login": login, "list": list_and_open, "verify": verify}


def value(run, path):
    for part in path.split("."):
        run = run.get(part) if isinstance(run, dict) else None
    return run


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--adapter", required=True, type=load_adapter, help="FILE.py:CLASS")
    parser.add_argument("--base", required=True)
    parser.add_argument("--process", type=int, default=0, help="the number of the server's process")
    parser.add_argument("--out", help="a file for all figures, as JSON")
    parser.add_argument("--receipts", default="receipts.txt")
    parser.add_argument("--option", action="append", default=[], help="of the adapter, as name=value")
    parser.add_argument("--people", default="1", type=lambda text: [int(word) for word in text.split(",")])
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--pause", type=float, default=2)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--files", action="store_true", help="verify: fetch every file too")
    parser.add_argument("--user", default="")
    parser.add_argument("--password", default="")
    parser.add_argument("scenario", choices=SCENARIOS)
    options = parser.parse_args()
    options.options = dict(word.split("=", 1) for word in options.option)
    runs = SCENARIOS[options.scenario](options)
    if options.out:
        pathlib.Path(options.out).write_text(json.dumps(runs, indent=1))
    for people in sorted({run["people"] for run in runs}):
        same = [run for run in runs if run["people"] == people]
        print(f"{options.scenario}, {people} at once: least, median, most of {len(same)}")
        for path in [path for path in SHOWN if value(same[0], path) is not None] or [path for path in same[0] if path != "people"]:
            values = [value(run, path) for run in same]
            print(f"   {path:14} {spread(values) if isinstance(values[0], (int, float)) else values[-1]}")


if __name__ == "__main__":
    main()
