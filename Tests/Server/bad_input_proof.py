"""Bad input on raw sockets: the server stays up, says what is wrong where it can, keeps the draft, and logs none of it."""

import contextlib
import time

import material
from desk_client import ReporterClient, multipart
from raw_door import FORM, RawDoor

MARK = b"MerkVanEenMelder"
STORY, FILES = "/nl/melden/verhaal", "/nl/melden/bestanden"
MB = 1_000_000
# How many send a part of a request and wait.
SLOW = 200
# Bytes of one request with files that the desk takes.
LARGEST_REQUEST = 220 * MB


def bad_input(served):
    """bad input on raw sockets: the right status, nothing kept, nothing lost, no byte of it in the log"""
    mark, process = len(served.logged()), served.process.pid
    reporter, story = ReporterClient(served.reporter), material.story()
    reporter.begin()
    reporter.answer(story)
    reporter.add_draft_files([material.text_file()])
    before, door = kept(served), RawDoor(reporter)
    answered = list(statuses(door, reporter.token))
    wrong = [f"{what}: {status}, not {right}" for what, right, status in answered if status != right]
    parts = cut_off(door, reporter.token)
    for part in parts:
        door.abandon(part)
    await_kept(served, before)
    seconds = past_slow_ones(door, served)
    logged = served.logged()[mark:]
    assert served.process.poll() is None and served.process.pid == process, "the server ended"
    assert not wrong, "; ".join(wrong)
    assert MARK not in logged and MARK.hex().encode() not in logged, "the log holds what was sent"
    assert b"request.failed" not in logged, "the log takes bad input for a failure of the server"
    reporter.finish_draft()
    reporter.send()
    reporter.read_code()
    reporter.type_code_back()
    assert reporter.story() == story and len(reporter.file_links()) == 1, "the draft is not what it was"
    bad = f"{len(answered)} bad requests answered, {len(parts)} cut off"
    return f"{bad}; past {SLOW} slow ones the questions took {seconds * 1000:.0f} ms"


def statuses(door, token):
    """What was sent, the status that is right for it, and the one that came."""
    boundary, files = multipart(token, [(f"{MARK.decode()}.txt", MARK * 60_000)])
    upload, form = f"multipart/form-data; boundary={boundary}", f"formulier={token}&verhaal=".encode() + MARK
    long, chunked = f"Content-Length: {len(files) + 1000}", "Transfer-Encoding: chunked"
    get = b"GET /nl HTTP/1.1\r\nHost: localhost\r\n"
    for what, right, pieces in [
        ("an upload that ends too early", 400, [door.post(FILES, upload, files[:-200], long)]),
        ("a form that ends too early", 400, [door.post(STORY, FORM, form, f"Content-Length: {len(form) + 9}")]),
        ("chunks that end too early", 400, [door.post(FILES, upload, b"ffff\r\n" + files[:300], chunked)]),
        ("a chunk without a size", 400, [door.post(STORY, FORM, b"zz\r\n" + form, chunked)]),
        ("an upload without its last boundary", 400, [door.post(FILES, upload, files[:-10])]),
        ("another boundary", 400, [door.post(FILES, "multipart/form-data; boundary=ander", files)]),
        ("a file before the proof of the form", 403, [door.post(FILES, upload, files.replace(token.encode(), b"anders"))]),
        ("another proof of the form", 403, [door.post(STORY, FORM, b"formulier=anders&verhaal=" + MARK)]),
        ("a length that is too short", 403, [door.post(STORY, FORM, form, "Content-Length: 15")]),
        ("a length below zero", 400, [door.post(STORY, FORM, form, "Content-Length: -5")]),
        ("two lengths", 400, [door.post(STORY, FORM, form, "Content-Length: 5", "Content-Length: 9")]),
        ("a length and chunks", 400, [door.post(STORY, FORM, b"5\r\n" + form, "Content-Length: 5", chunked)]),
        ("a form of another kind", 400, [door.post(STORY, "text/plain", form)]),
        ("an escape that is none", 400, [door.post(STORY, FORM, form + b"%zz")]),
        ("more fields than any form has", 400, [door.post(STORY, FORM, form + b"&a=b" * 300)]),
        ("10 MB of text", 413, [door.post(STORY, FORM, form + MARK * (10 * MB // len(MARK)))]),
        ("text that is longer than a story", 422, [door.post(STORY, FORM, form + MARK * 20_000)]),
        ("an upload over the limit", 413, oversized(door, upload)),
        ("no request", 400, [MARK + b"\r\n\r\n"]),
        ("a request of bytes", 400, [b"\x00\xff" + MARK + b"\x00\r\n\r\n"]),
        ("another version", 400, [b"GET /nl " + MARK + b"/9\r\n\r\n"]),
        ("1 MB of address", 400, [b"GET /nl/" + MARK * 62_500 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"]),
        ("1 MB of header", 400, [get + b"X-A: " + MARK * 62_500 + b"\r\n\r\n"]),
        ("20,000 headers", 400, [get + (b"X-A: " + MARK + b"\r\n") * 20_000 + b"\r\n"]),
    ]:
        yield what, right, door.status(*pieces, ends=right == 400)


def oversized(door, upload):
    """More than a request may hold, in pieces, of which none is a file."""
    yield door.head(FILES, f"Content-Type: {upload}", f"Content-Length: {LARGEST_REQUEST + MB}")
    for _ in range(LARGEST_REQUEST // MB + 1):
        yield b"x" * MB


def cut_off(door, token):
    """Requests of which a part is sent."""
    boundary, files = multipart(token, [(f"{MARK.decode()}.txt", MARK * 60_000)])
    whole = door.post(FILES, f"multipart/form-data; boundary={boundary}", files)
    form = door.post(STORY, FORM, b"formulier=" + token.encode() + b"&verhaal=" + MARK)
    return [whole[:part] for part in (60, 900, 200_000, 700_000, len(whole) - 3)] + [form[:-1], form[:30]]


def past_slow_ones(door, served):
    """Many send a part of a request and wait, while one person answers the questions. Then one is slow, and gets there.

    Returns how long the questions took, in seconds.
    """
    slow = ReporterClient(served.reporter)
    slow.begin()
    slow.answer("", until="verhaal")
    form = door.post(STORY, FORM, b"formulier=anders&verhaal=" + MARK)
    with contextlib.ExitStack() as stack:
        for number in range(SLOW):
            stack.enter_context(door.connect()).sendall(form[: len(form) - 1 - len(form) // 2 * (number % 2)])
        before, other = time.monotonic(), ReporterClient(served.reporter)
        other.begin()
        other.answer(material.story())
        seconds = time.monotonic() - before
    own = RawDoor(slow)
    form = own.post(STORY, FORM, f"formulier={slow.token}&verhaal=traag".encode())
    status = own.status(*(form[part : part + 8] for part in range(0, len(form), 8)), pause=0.02)
    assert status == 303, f"who is slow is not served: {status}"
    return seconds


def kept(served):
    return served.count("file_chunk"), served.count("pending_upload")


def await_kept(served, expected, seconds=5):
    """Nothing stays of an upload that did not come to its end."""
    deadline = time.monotonic() + seconds
    while (found := kept(served)) != expected:
        assert time.monotonic() < deadline, f"chunks and uploads were {expected}, are {found}"
        time.sleep(0.05)
