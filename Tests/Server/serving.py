"""An installation as the proofs of the server need it: measured, counted, with a temporary folder and a cluster of its own."""

import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import urllib.parse

from desk_client import OfficerClient

import installation
from installation import ROOT, Installation
from officers import Person, invitation


class Cluster:
    """A PostgreSQL of these proofs alone, so that it can be killed."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="meldloket-cluster-"))
        self.folder.chmod(0o755)
        self.address = self._tool("start")
        self.data = next(self.folder.glob("*/data"))

    def _tool(self, word):
        environment = {**os.environ, "TMPDIR": str(self.folder)}
        done = subprocess.run([ROOT / "Tools/postgres.sh", word], env=environment, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    @property
    def postmaster(self):
        return int((self.data / "postmaster.pid").read_text().splitlines()[0])

    def processes(self):
        """The postmaster and its children."""
        return [self.postmaster, *children(self.postmaster)]

    @property
    def is_running(self):
        words = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        return subprocess.run([*words, newest_postgres() / "pg_ctl", "-D", self.data, "status"], capture_output=True, cwd="/").returncode == 0

    def kill(self):
        """Ends every process at once, without a chance to write."""
        processes = self.processes()
        for process in processes:
            os.kill(process, signal.SIGSTOP)
        processes += [child for child in children(processes[0]) if child not in processes]
        for process in processes:
            os.kill(process, signal.SIGKILL)
        await_end(processes)

    def restart(self):
        """Starts again with the same options, on the same port."""
        words = [newest_postgres() / "pg_ctl", "-D", self.data, "-l", self.data.parent / "log", "-w", "restart"]
        owner = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        subprocess.run([*owner, *map(str, words)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")

    def psql(self, *commands, database=None):
        """What the commands printed, in a database of the cluster."""
        words = ["psql", database or self.address, "-Atq", *(word for command in commands for word in ("-c", command))]
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()

    def stop(self):
        self._tool("stop")
        shutil.rmtree(self.folder, ignore_errors=True)


def newest_postgres():
    return max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))


def children(process, thread=None):
    """The processes that a process started, or one thread of it."""
    try:
        return [int(word) for word in pathlib.Path(f"/proc/{process}/task/{thread or process}/children").read_text().split()]
    except FileNotFoundError:
        return []


def await_end(processes, seconds=10):
    """Waits until processes are gone from the table of processes."""
    deadline = time.monotonic() + seconds
    while left := [process for process in processes if pathlib.Path(f"/proc/{process}").exists()]:
        assert time.monotonic() < deadline, f"processes {left} go on"
        time.sleep(0.01)


class ServedInstallation(Installation):
    """With two keyholders at one ministry, enrolled over HTTP."""

    def __init__(self, engine, cluster):
        if engine == "postgres":
            installation.POSTGRES = cluster.address
        super().__init__(engine)
        self.cluster = cluster
        self.temporary = self.folder / "tmp"
        self.temporary.mkdir()

    def start(self, *options, environment=None):
        """Starts the doors. What the server puts in a temporary folder lands in ours."""
        before = dict(os.environ)
        os.environ.update({"TMPDIR": str(self.temporary), **(environment or {})})
        try:
            return super().start(*options)
        finally:
            os.environ.clear()
            os.environ.update(before)

    def restart(self, environment=None):
        self.stop()
        return self.start(environment=environment)

    def staff(self):
        administrators = [Person("anna", "Anna Bos"), Person("bram", "Bram Kok")]
        words = [word for person in administrators for word in ("--user-name", person.user_name, "--name", person.name)]
        for person, code in zip(administrators, invitation(self.command("admin", "create", *words)), strict=True):
            OfficerClient(self.officer).enrol(person, code)
        self.vera = Person("vera", "Vera Mulder")
        for person in (self.vera, Person("omar", "Omar Haddad")):
            printed = self.command("officer", "add", "--user-name", person.user_name, "--name", person.name)
            place = ["--user-name", person.user_name, "--organisation", "bzk"]
            self.command("officer", "appoint", *place, "--role", "integrityCoordinator")
            OfficerClient(self.officer).enrol(person, invitation(printed)[0])
        lines = [line for person in administrators for line in (person.user_name, person.passphrase, person.device.digits())]
        self.command("keyholder", "confirm-first", "--user-name", "vera", "--organisation", "bzk", lines=lines)
        desk = OfficerClient(self.officer)
        desk.sign_in(self.vera)
        assert desk.confirm_waiting() == 1, "the second keyholder was not there to be confirmed"
        return self

    def verify_audit(self):
        """Fails where the audit chain does not hold."""
        printed = self.command("audit", "verify")
        assert printed.startswith("The chain holds: "), printed

    def count(self, table, where="1 = 1"):
        return int(self.values(f"SELECT count(*) FROM {table} WHERE {where}")[0])

    def values(self, sql):
        """The first column of what a query finds."""
        if self.engine == "sqlite":
            connection = sqlite3.connect(f"file:{urllib.parse.quote(self.database)}?mode=ro", uri=True, timeout=10)
            try:
                return [row[0] for row in connection.execute(sql)]
            finally:
                connection.close()
        return self.cluster.psql(sql, database=self.database).split("\n")

    def remove(self):
        """The database on the cluster goes with the cluster."""
        if self.process and self.process.poll() is None:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def memory(self):
        """The most resident memory that the server had so far, in MB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def remains(self):
        """Files in the folder besides the database, the secrets and the log."""
        expected = {"meldloket.sqlite", "meldloket.sqlite-wal", "meldloket.sqlite-shm", "server.log", "server.json"}
        files = [path for path in self.folder.rglob("*") if path.is_file() and path.name not in expected]
        return sorted(str(path.relative_to(self.folder)) for path in files)

    def logged(self):
        return self.log.read_bytes()
