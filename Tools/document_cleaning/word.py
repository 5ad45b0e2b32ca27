"""What is particular to WordprocessingML (ECMA-376 part 1, clause 17)."""

from . import xml_part
from .xml_part import Element

_DROPPED = {
    "rsids",
    "rsid",
    "docId",
    "docVars",
    "mailMerge",
    "attachedTemplate",
    "proofState",
    "activeWritingStyle",
    "dataBinding",
    "fldData",
    "saveThroughXslt",
    "presenceInfo",
    "writeProtection",
}


def _is_word(element: Element) -> bool:
    space = xml_part.split(element.tag)[0]
    return "wordprocessingml" in space or "office/word" in space


def clean(root: Element) -> None:
    """Removes what Word keeps beside the text: sessions, variables, templates, addresses, what add-ins hide in fields."""
    xml_part.remove_all(root, lambda each: _is_word(each) and xml_part.name_of(each) in _DROPPED)
    fields: list[str] = []
    for element in root.iter("{*}*"):
        if not _is_word(element):
            continue
        local = xml_part.name_of(element)
        space = "{" + xml_part.split(element.tag)[0] + "}"
        if local == "fldChar":
            _follow(fields, element.get(space + "fldCharType", ""))
        elif local in ("instrText", "delInstrText"):
            if fields:
                fields[-1] += element.text or ""
            is_hidden = bool(fields) and fields[-1].lstrip().upper().startswith("ADDIN")
            element.text = " ADDIN " if is_hidden else xml_part.without_folders(element.text or "")
        elif local == "fldSimple":
            code = element.get(space + "instr", "")
            is_hidden = code.lstrip().upper().startswith("ADDIN")
            element.set(space + "instr", " ADDIN " if is_hidden else xml_part.without_folders(code))
        elif local == "permStart" and element.attrib.pop(space + "ed", None) is not None:
            element.set(space + "edGrp", "everyone")


def _follow(fields: list[str], mark: str) -> None:
    """Keeps the codes of the fields that are open, the innermost last."""
    if mark == "begin":
        fields.append("")
    elif mark == "end" and fields:
        fields.pop()
