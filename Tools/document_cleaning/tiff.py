"""Reads the orientation from a TIFF structure, and removes from a TIFF image what is not needed to show it (TIFF 6.0)."""

import struct

from . import colour_profile
from .refusal import Damaged

_ORIENTATION = 0x0112
# Bytes in one value of each type.
_WIDTHS = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_KEPT = {
    254,
    255,
    256,
    257,
    258,
    259,
    262,
    263,
    264,
    265,
    266,
    273,
    274,
    277,
    278,
    279,
    280,
    281,
    282,
    283,
    284,
    290,
    291,
    292,
    293,
    296,
    297,
    301,
    317,
    318,
    319,
    320,
    321,
    322,
    323,
    324,
    325,
    332,
    334,
    336,
    338,
    339,
    340,
    341,
    347,
    512,
    513,
    514,
    519,
    520,
    521,
    529,
    530,
    531,
    532,
}
_PROFILE = 34675
# Tags whose value is the place of another directory: smaller images, Exif, GPS, interoperability.
_DIRECTORIES = {330, 34665, 34853, 40965}


def _order(content: bytes) -> str:
    return {b"II": "<", b"MM": ">"}.get(content[:2], "")


def orientation(content: bytes) -> bytes | None:
    """A TIFF structure that holds only the orientation; none where the image is upright."""
    try:
        order = _order(content)
        if not order:
            return None
        (directory,) = struct.unpack_from(order + "I", content, 4)
        (count,) = struct.unpack_from(order + "H", content, directory)
        for index in range(count):
            tag, kind, _, value = struct.unpack_from(order + "HHIH", content, directory + 2 + 12 * index)
            if tag == _ORIENTATION and kind == 3 and 2 <= value <= 8:
                return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, 3, 1, value, 0, 0)
    except struct.error:
        pass
    return None


def clean(content: bytes) -> bytes:
    """A TIFF image in which every directory keeps only its baseline tags; the values of the others are filled with zeros."""
    copy = bytearray(content)
    order = _order(content)
    (directory,) = struct.unpack_from(order + "I", content, 4)
    seen: set[int] = set()
    while directory:
        if directory in seen or len(seen) > 1000:
            raise Damaged
        seen.add(directory)
        (count,) = struct.unpack_from(order + "H", content, directory)
        end = directory + 2 + 12 * count
        (following,) = struct.unpack_from(order + "I", content, end)
        kept = []
        for place in range(directory + 2, end, 12):
            entry = content[place : place + 12]
            if _keeps(entry, order, content, copy):
                kept.append(entry)
        copy[directory : end + 4] = bytes(end + 4 - directory)
        struct.pack_into(order + "H", copy, directory, len(kept))
        copy[directory + 2 : directory + 2 + 12 * len(kept)] = b"".join(kept)
        struct.pack_into(order + "I", copy, directory + 2 + 12 * len(kept), following)
        directory = following
    return bytes(copy)


def _keeps(entry: bytes, order: str, content: bytes, copy: bytearray) -> bool:
    """Whether a tag is kept. What the value of another was is blanked in the copy."""
    tag, kind, count, offset = struct.unpack(order + "HHII", entry)
    if tag in _KEPT:
        return True
    length = _WIDTHS.get(kind, 1) * count
    if tag in _DIRECTORIES:
        places = (offset,) if count == 1 else struct.unpack_from(f"{order}{min(count, 64)}I", content, offset)
        for place in places:
            _blank_directory(place, order, content, copy, depth=3)
    if length <= 4:
        return False
    if offset + length > len(content):
        raise Damaged
    profile = colour_profile.clean(content[offset : offset + length]) if tag == _PROFILE else None
    copy[offset : offset + length] = profile or bytes(length)
    return profile is not None


def _blank_directory(directory: int, order: str, content: bytes, copy: bytearray, depth: int) -> None:
    """Blanks a directory that nothing points to any more, with its values."""
    (count,) = struct.unpack_from(order + "H", content, directory)
    end = directory + 2 + 12 * count + 4
    if end > len(content) or not depth:
        raise Damaged
    for place in range(directory + 2, end - 4, 12):
        tag, kind, values, offset = struct.unpack_from(order + "HHII", content, place)
        length = _WIDTHS.get(kind, 1) * values
        if tag in _DIRECTORIES and values == 1:
            _blank_directory(offset, order, content, copy, depth - 1)
        if length > 4 and offset + length <= len(content):
            copy[offset : offset + length] = bytes(length)
    copy[directory:end] = bytes(end - directory)
