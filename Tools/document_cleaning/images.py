"""Removes from images inside documents what is not needed to show them."""

import base64
import struct
import zlib

from lxml import etree

from . import colour_profile, tiff, xml_part
from .refusal import Damaged

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = {
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"cICP",
    b"sBIT",
    b"bKGD",
    b"pHYs",
    b"acTL",
    b"fcTL",
    b"fdAT",
}
_JP2 = b"\0\0\0\x0cjP  \r\n\x87\n"
_JP2_DROPPED = {b"xml ", b"uuid", b"uinf", b"jp2i"}
_EDITORS = ("inkscape.org", "sodipodi", "ns.adobe.com", "purl.org/dc", "creativecommons.org", "bohemiancoding", "figma.com")
_LONGEST_PROFILE = 4 << 20


def is_image(content: bytes) -> bool:
    return _cleaner(content) is not None


def clean(content: bytes) -> bytes:
    """The cleaned copy of an image of a known kind."""
    cleaner = _cleaner(content)
    if cleaner is None:
        raise Damaged
    try:
        return cleaner(content)
    except (struct.error, IndexError, zlib.error, etree.LxmlError) as error:
        raise Damaged from error


def _cleaner(content: bytes):
    if content.startswith(b"\xff\xd8\xff"):
        return clean_jpeg
    if content.startswith(_PNG):
        return clean_png
    if content[:6] in (b"GIF87a", b"GIF89a"):
        return clean_gif
    if content[:4] in (b"II*\0", b"MM\0*"):
        return tiff.clean
    if content.startswith(_JP2):
        return clean_jp2
    if content[:4] == b"\1\0\0\0" and content[40:44] == b" EMF":
        return clean_emf
    if (
        content[:4] == b"\xd7\xcd\xc6\x9a"
        or content[:4] in (b"\1\0\x09\0", b"\2\0\x09\0")
        or content.startswith((b"BM", b"VCLMTF"))
    ):
        # Windows metafile, bitmap and LibreOffice's metafile have no place for such things.
        return lambda whole: whole
    if b"<svg" in content[:4096]:
        return clean_svg
    return None


def clean_jpeg(content: bytes, keeps_orientation: bool = True) -> bytes:
    """The cleaned copy of a JPEG. One that is cut off within a scan, as scanners make them, is kept as far as it goes."""
    try:
        return _jpeg(content, keeps_orientation)
    except struct.error as error:
        raise Damaged from error


def _jpeg(content: bytes, keeps_orientation: bool) -> bytes:
    """A JPEG with its frames, tables and scans, JFIF without a thumbnail, Adobe's colour transform, a profile, orientation."""
    output = bytearray(b"\xff\xd8")
    profile: dict[int, bytes] = {}
    has_scan = False
    place = content.find(b"\xff\xd8", 0, 64) + 2
    if place < 2:
        raise Damaged
    while True:
        place = content.find(b"\xff", place)
        if place < 0 or place + 1 >= len(content):
            if not has_scan:
                raise Damaged
            return bytes(output + b"\xff\xd9")
        marker = content[place + 1]
        if marker == 0xFF:
            place += 1
        elif marker == 0xD9 and has_scan:
            return bytes(output + b"\xff\xd9")
        elif marker in (0x00, 0x01) or 0xD0 <= marker <= 0xD9:
            place += 2
        else:
            (length,) = struct.unpack_from(">H", content, place + 2)
            segment = content[place : place + 2 + length]
            if length < 2 or len(segment) < 2 + length:
                raise Damaged
            place += 2 + length
            if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
                output += _profile_segments(profile)
                profile = {}
            output += _kept_segment(marker, segment, profile, keeps_orientation)
            if marker == 0xDA:
                has_scan = True
                end = _scan_end(content, place)
                output += content[place:end]
                place = end


def _scan_end(content: bytes, place: int) -> int:
    while True:
        place = content.find(b"\xff", place)
        if place < 0 or place + 1 >= len(content):
            return place if place >= 0 else len(content)
        if content[place + 1] != 0 and not 0xD0 <= content[place + 1] <= 0xD7:
            return place
        place += 2


def _kept_segment(marker: int, segment: bytes, profile: dict[int, bytes], keeps_orientation: bool) -> bytes:
    body = segment[4:]
    if marker in (0xC4, 0xCC) or 0xC0 <= marker <= 0xCF and marker != 0xC8 or 0xDA <= marker <= 0xDF:
        return segment
    if marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 14:
        return b"\xff\xe0\0\x10" + body[:12] + b"\0\0"
    if marker == 0xEE and body.startswith(b"Adobe") and len(body) >= 12:
        return b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0" + body[11:12]
    if marker == 0xE2 and body.startswith(b"ICC_PROFILE\0") and len(body) > 14:
        profile[body[12]] = body[14:]
    if marker == 0xE1 and body.startswith(b"Exif\0\0") and keeps_orientation:
        turned = tiff.orientation(body[6:])
        return b"\xff\xe1\0\x22Exif\0\0" + turned if turned else b""
    return b""


