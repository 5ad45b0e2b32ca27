"""Both doors over plain HTTP: what a browser without JavaScript sends, and what of the pages counts."""

import hashlib
import html
import http.client
import re
import secrets
import time
import urllib.parse

from officers import Device

ANSWERS = {
    "wie": {"wie": "myself"},
    "organisatie": {"organisatie": "bzk"},
    "lezers": {"verder": "ja"},
    "soort": {"soort": "discrimination", "grond": "race"},
    "wanneer": {"patroon": "moreOften", "dag": "16", "maand": "2", "jaar": "2026"},
    "spoed": {"spoed": "nee"},
    "bestanden": {},
    "naam": {"hoe": "anonymous"},
}
TYPED = re.compile(r'<div class="pre" dir="auto">(.*?)</div>', re.S)


class Unanswered(Exception):
    """The connection broke before the whole answer came: the outcome is not known."""


class Refused(AssertionError):
    """Another status, or another page to go to, than was expected."""

    def __init__(self, request, answer):
        title = re.search(r"<title>(.*?)</title>", answer.text, re.S)
        super().__init__(f"{request}: {answer.status} {answer.location} {title.group(1) if title else ''}".strip())
        self.status = answer.status
        self.answer = answer


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def location(self):
        """The path of a redirect, without its fragment."""
        return (self.headers.get("Location") or "").split("#")[0]

    @property
    def token(self):
        """The proof of the session that each of its forms carries."""
        return html.unescape(re.search(r'name="formulier" value="([^"]+)"', self.text).group(1))

    def links(self, pattern):
        """Each address and its text where the address begins with a pattern."""
        found = re.findall(rf'<a href="({pattern}[^"#]*)"[^>]*>(.*?)</a>', self.text, re.S)
        return [(html.unescape(address), html.unescape(re.sub(r"<[^>]+>", "", text))) for address, text in found]


