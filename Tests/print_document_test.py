"""What the printer of documents agrees to: PDF/A-2a that has no fault, nothing fetched, exit codes, limits."""

import http.server
import io
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import unittest
from operator import delitem

import pdf_check
import pikepdf
import weasyprint
from document_samples import photo

TOOLS = pathlib.Path(__file__).resolve().parents[1] / "Tools"
PRINTED, NOT_A_DOCUMENT, LIBRARY_MISSING, TOO_COMPLEX = 0, 2, 3, 4
STYLE = """@page { size: A4; margin: 2cm; @bottom-center { content: "Pagina " counter(page) " van " counter(pages) } }
    html { font-family: "Noto Sans", "DejaVu Sans", sans-serif } table { border-collapse: collapse } td, th { border: 1px solid }"""
BODY = """<h1>Rapportage één</h1><p>Per departement, <a href="https://example.org/kst">Kamerstukken II</a>, € 12.</p>
    <h2>Meldingen</h2><ul><li>zoëven<ul><li>daarbinnen</li></ul></li><li>café</li></ul>
    <table><caption>Tabel 1</caption><thead><tr><td></td><th scope="col">Aantal</th><th scope="col">Bedrag</th></tr></thead>
    <tbody><tr><th scope="row">BZK</th><td>12</td><td>€ 3</td></tr>
    <tr><th scope="row">OCW</th><td>7</td><td>€ 4</td></tr></tbody></table>
    <h3>Beeld</h3><figure><svg xmlns="http://www.w3.org/2000/svg" role="img" width="90" height="40"><title>BZK 12, OCW 7</title>
    <rect width="80" height="20" fill="#154273"/><text y="35">é</text></svg><figcaption>Figuur 1</figcaption></figure>"""
OTHER_FONT = """<fontconfig><match><test name="family"><string>Noto Sans</string></test>
    <edit name="family" mode="assign" binding="strong"><string>DejaVu Sans</string></edit></match></fontconfig>"""
NESTED = "<table><tr><td>" * 400 + "x" + "</table>" * 400


def document(body=BODY, style=STYLE):
    head = f"<meta charset='utf-8'><title>Rapportage é €</title><style>{style}</style>"
    return f"<!DOCTYPE html><html lang='nl'><head>{head}</head><body>{body}</body></html>".encode()


def run(source, *, environment=None):
    """The exit code, the PDF and the word on standard error of the printer as it is started in production."""
    command = [sys.executable, "-I", "-B", str(TOOLS / "print_document.py")]
    done = subprocess.run(command, input=source, capture_output=True, env=environment, timeout=60)
    return done.returncode, done.stdout, done.stderr.decode().strip()


def printed(source):
    code, pdf, word = run(source)
    assert code == PRINTED, word
    return pdf


def by_weasyprint(source, **options):
    return weasyprint.HTML(string=source.decode()).write_pdf(**options)


class Prints(unittest.TestCase):
    def test_a_document_is_printed_without_a_fault(self):
        code, pdf, word = run(document())
        self.assertEqual((code, word, pdf_check.faults(pdf)), (PRINTED, "", []))

    def test_the_letters_of_dutch_can_be_copied_from_it(self):
        with pikepdf.open(io.BytesIO(printed(document()))) as pdf:
            fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item]
            letters = b"".join(font.ToUnicode.read_bytes().lower() for font in fonts)
        for letter in "éë€":
            self.assertIn(f"<{ord(letter):04x}>".encode(), letters)

    def test_a_table_of_several_pages_and_a_caption_at_the_foot_of_one_keep_their_headers(self):
        rows = "".join(f'<tr><th scope="row">{number}</th><td>x</td></tr>' for number in range(12))
        head = '<thead><tr><th scope="col">Nr.</th><th scope="col">Wat</th></tr></thead>'
        table = f"<table><caption>Tabel</caption>{head}<tbody>{rows}</tbody></table><p>Zin.</p>"
        for style in (STYLE, STYLE + "table { break-inside: avoid }"):
            pdf = printed(document("<h1>Tabellen</h1>" + table * 12, style))
            with pikepdf.open(io.BytesIO(pdf)) as pages:
                self.assertGreater(len(pages.pages), 4)
            self.assertEqual(pdf_check.faults(pdf), [])

    def test_the_same_document_gives_the_same_bytes_whoever_prints_it(self):
        with tempfile.TemporaryDirectory() as home:
            settings = pathlib.Path(home, "fontconfig/fonts.conf")
            settings.parent.mkdir()
            settings.write_text(OTHER_FONT)
            elsewhere = {"HOME": home, "XDG_CONFIG_HOME": home, "LANG": "ja_JP.UTF-8", "TZ": "Asia/Tokyo"}
            self.assertEqual(run(document())[1], run(document(), environment=elsewhere)[1])

    def test_a_date_is_in_it_only_where_the_document_has_one(self):
        dated = document().replace(b"<title>", b"<meta name='dcterms.created' content='2026-07-01'><title>")
        for source, date in ((document(), None), (dated, "D:20260701")):
            with pikepdf.open(io.BytesIO(printed(source))) as pdf:
                self.assertEqual(pdf.docinfo.get("/CreationDate"), date)


