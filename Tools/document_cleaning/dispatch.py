"""Chooses who cleans what: a document by its kind, a file inside a document by its content."""

from . import images, odf, ooxml, pdf
from .limits import DEEPEST_NESTING, Budget
from .package import read_package
from .refusal import Refusal, UnknownKind

_OFFICE = {"docx": ooxml, "xlsx": ooxml, "pptx": ooxml, "odt": odf, "ods": odf, "odp": odf}


def prepare() -> None:
    """Does what has to be done before `limits.apply`."""
    pdf.prepare()


def clean_document(kind: str, document: bytes, budget: Budget | None = None, depth: int = 0) -> bytes:
    """The cleaned copy of a document of this kind."""
    budget = budget or Budget()

    def clean_inner(name: str, content: bytes) -> bytes | None:
        return clean_embedded(name, content, budget, depth + 1)

    if kind == "pdf":
        return pdf.clean(document, budget, clean_inner)
    if kind not in _OFFICE:
        raise UnknownKind
    return _OFFICE[kind].clean(kind, read_package(document, budget), clean_inner)


def clean_embedded(name: str, content: bytes, budget: Budget, depth: int) -> bytes | None:
    """The cleaned copy of a file inside a document; none where it is of no kind that can be cleaned."""
    if depth > DEEPEST_NESTING:
        return None
    suffix = name.rpartition(".")[2].lower()
    try:
        if content.startswith(b"%PDF-"):
            return clean_document("pdf", content, budget, depth)
        if content.startswith(b"PK\3\4") and suffix in _OFFICE:
            return clean_document(suffix, content, budget, depth)
        if images.is_image(content):
            return images.clean(content)
    except Refusal:
        return None
    is_text = suffix in ("txt", "csv") and b"\0" not in content
    return content.removeprefix(b"\xef\xbb\xbf") if is_text else None
