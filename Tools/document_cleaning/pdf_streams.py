"""Cleans what a PDF holds in streams: photos, colour profiles, and files that are attached to it."""

import base64
import binascii
import posixpath
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Name

from . import colour_profile, images
from .limits import LONGEST_PART, Budget
from .pdf_objects import keep, remove
from .refusal import Damaged, TooComplex

CleanInner = Callable[[str, bytes], bytes | None]

_LONGEST_PROFILE = 8 << 20


def clean(stream: pikepdf.Stream, budget: Budget) -> None:
    """Removes from a photo or a profile what is not needed to show it."""
    filters = _filters(stream)
    if filters and filters[-1] in ("/DCTDecode", "/DCT"):
        _replace(stream, images.clean_jpeg(_encoded_image(stream, filters, budget), keeps_orientation=False), Name.DCTDecode)
    elif filters and filters[-1] == "/JPXDecode":
        content = _encoded_image(stream, filters, budget)
        if content.startswith(b"\0\0\0\x0cjP"):
            content = images.clean_jp2(content)
        _replace(stream, content, Name.JPXDecode)
    elif stream.get("/N") in (1, 3, 4) and "/Type" not in stream:
        content = stream.read_bytes()
        budget.spend(len(content))
        if len(content) <= _LONGEST_PROFILE and colour_profile.is_profile(content):
            stream.write(colour_profile.clean(content) or b"")


def _filters(stream: pikepdf.Stream) -> list[str]:
    value = stream.get("/Filter")
    if value is None:
        return []
    return [str(each) for each in value] if isinstance(value, pikepdf.Array) else [str(value)]


def _encoded_image(stream: pikepdf.Stream, filters: list[str], budget: Budget) -> bytes:
    """The image without the filters around it."""
    content = stream.read_raw_bytes()
    for each in filters[:-1]:
        try:
            if each in ("/FlateDecode", "/Fl"):
                inflating = zlib.decompressobj()
                content = inflating.decompress(content, LONGEST_PART)
                if inflating.unconsumed_tail:
                    raise TooComplex
            elif each in ("/ASCII85Decode", "/A85"):
                content = base64.a85decode(content.strip().removeprefix(b"<~").removesuffix(b"~>"))
            elif each in ("/ASCIIHexDecode", "/AHx"):
                content = binascii.unhexlify(b"".join(content.partition(b">")[0].split()))
            else:
                raise Damaged
        except (zlib.error, ValueError) as error:
            raise Damaged from error
    budget.spend(len(content))
    return content


def _replace(stream: pikepdf.Stream, content: bytes, encoding: pikepdf.Object) -> None:
    parameters = stream.get("/DecodeParms")
    if isinstance(parameters, pikepdf.Array):
        parameters = parameters[-1] if len(parameters) else None
    if isinstance(parameters, pikepdf.Dictionary):
        stream.write(content, filter=encoding, decode_parms=parameters)
    else:
        stream.write(content, filter=encoding)


def clean_embedded_files(pdf: pikepdf.Pdf, clean_inner: CleanInner) -> None:
    """Cleans the attached files that can be cleaned, under their own names, and removes the others."""
    tree = pikepdf.NameTree(pdf.Root.Names.EmbeddedFiles)
    files = [(name, tree[name]) for name in list(tree.keys())]
    kept = [(name, file) for name, file in files if clean_file(file, clean_inner)]
    if not kept:
        del pdf.Root.Names["/EmbeddedFiles"]
        return
    fresh = pikepdf.NameTree.new(pdf)
    for number, (_, file) in enumerate(kept):
        fresh[f"{number:04}"] = file
    pdf.Root.Names.EmbeddedFiles = fresh.obj


def clean_file(file: pikepdf.Object, clean_inner: CleanInner) -> bool:
    """Cleans a file specification (7.11.3). False where the file in it is of no kind that can be cleaned; then it is removed."""
    if not isinstance(file, pikepdf.Dictionary):
        return False
    name = posixpath.basename(str(file.get("/UF", file.get("/F", ""))).replace("\\", "/"))
    embedded = file.get("/EF")
    stream = embedded.get("/UF", embedded.get("/F")) if isinstance(embedded, pikepdf.Dictionary) else None
    content = clean_inner(name, stream.read_bytes()) if isinstance(stream, pikepdf.Stream) else None
    keep(file, {"/Type", "/EF"})
    file.F = pikepdf.String(name)
    file.UF = pikepdf.String(name)
    if content is None or stream is None:
        remove(file, "/EF")
        return False
    keep(stream, {"/Type", "/Length", "/Filter", "/DecodeParms"})
    stream.write(content)
    file.EF = pikepdf.Dictionary(F=stream, UF=stream)
    return True
