"""The doors speak TLS themselves."""

import http.client
import json
import re
import ssl
import subprocess
import time
import urllib.parse

from desk_client import Answer
from installation import BINARY


def tls(served):
    """the doors speak TLS 1.2 and 1.3 themselves, with cookies for TLS alone; older versions and plain HTTP get nothing"""
    certificate, key = make_certificate(served.folder, "door")
    served.stop()
    served.start("--tls-certificate", str(certificate), "--tls-key", str(key))
    place = urllib.parse.urlsplit(served.reporter)
    spoken = {}
    for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
        answer, spoken[version.name] = begin(place, certificate, version)
        cookie = answer.headers["Set-Cookie"]
        assert answer.status == 303 and cookie.startswith("__Host-melding=") and "; Secure" in cookie, cookie
        assert "max-age=" in answer.headers["Strict-Transport-Security"]
    old = refused(lambda: begin(place, certificate, ssl.TLSVersion.TLSv1_1))
    plain = refused(lambda: http.client.HTTPConnection(place.hostname, place.port, timeout=5))
    key.chmod(0o644)
    served.stop()
    words = [BINARY, "serve", *served.place, "--test"]
    words += ["--tls-certificate", certificate, "--tls-key", key]
    done = subprocess.run(words, capture_output=True, text=True, timeout=20)
    assert done.returncode == 1 and "chmod 600" in done.stderr, "a key that others may read was taken"
    certificate.unlink()
    key.unlink()
    served.start()
    return f"{spoken}; {old}, {plain}"


def renewed_certificate(served):
    """a renewed certificate is taken up without a restart, half of one is not, and the log tells both as lines of JSON"""
    first, second = make_certificate(served.folder, "first"), make_certificate(served.folder, "second", curve="P-384")
    paths = [served.folder / "door.pem", served.folder / "door.key"]
    for source, path in zip(first, paths, strict=True):
        replace(path, source)
    served.stop()
    log_before = len(served.logged())
    served.start("--tls-certificate", str(paths[0]), "--tls-key", str(paths[1]), "--log-format", "json")
    port = urllib.parse.urlsplit(served.reporter).port
    assert shown(port) == first[0].read_text(), "another certificate is shown"
    replace(paths[0], second[0])
    await_event(served, log_before, "certificate.unreadable")
    assert shown(port) == first[0].read_text(), "a certificate without its key was taken up"
    replace(paths[1], second[1], mode=0o644)
    time.sleep(2.5)
    assert shown(port) == first[0].read_text(), "a key that others may read was taken up"
    replace(paths[1], second[1])
    await_event(served, log_before, "certificate.renewed")
    assert shown(port) == second[0].read_text(), "the renewed certificate is not shown"
    told = [line["event"] for line in events(served, log_before)]
    assert told == ["certificate.unreadable", "certificate.renewed"], told
    served.stop()
    words = [BINARY, "serve", *served.place, "--test", "--tls-certificate", first[0], "--tls-key", second[1]]
    done = subprocess.run(words, capture_output=True, text=True, timeout=20)
    assert done.returncode == 1 and "are not a certificate and its key" in done.stderr, "a certificate with the key of another was taken"
    for path in (*first, *second, *paths):
        path.unlink()
    served.start()
    return ", ".join(told)


def make_certificate(folder, name, curve="P-256", host="localhost"):
    """A certificate for a host and its key, as files."""
    certificate, key = folder / f"{name}.pem", folder / f"{name}.key"
    words = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", f"ec_paramgen_curve:{curve}", "-nodes", "-days", "1"]
    words += ["-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}", "-keyout", key, "-out", certificate]
    subprocess.run(words, check=True, capture_output=True)
    key.chmod(0o600)
    return certificate, key


def replace(path, source, mode=0o600):
    """Puts a copy in place at once, as tools that renew certificates do."""
    copy = path.with_suffix(".new")
    copy.write_bytes(source.read_bytes())
    copy.chmod(mode)
    copy.replace(path)


def shown(port):
    """The certificate that the door shows to a new connection."""
    return ssl.get_server_certificate(("localhost", port))


def events(served, start):
    """The lines of the log since a place, each of which is an object with an instant and a level."""
    told = [line for line in served.logged()[start:].decode().splitlines() if not re.match(r"(Reporter's door|Officers' door|Open data): ", line)]
    lines = [json.loads(line) for line in told]
    assert all({"time", "level", "event", "logger"} <= line.keys() for line in lines), lines
    return lines


def await_event(served, start, name, seconds=10):
    deadline = time.monotonic() + seconds
    while not any(line["event"] == name for line in events(served, start)):
        assert time.monotonic() < deadline, f"{name} is not told: {served.logged()[start:]}"
        time.sleep(0.1)


def begin(place, certificate, version):
    context = ssl.create_default_context(cafile=certificate)
    context.minimum_version = context.maximum_version = version
    connection = http.client.HTTPSConnection("localhost", place.port, timeout=5, context=context)
    connection.request("POST", "/nl/melden/begin", body=b"", headers={"Content-Type": "application/x-www-form-urlencoded"})
    response = connection.getresponse()
    cipher = connection.sock.cipher()[0]
    answer = Answer(response.status, response.headers, response.read())
    connection.close()
    return answer, cipher


def refused(attempt):
    """Fails where there is an answer. Returns how it was refused."""
    try:
        made = attempt()
        if isinstance(made, http.client.HTTPConnection):
            made.request("GET", "/nl")
            made.getresponse()
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__
    raise AssertionError("it was answered")
