"""What is measured of the register of commitments: the House's list, the planning overview, and a long letter."""

import os
import subprocess
import time
import uuid

from desk_client import OfficerClient
from measures import spread_of
from officers import Person, invitation
from volume import repeated

FEED = '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
PROMISE = (
    '<entry><title>{id}</title><content type="application/xml"><toezegging xmlns="http://www.tweedekamer.nl/xsd/tkData/v1-0" '
    'xmlns:tk="http://www.tweedekamer.nl/xsd/tkData/v1-0" id="{id}" tk:bijgewerkt="2026-03-01T10:00:00" tk:verwijderd="false">'
    "<aanmaakdatum>2026-03-01T10:00:00</aanmaakdatum><nummer>TZ202603-{number}</nummer><naam>Minister</naam>"
    "<functie>minister van Binnenlandse Zaken en Koninkrijksrelaties</functie><status>Openstaand</status>"
    "<ministerie>Binnenlandse Zaken en Koninkrijksrelaties</ministerie>"
    "<tekst>De minister stuurt de Kamer voor de zomer een brief over punt {number}, met de cijfers en het vervolg.</tekst>"
    "</toezegging></content></entry>"
)


# More than this would mean that memory grows with the file.
MOST_MEMORY = 250


def imported(served, effort):
    """The House's list by the command line, another one each time, and each file again."""
    path, figures = served.folder / "list.xml", {"read in": [], "the same file again": []}
    for repeat in range(effort.repeat):
        with open(path, "w") as file:
            file.write(FEED)
            for number in range(effort.entities):
                file.write(PROMISE.format(id=uuid.UUID(int=repeat * effort.entities + number + 1), number=number))
            file.write("</feed>")
        for name, new in (("read in", effort.entities), ("the same file again", 0)):
            before = time.perf_counter()
            seconds, peak, printed = command(served, "commitments", "import", str(path))
            assert f": {new} new, 0 changed, {effort.entities - new} unchanged, 0 removed" in printed, printed
            assert peak < MOST_MEMORY, peak
            figures[name].append((time.perf_counter() - before, seconds, peak))
    size = path.stat().st_size / 1e6
    return [
        (
            f"the House's list of {effort.entities:,} entities ({size:.0f} MB), {name}",
            f"{spread_of([each for each, _, _ in runs], 's')}; {spread_of([each for _, each, _ in runs], 's')} CPU; "
            f"peak {max(each for _, _, each in runs):.0f} MB",
        )
        for name, runs in figures.items()
    ]


def command(served, *words):
    """Runs a command of the program. Returns its seconds of processor time, its peak memory in MB, and what it printed."""
    process = subprocess.Popen([str(served.binary), *words, *served.place], stdout=subprocess.PIPE, text=True)
    printed = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, printed
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1000, printed


def overview(served, effort):
    """The planning overview and the board over many commitments, and a long letter as documents."""
    desk = keeper(served)
    letter = served.fill(promises=effort.promises, **{"letter-pages": effort.pages_of_letter}, keeper="thijs")[-1]
    rows = []
    for name, address in (
        (f"planning overview of {effort.promises:,} commitments", "/nl/planning"),
        ("the same as a spreadsheet", "/nl/planning/tweede-kamer/bestanden/planningsoverzicht.ods"),
        ("the board of them", "/nl/bord"),
        ("the register, first page", "/nl/register"),
    ):
        size = len(desk.get(address).body)
        rows.append((name, f"{repeated(served, effort.pages, lambda address=address: desk.get(address))}; {size / 1000:.0f} kB"))
    for form in ("odt", "pdf"):
        address, times = f"/nl/brieven/{letter}/bestanden/brief.{form}", []
        for _ in range(effort.repeat):
            before = time.perf_counter()
            answer = desk.get(address)
            times.append(time.perf_counter() - before)
        assert answer.status == 200, answer.status
        rows.append((f"letter of {effort.pages_of_letter} pages as {form.upper()}", f"{spread_of(times, 'ms', 1000)}; {len(answer.body) / 1000:.0f} kB"))
    return rows


def keeper(served):
    """Someone who coordinates the commitments of a ministry, signed in."""
    person = Person("thijs", "Thijs Molenaar")
    printed = served.command("officer", "add", "--user-name", person.user_name, "--name", person.name)
    served.command("officer", "appoint", "--user-name", "thijs", "--organisation", "bzk", "--role", "commitmentsCoordinator")
    OfficerClient(served.officer).enrol(person, invitation(printed)[0])
    desk = OfficerClient(served.officer)
    desk.sign_in(person)
    return desk
