"""The drills: what can go wrong around the program, done for real. Exit status 1 where one fails; none is skipped.

They need root, for they mount disks, drop packets and move clocks: python Tests/Drills/run.py [drill…]
"""

import os
import pathlib
import sys
import time
import traceback

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path += [str(TESTS / "Browser"), str(TESTS / "Server")]

from clock_drill import clock_set_back, summer_time_ends  # noqa: E402
from database_drill import database_cut_off, database_restarted  # noqa: E402
from full_disk_drill import full_disk_of_postgres, full_disk_of_sqlite, full_temporary_folder, log_on_the_full_disk  # noqa: E402
from installation_drill import installation  # noqa: E402
from memory_drill import little_memory  # noqa: E402
from nodes_drill import two_nodes  # noqa: E402
from serving import Cluster  # noqa: E402
from upgrade_drill import rolling_upgrade  # noqa: E402

DRILLS = [
    *(full_disk_of_sqlite, full_disk_of_postgres, full_temporary_folder, log_on_the_full_disk, database_restarted, database_cut_off),
    *(clock_set_back, summer_time_ends, little_memory, two_nodes, rolling_upgrade, installation),
]


def main(chosen):
    if unknown := set(chosen) - {drill.__name__ for drill in DRILLS}:
        sys.exit(f"no such drill: {', '.join(sorted(unknown))}")
    assert os.getuid() == 0, "the drills need root"
    failed, cluster = 0, Cluster()
    try:
        for drill in DRILLS:
            if chosen and drill.__name__ not in chosen:
                continue
            print(f"  {drill.__doc__}", end=": ", flush=True)
            before = time.monotonic()
            try:
                print(f"{drill(cluster)} ({time.monotonic() - before:.0f} s)")
            except Exception:
                failed += 1
                print("FAILED")
                traceback.print_exc()
    finally:
        cluster.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