def _profile_segments(pieces: dict[int, bytes]) -> bytes:
    whole = colour_profile.clean(b"".join(pieces[number] for number in sorted(pieces))) if pieces else None
    if whole is None:
        return b""
    parts = [whole[start : start + 65_519] for start in range(0, len(whole), 65_519)]
    heads = (
        struct.pack(">HH12sBB", 0xFFE2, len(part) + 16, b"ICC_PROFILE\0", number, len(parts))
        for number, part in enumerate(parts, 1)
    )
    return b"".join(head + part for head, part in zip(heads, parts, strict=True))


def clean_png(content: bytes) -> bytes:
    """A PNG with the chunks that decide what is seen."""
    output = bytearray(_PNG)
    place = len(_PNG)
    while True:
        length, kind = struct.unpack_from(">I4s", content, place)
        whole = content[place : place + 12 + length]
        if len(whole) < 12 + length:
            raise Damaged
        place += 12 + length
        if kind in _PNG_KEPT:
            output += whole
        elif kind == b"iCCP":
            output += _png_profile(whole[8:-4])
        elif kind == b"eXIf":
            turned = tiff.orientation(whole[8:-4])
            output += _png_chunk(kind, turned) if turned else b""
        if kind == b"IEND":
            return bytes(output)


def _png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _png_profile(body: bytes) -> bytes:
    stream = body.partition(b"\0")[2][1:]
    try:
        profile = colour_profile.clean(zlib.decompressobj().decompress(stream, _LONGEST_PROFILE))
    except zlib.error:
        return b""
    return _png_chunk(b"iCCP", b"ICC\0\0" + zlib.compress(profile)) if profile else b""


def clean_gif(content: bytes) -> bytes:
    """A GIF with its images, their timing and the loop count."""
    place = 13 + _colour_table(content[10])
    output = bytearray(content[:place])
    while True:
        start, introducer = place, content[place]
        if introducer == 0x3B:
            return bytes(output + b";")
        if introducer == 0x2C:
            place = _after_blocks(content, start + 11 + _colour_table(content[start + 9]))
            output += content[start:place]
        elif introducer == 0x21:
            place = _after_blocks(content, start + 2)
            is_loop = content[start + 1] == 0xFF and content[start + 3 : start + 14] in (b"NETSCAPE2.0", b"ANIMEXTS1.0")
            if content[start + 1] == 0xF9 or is_loop and place - start == 19:
                output += content[start:place]
        else:
            raise Damaged


def _colour_table(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(content: bytes, place: int) -> int:
    while content[place]:
        place += 1 + content[place]
    return place + 1


def clean_jp2(content: bytes) -> bytes:
    """A JPEG 2000 file without its boxes of XML and of makers' own (ISO/IEC 15444-1, annex I)."""
    output = bytearray()
    place = 0
    while place + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, place)
        if length == 1:
            (length,) = struct.unpack_from(">Q", content, place + 8)
        length = length or len(content) - place
        if length < 8 or place + length > len(content):
            raise Damaged
        if kind not in _JP2_DROPPED:
            output += content[place : place + length]
        place += length
    return bytes(output)


def clean_emf(content: bytes) -> bytes:
    """An enhanced metafile without its description, which names the program and the file ([MS-EMF] 2.3.4.2)."""
    copy = bytearray(content)
    count, offset = struct.unpack_from("<II", content, 60)
    if count and offset and offset + 2 * count <= len(content):
        copy[offset : offset + 2 * count] = bytes(2 * count)
    return bytes(copy)


def _cleaned_link(value: str) -> str:
    """The name of a linked image, or an image that the drawing holds itself."""
    head, comma, data = value.partition(",")
    if not head.startswith("data:image/") or not head.endswith(";base64"):
        return xml_part.without_folders(value)
    try:
        return head + comma + base64.b64encode(clean(base64.b64decode(data))).decode()
    except (ValueError, Damaged):
        return "data:,"


def clean_svg(content: bytes) -> bytes:
    """A drawing without metadata, scripts, and what drawing programs keep in it for themselves."""
    root = xml_part.parse(content)

    def is_foreign(space: str) -> bool:
        return any(editor in space for editor in _EDITORS)

    xml_part.remove_all(
        root, lambda each: xml_part.name_of(each) in ("metadata", "script") or is_foreign(xml_part.split(each.tag)[0])
    )
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            space, local = xml_part.split(name)
            if is_foreign(space) or not space and local.startswith("on"):
                del element.attrib[name]
            elif local == "href" and not value.startswith("#"):
                element.set(name, _cleaned_link(value))
    etree.cleanup_namespaces(root)
    return xml_part.serialise(root)
