"""Leaves of a colour profile (ICC.1:2022) only the colours."""

import struct

_COLOURS = {
    b"rXYZ",
    b"gXYZ",
    b"bXYZ",
    b"rTRC",
    b"gTRC",
    b"bTRC",
    b"kTRC",
    b"wtpt",
    b"bkpt",
    b"chad",
    b"cicp",
    b"gamt",
    b"A2B0",
    b"A2B1",
    b"A2B2",
    b"B2A0",
    b"B2A1",
    b"B2A2",
    b"D2B0",
    b"D2B1",
    b"D2B2",
    b"D2B3",
    b"B2D0",
    b"B2D1",
    b"B2D2",
    b"B2D3",
}
_TEXTS = {b"desc", b"cprt"}
_KEPT_OF_HEAD = ((0, 4), (8, 24), (36, 40), (44, 48), (56, 80))
_ANY_DAY = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
_HEAD = 128


def is_profile(content: bytes) -> bool:
    return len(content) >= _HEAD + 4 and content[36:40] == b"acsp"


def clean(original: bytes) -> bytes | None:
    """A profile of the same length without makers, serial numbers, days and descriptions; none where it cannot be read."""
    if not is_profile(original) or struct.unpack(">I", original[:4])[0] > len(original):
        return None
    (count,) = struct.unpack_from(">I", original, _HEAD)
    directory_end = _HEAD + 4 + 12 * count
    if count > 200 or directory_end > len(original):
        return None
    tags = []
    for name, start, length in struct.iter_unpack(">4sII", original[_HEAD + 4 : directory_end]):
        if name not in _COLOURS | _TEXTS:
            continue
        if start < directory_end or length < 8 or start + length > len(original):
            return None
        if name in _COLOURS or len(_empty_text(name, original[8])) <= length:
            tags.append((name, start, length))
    if not any(name in _COLOURS for name, _, _ in tags):
        return None
    copy = bytearray(len(original))
    for start, end in _KEPT_OF_HEAD:
        copy[start:end] = original[start:end]
    copy[24:36] = _ANY_DAY
    struct.pack_into(">I", copy, _HEAD, len(tags))
    for index, tag in enumerate(tags):
        struct.pack_into(">4sII", copy, _HEAD + 4 + 12 * index, *tag)
    for name, start, length in sorted(tags, key=lambda tag: tag[0] in _COLOURS):
        content = original[start : start + length] if name in _COLOURS else _empty_text(name, original[8])
        copy[start : start + len(content)] = content
    return bytes(copy)


def _empty_text(name: bytes, version: int) -> bytes:
    """The text "-" in the type that the version of the profile asks for."""
    if version >= 4:
        return b"mluc" + struct.pack(">3I4s2I", 0, 1, 12, b"enUS", 2, 28) + b"\0-"
    if name == b"desc":
        return b"desc" + struct.pack(">2I", 0, 2) + b"-\0" + bytes(8 + 3 + 67)
    return b"text" + bytes(4) + b"-\0"
