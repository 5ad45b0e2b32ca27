"""What the document cleaner agrees to: kinds, exit codes, limits. Run with `python3 -m unittest discover -s Tests -p "
"'*_test.py'`."""

import io
import os
import subprocess
import sys
import unittest
import zipfile
from pathlib import Path

import open_document_samples
import pdf_samples
import pikepdf
from document_samples import MAKER, docx_parts, pptx_parts, run, unzipped, xlsx_parts, zipped

TOOLS = Path(__file__).resolve().parent.parent / "Tools"
CLEANED, ENCRYPTED, DAMAGED, TOO_LARGE, TOO_COMPLEX, UNKNOWN_KIND, LIBRARY_MISSING = 0, 10, 11, 12, 13, 14, 15


class ExitCodes(unittest.TestCase):
    def test_each_kind_is_cleaned(self):
        documents = {
            "pdf": pdf_samples.document(),
            "docx": zipped(docx_parts()),
            "xlsx": zipped(xlsx_parts()),
            "pptx": zipped(pptx_parts()),
        }
        documents |= {kind: open_document_samples.document(kind) for kind in open_document_samples.TYPES}
        for kind, document in documents.items():
            with self.subTest(kind):
                code, copy, word = run(kind, document)
                self.assertEqual((code, word), (CLEANED, ""))
                self.assertGreater(len(copy), 100)

    def test_a_copy_that_is_cleaned_again_stays_as_it_is(self):
        documents = {"docx": zipped(docx_parts()), "xlsx": zipped(xlsx_parts()), "pptx": zipped(pptx_parts())}
        documents |= {"odt": open_document_samples.document(), "pdf": pdf_samples.document()}
        for kind, document in documents.items():
            with self.subTest(kind):
                copy = run(kind, document)[1]
                self.assertEqual(run(kind, copy)[1], copy)

    def test_a_pdf_that_asks_a_password_is_encrypted(self):
        locked = pdf_samples.document(encryption=pikepdf.Encryption(user="geheim", owner="geheim"))
        self.assertEqual(run("pdf", locked), (ENCRYPTED, b"", "Encrypted"))

    def test_a_pdf_that_only_forbids_changes_is_cleaned(self):
        restricted = pdf_samples.document(encryption=pikepdf.Encryption(user="", owner="geheim"))
        self.assertEqual(run("pdf", restricted)[0], CLEANED)

    def test_an_open_document_that_asks_a_password_is_encrypted(self):
        parts = open_document_samples.parts()
        parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(
            '<m:file-entry m:full-path="/"/>', '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'
        )
        self.assertEqual(run("odt", zipped(parts))[0], ENCRYPTED)

    def test_a_zip_file_with_a_password_is_encrypted(self):
        document = bytearray(zipped(docx_parts()))
        document[6] |= 1
        start = document.index(b"PK\1\2")
        document[start + 8] |= 1
        self.assertEqual(run("docx", bytes(document))[0], ENCRYPTED)

    def test_what_does_not_follow_its_format_is_damaged(self):
        whole = zipped(docx_parts())
        broken = docx_parts() | {"word/document.xml": "<w:document"}
        outside = docx_parts() | {"../../etc/passwd": "x"}
        entity = docx_parts() | {"word/document.xml": '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d>&e;</d>'}
        cases = [
            ("docx", b""),
            ("docx", b"PK\3\4"),
            ("docx", whole[:-30]),
            ("docx", whole[:3000]),
            ("docx", zipped(broken)),
            ("docx", zipped(outside)),
            ("docx", zipped(entity)),
            ("pdf", b"%PDF-1.7\n"),
            ("pdf", b""),
            ("odt", zipped({"mimetype": open_document_samples.TYPES["odt"]})),
        ]
        for kind, document in cases:
            with self.subTest(kind=kind, start=document[:20], length=len(document)):
                self.assertEqual(run(kind, document), (DAMAGED, b"", "Damaged"))

    def test_a_document_beyond_25_mib_is_too_large(self):
        self.assertEqual(run("pdf", b"%PDF-1.7\n" + bytes(25 << 20)), (TOO_LARGE, b"", "TooLarge"))

    def test_an_archive_that_unpacks_to_a_multiple_of_its_size_is_too_complex(self):
        one_part = docx_parts() | {"word/media/bom.bin": bytes(60 << 20)}
        many_parts = docx_parts() | {f"word/media/{number}.bin": os.urandom(1 << 16) + bytes(18 << 20) for number in range(12)}
        for document in (one_part, many_parts):
            self.assertEqual(run("docx", zipped(document)), (TOO_COMPLEX, b"", "TooComplex"))

    def test_an_archive_that_lies_about_the_size_of_a_part_is_refused(self):
        document = bytearray(zipped(docx_parts() | {"word/media/bom.bin": bytes(60 << 20)}))
        start = document.index(b"word/media/bom.bin", document.index(b"PK\1\2")) - 46
        document[start + 24 : start + 28] = (100).to_bytes(4, "little")
        self.assertIn(run("docx", bytes(document))[0], (DAMAGED, TOO_COMPLEX))

    def test_an_archive_of_very_many_parts_is_too_complex(self):
        parts = docx_parts() | {f"word/media/{number}.bin": b"" for number in range(10_001)}
        self.assertEqual(run("docx", zipped(parts))[0], TOO_COMPLEX)

    def test_a_document_of_another_kind_is_not_of_this_one(self):
        with_macros = docx_parts()
        types = with_macros["[Content_Types].xml"]
        with_macros["[Content_Types].xml"] = types.replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
            "application/vnd.ms-word.document.macroEnabled.main",
        )
        cases = [
            ("xlsx", zipped(docx_parts())),
            ("docx", zipped(with_macros)),
            ("docx", zipped({"a.txt": "x"})),
            ("odt", open_document_samples.document("ods")),
            ("rtf", b"{\\rtf1}"),
        ]
        for kind, document in cases:
            with self.subTest(kind):
                self.assertEqual(run(kind, document), (UNKNOWN_KIND, b"", "UnknownKind"))

    def test_without_one_kind_nothing_is_cleaned(self):
        for arguments in ([], ["pdf", "docx"], ["--help"]):
            self.assertEqual(run("", b"", arguments=arguments or [""])[0], UNKNOWN_KIND)

    def test_a_missing_library_has_a_code_of_its_own(self):
        done = subprocess.run(
            [sys.executable, "-S", "-I", str(TOOLS / "clean_document.py"), "pdf"], input=b"%PDF-1.7", capture_output=True
        )
        self.assertEqual((done.returncode, done.stdout), (LIBRARY_MISSING, b""))


