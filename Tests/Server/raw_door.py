"""What no browser sends: bytes on a socket, whole or cut off, as someone at the reporter's door."""

import contextlib
import http.client
import select
import socket
import time
import urllib.parse

FORM = "application/x-www-form-urlencoded"


class RawDoor:
    def __init__(self, reporter):
        self.cookie = "; ".join(f"{name}={value}" for name, value in reporter.cookies.items())
        self.place = urllib.parse.urlsplit(reporter.address)

    def connect(self, patience=10):
        return socket.create_connection((self.place.hostname, self.place.port), timeout=patience)

    def head(self, path, *fields):
        """The head of a POST of this reporter, with more fields such as `Content-Length: 9`."""
        lines = [f"POST {path} HTTP/1.1", f"Host: {self.place.netloc}", f"Cookie: {self.cookie}", *fields]
        return "".join(f"{line}\r\n" for line in [*lines, ""]).encode()

    def post(self, path, kind, body, *fields):
        """A whole request, of the length that it says unless the fields say another."""
        if not any(field.startswith(("Content-Length", "Transfer-Encoding")) for field in fields):
            fields = (f"Content-Length: {len(body)}", *fields)
        return self.head(path, f"Content-Type: {kind}", *fields) + body

    def status(self, *pieces, pause=0.0, ends=False):
        """Sends pieces until there is an answer, and returns its status; None where the connection closed without one.

        Every answer has the headers of the house, also to what is no request.
        `pause` is in seconds between pieces. With `ends`, the sender says that nothing follows.
        """
        with self.connect(30) as connection:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                for piece in pieces:
                    connection.sendall(piece)
                    if select.select([connection], [], [], pause)[0]:
                        break
                if ends:
                    connection.shutdown(socket.SHUT_WR)
            response = http.client.HTTPResponse(connection)
            try:
                response.begin()
                response.read()
            except (ConnectionResetError, http.client.BadStatusLine):
                return None
            assert response.headers["Content-Security-Policy"].startswith("default-src 'none'"), response.headers
            assert response.headers["Cache-Control"] == "no-store", response.headers
            return response.status

    def abandon(self, part):
        """Sends a part of a request and is gone, with a reset."""
        with self.connect() as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            connection.sendall(part)
            time.sleep(0.1)
