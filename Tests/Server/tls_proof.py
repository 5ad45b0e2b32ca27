"""The doors speak TLS themselves."""

import http.client
import ssl
import subprocess
import urllib.parse

from desk_client import Answer
from installation import BINARY


def tls(served):
    """the doors speak TLS 1.2 and 1.3 themselves, with cookies for TLS alone; older versions and plain HTTP get nothing"""
    certificate, key = served.folder / "door.pem", served.folder / "door.key"
    words = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"]
    words += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate]
    subprocess.run(words, check=True, capture_output=True)
    key.chmod(0o600)
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
