"""Cleans OpenDocument: odt, ods, odp (ISO/IEC 26300; OASIS OpenDocument 1.3)."""

import re
from collections.abc import Callable

from . import images, xml_part
from .package import Package, write_package
from .refusal import Damaged, Encrypted, Refusal, UnknownKind
from .xml_part import Element, Pseudonyms

CleanInner = Callable[[str, bytes], bytes | None]

_TYPES = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    "odp": b"application/vnd.oasis.opendocument.presentation",
}
_MANIFEST = "META-INF/manifest.xml"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_MANIFEST_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_CONFIG = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}"
_EMPTY_META = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<office:document-meta xmlns:office="{_OFFICE}" office:version="1.3"><office:meta/></office:document-meta>'
)
# Previews, tool bars, signatures, macros, descriptions in RDF, the layout of the last session.
_DROPPED = re.compile(
    r"(?:.*/)?(?:Thumbnails|Configurations2|Basic|Scripts|Dialogs|VersionList\.xml|Versions)(?:/|$)"
    r"|META-INF/(?!manifest\.xml$)|manifest\.rdf$|(?:.*/)?(?:layout-cache|BuildId|rdf[^/]*|[^/]*\.rdf)$"
)
_SETTINGS = re.compile(
    r"Printer(?:Name|Setup|PaperFromSetup)|PrintFaxName|Rsid(?:Root)?|CurrentDatabase.*|EmbeddedDatabaseName|RedlineProtectionKey"
    r"|ModifyPasswordInfo|.*(?:Author|Creator).*"
)
# Dublin Core, the office's own words on a document, and those of LibreOffice.
_REMARKS = ("http://purl.org/dc/elements/", "urn:oasis:names:tc:opendocument:xmlns:meta:", "urn:org:documentfoundation:")
_ANY_TIME = "2000-01-01T00:00:00"
_LINKS = ("http:", "https:", "mailto:", "tel:")
_NOWHERE = "about:blank"


def clean(kind: str, parts: Package, clean_inner: CleanInner) -> bytes:
    """The cleaned copy of a document that was unpacked."""
    if parts.get("mimetype", b"").strip() != _TYPES[kind]:
        raise UnknownKind
    if _MANIFEST not in parts or "content.xml" not in parts:
        raise Encrypted if "encrypted-package" in parts else Damaged
    manifest = xml_part.parse(parts[_MANIFEST])
    if next(manifest.iter(_MANIFEST_SPACE + "encryption-data"), None) is not None:
        raise Encrypted
    parts = {name: content for name, content in parts.items() if not _DROPPED.match(name)}
    authors = Pseudonyms()
    for name, content in parts.items():
        if name not in ("mimetype", _MANIFEST):
            parts[name] = _clean_part(name, content, parts, authors, clean_inner)
    parts[_MANIFEST] = _clean_manifest(manifest, parts)
    parts.pop("mimetype")
    return write_package({"mimetype": _TYPES[kind]} | parts, stored=("mimetype",))


def _clean_manifest(manifest: Element, parts: Package) -> bytes:
    """The list of parts without those that are not there. A folder is listed only where it is an object with parts of its own."""
    for entry in list(manifest.iter(_MANIFEST_SPACE + "file-entry")):
        path = entry.get(_MANIFEST_SPACE + "full-path", "")
        is_object = path.endswith("/") and path + "content.xml" in parts
        if path != "/" and path not in parts and not is_object:
            xml_part.remove(entry)
    return xml_part.serialise(manifest)


def _clean_part(name: str, content: bytes, parts: Package, authors: Pseudonyms, clean_inner: CleanInner) -> bytes:
    file = name.rpartition("/")[2]
    if file == "meta.xml":
        return _EMPTY_META.encode()
    if file.endswith(".xml"):
        root = xml_part.parse(content)
        _clean_xml(root, parts, authors)
        return xml_part.serialise(root)
    if file.lower().endswith((".ttf", ".otf")):
        return content
    if images.is_image(content):
        try:
            return images.clean(content)
        except Refusal:
            return b""
    return clean_inner(name, content) or b""


def _clean_xml(root: Element, parts: Package, authors: Pseudonyms) -> None:
    xml_part.remove_all(root, _is_dropped)
    for element in root.iter("{*}*"):
        _clean_remark(element, authors)
        for name, value in list(element.attrib.items()):
            space, attribute = xml_part.split(name)
            if "rsid" in attribute:
                del element.attrib[name]
            elif attribute == "href" and "xlink" in space:
                element.set(name, _target(element, value, parts))


def _is_dropped(element: Element) -> bool:
    local = xml_part.name_of(element)
    if local == "config-item":
        return bool(_SETTINGS.fullmatch(element.get(_CONFIG + "name", "")))
    return local in ("scripts", "event-listeners")


def _clean_remark(element: Element, authors: Pseudonyms) -> None:
    """The author and the time of a remark or a change. A field in the text that shows an author is text, and stays."""
    space, local = xml_part.split(element.tag)
    if not space.startswith(_REMARKS):
        return
    if local == "creator":
        element.text = authors(element.text or "")
    elif local == "date":
        element.text = _ANY_TIME
    elif local in ("creator-initials", "sender-initials", "date-string"):
        element.text = ""


def _target(element: Element, target: str, parts: Package) -> str:
    """A link to a page, or to a part of the document, stays. A path to another file names the folders of its maker."""
    path = target.removeprefix("./").partition("#")[0].rstrip("/")
    is_inside = not path or any(part == path or part.startswith(path + "/") or part.endswith("/" + path) for part in parts)
    is_page = xml_part.name_of(element) == "a" and target.lower().startswith(_LINKS)
    return target if is_inside or is_page else _NOWHERE
