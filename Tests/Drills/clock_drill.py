"""A clock of the server that is set back, and one that goes through the end of summer time."""

import contextlib
import datetime
import os
import pathlib
import subprocess
import types
import zoneinfo

import officers
from desk_client import ReporterClient
from drilled import Drilled

AMSTERDAM = zoneinfo.ZoneInfo("Europe/Amsterdam")


class MovedClock:
    """The clock of a server, so many seconds from the real one."""

    def __init__(self, folder):
        self.file, self.library = pathlib.Path(folder) / "clock", pathlib.Path(folder) / "moved_clock.so"
        source = pathlib.Path(__file__).with_name("moved_clock.c")
        subprocess.run(["clang", "-shared", "-fPIC", "-O1", "-o", self.library, source, "-ldl"], check=True)
        self.set(0)

    def set(self, seconds):
        self.seconds = seconds
        self.file.write_text(f"{seconds:.0f}\n")

    def set_to(self, moment):
        self.set((moment - datetime.datetime.now(datetime.UTC)).total_seconds())

    @contextlib.contextmanager
    def everywhere(self):
        """Every process that is started, and the telephones of the officers, go by this clock."""
        real, before = officers.time, dict(os.environ)
        officers.time = types.SimpleNamespace(time=lambda: real.time() + self.seconds, sleep=real.sleep)
        os.environ.update({"LD_PRELOAD": str(self.library), "MOVED_CLOCK": str(self.file)})
        try:
            yield
        finally:
            officers.time = real
            os.environ.clear()
            os.environ.update(before)


def clock_set_back(cluster):
    """The clock of the server is set back an hour and forward again: sessions, reports and audit go on"""
    served = Drilled("sqlite", cluster)
    clock = MovedClock(served.folder)
    try:
        with clock.everywhere():
            served.start().staff()
        client, desk = served.report(), served.officer_at_work()
        address = desk.cases()[0]
        desk.open(address)
        clock.set(-3600)
        client.write("na het terugzetten")
        served.known[0].messages.append("na het terugzetten")
        desk.write(address, "antwoord na het terugzetten")
        served.known[0].messages.append("antwoord na het terugzetten")
        served.report()
        clock.set(0)
        served.report()
        served.check()
        return f"{len(served.known)} reports and an answer"
    finally:
        served.remove()


def summer_time_ends(cluster):
    """Reports come in through the night in which 02:30 comes twice: each has the day that it was in Amsterdam"""
    served = Drilled("sqlite", cluster)
    clock = MovedClock(served.folder)
    moments = [
        datetime.datetime(2026, 10, 24, 23, 50, tzinfo=AMSTERDAM), datetime.datetime(2026, 10, 25, 0, 10, tzinfo=AMSTERDAM),
        datetime.datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM, fold=0), datetime.datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM, fold=1),
        datetime.datetime(2026, 10, 25, 23, 50, tzinfo=AMSTERDAM), datetime.datetime(2026, 10, 26, 0, 10, tzinfo=AMSTERDAM),
    ]
    try:
        clock.set_to(moments[0].astimezone(datetime.UTC) - datetime.timedelta(minutes=30))
        with clock.everywhere():
            served.start().staff()
        days = []
        for moment in moments:
            clock.set_to(moment.astimezone(datetime.UTC))
            client = served.report()
            assert isinstance(client, ReporterClient)
            days.append(moment.date().isoformat())
        found = sorted(served.values("SELECT received_day FROM case_file"))
        assert found == sorted(days), f"{found} instead of {sorted(days)}"
        served.check()
        return f"{len(days)} reports on three days"
    finally:
        served.remove()