class NothingFetched(unittest.TestCase):
    def setUp(self):
        self.asked = []

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(answer):
                self.asked.append(answer.path)
                answer.send_error(404)

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=server.serve_forever).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        picture = tempfile.NamedTemporaryFile(suffix=".png")
        self.addCleanup(picture.close)
        picture.write(photo("PNG"))
        picture.flush()
        web, file = f"http://127.0.0.1:{server.server_port}", f"file://{picture.name}"
        data = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"
        font = f"@font-face {{ font-family: x; src: url({web}/x.woff) }}"
        style = f"@import '{web}/import.css'; {font} h1 {{ background: url({web}/h1.png) }}"
        body = f"""<link rel="stylesheet" href="{web}/style.css"><link rel="attachment" href="{file}"><h1>x</h1>
            <img src="file:///etc/passwd" alt="a"><img src="{file}" alt="b"><img src="{web}/c.png" alt="c">
            <img src="{data}" alt="d">
            <object data="{web}/object.svg"></object><embed src="{web}/embed.svg"><a rel="attachment" href="{file}">y</a>
            <svg xmlns="http://www.w3.org/2000/svg"><title>z</title><image href="{file}" width="9" height="9"/></svg>"""
        self.source = document(body, style)

    def found(self, pdf):
        """The pictures and the attached files of a PDF."""
        with pikepdf.open(io.BytesIO(pdf)) as file:
            streams = [item for item in file.objects if isinstance(item, pikepdf.Stream)]
            return sum("/Width" in item for item in streams), sum(item.get("/Type") == "/EmbeddedFile" for item in streams)

    def test_nothing_that_a_document_refers_to_is_fetched(self):
        code, pdf, word = run(self.source)
        self.assertEqual((code, word, self.asked, self.found(pdf)), (PRINTED, "", [], (0, 0)))

    def test_without_the_refusal_all_of_it_would_be(self):
        pictures, files = self.found(by_weasyprint(self.source))
        self.assertLessEqual({"/import.css", "/x.woff", "/h1.png", "/style.css", "/c.png", "/object.svg"}, set(self.asked))
        self.assertGreater(min(pictures, files), 0)


class ExitCodes(unittest.TestCase):
    def test_what_is_no_document_is_not_printed(self):
        other, long = document().decode().encode("utf-16"), b"x" * ((16 << 20) + 1)
        for source in (b"", b" \n", b"\xef\xbb\xbf", b"<p>caf\xe9</p>", other, long):
            with self.subTest(source[:9]):
                self.assertEqual(run(source), (NOT_A_DOCUMENT, b"", "NotADocument"))

    def test_a_document_nested_without_end_is_too_complex(self):
        self.assertEqual(run(document(NESTED)), (TOO_COMPLEX, b"", "TooComplex"))

    def test_a_library_that_is_missing_has_a_code_of_its_own(self):
        without_packages = ["-S", "-I", "-B", str(TOOLS / "print_document.py")]
        without_pango = ["-B", "-c", "import cffi\ndef absent(*_): raise OSError\ncffi.FFI.dlopen = absent\n" + Limits.PRINT]
        for arguments in (without_packages, without_pango):
            done = subprocess.run([sys.executable, *arguments], input=document(), capture_output=True)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (LIBRARY_MISSING, b"", b"LibraryMissing\n"))

    def test_nothing_of_the_document_stands_on_standard_error(self):
        wrong = document('<h1>Geheim</h1><img src="geheim.png"><p style="geheim: geheim">', "@geheim { } p { color: geheim }")
        self.assertEqual(run(wrong)[2], "")
        fall = "def fall(string, **_):\n logging.error(string); os.write(2, b'x'); raise ValueError(string)\n"
        lines = f"{Limits.START}import logging, os, weasyprint\n{fall}weasyprint.HTML = fall\n{Limits.PRINT}"
        done = subprocess.run([sys.executable, "-B", "-c", lines], input=wrong, capture_output=True)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (1, b"", b"Refusal\n"))


