"""What is particular to PresentationML (ECMA-376 part 1, clause 19; [MS-PPTX] 2.6)."""

from . import xml_part
from .xml_part import Element, Pseudonyms

_DROPPED = {"presenceInfo", "htmlPubPr", "custDataLst"}
_ANY_TIME = "2000-01-01T00:00:00.000"


def clean(root: Element, authors: Pseudonyms) -> None:
    """Removes who commented on slides and when."""
    xml_part.remove_all(root, lambda each: xml_part.name_of(each) in _DROPPED)
    for element in root.iter("{*}*"):
        local = xml_part.name_of(element)
        if local in ("cmAuthor", "author"):
            _clean_author(element, authors)
        elif local in ("cm", "reply"):
            element.attrib.pop("dt", None)
            for name in ("created", "modified"):
                if name in element.attrib:
                    element.set(name, _ANY_TIME)


def _clean_author(element: Element, authors: Pseudonyms) -> None:
    if "name" in element.attrib:
        element.set("name", authors(element.get("name", "")))
    for name, value in (("initials", ""), ("userId", "0"), ("providerId", "None")):
        if name in element.attrib:
            element.set(name, value)
