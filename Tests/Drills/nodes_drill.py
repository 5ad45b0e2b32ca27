"""Two nodes on one PostgreSQL, behind nginx as it is set up in Packaging, and one of them killed again and again."""

import os
import pathlib
import random
import re
import socket
import subprocess
import time
import urllib.request

from drilled import Drilled
from installation import BINARY, ROOT
from load import Load

KILLS = 12
# nginx asks a node again that failed, so many seconds after it did.
FORGIVEN = 2.2


class Node:
    """A process of the program at ports of its own, on the database of an installation."""

    def __init__(self, served, name, binary=BINARY):
        self.served, self.ports = served, [free_port(), free_port()]
        self.log = served.log.with_name(f"{name}.log")
        self.start(binary)

    def start(self, binary=BINARY):
        doors = ["--reporter", f"127.0.0.1:{self.ports[0]}", "--officer", f"127.0.0.1:{self.ports[1]}"]
        doors += ["--trusted-proxies", "127.0.0.1", "--beginnings-per-minute", "100000"]
        cleaner = ["--cleaner-python", str(ROOT / ".venv/bin/python"), "--cleaner", str(ROOT / "Tools/clean_document.py")]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [str(binary), "serve", *self.served.place, *doors, *cleaner, "--test"], stdout=log, stderr=log, cwd=self.served.folder
            )
        await_ready(f"http://127.0.0.1:{self.ports[0]}/readyz")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        """As an operator does, with time to finish what is in flight."""
        self.process.terminate()
        assert self.process.wait(timeout=40) == 0, "it did not end in order"


class Nginx:
    """nginx with the configuration that we ship, without TLS and at ports of its own."""

    def __init__(self, folder, nodes):
        self.ports, self.folder = [free_port(), free_port()], pathlib.Path(folder)
        text = (ROOT / "Packaging/nginx/meldloket.conf").read_text()
        for door, usual in enumerate((8080, 8081)):
            servers = "".join(f"server 127.0.0.1:{node.ports[door]} max_fails=1 fail_timeout=2s;\n" for node in nodes)
            text, count = re.subn(rf"    server 127\.0\.0\.1:{usual} .*\n", servers, text)
            assert count == 1, "the sample names the door otherwise"
        blocks = re.split(r"(?m)^(?=server \{)", text)
        assert len(blocks) == 4, "the sample has other servers"
        for number, port in enumerate(self.ports, 1):
            block = re.sub(r"(?m)^\s*(ssl_|listen \[).*\n", "", blocks[number])
            blocks[number], count = re.subn(r"listen 443 ssl http2;", f"listen 127.0.0.1:{port};", block)
            assert count == 1, "the sample listens otherwise"
        whole = f"""
            daemon off; pid {self.folder}/nginx.pid; error_log {self.folder}/error.log; worker_processes 1;
            events {{ worker_connections 512; }}
            http {{ client_body_temp_path {self.folder}/body; proxy_temp_path {self.folder}/proxy;
                fastcgi_temp_path {self.folder}/f; uwsgi_temp_path {self.folder}/u; scgi_temp_path {self.folder}/s;
                {"".join(blocks[:3])} }}
        """
        configuration = self.folder / "nginx.conf"
        configuration.write_text(whole)
        os.chmod(self.folder, 0o755)
        subprocess.run(["nginx", "-t", "-q", "-c", configuration], check=True)
        self.process = subprocess.Popen(["nginx", "-c", configuration])
        await_ready(f"http://127.0.0.1:{self.ports[0]}/readyz")

    @property
    def reporter(self):
        return f"http://127.0.0.1:{self.ports[0]}"

    @property
    def officer(self):
        return f"http://127.0.0.1:{self.ports[1]}"

    def stop(self):
        self.process.terminate()
        self.process.wait()


def two_nodes(cluster):
    """Two nodes behind nginx on one PostgreSQL, one or the other killed under load: nothing acknowledged is lost"""
    served = Drilled("postgres", cluster)
    nodes, nginx = [], None
    try:
        served.start().staff()
        served.stop()
        nodes += [Node(served, "one"), Node(served, "two")]
        nginx = Nginx(served.folder, nodes)
        served.reporter, served.officer = nginx.reporter, nginx.officer
        load = Load()
        for number in range(KILLS):
            seen = len(load.known)
            load.begin(nginx.reporter)
            time.sleep(random.uniform(0.3, 0.9))
            nodes[number % 2].kill()
            time.sleep(0.5)
            bring_to_end(load, seen, nginx.reporter)
            nodes[number % 2].start()
            time.sleep(FORGIVEN)
        all_are_there(load, served)
        return load.outcome(KILLS)
    finally:
        if nginx:
            nginx.stop()
        for node in nodes:
            node.kill()
        served.remove()


def bring_to_end(load, seen, address):
    """People stop, and come back to what had no answer. All that was acknowledged since `seen` reports is there."""
    load.end()
    assert not load.refused, load.refused[0]
    load.settle(address)
    load.check_by_code(load.known[seen:], address)


def all_are_there(load, served):
    """Every report is on the worklist and whole for its reporter, and the chain of the audit holds."""
    shown = len(served.officer_at_work().cases())
    assert shown == len(load.known), f"{shown} cases on the worklist, {len(load.known)} reports"
    load.check_by_code(load.known, served.reporter)
    served.verify_audit()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def await_ready(address, seconds=20):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.05)
    raise AssertionError(f"{address} does not become ready")
