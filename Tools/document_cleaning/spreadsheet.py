"""What is particular to SpreadsheetML (ECMA-376 part 1, clause 18)."""

from . import xml_part
from .xml_part import Element, Pseudonyms

_DROPPED = {
    "absPath",
    "fileVersion",
    "fileSharing",
    "revisionPtr",
    "documentId",
    "customWorkbookViews",
    "customSheetViews",
    "webPublishing",
}
# Attributes without a namespace, by the element that has them.
_FORGOTTEN = {
    "pivotCacheDefinition": ("refreshedBy", "refreshedDate", "refreshedDateIso"),
    "scenario": ("user", "comment"),
    "protectedRange": ("securityDescriptor",),
}
_EMPTIED = {
    "connection": ("sourceFile", "odcFile", "description"),
    "dbPr": ("connection", "command", "serverCommand"),
    "textPr": ("sourceFile",),
    "webPr": ("url", "post", "editPage"),
    "olapPr": ("localConnection",),
}


def clean(root: Element, authors: Pseudonyms) -> None:
    """Removes what Excel keeps beside the cells: the folder of the file, who refreshed what, where data came from."""
    xml_part.remove_all(root, lambda each: xml_part.name_of(each) in _DROPPED)
    for element in root.iter("{*}*"):
        local = xml_part.name_of(element)
        for name in _FORGOTTEN.get(local, ()):
            element.attrib.pop(name, None)
        for name in _EMPTIED.get(local, ()):
            if name in element.attrib:
                element.set(name, "")
        if local == "connection":
            element.set("name", "Connection " + element.get("id", ""))
    if xml_part.name_of(root) == "comments":
        _clean_comments(root, authors)


def _clean_comments(root: Element, authors: Pseudonyms) -> None:
    """Numbers the authors of notes, also where Excel wrote their name as the first words of the note."""
    names = [each for each in root.iter("{*}author")]
    known = [each.text or "" for each in names]
    for comment in root.iter("{*}comment"):
        number = comment.get("authorId", "")
        name = known[int(number)] if number.isdigit() and int(number) < len(known) else ""
        first = next(comment.iter("{*}t"), None)
        if name and first is not None and (first.text or "").lstrip().startswith(name):
            first.text = (first.text or "").replace(name, authors(name), 1)
    for each in names:
        each.text = authors(each.text or "")
