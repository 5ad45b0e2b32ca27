"""Feeds the parsers that read from outside with what libFuzzer thinks of. `make fuzz` builds the program for it.

python Tests/Fuzz/run.py [parser…] [--seconds 3600]

It begins with the inputs that were chosen (`…-chosen.txt`) and those that were found before. Inputs that reached something
new are kept, and go through their parser again in every `make test`. Exit status 1 where an input was found for which
something does not hold: it goes to the chosen ones, which stay.
"""

import argparse
import base64
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build-fuzz/release/FuzzParsers"
KEPT = ROOT / "Tests/ParserPropertiesTests/Inputs"
LONGEST = {"multipart": 2048, "form": 1024, "code": 128, "terms": 1024, "file": 4096, "forwarded": 256, "reference": 256, "houseList": 4096}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parsers", nargs="*", help=f"of {', '.join(LONGEST)}; all by default")
    parser.add_argument("--seconds", type=int, default=3600, help="processor time for each")
    chosen = parser.parse_args()
    names = chosen.parsers or list(LONGEST)
    if unknown := set(names) - LONGEST.keys():
        parser.error(f"no such parser: {', '.join(sorted(unknown))}")
    return 1 if sum([not fuzzed(name, chosen.seconds) for name in names]) else 0


def fuzzed(name, seconds):
    """Tries one parser for so long. Returns whether all held."""
    with tempfile.TemporaryDirectory(prefix="meldloket-fuzz-") as folder:
        corpus, smaller, faults = (pathlib.Path(folder, part) for part in ("corpus", "smaller", "faults"))
        for path in (corpus, smaller, faults):
            path.mkdir()
        for number, data in enumerate(read(f"{name}-chosen") + read(name)):
            (corpus / f"kept-{number}").write_bytes(data)
        spent, tried, reached, status = 0.0, 0, 0, 0
        while spent < seconds and status == 0:
            words = [f"-max_total_time={max(10, int(seconds - spent))}", f"-max_len={LONGEST[name]}", f"-artifact_prefix={faults}/"]
            before = os.times()
            status, printed = run(name, corpus, *words, "-timeout=10", "-rss_limit_mb=1024", "-print_final_stats=1", "-verbosity=1")
            after = os.times()
            spent += after.children_user + after.children_system - before.children_user - before.children_system
            tried += int((re.findall(r"number_of_executed_units: (\d+)", printed) or ["0"])[-1])
            reached = int((re.findall(r"\bcov: (\d+)", printed) or ["0"])[-1])
        if status == 0:
            merged, printed = run(name, smaller, corpus, "-merge=1", f"-max_len={LONGEST[name]}")
            assert merged == 0, printed[-2000:]
        found = [path.read_bytes() for path in faults.iterdir()]
        if status:
            write(f"{name}-chosen", read(f"{name}-chosen") + found)
        else:
            write(name, [path.read_bytes() for path in smaller.iterdir()])
    print(f"  {name}: {tried:,} inputs in {spent:.0f} s of processor time, {reached} places reached, {len(read(name))} inputs kept")
    if status:
        lines = [line for line in printed.splitlines() if "Fatal error" in line or line.startswith("SUMMARY")]
        print("    FAILED: " + " ".join(lines) + "".join(f"\n    {base64.b64encode(data).decode()}" for data in found))
    return status == 0


def run(name, *words):
    """Runs the program. Returns its exit status and what it printed, of which the last is of use."""
    # Where Swift tells of a fault itself, the input is not kept.
    environment = {**os.environ, "MELDLOKET_FUZZED": name, "SWIFT_BACKTRACE": "enable=no"}
    done = subprocess.run([PROGRAM, *words], env=environment, capture_output=True, cwd=PROGRAM.parent)
    return done.returncode, done.stderr.decode(errors="replace")


def read(name):
    path = KEPT / f"{name}.txt"
    return [base64.b64decode(line) for line in path.read_text().splitlines()] if path.exists() else []


def write(name, inputs):
    lines = sorted({base64.b64encode(data).decode() for data in inputs})
    (KEPT / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
