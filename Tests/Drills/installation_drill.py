"""The installation of docs/operations.md, line by line, on a machine that has nothing but Debian."""

import contextlib
import pathlib
import re
import socket
import ssl
import subprocess
import time

import material
from desk_client import Door, OfficerClient, ReporterClient, case_story
from empty_machine import EmptyMachine
from installation import ROOT
from officers import Person, invitation
from tls_proof import make_certificate

PAGE = ROOT / "docs/operations.md"
REPORTER, OFFICER = "melden.example.nl", "bureau.example.nl"
# With signs that a shell would take for its own: the service and the commands must read it alike.
DATABASE = "/var/lib/meldloket/desk & $HOME.sqlite"
PORTS = [80, 443, 8080, 8081, 9080, 9081, 9464]


def installation(_cluster):
    """docs/operations.md followed in an empty Debian: installed, staffed, a PDF made, reported, read, backed up and restored"""
    for port in PORTS:
        with socket.socket() as free:
            free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            free.bind(("127.0.0.1", port))
    building, server, secrets, staff, first = blocks("## Installation", "### Before it: nginx")
    nginx, trial = blocks("### Before it: nginx", "### In a container")
    backup, = blocks("## Backup and restore", "works while the desk does")
    restore, = blocks("Drill it every quarter", "An officer signs in")
    subprocess.run(["bash", "-euc", "\n".join(building)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    archive = (ROOT / "meldloket.tar.gz").read_bytes()
    (ROOT / "meldloket.tar.gz").unlink()
    with EmptyMachine() as machine, named(REPORTER, OFFICER):
        machine.path("/root/meldloket.tar.gz").write_bytes(archive)
        began = time.monotonic()
        machine.run("apt-get update -qq")
        run_all(machine, server)
        machine.run("install -d -o meldloket -g meldloket /mnt/witness/meldloket")
        with open(machine.path("/etc/meldloket/environment"), "a") as settings:
            settings.write(f"MELDLOKET_DATABASE={DATABASE}\n")
        printed = run_all(machine, secrets)
        assert "head-" in printed, f"no head at the witness: {printed}"
        run_all(machine, nginx)
        make_certificates(machine)
        run_all(machine, [line for line in trial if not line.startswith("curl")])
        header = Door(f"https://{REPORTER}").get("/nl").headers["Strict-Transport-Security"]
        assert header and "max-age=" in header, "the pages say nothing of TLS to come"
        assert machine.path(DATABASE).exists(), "the service has another setting"
        vera = staffed(machine, staff, first)
        installed = time.monotonic() - began
        printed_as_the_service(machine)
        code, story = reported()
        read(vera, f"https://{OFFICER}", story)
        machine.run("install -d -o meldloket -g meldloket /backup /vault && cp -p /etc/meldloket/secrets.json /vault/")
        run_all(machine, backup)
        restored(machine, restore, vera, code, story)
        printed = machine.run("meldloket audit verify --witness /mnt/witness/meldloket")
        assert "The chain holds" in printed, printed
    return f"installed and staffed in {installed:.0f} s, without the time in which people read and type"


@contextlib.contextmanager
def named(*hosts):
    """These names lead to this machine while it lasts."""
    usual = socket.getaddrinfo
    socket.getaddrinfo = lambda host, *more, **named: usual("127.0.0.1" if host in hosts else host, *more, **named)
    try:
        yield
    finally:
        socket.getaddrinfo, Door.trust = usual, None


def blocks(start, end):
    """The indented commands between two places of the page, block by block, without their remarks."""
    text = PAGE.read_text().split(start, 1)[1].split(end, 1)[0]
    found, block = [], []
    for line in [*text.splitlines(), ""]:
        if line.startswith("    "):
            block.append(re.sub(r"\s+#.*$", "", line.strip()))
        elif block:
            found.append([line for line in block if line])
            block = []
    return found


def run_all(machine, lines):
    return "".join(machine.run(line) for line in lines)


def printed_as_the_service(machine):
    """The program that makes PDFs finds its libraries and fonts."""
    page = '<!doctype html><html lang="nl"><head><title>Brief</title></head><body><h1>Brief</h1><p>Één alinea.</p></body></html>'
    machine.path("/root/page.html").write_text(page)
    program = "/opt/meldloket/venv/bin/python -I -B /opt/meldloket/Tools/print_document.py"
    machine.run(f"runuser -u meldloket -- {program} < /root/page.html | cat > /root/page.pdf")
    assert machine.path("/root/page.pdf").read_bytes().startswith(b"%PDF-"), "no PDF"


def make_certificates(machine):
    """What a certificate authority would give, and the trust in it."""
    machine.run("install -d -m 0700 /etc/meldloket/tls")
    trusted = []
    for name, host in (("melden", REPORTER), ("bureau", OFFICER)):
        certificate, _ = make_certificate(machine.path("/etc/meldloket/tls"), name, host=host)
        trusted.append(certificate.read_text())
    if not pathlib.Path("/proc/net/if_inet6").exists():
        for name in ("conf.d/meldloket.conf", "sites-available/default"):
            page = machine.path(f"/etc/nginx/{name}")
            page.write_text(re.sub(r"(?m)^\s*listen \[.*\n", "", page.read_text()))
    Door.trust = ssl.create_default_context(cadata="".join(trusted))


def staffed(machine, lines, first):
    """The administrators, the first keyholder and a second one. Returns the first."""
    people = {name: Person(name, name) for name in ("anna", "bram", "vera", "omar")}
    invitations = invitation(run_all(machine, lines))
    more = ["officer add --user-name omar --name 'Omar Haddad'", "officer appoint --user-name omar --organisation bzk --role integrityCoordinator"]
    invitations += invitation(run_all(machine, [f"meldloket {line}" for line in more]))
    for person, code in zip(people.values(), invitations, strict=True):
        OfficerClient(f"https://{OFFICER}").enrol(person, code)
    typed = [line for name in ("anna", "bram") for line in (name, people[name].passphrase, people[name].device.digits())]
    for line in first:
        machine.run(line, typed)
    desk = OfficerClient(f"https://{OFFICER}")
    desk.sign_in(people["vera"])
    assert desk.confirm_waiting() == 1, "the second keyholder was not there to be confirmed"
    return people["vera"]


def reported():
    """Someone reports, with a document that the cleaner has to clean. Returns the code and the story."""
    client, story = ReporterClient(f"https://{REPORTER}"), material.story()
    client.begin()
    client.answer(story)
    client.add_draft_files([material.document_file()])
    client.finish_draft()
    client.send()
    code = client.read_code()
    client.type_code_back()
    assert len(client.file_links()) == 1, "the document was not taken in"
    return code, story


def read(officer, address, story):
    desk = OfficerClient(address)
    desk.sign_in(officer)
    case, = desk.cases()
    assert case_story(desk.open(case)) == story, "the officer reads another story"


def restored(machine, lines, officer, code, story):
    """A restored desk opens for the reporter's old code and the officer's old passphrase."""
    assert " serve " in lines[-1], "the last of these lines serves"
    machine.run("\n".join(lines[:-1]) + f"\n{lines[-1]} >/var/log/drill.log 2>&1 </dev/null &\nsleep 3")
    client = ReporterClient("http://127.0.0.1:9080")
    client.enter(code)
    assert client.story() == story, "the restored report is another"
    read(officer, "http://127.0.0.1:9081", story)
