"""Stories, messages and files, each unlike every other, so that nothing can be taken for something else."""

import functools
import itertools
import pathlib
import random
import secrets
import struct
import tempfile

import samples

NUMBERS = itertools.count(1)


def story():
    return f"Verhaal {next(NUMBERS)} {secrets.token_hex(8)}.\nOp de tweede regel: <b>niet vet</b> & 'zo' – ëén."


def message():
    return f"Bericht {next(NUMBERS)} {secrets.token_hex(8)} met <tekens> & een\ntweede regel."


def text_file():
    """A plain text of more than one chunk. The officers' copy is the same."""
    line = f"{secrets.token_hex(32)}\n".encode()
    return f"notitie {next(NUMBERS)}.txt", line * random.randint(4_500, 9_000)


@functools.cache
def _made(maker):
    with tempfile.TemporaryDirectory() as folder:
        return getattr(samples, maker)(pathlib.Path(folder)).read_bytes()


def photo_file():
    """A JPEG with a comment of its own and the maker of the camera, both of which the officers' copy has not."""
    comment = secrets.token_hex(16).encode()
    whole = _made("photo")
    return f"foto {next(NUMBERS)}.jpg", whole[:2] + b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment + whole[2:]


def document_file():
    """A PDF, which a process of its own cleans."""
    return f"verslag {next(NUMBERS)}.pdf", _made("document") + f"% {secrets.token_hex(16)}\n".encode()
