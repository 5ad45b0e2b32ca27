"""Cleans Office Open XML: docx, xlsx, pptx (ECMA-376; [MS-DOCX], [MS-XLSX], [MS-PPTX])."""

import re
from collections.abc import Callable

from . import images, presentation, relationships, spreadsheet, word, xml_part
from .package import Package, write_package
from .refusal import Damaged, Refusal, UnknownKind
from .xml_part import Element, Pseudonyms

CleanInner = Callable[[str, bytes], bytes | None]

_MAIN = "application/vnd.openxmlformats-officedocument."
_MAIN_TYPES = {
    "docx": _MAIN + "wordprocessingml.document.main+xml",
    "xlsx": _MAIN + "spreadsheetml.sheet.main+xml",
    "pptx": _MAIN + "presentationml.presentation.main+xml",
}
# Parts about the makers, the programs and the printers; macros and controls; data of add-ins and of document servers.
_DROPPED = re.compile(
    r"docProps/|docMetadata/|customXml/|_xmlsignatures/|customUI|userCustomization/|package/services/metadata/"
    r"|(?:.*/)?(?:vbaProject|vbaData|attachedToolbars|customizations|people|customProperty\d)[^/]*\.(?:xml|bin)$"
    r"|(?:.*/)?(?:commentsExtended|commentsExtensible|commentsIds)[^/]*\.xml$"
    r"|(?:.*/)?(?:activeX|printerSettings|webextensions|customProperty|persons|threadedComments|revisions|changesInfos|tags)/"
    r"|ppt/revisionInfo\.xml$|xl/customData/|xl/model/|(?:.*/)?[^/]*\.(?:vbs|exe|dll)$|\[trash\]/",
    re.IGNORECASE,
)
_FONTS = (".odttf", ".fntdata", ".ttf", ".otf")
_RELATIONS = re.compile(r"(?:.*/)?_rels/[^/]*\.rels$", re.IGNORECASE)
_RELATION_SPACES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
# Attributes with a namespace that are removed from every part: marks of editing sessions, times, identifiers of paragraphs.
_DROPPED_ATTRIBUTES = {"date", "dateUtc", "paraId", "textId", "durableId"}
# Elements of drawings, and their attributes in which Word writes the path of the picture that was inserted.
_NAMED = {"docPr", "cNvPr", "shape", "rect", "imagedata"}
_NAMES = ("name", "descr", "title", "alt")
_OFFICE_NAMES = {"title", "href"}


def clean(kind: str, parts: Package, clean_inner: CleanInner) -> bytes:
    """The cleaned copy of a document that was unpacked."""
    main = relationships.main_part(parts)
    if main is None or relationships.content_types(parts).get(main.lower()) != _MAIN_TYPES[kind]:
        raise UnknownKind
    parts = {name: content for name, content in parts.items() if not _DROPPED.match(name)}
    types = relationships.clean_content_types(parts)
    removed: dict[str, set[str]] = {}
    for name in [name for name in parts if _RELATIONS.match(name)]:
        root = xml_part.parse(parts[name])
        removed[relationships.source_of(name)] = relationships.clean(name, root, parts)
        parts[name] = xml_part.serialise(root)
    authors = Pseudonyms()
    for name, content in parts.items():
        if not _RELATIONS.match(name):
            parts[name] = _clean_part(name, content, removed.get(name, set()), authors, clean_inner)
    parts.pop("[Content_Types].xml")
    return write_package({"[Content_Types].xml": types} | parts)


def _clean_part(name: str, content: bytes, removed: set[str], authors: Pseudonyms, clean_inner: CleanInner) -> bytes:
    suffix = name.lower().rpartition(".")[2]
    if suffix in ("xml", "vml"):
        root = xml_part.parse(content, is_lenient=suffix == "vml")
        _clean_xml(root, removed, authors)
        return xml_part.serialise(root)
    if name.lower().endswith(_FONTS):
        return content
    if images.is_image(content):
        try:
            return images.clean(content)
        except Refusal:
            return b""
    # What is of no kind that can be cleaned stays as an empty part, so that the document opens.
    return clean_inner(name, content) or b""


def _clean_xml(root: Element, removed: set[str], authors: Pseudonyms) -> None:
    gone: list[Element] = []
    # A sheet has millions of elements: none of them is kept in a list that needs no change.
    for element in root.iter("{*}*"):
        for name in element.keys():
            if name.startswith("{") and _clean_attribute(element, name, removed, authors):
                gone.append(element)
                break
        if xml_part.name_of(element) in _NAMED:
            for name in _NAMES:
                if name in element.attrib:
                    element.set(name, xml_part.without_folders(element.get(name, "")))
    for element in gone:
        if element is root:
            raise Damaged
        xml_part.remove(element)
    space = xml_part.split(root.tag)[0]
    if "spreadsheetml" in space:
        spreadsheet.clean(root, authors)
        return
    if "presentationml" in space or "office/powerpoint" in space:
        presentation.clean(root, authors)
    word.clean(root)


def _clean_attribute(element: Element, name: str, removed: set[str], authors: Pseudonyms) -> bool:
    """Cleans an attribute that has a namespace. True where its element points at a removed part, and has to go with it."""
    space, local = xml_part.split(name)
    if local in _DROPPED_ATTRIBUTES or local.startswith("rsid") or "/revision" in space and "spreadsheetml" in space:
        del element.attrib[name]
    elif local == "author":
        element.set(name, authors(element.get(name, "")))
    elif local == "initials":
        element.set(name, "")
    elif local in _OFFICE_NAMES and "office:office" in space:
        element.set(name, xml_part.without_folders(element.get(name, "")))
    elif removed and space in _RELATION_SPACES and element.get(name) in removed:
        if xml_part.name_of(element) != "pageSetup":
            return True
        # Of a page's layout only the reference to the printer goes.
        del element.attrib[name]
    return False