class Door:
    """A browser at a door: one connection, its cookies, and how long each request took."""

    # The certificates that it trusts where the door speaks TLS: an `ssl.SSLContext`.
    trust = None

    def __init__(self, address, patience=30, network=None):
        self.address, self.patience = address, patience
        self.network = network
        self.cookies, self.connection, self.times = {}, None, []

    def move(self, address):
        """Goes on at another address, such as after a restart. The cookies stay."""
        self.close()
        self.address = address

    def close(self):
        if self.connection:
            self.connection.close()
            self.connection = None

    def connect(self):
        if not self.connection:
            place = urllib.parse.urlsplit(self.address)
            if place.scheme == "https":
                self.connection = http.client.HTTPSConnection(place.netloc, timeout=self.patience, context=self.trust)
            else:
                self.connection = http.client.HTTPConnection(place.netloc, timeout=self.patience)
            self.connection.connect()
        return self.connection

    def request(self, method, path, body=None, kind=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        if kind:
            headers["Content-Type"] = kind
        if self.network:
            headers["X-Forwarded-For"] = self.network
        before = time.monotonic()
        try:
            connection = self.connect()
            connection.request(method, path, body=body, headers=headers)
            response = connection.getresponse()
            answer = Answer(response.status, response.headers, response.read())
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise Unanswered(f"{method} {path}: {type(error).__name__}") from error
        self.times.append(time.monotonic() - before)
        if answer.status in (502, 504):
            raise Unanswered(f"{method} {path}: the proxy got no answer")
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer

    def get(self, path):
        answer = self.request("GET", path)
        if answer.status != 200:
            raise Refused(f"GET {path}", answer)
        return answer

    def post(self, path, fields, to=None):
        """Posts a form, which must lead to the page `to`."""
        body = urllib.parse.urlencode(fields).encode()
        return self._posted(path, body, "application/x-www-form-urlencoded", to)

    def post_files(self, path, token, files, to=None):
        boundary, body = multipart(token, files)
        return self._posted(path, body, f"multipart/form-data; boundary={boundary}", to)

    def _posted(self, path, body, kind, to):
        answer = self.request("POST", path, body, kind)
        if to is not None and (answer.status != 303 or answer.location != to):
            raise Refused(f"POST {path}", answer)
        return answer


def multipart(token, files):
    """A form with files (RFC 7578): its boundary and its bytes."""
    boundary = secrets.token_hex(16)
    parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="formulier"\r\n\r\n{token}\r\n'.encode()]
    for name, content in files:
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="bestand"; filename="{name}"\r\n\r\n'
        parts += [head.encode(), content, b"\r\n"]
    parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="toevoegen"\r\n\r\nja\r\n'.encode())
    return boundary, b"".join([*parts, f"--{boundary}--\r\n".encode()])


def digest(content):
    return hashlib.sha256(content).hexdigest()


class ReporterClient(Door):
    """Someone who reports, or comes back with a code."""

    token = code = None

    def begin(self):
        self.post("/nl/melden/begin", {}, to="/nl/melden/wie")
        self.take_token()

    def take_token(self):
        self.token = self.get("/nl/melden/wie").token

    def answer(self, story, start="wie", until="bestanden"):
        """Answers the questions, each as the desk asks for it, from one page until another."""
        step = start
        while step != until:
            fields = {"formulier": self.token, **(ANSWERS[step] if step != "verhaal" else {"verhaal": story})}
            answer = self.post(f"/nl/melden/{step}", fields)
            if answer.status != 303 or not answer.location.startswith("/nl/melden/"):
                raise Refused(f"POST /nl/melden/{step}", answer)
            step = answer.location.removeprefix("/nl/melden/")

    def add_draft_files(self, files):
        self.post_files("/nl/melden/bestanden", self.token, files, to="/nl/melden/bestanden")

    def draft_files(self):
        """The names of the files with the draft."""
        return [html.unescape(name) for name in re.findall(r"<bdi>(.*?)</bdi>", self.get("/nl/melden/bestanden").text)]

    def finish_draft(self):
        self.answer("", start="bestanden", until="controle")

    def send(self):
        self.post("/nl/melden/controle", self.checked(), to="/nl/melden/code")

    def checked(self):
        """The fields of the page with all answers."""
        shown = re.search(r'name="lezers" value="([^"]*)"', self.get("/nl/melden/controle").text)
        return {"formulier": self.token, "lezers": shown[1]}

    def read_code(self):
        """The code on the page after sending. With it the report is acknowledged."""
        page = self.get("/nl/melden/code").text
        block = re.search(r'class="code"[^>]*>(.*?)</ol>', page, re.S)
        code = re.sub(r"\D", "", re.sub(r"<[^>]+>", "", block.group(1)))
        assert len(code) == 24, "the page shows no code of 24 digits"
        self.code = code
        return code

    def type_code_back(self):
        self.post("/nl/melden/code", {"formulier": self.token, "laatste": self.code[-4:]}, to="/nl/mijn-melding")

    def enter(self, code):
        self.post("/nl/code", {"code": code}, to="/nl/mijn-melding")
        self.code = code
        self.token = self.get("/nl/mijn-melding").token

    def write(self, text):
        self.post("/nl/mijn-melding/berichten", {"formulier": self.token, "bericht": text}, to="/nl/mijn-melding")

    def add_file(self, name, content):
        self.post_files("/nl/mijn-melding/bestanden", self.token, [(name, content)], to="/nl/mijn-melding")

    def messages(self, page=None):
        return messages_of(page or self.get("/nl/mijn-melding"))

    def file_links(self, page=None):
        """The address of each own file, by its name."""
        page = page or self.get("/nl/mijn-melding")
        return {name: address for address, name in page.links("/nl/mijn-melding/bestanden/")}

    def story(self):
        return typed(self.get("/nl/mijn-melding/verhaal").text)[-1]

    def download(self, address):
        return self.get(address).body


class OfficerClient(Door):
    """An officer at their desk."""

    def enrol(self, person, invitation):
        """Enrols a person of the cast, from the invitation to the device."""
        fields = {"naam": person.user_name, "uitnodiging": invitation}
        page = self.post("/nl/inschrijven", fields)
        secret = re.search(r'name="geheim" value="([^"]+)"', page.text)
        if not secret:
            raise Refused("POST /nl/inschrijven", page)
        person.device = Device(re.search(r'<code class="pre">(.*?)</code>', page.text).group(1))
        fields |= {"geheim": html.unescape(secret.group(1)), "code": person.device.digits()}
        fields |= {"wachtzin": person.passphrase, "nogmaals": person.passphrase}
        self.post("/nl/inschrijven/wachtzin", fields, to="/nl/aanmelden")

    def sign_in(self, person):
        fields = {"naam": person.user_name, "wachtzin": person.passphrase, "code": person.device.digits()}
        self.post("/nl/aanmelden", fields, to="/nl/werklijst")

    def confirm_waiting(self):
        """Confirms whoever waits at the officer's own organisation. Returns how many."""
        for count in range(20):
            page = self.get("/nl/sleutelhouders")
            waiting = re.search(r'name="aanstelling" value="([^"]+)"', page.text)
            if not waiting:
                return count
            fields = {"formulier": page.token, "aanstelling": waiting.group(1)}
            self.post("/nl/sleutelhouders", fields, to="/nl/sleutelhouders")
        raise AssertionError("confirming does not come to an end")

    def cases(self):
        """The address of every open case on the worklist."""
        found, path = [], "/nl/werklijst"
        while path:
            page = self.get(path)
            found += [address for address, _ in page.links("/nl/zaken/")]
            path = next((address for address, _ in page.links(r"/nl/werklijst/open\?na=")), None)
        return found

    def open(self, address):
        """Opens a case for handling and returns its page."""
        page = self.get(address)
        if 'name="doel"' in page.text and f'action="{address}/opening"' in page.text:
            self.post(f"{address}/opening", {"formulier": page.token, "doel": "handling"}, to=address)
            page = self.get(address)
        return page

    def write(self, address, text):
        self.post(f"{address}/berichten", {"formulier": self.get(address).token, "bericht": text}, to=address)

    def download(self, address):
        return self.get(address).body


def typed(page):
    """Each text on a page as someone typed it."""
    return [html.unescape(text) for text in TYPED.findall(page)]


def messages_of(page):
    """The messages on a page, in order. One that is not genuine has no text: then this fails."""
    articles = re.findall(r'<article class="msg[^"]*">(.*?)</article>', page.text, re.S)
    return [typed(article)[0] for article in articles]


def case_story(page):
    """The story on the page of an opened case."""
    return typed(page.text.split('id="berichten"')[0])[-1]