class Limits(unittest.TestCase):
    """What the process cannot do once it has limited itself, tried in a process of its own."""

    START = f"import sys; sys.path.insert(0, {str(TOOLS)!r})\nimport print_document\n"
    PRINT = START + "sys.exit(print_document.main())"
    LONG = document("<h1>Lang</h1>" + "<p>Een zin over één toezegging.</p>" * 12_000)

    def attempt(self, lines, source=b""):
        return subprocess.run([sys.executable, "-B", "-c", self.START + lines], input=source, capture_output=True, timeout=60)

    def printed_within(self, limits):
        lines = f"limit = print_document.limit\nprint_document.limit = lambda: limit({limits})\n"
        return self.attempt(lines + "sys.exit(print_document.main())", self.LONG)

    def test_a_document_that_takes_too_long_is_too_complex(self):
        done = self.printed_within("seconds=1")
        self.assertEqual((done.returncode, done.stdout), (TOO_COMPLEX, b""))

    def test_a_document_that_takes_too_much_memory_is_too_complex_or_ends_by_a_signal(self):
        done = self.printed_within("memory=300 << 20")
        self.assertIn(done.returncode, (TOO_COMPLEX, -signal.SIGTRAP, -signal.SIGABRT, -signal.SIGSEGV))
        self.assertEqual(done.stdout, b"")

    def test_more_than_a_gibibyte_of_memory_is_refused(self):
        self.assertIn(b"MemoryError", self.attempt("print_document.limit()\nbytes(1 << 30)").stderr)

    def test_no_file_can_be_written(self):
        with tempfile.NamedTemporaryFile() as file:
            done = self.attempt(f"print_document.limit()\nimport os\nos.write(os.open({file.name!r}, os.O_WRONLY), b'x')")
            self.assertIn(b"File too large", done.stderr)
            self.assertEqual(os.path.getsize(file.name), 0)


class Check(unittest.TestCase):
    """That `pdf_check` sees a fault where there is one."""

    def altered(self, alter):
        output = io.BytesIO()
        with pikepdf.open(io.BytesIO(self.whole)) as pdf:
            elements = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem"]
            alter(pdf, lambda tag: next(element for element in elements if element.S == tag))
            pdf.save(output, fix_metadata_version=False)
        return pdf_check.faults(output.getvalue())

    @classmethod
    def setUpClass(cls):
        cls.whole = printed(document())

    def test_what_is_left_out_is_seen(self):
        def fonts(pdf, _):
            for item in pdf.objects:
                if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                    del item["/FontFile2"]

        cases = {
            "not marked as tagged": lambda pdf, _: delitem(pdf.Root, "/MarkInfo"),
            "no structure tree": lambda pdf, _: delitem(pdf.Root, "/StructTreeRoot"),
            "no language": lambda pdf, _: delitem(pdf.Root, "/Lang"),
            "the title is not shown": lambda pdf, _: delitem(pdf.Root, "/ViewerPreferences"),
            "no output intent": lambda pdf, _: delitem(pdf.Root, "/OutputIntents"),
            "is not embedded": fonts,
            "the metadata say": lambda pdf, _: delitem(pdf.Root, "/Metadata"),
            "neither a row nor a column": lambda _, first: delitem(first("/TH").A, "/Scope"),
            "under a header that is not there": lambda _, first: delitem(first("/TH"), "/ID"),
            "has no headers": lambda _, first: delitem(first("/Table"), "/K"),
            "a figure without a text": lambda _, first: delitem(first("/Figure"), "/Alt"),
            "the first heading is of level 2": lambda _, first: setattr(first("/H1"), "S", pikepdf.Name.H2),
            "of level 4 after one of level 2": lambda _, first: setattr(first("/H3"), "S", pikepdf.Name.H4),
            "of no standard kind": lambda _, first: setattr(first("/P"), "S", pikepdf.Name.Alinea),
            "not in the structure tree": lambda _, first: delitem(first("/P"), "/K"),
        }
        for fault, alter in cases.items():
            with self.subTest(fault):
                self.assertIn(fault, "; ".join(self.altered(alter)))

    def test_what_runs_or_leads_elsewhere_is_seen(self):
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert()"))
        launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("plan.exe"))
        link = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("file:///etc/passwd"))
        for action, fault in ((script, "a script"), (launch, "an action Launch"), (link, "a link to something else")):
            self.assertIn(fault, "; ".join(self.altered(lambda pdf, _: setattr(pdf.Root, "OpenAction", action))))
        attached = self.altered(lambda pdf, _: pdf.attachments.__setitem__("a.txt", b"x"))
        self.assertIn("a file attached", attached)

    def test_a_pdf_without_the_variant_has_nearly_every_fault(self):
        found = pdf_check.faults(by_weasyprint(document()))
        for fault in ("no identifier", "not marked as tagged", "no structure tree", "no output intent with a profile", "no title"):
            self.assertIn(fault, found)
        self.assertEqual(len(pdf_check.faults(b"%PDF-1.7\n")), 1)

    def test_what_weasyprint_leaves_out_of_the_tags_is_seen(self):
        found = pdf_check.faults(by_weasyprint(document(), pdf_variant="pdf/a-2a", pdf_tags=True))
        self.assertEqual(
            found,
            ["table 1 has a header of neither a row nor a column", "page 1 shows something that is not in the structure tree"],
        )


if __name__ == "__main__":
    unittest.main()
