#!/usr/bin/env python3
"""Prints an HTML document as PDF/A-2a: tagged, with its fonts, fit to be kept.

    print_document.py  < document > print

The document is UTF-8, with its style in it and its language and title named. Nothing that it refers to is fetched, whatever the
scheme. Nothing is written but the PDF, on standard output, which has to be a pipe; on standard error stands one word, never
anything of the document. No clock is read: the same document with the same fonts and libraries gives the same bytes, and a date
is in them where the document has one (`dcterms.created`).

Exit codes:
    0  printed
    1  WeasyPrint fell over the document
    2  not a document: empty, not UTF-8, or longer than 16 MiB
    3  WeasyPrint is not installed, or a library that it loads
    4  more time (120 s of processor), memory (1 GiB) or depth than one document may take; a library that gets no memory, and
       work that does not let itself be interrupted, end by a signal instead
"""

import contextlib
import ctypes.util
import io
import logging
import os
import resource
import signal
import sys
import warnings

MIB = 1 << 20
LONGEST_DOCUMENT = 16 * MIB
_MEMORY = 1024 * MIB
_SECONDS = 120
# A caption that is left behind at the foot of a page becomes a table of its own, without rows.
_STYLE = "caption { break-after: avoid }"


class Refusal(Exception):
    """WeasyPrint fell over the document, in a way that has no code of its own."""

    code = 1


class NotADocument(Refusal):
    """Empty, not UTF-8, or longer than what is taken."""

    code = 2


class LibraryMissing(Refusal):
    """WeasyPrint is not installed, or one of the libraries that it loads."""

    code = 3


class TooComplex(Refusal):
    """Asks more time, memory or depth than one document may take."""

    code = 4


def limit(seconds: int = _SECONDS, memory: int = _MEMORY) -> None:
    """Takes away memory and time beyond what a document needs, and the means to write a file.

    Threads and files to read stay: Pango looks for fonts with them.
    """
    signal.signal(signal.SIGXCPU, lambda *_: os._exit(TooComplex.code))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 3))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def isolate() -> None:
    """Leaves the fonts of the machine and no others: neither fonts, settings nor cache of the user, nor a language of the shell."""
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        os.environ[name] = "/dev/null"
    os.environ["LC_ALL"] = "C.UTF-8"
    # Would start ldconfig and a compiler; the names that WeasyPrint tries last are found without.
    ctypes.util.find_library = lambda name: None


def printed(document: bytes) -> bytes:
    """The document as PDF."""
    try:
        text = document.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotADocument from error
    if not text.strip():
        raise NotADocument
    try:
        # What WeasyPrint says of a missing library it says on standard output.
        with contextlib.redirect_stdout(io.StringIO()):
            import weasyprint
            from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError) as error:
        raise LibraryMissing from error

    class NothingFetched(weasyprint.urls.URLFetcher):
        def fetch(self, url, headers=None):
            raise ValueError

    class InstalledFonts(FontConfiguration):
        def add_font_face(self, rule_descriptors, url_fetcher):
            """Does nothing, where it would make a folder for the font."""

    source = weasyprint.HTML(string=text, url_fetcher=NothingFetched())
    style = [weasyprint.CSS(string=_STYLE)]
    fonts = InstalledFonts()
    return source.write_pdf(stylesheets=style, font_config=fonts, finisher=complete, pdf_variant="pdf/a-2a", pdf_tags=True)


def complete(_, pdf) -> None:
    """Adds to the tags what WeasyPrint leaves out: the scope of headers, and that the margins of a page are no content.

    WeasyPrint names at each cell its headers. One that a cell of the same row names is the header of a row.
    """

    def kids(element):
        return [pdf.objects[int(kid.split()[0])] for kid in element.get("K", []) if isinstance(kid, bytes)]

    tagged = set()
    elements = kids(pdf.objects[int(pdf.catalog["StructTreeRoot"].split()[0])])
    while elements:
        element = elements.pop()
        tagged |= {(element["Pg"], kid) for kid in element.get("K", []) if isinstance(kid, int)}
        below = kids(element)
        elements += below
        if element.get("S") == "/TR":
            named = {id(header) for cell in below for header in cell.get("A", {}).get("Headers", [])}
            for cell in below:
                if cell.get("S") == "/TH":
                    cell["A"]["Scope"] = "/Row" if id(cell.get("ID")) in named else "/Column"
    for reference in pdf.page_references:
        page = pdf.objects[int(reference.split()[0])]
        content = pdf.objects[int(page["Contents"].split()[0])].stream
        for place in [place for place, operator in enumerate(content) if operator == b"BDC"]:
            properties = content[place - 1]
            if "MCID" in properties and (reference, properties["MCID"]) not in tagged:
                content[place - 2 : place + 1] = ["/Artifact", "", b"BMC"]


def main() -> int:
    # Libraries write what they stumble over, which may be a piece of the document.
    words = os.dup(2)
    with open(os.devnull, "wb") as nothing:
        os.dup2(nothing.fileno(), 2)
    logging.disable()
    warnings.simplefilter("ignore")
    limit()
    isolate()
    try:
        document = sys.stdin.buffer.read(LONGEST_DOCUMENT + 1)
        if len(document) > LONGEST_DOCUMENT:
            raise NotADocument
        sys.stdout.buffer.write(printed(document))
        sys.stdout.buffer.flush()
        return 0
    except Refusal as refusal:
        reason = type(refusal)
    except (MemoryError, RecursionError):
        reason = TooComplex
    except Exception:
        reason = Refusal
    with contextlib.suppress(OSError):
        os.write(words, f"{reason.__name__}\n".encode())
    return reason.code


if __name__ == "__main__":
    # Ends at once: Pango may still have a thread that reads fonts, which now and then falls over what Python takes down.
    os._exit(main())
