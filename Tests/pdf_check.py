"""Whether a PDF is fit to be kept and to be read aloud, as far as can be seen without a validator: PDF/A-2a (ISO 19005-2).

    pdf_check.py <file>…

Prints the faults and exits with 1 where there are any. Not looked at: colours, glyphs, and whether the tags say what a page shows.
"""

import io
import sys
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

# ISO 32000-1, 14.8.4.
TAGS = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR "
    "TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula "
    "Form".split()
)
HEADINGS = ["/H1", "/H2", "/H3", "/H4", "/H5", "/H6"]
SHOWING = {"Tj", "TJ", "'", '"', "Do"}
# ISO 19005-2, 6.5.1, and what else leads to another file.
ACTIONS = set(
    "Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript SubmitForm GoToR GoToE".split()
)
KEYS = {"/JS": "a script", "/AA": "an action of its own accord", "/EF": "a file attached", "/XFA": "a form of XFA"}
LINKS = ("https://", "http://", "mailto:")


def faults(document: bytes) -> list[str]:
    """What is wrong with a PDF, a sentence each; nothing where nothing is."""
    try:
        with pikepdf.open(io.BytesIO(document)) as pdf:
            found = [*marks(pdf), *fonts(pdf), *references(pdf)]
            if "/StructTreeRoot" in pdf.Root:
                root = pdf.Root.StructTreeRoot
                found += [*tags(root), *headings(root), *tables(root), *content(pdf, root)]
            return found
    except pikepdf.PdfError as error:
        return [f"not a PDF that can be read: {error}"]


def marks(pdf):
    """What the file says of itself as a whole."""
    root, metadata = pdf.Root, pdf.open_metadata()
    if pdf.is_encrypted:
        yield "encrypted"
    if "/ID" not in pdf.trailer:
        yield "no identifier"
    part, conformance = metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance")
    if (part, conformance) != ("2", "A"):
        yield f"the metadata say PDF/A of part {part} and conformance {conformance}"
    title = metadata.get("dc:title")
    if not title:
        yield "no title"
    elif str(pdf.docinfo.get("/Title", title)) != title:
        yield "two titles"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "the title is not shown"
    if not str(root.get("/Lang", "")):
        yield "no language"
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "not marked as tagged"
    if "/StructTreeRoot" not in root:
        yield "no structure tree"
    intents = [intent for intent in root.get("/OutputIntents", []) if intent.get("/S") == Name.GTS_PDFA1]
    if not any(isinstance(intent.get("/DestOutputProfile"), Stream) for intent in intents):
        yield "no output intent with a profile"


def dictionaries(pdf):
    """Every dictionary in the file, with those inside others."""
    waiting = list(pdf.objects)
    while waiting:
        item = waiting.pop()
        if isinstance(item, (Dictionary, Stream)):
            yield item
            inside = [item[key] for key in item.keys()]
        else:
            inside = list(item) if isinstance(item, Array) else []
        waiting += [part for part in inside if isinstance(part, (Dictionary, Array)) and not part.is_indirect]


def fonts(pdf):
    for font in dictionaries(pdf):
        if font.get("/Type") != Name.Font or "/Subtype" not in font:
            continue
        name, descriptor = font.get("/BaseFont", "without a name"), font.get("/FontDescriptor", {})
        if font.Subtype not in (Name.Type0, Name.Type3) and not any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3")):
            yield f"font {name} is not embedded"
        if font.Subtype in (Name.Type0, Name.Type3) and "/ToUnicode" not in font:
            yield f"font {name} does not say which letters it shows"


def references(pdf):
    """What runs, is attached, or comes from outside. A link that a person follows may lead out."""
    for item in dictionaries(pdf):
        kind = str(item.get("/S", ""))[1:]
        if kind in ACTIONS and item.get("/Type") != Name.StructElem:
            yield f"an action {kind}"
        if kind == "URI" and not str(item.get("/URI", "")).startswith(LINKS):
            yield "a link to something else than a page or a mailbox"
        yield from (what for key, what in KEYS.items() if key in item)
        if isinstance(item, Stream) and "/F" in item:
            yield "a stream in another file"


def kids(element):
    inside = element.get("/K", [])
    return list(inside) if isinstance(inside, Array) else [inside]


def below(element):
    """The elements under one, in the order of reading."""
    waiting = [element]
    while waiting:
        here = waiting.pop()
        if here is not element:
            yield here
        waiting += [kid for kid in reversed(kids(here)) if isinstance(kid, Dictionary) and "/S" in kid]


def attribute(element, key):
    owners = element.get("/A", [])
    owners = owners if isinstance(owners, Array) else [owners]
    return next((owner[key] for owner in owners if isinstance(owner, Dictionary) and key in owner), None)


def tags(root):
    roles = root.get("/RoleMap", {})
    for element in below(root):
        if str(element.S)[1:] not in TAGS and str(element.S) not in roles:
            yield f"a tag {element.S} of no standard kind"
        if element.S == Name.Figure and not str(element.get("/Alt", element.get("/ActualText", ""))):
            yield "a figure without a text for who does not see it"


def headings(root):
    levels = [HEADINGS.index(str(element.S)) + 1 for element in below(root) if str(element.S) in HEADINGS]
    if not levels:
        yield "no heading"
    for before, level in zip([0, *levels], levels):
        if level > before + 1:
            yield f"a heading of level {level} after one of level {before}" if before else f"the first heading is of level {level}"


def tables(root):
    for number, table in enumerate((element for element in below(root) if element.S == Name.Table), 1):
        inside = list(below(table))
        headers = [cell for cell in inside if cell.S == Name.TH]
        known = {str(header.get("/ID", "")) for header in headers}
        if not any(element.S == Name.TR for element in inside):
            yield f"table {number} has no rows"
        if not headers:
            yield f"table {number} has no headers"
        if any(str(attribute(header, "/Scope")) not in ("/Row", "/Column", "/Both") for header in headers):
            yield f"table {number} has a header of neither a row nor a column"
        named = {str(header) for cell in inside if cell.S == Name.TD for header in attribute(cell, "/Headers") or []}
        if named - known:
            yield f"table {number} has a cell under a header that is not there"


def content(pdf, root):
    """What the pages show has to be in the tree, or marked as no content."""
    tagged = set()
    for element in below(root):
        for kid in kids(element):
            if isinstance(kid, int):
                tagged.add((element.Pg.objgen, kid))
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR:
                tagged.add((kid.get("/Pg", element.get("/Pg")).objgen, int(kid.MCID)))
    for number, page in enumerate(pdf.pages, 1):
        marked = []
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("BMC", "BDC"):
                properties = operands[1] if len(operands) > 1 and isinstance(operands[1], Dictionary) else {}
                mark = properties.get("/MCID")
                marked.append(operands[0] == Name.Artifact or (mark is not None and (page.obj.objgen, mark) in tagged))
            elif str(operator) == "EMC":
                marked.pop()
            elif str(operator) in SHOWING and not any(marked):
                yield f"page {number} shows something that is not in the structure tree"
                break


def main(names):
    wrong = [f"{name}: {fault}" for name in names for fault in faults(Path(name).read_bytes())]
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
