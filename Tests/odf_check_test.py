"""That `odf_check` finds nothing in an OpenDocument file that is right, and each fault in one that is not."""

import io
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

import odf_check
from document_samples import photo

CHECK = pathlib.Path(__file__).resolve().parent / "odf_check.py"
SPACES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in odf_check.SPACES.items())
VERSION = f'{SPACES} office:version="1.3"'
TEXT = (
    '<text:h text:outline-level="1">Rapportage één</text:h>'
    '<text:p>Zie <text:a xlink:type="simple" xlink:href="https://example.org/kst">Kamerstukken II</text:a>, € 12.</text:p>'
    '<text:p><draw:frame draw:name="f" svg:width="2cm" svg:height="1cm">'
    '<draw:image xlink:type="simple" xlink:href="Pictures/foto.png"/>'
    "<svg:title>BZK 12, OCW 7</svg:title></draw:frame></text:p>"
)
CELLS = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
TABLE = (
    '<table:table table:name="Tabel1"><table:table-column/><table:table-header-rows><table:table-row>'
    f"{CELLS.format('Departement')}</table:table-row></table:table-header-rows>"
    f"<table:table-row>{CELLS.format('BZK')}</table:table-row></table:table>"
)


def parts(kind="text", body=TEXT + TABLE):
    """A small file of its kind that is right, by the names of its parts."""
    media_type = f"application/vnd.oasis.opendocument.{kind}"
    names = ["content.xml", "styles.xml", "meta.xml", "settings.xml", "Pictures/foto.png"]
    listed = "".join(f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in names)
    root = f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{media_type}"/>'
    return {
        "mimetype": media_type,
        "content.xml": f"<office:document-content {VERSION}><office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {VERSION}><office:styles/></office:document-styles>",
        "meta.xml": f"<office:document-meta {VERSION}><office:meta/></office:document-meta>",
        "settings.xml": f"<office:document-settings {VERSION}/>",
        "Pictures/foto.png": photo("PNG"),
        "META-INF/manifest.xml": f'<manifest:manifest {SPACES} manifest:version="1.3">{root}{listed}</manifest:manifest>',
    }


def package(contents, *, compression=zipfile.ZIP_STORED, extra=b""):
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = compression if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.extra = extra if name == "mimetype" else b""
            archive.writestr(entry, content)
    return output.getvalue()


def changed(name, before, after, **kind):
    whole = parts(**kind)
    assert before in whole[name], before
    return package(whole | {name: whole[name].replace(before, after)})


class RightFiles(unittest.TestCase):
    def test_a_text_and_a_spreadsheet_that_are_right_have_no_fault(self):
        for kind, body in (("text", TEXT + TABLE), ("spreadsheet", TABLE)):
            self.assertEqual(odf_check.faults(package(parts(kind, body))), [])

    def test_what_may_be_left_out_is_no_fault(self):
        whole = parts(body=TABLE)
        for name in ("settings.xml", "meta.xml", "Pictures/foto.png"):
            entry = f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
            whole["META-INF/manifest.xml"] = whole["META-INF/manifest.xml"].replace(entry, "")
            del whole[name]
        self.assertEqual(odf_check.faults(package(whole)), [])


