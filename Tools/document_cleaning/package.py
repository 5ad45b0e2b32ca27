"""Reads and writes the zip files that office documents are."""

import encodings.cp437  # noqa: F401  for names in old zip files, because nothing can be imported later
import io
import zipfile
import zlib

from .limits import LARGEST_RATIO, LONGEST_PART, MIB, MOST_PARTS, Budget
from .refusal import Damaged, Encrypted, TooComplex

Package = dict[str, bytes]

_ENCRYPTED_FLAG = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def read_package(document: bytes, budget: Budget) -> Package:
    """The parts of a document by name, in their order."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(document))
        entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
        _check(entries)
        return {entry.filename: _read(archive, entry, budget) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError) as error:
        raise Damaged from error


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise TooComplex
    names = [entry.filename for entry in entries]
    if len({name.lower() for name in names}) < len(names):
        raise Damaged
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise Encrypted
        steps = entry.filename.split("/")
        if entry.compress_type not in _METHODS or "\\" in entry.filename or any(step in ("", ".", "..") for step in steps):
            raise Damaged


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> bytes:
    """One part. What its head says of its length is not believed: reading stops at the limit."""
    limit = min(LONGEST_PART, max(MIB, entry.compress_size * LARGEST_RATIO), budget.left)
    with archive.open(entry) as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise TooComplex
    budget.spend(len(content))
    return content


def write_package(parts: Package, stored: tuple[str, ...] = ()) -> bytes:
    """A zip file of these parts in this order, in which nothing else stands: no time, no system, no remark."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            entry.external_attr = 0o600 << 16
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return output.getvalue()
