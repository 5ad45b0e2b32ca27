"""Saved pages of the House's list read in by the command: what is told of them, and with what the command ends."""

import pathlib
import re
import subprocess
import tempfile

SAMPLES = pathlib.Path(__file__).resolve().parents[1] / "CommitmentsTests/Samples"
# How many records of each are kept.
FILES = {
    "toezegging-volgens-xsd.xml": 1,
    "syncfeed-toezegging-live-drift.xml": 3,
    "toezegging-rijen-testfixtures.json": 3,
    "odata-v4-besluit-expand-zaak-stemming.json": 5,
    "syncfeed-persoon.xml": 0,
    "odata-v4-fractie.json": 0,
}


def command(served, *words, status=0):
    """What a command printed; it ends as expected."""
    done = subprocess.run([str(served.binary), "commitments", *words, *served.place], capture_output=True, text=True)
    assert done.returncode == status, (words, done.returncode, done.stdout, done.stderr)
    return done.stdout + done.stderr


def imported(served):
    """saved samples by the command: tried, read, read again, changed, cut off and in a wrong encoding"""
    paths = [str(SAMPLES / name) for name in FILES]
    before = served.count("house_item")
    for words, kept in ((["--dry-run"], False), ([], True)):
        told = command(served, "import", *words, *paths, paths[0])
        counts = [int(number) for number in re.findall(r": (\d+) new", told)]
        assert counts == [*FILES.values(), 0], (told, "a file that comes twice is the same the second time, tried or not")
        assert served.count("house_item") == before + (sum(FILES.values()) if kept else 0)
    again = command(served, "import", *paths)
    assert set(re.findall(r": (\d+ new, \d+ changed)", again)) == {"0 new, 0 changed"}, again
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "page"
        whole = pathlib.Path(paths[0]).read_text()
        file.write_text(whole.replace("Openstaand", "Voldaan"))
        changed = command(served, "import", str(file))
        assert "TZ202409-999: status 'Openstaand' -> 'Voldaan'" in changed, changed
        for content, why in (
            (whole[: len(whole) - 100].encode(), "ends too soon"),
            (b"", "the file is empty"),
            (pathlib.Path(paths[2]).read_text().encode("utf-16"), "save it as UTF-8"),
        ):
            file.write_bytes(content)
            assert why in (told := command(served, "import", str(file), status=1)), told
    assert "Cannot read" in command(served, "import", "/nowhere/page.xml", status=1)
    return f"{len(paths)} files, {sum(FILES.values())} records"
