"""One actor's connection and its clock: steps, bytes, and what the actor itself had to compute."""

import contextlib
import http.client
import json
import os
import ssl
import time
import urllib.parse

# Loopback with a self-signed certificate.
TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
TLS.check_hostname, TLS.verify_mode = False, ssl.CERT_NONE
PATIENCE = float(os.environ.get("DESK_TIMEOUT", "300"))


class HTTPError(Exception):
    """An answer with another status than was expected."""

    def __init__(self, status, body, step):
        super().__init__(f"{step}: HTTP {status} {body[:200]!r}")
        self.status, self.body = status, body


class Visit:
    """A fresh connection, kept for the whole visit: a reporter is a new browser."""

    def __init__(self, base, source=None):
        self.base, self.source, self.connection = urllib.parse.urlsplit(base), (source, 0) if source else None, None
        self.steps, self.client_seconds, self.requests, self.bytes_in, self.bytes_out = {}, 0.0, 0, 0, 0

    def open(self):
        secure = self.base.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        with self.step("connect"):
            options = {"timeout": PATIENCE, "source_address": self.source, **({"context": TLS} if secure else {})}
            self.connection = kind(self.base.hostname, self.base.port or (443 if secure else 80), **options)
            self.connection.connect()
        return self

    def close(self):
        if self.connection:
            self.connection.close()
            self.connection = None

    @contextlib.contextmanager
    def step(self, name):
        """Counts the time within as that of a step."""
        before = time.perf_counter()
        try:
            yield
        finally:
            self.steps[name] = self.steps.get(name, 0.0) + time.perf_counter() - before

    @contextlib.contextmanager
    def client_work(self, name):
        """Counts the time within as a step, and as work of the client itself: proof of work, derivation, encryption."""
        before = time.perf_counter()
        try:
            with self.step(name):
                yield
        finally:
            self.client_seconds += time.perf_counter() - before

    def call(self, name, method, path, body=None, headers=None, expect=(200, 201, 202, 204, 303)):
        """A request as a step of the visit. `expect` is the statuses that are right; empty for any."""
        if self.connection is None:
            self.open()
        sent = {"Accept-Language": "en", "Accept-Encoding": "identity"}
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
            sent["Content-Type"] = "application/json"
        sent.update(headers or {})
        with self.step(name):
            self.connection.request(method, path, body, sent)
            response = self.connection.getresponse()
            content = response.read()
        self.requests += 1
        self.bytes_in += len(content)
        self.bytes_out += len(body or b"")
        if expect and response.status not in expect:
            raise HTTPError(response.status, content, name)
        return response, content
