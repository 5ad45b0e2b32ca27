"""Whether an OpenDocument file is fit to be kept and to be read aloud: a package and parts after OpenDocument 1.3.

    odf_check.py <file>…

For text (.odt) and spreadsheets (.ods). Prints the faults and exits with 1 where there are any. Not looked at: whether the styles
and the order say what a page shows.
"""

import functools
import io
import posixpath
import re
import sys
import urllib.parse
import zipfile
import zlib
from pathlib import Path

from lxml import etree

SCHEMAS = Path(__file__).resolve().parent / "Schemas"
TYPES = {f"application/vnd.oasis.opendocument.{kind}".encode() for kind in ("text", "spreadsheet")}
CHECKED = ("content.xml", "styles.xml", "meta.xml", "settings.xml")
MANIFEST = "META-INF/manifest.xml"
SPACES = {
    prefix: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for prefix, name in (
        ("draw", "drawing"),
        ("manifest", "manifest"),
        ("office", "office"),
        ("script", "script"),
        ("svg", "svg-compatible"),
        ("table", "table"),
        ("text", "text"),
    )
} | {"xlink": "http://www.w3.org/1999/xlink"}
# Followed by a person, not by the program that opens the file.
FOLLOWED = {f"{{{SPACES[prefix]}}}a" for prefix in ("text", "draw")}
LINKS = ("https://", "http://", "mailto:", "#")
# OpenDocument 1.3, part 4, 5.8: the address of another file stands in quotes before a number sign.
OUTSIDE = re.compile(r"'#|\b(?:DDE|WEBSERVICE)\(", re.IGNORECASE)
MOST_ERRORS = 3


def faults(document: bytes) -> list[str]:
    """What is wrong with an OpenDocument file, a sentence each; nothing where nothing is."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            entries = archive.infolist()
            found = list(package(document, entries))
            parts = {entry.filename: archive.read(entry) for entry in entries if not entry.flag_bits & 1}
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error) as error:
        return [f"not a zip file that can be read: {error}"]
    trees = {}
    for name, content in parts.items():
        if name == MANIFEST or posixpath.basename(name) in CHECKED:
            try:
                trees[name] = parsed(content)
            except etree.XMLSyntaxError as error:
                found.append(f"{name} is no XML: {error}")
    found += manifest(parts, trees.get(MANIFEST))
    for name, tree in trees.items():
        found += after_schema(name, tree)
        if name != MANIFEST:
            found += [*references(name, tree, parts), *images(name, tree), *tables(name, tree)]
    return found + [f"there is no {name}" for name in ("content.xml", MANIFEST) if name not in parts]


def package(document, entries):
    """OpenDocument 1.3, part 2, 3.1 to 3.3: a program must find the type at a fixed place, without unpacking."""
    first = entries[0] if entries else zipfile.ZipInfo("")
    if first.filename != "mimetype" or first.header_offset != 0:
        yield "the first entry is not the type"
    elif first.compress_type != zipfile.ZIP_STORED:
        yield "the type is compressed"
    else:
        # The entry begins with a copy of its own of what the list at the end of the file says.
        extra = int.from_bytes(document[28:30], "little")
        if extra or first.extra:
            yield "the type has an extra field"
        if document[38 + extra :][: first.file_size] not in TYPES:
            yield "the type is of neither a text nor a spreadsheet"
    names = [entry.filename for entry in entries]
    yield from (f"{name} is there twice" for name in sorted(set(names)) if names.count(name) > 1)
    for entry in entries:
        if entry.flag_bits & 1:
            yield f"{entry.filename} is encrypted"
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            yield f"{entry.filename} is neither stored nor deflated"


def parsed(content):
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


@functools.cache
def schema(name):
    return etree.RelaxNG(etree.parse(SCHEMAS / f"OpenDocument-v1.3-{name}.rng"))


def after_schema(name, tree):
    rules = schema("manifest-schema" if name == MANIFEST else "schema")
    if tree.getroottree().docinfo.doctype:
        yield f"{name} has a document type"
    if not rules.validate(tree):
        yield from (f"{name}, line {error.line}: {error.message}" for error in list(rules.error_log)[:MOST_ERRORS])


def manifest(parts, tree):
    """Part 2, 3.2: every file but the type and those about the package is listed, and the package itself with its type."""
    if tree is None:
        return
    full_path, media_type = f"{{{SPACES['manifest']}}}full-path", f"{{{SPACES['manifest']}}}media-type"
    listed = {entry.get(full_path): entry.get(media_type) for entry in tree.iterfind("manifest:file-entry", SPACES)}
    if (listed.get("/") or "").encode() != parts.get("mimetype"):
        yield "the list of files gives another type"
    files = {name for name in parts if name != "mimetype" and not name.startswith("META-INF/") and not name.endswith("/")}
    yield from (f"{name} is not in the list of files" for name in sorted(files - set(listed)))
    yield from (f"{name} is listed but not there" for name in sorted(set(listed) - files) if not name.endswith("/"))


def references(name, tree, parts):
    """What the file needs has to be in it. A link that a person follows may lead out."""
    for element in tree.iter(etree.Element):
        address = element.get(f"{{{SPACES['xlink']}}}href")
        if address is None:
            continue
        if element.tag in FOLLOWED:
            if not address.startswith(LINKS):
                yield f"{name}, line {element.sourceline}: a link to something else than a page or a mailbox"
            continue
        place = posixpath.normpath(posixpath.join(posixpath.dirname(name), urllib.parse.unquote(address)))
        inside = place in parts or any(part.startswith(place + "/") for part in parts)
        if not address.startswith("#") and not inside:
            yield f"{name}, line {element.sourceline}: refers to something outside the file"
    tied = "//office:dde-source | //text:dde-connection-decl | //office:script | //script:event-listener"
    for element in tree.xpath(tied, namespaces=SPACES):
        yield f"{name}, line {element.sourceline}: a script, or a tie to another program"
    for formula in tree.xpath("//@table:formula", namespaces=SPACES):
        if OUTSIDE.search(formula):
            yield f"{name}, line {formula.getparent().sourceline}: a formula that reads from elsewhere"


def images(name, tree):
    for frame in tree.iterfind(".//draw:frame", SPACES):
        shows = any(frame.find(f"draw:{kind}", SPACES) is not None for kind in ("image", "object", "object-ole", "plugin"))
        if shows and not any(frame.findtext(f"svg:{kind}", "", SPACES).strip() for kind in ("title", "desc")):
            yield f"{name}, line {frame.sourceline}: an image without a title or description"


def tables(name, tree):
    rows = "table:table-header-rows/table:table-row"
    for table in tree.iterfind(".//table:table", SPACES):
        within = table.get(f"{{{SPACES['table']}}}is-sub-table") == "true"
        if not within and not table.xpath(f"{rows} | table:table-row-group//{rows}", namespaces=SPACES):
            yield f"{name}, line {table.sourceline}: a table without header rows"


def main(names):
    wrong = [f"{name}: {fault}" for name in names for fault in faults(Path(name).read_bytes())]
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