class Limits(unittest.TestCase):
    """What the process cannot do once it has limited itself, tried in a process of its own."""

    def attempt(self, lines):
        start = f"import sys, socket, subprocess; sys.path.insert(0, {str(TOOLS)!r})"
        code = f"{start}\nfrom document_cleaning import dispatch, limits\nlimits.apply()\n{lines}"
        return subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)

    def test_no_file_connection_or_process_can_be_opened(self):
        for lines in ("open('/etc/passwd')", "socket.socket()", "subprocess.run(['true'])", "open('/dev/null', 'w')"):
            with self.subTest(lines):
                self.assertIn(b"OSError: [Errno 24] Too many open files", self.attempt(lines).stderr)

    def test_more_than_a_gibibyte_of_memory_is_refused(self):
        self.assertIn(b"MemoryError", self.attempt("bytes(1 << 30)").stderr)

    def test_time_that_is_used_up_ends_it_as_too_complex(self):
        code = "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 33))\nwhile True: pass"
        self.assertEqual(self.attempt(code).returncode, TOO_COMPLEX)


class Packages(unittest.TestCase):
    def test_the_zip_file_tells_nothing_of_its_maker(self):
        source = io.BytesIO()
        with zipfile.ZipFile(source, "w") as archive:
            archive.comment = MAKER.encode()
            for name, content in docx_parts().items():
                entry = zipfile.ZipInfo(name, (2024, 5, 6, 7, 8, 10))
                entry.comment = MAKER.encode()
                entry.extra = b"\xfe\xca\x0b\0" + MAKER.encode()
                archive.writestr(entry, content)
        copy = run("docx", source.getvalue())[1]
        self.assertIn(MAKER.encode(), source.getvalue())
        with zipfile.ZipFile(io.BytesIO(copy)) as archive:
            self.assertEqual(archive.comment, b"")
            for entry in archive.infolist():
                told = (entry.date_time, entry.comment, entry.extra, entry.create_system, entry.external_attr)
                self.assertEqual(told, ((1980, 1, 1, 0, 0, 0), b"", b"", 0, 0o600 << 16))

    def test_the_type_of_an_open_document_comes_first_and_is_stored(self):
        with zipfile.ZipFile(io.BytesIO(run("odt", open_document_samples.document())[1])) as archive:
            first = archive.infolist()[0]
        self.assertEqual((first.filename, first.compress_type, first.extra), ("mimetype", zipfile.ZIP_STORED, b""))

    def test_the_types_of_an_office_document_come_first(self):
        self.assertEqual(next(iter(unzipped(run("docx", zipped(docx_parts()))[1]))), "[Content_Types].xml")


if __name__ == "__main__":
    unittest.main()
