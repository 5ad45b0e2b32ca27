"""What is measured at volume: a large file, a list of 100,000 cases, a chain of a million entries, new keys for 1,000 cases."""

import os
import time

import material
from desk_client import OfficerClient, ReporterClient
from desk_load.figures import percentile
from large_file_proof import LARGE
from measures import spread_of


def large_file(served, effort):
    """100 MB of text in by the reporter and out by the officer."""
    reporter = reporter_in_mailbox(served)
    served.probe.forget_peak()
    before, cpu = time.perf_counter(), served.probe.cpu()
    reporter.add_file("log.txt", LARGE)
    taken, used, peak = time.perf_counter() - before, served.probe.cpu() - cpu, served.probe.memory("VmHWM")
    rows = [("file of 100 MB in (text, cleaned, two copies)", figures(taken, used, peak))]
    desk = OfficerClient(served.officer)
    desk.sign_in(served.vera)
    page = desk.open(desk.cases()[0])
    link = page.links("/nl/zaken/[^/]+/bestanden/")[0][0]
    served.probe.forget_peak()
    before, cpu = time.perf_counter(), served.probe.cpu()
    assert len(desk.download(link)) == len(LARGE)
    taken, used, peak = time.perf_counter() - before, served.probe.cpu() - cpu, served.probe.memory("VmHWM")
    return [*rows, ("file of 100 MB out", figures(taken, used, peak))]


def figures(seconds, cpu, peak):
    return f"{seconds:.1f} s, {100 / seconds:.0f} MB/s; {cpu:.1f} s CPU; peak {peak:.0f} MB"


def reporter_in_mailbox(served):
    reporter = ReporterClient(served.reporter, patience=300)
    reporter.begin()
    reporter.answer(material.story())
    reporter.finish_draft()
    reporter.send()
    reporter.read_code()
    reporter.type_code_back()
    return reporter


def lists(served, effort):
    """The first page and a deep one of a long worklist, and opening a case on it."""
    served.fill(whole=effort.opened)
    served.fill(listed=effort.listed)
    if served.engine == "postgres":
        served.cluster.psql("ANALYZE", database=served.database)
    desk = OfficerClient(served.officer)
    desk.sign_in(served.vera)
    first = desk.get("/nl/werklijst")
    deep = first
    for _ in range(effort.depth):
        deep = desk.get(next(address for address, _ in deep.links(r"/nl/werklijst/open\?na=")))
    path = next(address for address, _ in deep.links(r"/nl/werklijst/open\?na="))
    rows = []
    for name, address in ((f"worklist of {effort.listed:,} cases, first page", "/nl/werklijst"), ("the same, a deep page", path)):
        size = len(desk.get(address).body)
        rows.append((name, f"{repeated(served, effort.pages, lambda address=address: desk.get(address))}; {size / 1000:.1f} kB"))
    for kind, name in (("te-laat", "the same, those that are late"), ("wacht-op-ons", "the same, those that wait for the desk")):
        rows.append((name, repeated(served, effort.pages, lambda kind=kind: desk.get(f"/nl/werklijst/{kind}"))))
    cases = whole_cases(served)
    opened = repeated(served, len(cases), lambda: desk.open(f"/nl/zaken/{cases.pop()}"))
    return [*rows, ("opening a case (purpose, entry, page)", opened)]


def whole_cases(served):
    """The cases that have a report."""
    return served.values("SELECT case_id FROM case_document WHERE kind = 'report'")


def repeated(served, count, act):
    times, cpu = [], served.probe.cpu()
    for _ in range(count):
        before = time.perf_counter()
        act()
        times.append(time.perf_counter() - before)
    used = (served.probe.cpu() - cpu) / count
    p95 = percentile(times, 0.95) * 1000
    return f"{spread_of(times, 'ms', 1000)}; p95 {p95:.1f} ms; {used * 1000:.1f} ms CPU each"


def audit(served, effort):
    """The chain is checked by the command, as an operator does."""
    served.fill(entries=effort.entries)
    times = []
    for _ in range(effort.repeat):
        before = time.perf_counter()
        served.verify_audit()
        times.append(time.perf_counter() - before)
    return [(f"audit verification of {effort.entries:,} entries", spread_of(times, "s"))]


def rekey(served, effort):
    """Someone begins to stand in for an officer who is excluded from all cases: the job gives each case new keys."""
    served.add_readers("lotte", "sara")
    served.fill(whole=effort.rekeyed, involved="omar")
    before = served.count("compartment_epoch")
    begun = time.perf_counter()
    served.command(
        *("officer", "appoint", "--user-name", "lotte", "--organisation", "bzk", "--role", "integrityCoordinator"),
        *("--substitute-for", "omar"),
    )
    seconds = time.perf_counter() - begun
    renewed = served.count("compartment_epoch") - before
    assert renewed >= effort.rekeyed, f"{renewed} new epochs"
    return [(f"new keys for {effort.rekeyed:,} cases", f"{seconds:.1f} s, {seconds / effort.rekeyed * 1000:.1f} ms each")]


def machine():
    """The processor and memory of this machine, for the head of the table."""
    with open("/proc/cpuinfo") as lines:
        model = next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return f"{os.cpu_count()} cores of {model}, {memory:.0f} GB"
