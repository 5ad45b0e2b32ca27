"""Cleans the relationships between the parts of an Office Open XML document (ECMA-376 part 2, clause 9)."""

import posixpath
from urllib.parse import unquote

from . import xml_part
from .package import Package
from .xml_part import Element

_SPACE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_LINKS = ("http:", "https:", "mailto:", "tel:")
# Where a part outside the document stood.
_NOWHERE = "about:blank"
_TYPES_PART = "[Content_Types].xml"


def source_of(name: str) -> str:
    """The part whose relationships stand in a part of this name; the whole document is empty."""
    folder, file = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def part_of(source: str, target: str) -> str:
    """The part at which a relationship of `source` points."""
    path = unquote(target.partition("#")[0])
    return posixpath.normpath(posixpath.join("/" + posixpath.dirname(source), path)).lstrip("/")


def clean(name: str, root: Element, parts: Package) -> set[str]:
    """Removes relationships to parts that are not there, and paths outside the document. Returns the removed identifiers."""
    source = source_of(name)
    present = {part.lower() for part in parts}
    removed: set[str] = set()
    for relation in list(root.iter(_SPACE + "Relationship")):
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "")
        if relation.get("TargetMode") == "External":
            if kind == "attachedTemplate":
                removed.add(relation.get("Id", ""))
                root.remove(relation)
            else:
                relation.set("Target", _outside(kind, target))
        elif not target.startswith("#") and part_of(source, target).lower() not in present:
            removed.add(relation.get("Id", ""))
            root.remove(relation)
    return removed


def _outside(kind: str, target: str) -> str:
    if kind == "hyperlink" and target.lower().startswith(_LINKS):
        return target
    if kind.startswith("externalLink") or kind.startswith("xlExternalLink"):
        return posixpath.basename(unquote(target).replace("\\", "/")) or _NOWHERE
    return _NOWHERE


def main_part(parts: Package) -> str | None:
    """The part that the document begins with."""
    if "_rels/.rels" not in parts:
        return None
    for relation in xml_part.parse(parts["_rels/.rels"]).iter(_SPACE + "Relationship"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return part_of("", relation.get("Target", ""))
    return None


def content_types(parts: Package) -> dict[str, str]:
    """The content type of each part that has one of its own, by lower-case name."""
    root = xml_part.parse(parts.get(_TYPES_PART, b""))
    return {
        each.get("PartName", "").lstrip("/").lower(): each.get("ContentType", "")
        for each in root
        if xml_part.name_of(each) == "Override"
    }


def clean_content_types(parts: Package) -> bytes:
    """The list of content types without those of parts that are not there."""
    root = xml_part.parse(parts[_TYPES_PART])
    present = {part.lower() for part in parts}
    for each in [each for each in root if xml_part.name_of(each) == "Override"]:
        if each.get("PartName", "").lstrip("/").lower() not in present:
            root.remove(each)
    return xml_part.serialise(root)
