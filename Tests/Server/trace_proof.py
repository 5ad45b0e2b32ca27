"""The disk has a commit before anyone is told of it: seen in the system calls of the server and of PostgreSQL."""

import contextlib
import shutil
import subprocess
import time

import material
from desk_client import Refused, ReporterClient
from system_calls import NOT_SYNCED, Tracing, delay_of_answer

# A disk that does not write what it is told to: the control for SQLite.
NO_SYNC = "int fsync(int file) { return 0; }\nint fdatasync(int file) { return 0; }\n"


def synced(served):
    """a report, a message and a file are on the disk before the answer leaves; a control without syncs is caught"""
    if served.engine == "postgres":
        leave_syncs_to_the_server(served)
    reporter = ready_to_send(served)
    delays = [delay(served, reporter, reporter.send)]
    reporter.read_code()
    reporter.type_code_back()
    delays.append(delay(served, reporter, lambda: reporter.write(material.message())))
    delays.append(delay(served, reporter, lambda: reporter.add_file(*material.text_file())))
    with without_syncs(served):
        control = ready_to_send(served)
        try:
            delay(served, control, control.send)
        except AssertionError as error:
            assert str(error) == NOT_SYNCED, error
        else:
            raise AssertionError("the trace of a server without syncs was taken for a good one")
    written = ", ".join(f"{seconds * 1000:.1f}" for seconds in delays)
    overruled = "; the database says synchronous_commit off, the server overrules it" if served.engine == "postgres" else ""
    return f"the answers left {written} ms after the sync{overruled}"


def failing_disk(served):
    """a sync that fails is not acknowledged: the report is sent again, and there once"""
    before, reporter = served.count("case_file"), ready_to_send(served)
    fields = reporter.checked()
    with Tracing([served.process.pid], served.folder, "-e", "inject=fdatasync:error=EIO"):
        try:
            reporter.send()
        except Refused as refused:
            status = refused.status
        else:
            raise AssertionError("a report was acknowledged that the disk did not take")
    reporter.post("/nl/melden/controle", fields)
    reporter.read_code()
    reporter.type_code_back()
    assert served.count("case_file") == before + 1, "the report is there twice"
    served.verify_audit()
    return f"status {status}, then whole"


def ready_to_send(served):
    """Someone whose report is complete and not sent."""
    reporter = ReporterClient(served.reporter)
    reporter.begin()
    reporter.answer(material.story())
    reporter.add_draft_files([material.text_file()])
    reporter.finish_draft()
    return reporter


def delay(served, reporter, act):
    """Traces the server, and PostgreSQL, while a reporter does something that must be on the disk."""
    processes = [served.process.pid, *(served.cluster.processes() if served.engine == "postgres" else [])]
    reporter.connect()
    port = reporter.connection.sock.getsockname()[1]
    with Tracing(processes, served.folder) as tracing:
        act()
        # The next answer on this connection comes after the trace of the one before.
        reporter.get("/livez")
    return delay_of_answer(tracing.calls, "/pg_wal/" if served.engine == "postgres" else "-wal", port)


@contextlib.contextmanager
def without_syncs(served):
    """The same, with syncs that do nothing: PostgreSQL is told to leave them out, SQLite gets a C library that does."""
    library, source = served.folder / "nosync.so", served.folder / "nosync.c"
    try:
        if served.engine == "postgres":
            set_in_cluster(served, "fsync = off")
        else:
            source.write_text(NO_SYNC)
            subprocess.run([shutil.which("cc") or "clang", "-shared", "-fPIC", "-o", library, source], check=True)
            served.restart(environment={"LD_PRELOAD": str(library)})
        yield
    finally:
        if served.engine == "postgres":
            set_in_cluster(served, "fsync = on")
        else:
            served.restart()
            library.unlink()
            source.unlink()


def leave_syncs_to_the_server(served):
    """Makes the database say that commits need not wait for the disk, so that only the server's own setting is left."""
    name = served.database.rsplit("/", 1)[1]
    served.cluster.psql(f"ALTER DATABASE {name} SET synchronous_commit = off")
    served.restart()
    assert served.cluster.psql("SHOW synchronous_commit", database=served.database) == "off", "the database says otherwise"


def set_in_cluster(served, setting):
    served.cluster.psql(f"ALTER SYSTEM SET {setting}", "SELECT pg_reload_conf()")
    name, _, value = setting.partition(" = ")
    deadline = time.monotonic() + 10
    while served.cluster.psql(f"SHOW {name}") != value:
        assert time.monotonic() < deadline, f"the cluster does not take {setting}"
        time.sleep(0.02)
