"""Reads and writes the XML in office documents, and removes from it."""

import re
from collections.abc import Callable

from lxml import etree

from .refusal import Damaged, TooComplex

Element = etree._Element

_OUT_OF_MEMORY = etree.ErrorTypes.ERR_NO_MEMORY

# The folders in a path of Windows (backslashes may be doubled, as in field codes), of a shared disk, of macOS, Linux, a link.
_FOLDERS = re.compile(
    r"(?:file:/*)?(?:(?<![A-Za-z])[A-Za-z]:|\\\\{1,3}[^\\/\s\"<>|]+)(?:[\\/]+[^\\/:*?\"<>|\r\n]+)*[\\/]+"
    r"|(?:file:/*)?(?<![\w.])/(?:Users|home|Volumes|private|var|mnt|media)/(?:[^/\"<>|\r\n]+/)*"
    r"|file:/+(?:[^/\"<>|\r\n]+/)*"
)


def parse(content: bytes, is_lenient: bool = False) -> Element:
    """The root of a part, without comments and processing instructions. Nothing is fetched and no entity is expanded."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        recover=is_lenient,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise TooComplex if getattr(error, "code", None) == _OUT_OF_MEMORY else Damaged from error
    if root is None or next(root.iter(etree.Entity), None) is not None:
        raise Damaged
    return root


def serialise(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def name_of(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def split(name: str) -> tuple[str, str]:
    """The namespace and the local name of an attribute; no namespace is empty."""
    space, _, local = name.rpartition("}")
    return space[1:], local


def remove(element: Element) -> None:
    """Removes an element with all that is in it, and keeps the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def remove_all(root: Element, is_removed: Callable[[Element], bool]) -> None:
    for element in [each for each in root.iter(etree.Element) if each is not root and is_removed(each)]:
        remove(element)


def without_folders(text: str) -> str:
    """A text in which of every path to a file only the file's name is left."""
    return _FOLDERS.sub("", text)


class Pseudonyms:
    """Numbers the authors in a document, so that who says what can still be followed."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        # A document that was cleaned before keeps its numbers.
        if not name or re.fullmatch(r"Author \d+", name):
            return name
        return self._names.setdefault(name, f"Author {len(self._names) + 1}")
