"""A new release while the desk works: an older node goes on beside a newer one that brought the schema up to date."""

import subprocess
import time

from drilled import Drilled
from installation import BINARY, ROOT
from load import Load
from nodes_drill import FORGIVEN, Nginx, Node, all_are_there, bring_to_end

OLDER = ROOT / ".build-older"
SECONDS = 4


def rolling_upgrade(cluster):
    """Two nodes of the program before its newest schema step, renewed one after the other under load: nothing acknowledged is lost"""
    older, steps = older_program()
    served, nodes, nginx = Drilled("postgres", cluster), [], None
    try:
        served.binary = older
        served.start().staff()
        served.stop()
        served.binary = BINARY
        nodes += [Node(served, "one", older), Node(served, "two", older)]
        nginx = Nginx(served.folder, nodes)
        served.reporter, served.officer = nginx.reporter, nginx.officer
        load, schemas = Load(), [schema(served)]
        for renewed in (None, nodes[1], None, nodes[0], None):
            work(load, nginx.reporter, renewed)
            schemas.append(schema(served))
        added = schemas[-1] - schemas[0]
        assert added == steps, f"the schema gained {sorted(added)}, and the sources {sorted(steps)}"
        assert schemas[2] == schemas[-1], "the first new node left the schema as it was"
        refused = subprocess.run([older, "serve", *served.place, "--test"], capture_output=True, text=True, timeout=30)
        assert refused.returncode == 1 and "later release" in refused.stderr, "an older node starts on a newer database"
        all_are_there(load, served)
        return f"{', '.join(sorted(added))}; {load.outcome(0)}"
    finally:
        if nginx:
            nginx.stop()
        for node in nodes:
            node.kill()
        served.remove()


def work(load, address, renewed):
    """People work for a while; in the middle of it a node is renewed. All that was acknowledged is there afterwards."""
    seen = len(load.known)
    load.begin(address)
    time.sleep(SECONDS / 2)
    if renewed:
        renewed.stop()
        renewed.start()
    time.sleep(SECONDS / 2 + FORGIVEN)
    bring_to_end(load, seen, address)


def schema(served):
    """The steps that the database went through."""
    return set(served.values("SELECT id FROM schema_migration"))


def older_program():
    """The program as it was before the newest step of the schema, and the steps since, by their names in the database."""
    newest = git("log", "-1", "--diff-filter=A", "--format=%H", "--", ":(glob)Sources/**/Schema/*.sql")
    assert newest, "the history of the sources is needed: this is no whole clone"
    source, commit = OLDER / "source", git("rev-parse", f"{newest}~1")
    if not source.exists():
        git("worktree", "prune")
        git("worktree", "add", "--detach", source, commit)
    git("-C", source, "checkout", "--quiet", "--detach", commit)
    words = ["swift", "build", "--product", "meldloket", "--package-path", source, "--scratch-path", OLDER / "build"]
    built = subprocess.run(words, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr[-2000:]
    binary = OLDER / "build/debug/meldloket"
    return binary, known_steps(BINARY) - known_steps(binary)


def known_steps(binary):
    """The steps that a program makes in a new database."""
    fresh = Drilled("sqlite", None)
    try:
        subprocess.run([binary, "migrate", *fresh.place], check=True, capture_output=True)
        return schema(fresh)
    finally:
        fresh.remove()


def git(*words):
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