class Faults(unittest.TestCase):
    def assert_fault(self, fault, document):
        with self.subTest(fault):
            self.assertIn(fault, "; ".join(odf_check.faults(document)))

    def test_a_package_whose_type_is_hard_to_find(self):
        whole = parts()
        self.assert_fault("the type is compressed", package(whole, compression=zipfile.ZIP_DEFLATED))
        self.assert_fault("the type has an extra field", package(whole, extra=b"\xfe\xca\0\0"))
        self.assert_fault("the first entry is not the type", package(dict(reversed(whole.items()))))
        self.assert_fault("the first entry is not the type", b"#!" + package(whole))
        self.assert_fault("neither a text nor a spreadsheet", package(whole | {"mimetype": "application/zip"}))
        self.assert_fault("the list of files gives another type", package(whole | {"mimetype": parts("spreadsheet")["mimetype"]}))
        self.assert_fault("not a zip file", package(whole)[:-30])
        self.assert_fault("the first entry is not the type", package({}))

    def test_an_entry_that_is_encrypted_or_there_twice(self):
        locked = bytearray(package(parts()))
        for place in (locked.index(b"PK\3\4", 1) + 6, locked.index(b"PK\1\2", locked.index(b"PK\1\2") + 1) + 8):
            locked[place] |= 1
        self.assert_fault("content.xml is encrypted", bytes(locked))
        twice = io.BytesIO(package(parts()))
        with self.assertWarns(UserWarning), zipfile.ZipFile(twice, "a") as archive:
            archive.writestr("meta.xml", parts()["meta.xml"])
        self.assert_fault("meta.xml is there twice", twice.getvalue())

    def test_a_list_of_files_that_is_not_the_files(self):
        name = "META-INF/manifest.xml"
        entry = '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
        self.assert_fault("styles.xml is not in the list of files", changed(name, entry, ""))
        self.assert_fault("thema.xml is listed but not there", changed(name, entry, entry + entry.replace("styles", "thema")))
        untyped = '<manifest:file-entry manifest:full-path="styles.xml"/>'
        self.assert_fault("failed to validate attributes", changed(name, entry, untyped))
        for missing in (name, "content.xml"):
            self.assert_fault(f"there is no {missing}", package({key: part for key, part in parts().items() if key != missing}))

    def test_a_part_that_does_not_follow_the_schema(self):
        self.assert_fault("content.xml, line 1", changed("content.xml", "<text:p>Zie", "<text:alinea/><text:p>Zie"))
        self.assert_fault("content.xml, line 1", changed("content.xml", "<table:table-column/>", ""))
        self.assert_fault("styles.xml, line 1", changed("styles.xml", ' office:version="1.3"', ""))
        self.assert_fault("meta.xml, line 1", changed("meta.xml", "<office:meta/>", "<office:body/>"))
        self.assert_fault("settings.xml is no XML", changed("settings.xml", "<", "<<"))
        entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        self.assert_fault("has a document type", changed("meta.xml", "<office:document-meta", entity + "<office:document-meta"))

    def test_what_is_outside_the_file(self):
        for elsewhere in ("https://example.org/a.png", "file:///a.png", "../a.png", "Pictures/niet.png"):
            self.assert_fault("outside the file", changed("content.xml", "Pictures/foto.png", elsewhere))
        for link in ("file:///plan.odt", "plan.odt", "javascript:alert(1)"):
            self.assert_fault("a link to something else", changed("content.xml", "https://example.org/kst", link))
        cell, formula = '<table:table-cell office:value-type="string">', "of:=['file:///a.ods'#$Blad1.A1]"
        reading = cell.replace(">", f' table:formula="{formula}">')
        self.assert_fault("a formula", changed("content.xml", cell, reading, kind="spreadsheet", body=TABLE))
        script = '<office:scripts><office:script script:language="x"/></office:scripts><office:body>'
        self.assert_fault("a script", changed("content.xml", "<office:body>", script))

    def test_what_cannot_be_read_aloud(self):
        title = "<svg:title>BZK 12, OCW 7</svg:title>"
        for text in ("", "<svg:title> </svg:title>"):
            self.assert_fault("an image without a title or description", changed("content.xml", title, text))
        plain = TABLE.replace("<table:table-header-rows>", "").replace("</table:table-header-rows>", "")
        self.assert_fault("a table without header rows", package(parts(body=TEXT + plain)))


class CommandLine(unittest.TestCase):
    def test_faults_are_printed_and_told_by_the_exit_code(self):
        right, wrong = package(parts()), package(parts(), compression=zipfile.ZIP_DEFLATED)
        for document, code, said in ((right, 0, ""), (wrong, 1, "the type is compressed\n")):
            with tempfile.NamedTemporaryFile(suffix=".odt") as file:
                file.write(document)
                file.flush()
                done = subprocess.run([sys.executable, "-B", str(CHECK), file.name], capture_output=True, text=True)
                self.assertEqual((done.returncode, done.stdout), (code, said and f"{file.name}: {said}"))


if __name__ == "__main__":
    unittest.main()
