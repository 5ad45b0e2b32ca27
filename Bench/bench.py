"""An installation under measurement: the release build, on one engine, of one kind."""

import base64
import http.client
import os
import pathlib
import socket
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
os.environ.setdefault("MELDLOKET_BINARY", str(ROOT / ".build/release/meldloket"))
sys.path += [str(ROOT / "Tests/Server"), str(ROOT / "Tests/Browser"), str(ROOT / "Bench")]

from desk_client import OfficerClient  # noqa: E402
from desk_load.probe import Probe  # noqa: E402
from officers import Person, invitation  # noqa: E402
from serving import ServedInstallation  # noqa: E402

FILLER = ROOT / ".build/release/FillDesk"


class Measured(ServedInstallation):
    """With derivations at full cost where it is real, with cheap ones where not."""

    def __init__(self, engine, cluster, is_real):
        super().__init__(engine, cluster)
        self.kind = "" if is_real else "--test"
        self.is_real = is_real

    @property
    def probe(self):
        return Probe(self.process.pid)

    def fill(self, **counts):
        """Fills the database beside the server. Returns what was printed: the codes of whole cases."""
        words = [word for name, value in counts.items() for word in (f"--{name}", str(value))]
        done = subprocess.run([FILLER, *self.place, *words], check=True, capture_output=True, text=True)
        return done.stdout.split()

    def more_officers(self, count):
        """Officers who enrolled and did not sign in yet."""
        people = [Person(f"officer{number}", f"Officer {number}") for number in range(count)]
        for person in people:
            printed = self.command("officer", "add", "--user-name", person.user_name, "--name", person.name)
            place = ["--user-name", person.user_name, "--organisation", "bzk"]
            self.command("officer", "appoint", *place, "--role", "reportHandler")
            OfficerClient(self.officer).enrol(person, invitation(printed)[0])
        return people

    def add_readers(self, *user_names):
        """Officers of the same ministry who read its reports, confirmed by the first."""
        for name in user_names:
            printed = self.command("officer", "add", "--user-name", name, "--name", name.capitalize())
            self.command("officer", "appoint", "--user-name", name, "--organisation", "bzk", "--role", "integrityCoordinator")
            OfficerClient(self.officer).enrol(Person(name, name.capitalize()), invitation(printed)[0])
        desk = OfficerClient(self.officer)
        desk.sign_in(self.vera)
        assert desk.confirm_waiting() == len(user_names)

    def seconds_to_answer(self):
        """Starts the server anew, and says how long it took until the first answer."""
        self.stop()
        words = [os.environ["MELDLOKET_BINARY"], "serve", *self.place, "--reporter", f"127.0.0.1:{free_port()}"]
        words += ["--officer", "127.0.0.1:0", *([self.kind] if self.kind else [])]
        before = time.perf_counter()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(words, stdout=log, stderr=log, cwd=self.folder)
        address = words[words.index("--reporter") + 1]
        while not answers(address):
            assert self.process.poll() is None and time.perf_counter() - before < 30, "the server does not start"
            time.sleep(0.001)
        return time.perf_counter() - before


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def answers(address):
    connection = http.client.HTTPConnection(address, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def secret_of(person):
    """The key of an officer's device, as an authenticator app would be given it."""
    return base64.b32encode(person.device.key).decode()
