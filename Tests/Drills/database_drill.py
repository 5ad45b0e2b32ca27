"""PostgreSQL that is restarted, and PostgreSQL whose network drops every packet."""

import contextlib
import subprocess
import time
import urllib.parse

from desk_client import Refused, ReporterClient, Unanswered
from drilled import Drilled, refused
from serving import newest_postgres

ANSWER_WITHIN = 60


def database_restarted(cluster):
    """PostgreSQL is restarted while people report: pages say to wait, and work resumes by itself"""
    served = Drilled("postgres", cluster)
    try:
        served.start().staff()
        client = served.report()
        desk = served.officer_at_work()
        stopped = time.monotonic()
        words = [newest_postgres() / "pg_ctl", "-D", cluster.data, "-m", "fast", "-w", "stop"]
        subprocess.run(["runuser", "-u", "postgres", "--", *map(str, words)], check=True, capture_output=True, cwd="/")
        refused(client.request("GET", "/nl/mijn-melding"))
        refused(desk.request("GET", "/nl/werklijst"))
        cluster.restart()
        seconds = served.settles(lambda: client.get("/nl/mijn-melding"))
        desk.get("/nl/werklijst")
        served.report()
        served.check()
        return f"away for {time.monotonic() - stopped:.1f} s, resumed {seconds:.1f} s after it was back"
    finally:
        served.remove()


def database_cut_off(cluster):
    """Every packet to PostgreSQL is dropped: each request gets an answer, and work resumes by itself"""
    served = Drilled("postgres", cluster)
    try:
        served.start().staff()
        served.report()
        client = ReporterClient(served.reporter, patience=ANSWER_WITHIN)
        slowest = 0.0
        with dropped(urllib.parse.urlsplit(cluster.address).port):
            for _ in range(3):
                before = time.monotonic()
                with contextlib.suppress(Refused):
                    client.begin()
                    raise AssertionError("a report was begun without a database")
                slowest = max(slowest, time.monotonic() - before)
            refused(client.request("POST", "/nl/melden/begin", b"", "application/x-www-form-urlencoded"))
            assert ReporterClient(served.reporter).get("/nl").status == 200, "the first page needs no database"
        seconds = served.settles(served.report)
        served.check()
        return f"an answer within {slowest:.1f} s, resumed after {seconds:.1f} s"
    except Unanswered as unanswered:
        raise AssertionError(f"no answer within {ANSWER_WITHIN} s: {unanswered}") from unanswered
    finally:
        served.remove()


@contextlib.contextmanager
def dropped(port):
    """Drops all that goes to a port on this machine and comes from it."""
    rules = f"""
        add table inet meldloket_drill
        add chain inet meldloket_drill cut {{ type filter hook input priority 0; policy accept; }}
        add rule inet meldloket_drill cut tcp dport {port} drop
        add rule inet meldloket_drill cut tcp sport {port} drop
    """
    subprocess.run(["nft", "-f", "-"], input=rules, check=True, text=True)
    try:
        yield
    finally:
        subprocess.run(["nft", "delete", "table", "inet", "meldloket_drill"], check=True)
