"""An installation of the program as an operator would have it: the binary, a database of its own, two doors."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("MELDLOKET_BINARY", ROOT / ".build/debug/meldloket")).resolve()
POSTGRES = os.environ.get("MELDLOKET_TEST_POSTGRES", "")
DOORS = re.compile(r"(Reporter's door|Officers' door|Open data): +(https?://localhost:\d+)/(?:nl|api)")


def psql(sql):
    subprocess.run(["psql", POSTGRES, "-q", "-c", sql], check=True, stdout=subprocess.DEVNULL)


class Installation:
    """A folder with a database and secrets, and the process that serves it."""

    def __init__(self, engine, kind="--test"):
        self.engine, self.kind, self.process, self.binary = engine, kind, None, BINARY
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="meldloket-"))
        self.log = self.folder / "server.log"
        self.secrets = self.folder / "secrets" / "server.json"
        self.secrets.parent.mkdir(mode=0o700)
        if engine == "postgres":
            self.schema = f"b{uuid.uuid4().hex}"
            psql(f"CREATE DATABASE {self.schema}")
            self.database = POSTGRES.rsplit("/", 1)[0] + f"/{self.schema}"
        else:
            self.database = str(self.folder / "meldloket.sqlite")

    @property
    def place(self):
        return ["--database", self.database, "--secrets", str(self.secrets)]

    def command(self, *words, lines=(), succeeds=True):
        """Runs a command of the program and returns what it printed."""
        done = subprocess.run(
            [str(self.binary), *words, *self.place], input="".join(f"{line}\n" for line in lines), capture_output=True, text=True
        )
        if succeeds and done.returncode != 0:
            raise AssertionError(f"{' '.join(words)}: {done.stderr}")
        return done.stdout

    def start(self, *options):
        """Starts the doors and waits until both answer."""
        words = [str(self.binary), "serve", *self.place, "--reporter", "127.0.0.1:0", "--officer", "127.0.0.1:0"]
        words += ["--open-data", "127.0.0.1:0"]
        words += ["--cleaner-python", str(ROOT / ".venv/bin/python"), "--cleaner", str(ROOT / "Tools/clean_document.py")]
        words += ["--printer", str(ROOT / "Tools/print_document.py")]
        words += ["--beginnings-per-minute", "100000", *([self.kind] if self.kind else [])]
        mark = self.log.stat().st_size if self.log.exists() else 0
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([*words, *options], stdout=log, stderr=log, cwd=self.folder)
        deadline = time.monotonic() + 240
        while time.monotonic() < deadline:
            printed = self.log.read_bytes()[mark:].decode()
            doors = dict(DOORS.findall(printed))
            if len(doors) == 3:
                self.reporter, self.officer, self.open_data = (doors[name] for name in ("Reporter's door", "Officers' door", "Open data"))
                return self
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended: {printed[-2000:]}")
            time.sleep(0.05)
        raise AssertionError("the doors did not open in time")

    def stop(self):
        """Ends the server as an operator does, and says how it ended."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def remove(self):
        if self.process and self.process.poll() is None:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.engine == "postgres":
            psql(f"DROP DATABASE IF EXISTS {self.schema} WITH (FORCE)")
