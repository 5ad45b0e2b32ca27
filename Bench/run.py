"""The bench of a release: every measure on both engines, as one table. See docs/performance.md.

python Bench/run.py [--engines sqlite,postgres] [--only intake,lists] [--quick] [--write]
"""

import argparse
import collections
import datetime
import pathlib
import sys
import types

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from bench import ROOT, Measured  # noqa: E402
from measures import intake, noise, returning, sign_in, start  # noqa: E402
from parliament import imported, overview  # noqa: E402
from serving import Cluster  # noqa: E402
from volume import audit, large_file, lists, machine, rekey  # noqa: E402

FULL = types.SimpleNamespace(
    people=[1, 4, 16], repeat=3, seconds=15, officers=6, listed=100_000, opened=30, depth=40, pages=40, entries=1_000_000, rekeyed=1000,
    entities=100_000, promises=1000, pages_of_letter=50,
)
QUICK = types.SimpleNamespace(
    people=[1, 4], repeat=2, seconds=3, officers=2, listed=2000, opened=5, depth=10, pages=5, entries=10_000, rekeyed=50,
    entities=2000, promises=50, pages_of_letter=3,
)
CHEAP = [noise, start, intake, returning, large_file, lists, rekey, audit, imported, overview]
REAL = [intake, returning, sign_in]
PAGE = ROOT / "docs/performance.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engines", default="sqlite,postgres", type=lambda text: text.split(","))
    parser.add_argument("--only", default="", type=lambda text: [word for word in text.split(",") if word])
    parser.add_argument("--quick", action="store_true", help="small amounts, to see whether it works")
    parser.add_argument("--write", action="store_true", help="put the table in docs/performance.md")
    chosen = parser.parse_args()
    effort = QUICK if chosen.quick else FULL
    rows, cluster = collections.defaultdict(dict), Cluster()
    try:
        for engine in chosen.engines:
            for is_real, measures in ((False, CHEAP), (True, REAL)):
                wanted = [measure for measure in measures if not chosen.only or measure.__name__ in chosen.only]
                for what, text in measured(engine, cluster, is_real, wanted, effort):
                    rows[what][engine] = text
    finally:
        cluster.stop()
    table = "\n".join(lines(rows, chosen.engines))
    if chosen.write:
        before, _, rest = PAGE.read_text().partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{rest.partition(END)[2]}")
    print(f"\n{table}")


def measured(engine, cluster, is_real, measures, effort):
    """The rows of some measures, each on an installation of its own: what one fills does not weigh on the next."""
    for measure in measures:
        served = Measured(engine, cluster, is_real)
        try:
            served.start().staff()
            print(f"{engine}: {measure.__name__}", end=" ", flush=True)
            for what, text in measure(served, effort):
                print(f"\n    {what}: {text}", end="", flush=True)
                yield what, text
            print()
        finally:
            served.remove()


def lines(rows, engines):
    yield f"{datetime.date.today():%-d %B %Y}, {machine()}. The median, and the least and the most of the repeats."
    yield ""
    yield f"| what | {' | '.join({'sqlite': 'SQLite', 'postgres': 'PostgreSQL'}[engine] for engine in engines)} |"
    yield "| --- " * (len(engines) + 1) + "|"
    for what, by_engine in rows.items():
        yield f"| {what} | {' | '.join(by_engine.get(engine, '–') for engine in engines)} |"


if __name__ == "__main__":
    main()
