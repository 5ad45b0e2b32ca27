"""What is left of office documents."""

import io
import unittest
from xml.etree import ElementTree

import open_document_samples
from document_samples import MAKER, cleaned, docx_parts, everything, photo, pptx_parts, unzipped, xlsx_parts, zipped
from PIL import Image

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words(part, name="t"):
    """The text of every element of this name."""
    return [each.text for each in ElementTree.fromstring(part).iter() if each.tag.rpartition("}")[2] == name]


class EveryOfficeDocument(unittest.TestCase):
    samples = {
        "docx": docx_parts(),
        "xlsx": xlsx_parts(),
        "pptx": pptx_parts(),
        "odt": open_document_samples.parts("odt"),
        "ods": open_document_samples.parts("ods"),
        "odp": open_document_samples.parts("odp"),
    }

    def test_the_maker_is_in_the_original_and_not_in_the_copy(self):
        for kind, parts in self.samples.items():
            with self.subTest(kind):
                original, copy = everything(zipped(parts)), everything(cleaned(kind, zipped(parts)))
                self.assertGreater(original.count(MAKER.encode()), 9)
                self.assertNotIn(MAKER.encode(), copy)
                self.assertNotIn(MAKER.encode("utf-16-le"), copy)
                self.assertNotIn(b"2024-05-06", copy)

    def test_every_part_that_is_named_is_there(self):
        for kind in ("docx", "xlsx", "pptx"):
            parts = unzipped(cleaned(kind, zipped(self.samples[kind])))
            types = ElementTree.fromstring(parts["[Content_Types].xml"])
            named = {each.get("PartName", "").lstrip("/") for each in types if each.get("PartName")}
            self.assertLessEqual(named, set(parts))
        for kind in open_document_samples.TYPES:
            parts = unzipped(cleaned(kind, zipped(self.samples[kind])))
            listed = [
                each.attrib.popitem()[1]
                for each in ElementTree.fromstring(parts["META-INF/manifest.xml"])
                if len(each.attrib) == 1
            ]
            paths = {
                each.get("{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}full-path")
                for each in ElementTree.fromstring(parts["META-INF/manifest.xml"])
            }
            self.assertEqual(paths - set(parts) - set(listed), {"Object 1/"} - set(listed))


class Word(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.parts = unzipped(cleaned("docx", zipped(docx_parts())))
        cls.document = cls.parts["word/document.xml"]

    def test_the_text_and_the_tracked_change_stay(self):
        self.assertEqual(words(self.document), ["Op 3 maart ", "zei hij", "de site"])
        self.assertEqual(words(self.document, "delText"), ["riep hij"])

    def test_authors_are_numbered_so_that_who_says_what_can_be_followed(self):
        change = next(ElementTree.fromstring(self.document).iter(W + "ins"))
        remarks = [each.get(W + "author") for each in ElementTree.fromstring(self.parts["word/comments.xml"]).iter(W + "comment")]
        self.assertEqual({change.get(W + "author"), remarks[0]}, {"Author 1"})
        self.assertEqual(remarks[1], "Author 2")

    def test_sessions_times_and_identifiers_go(self):
        for mark in (b"rsid", b"w:date", b"paraId", b"docId", b"docVar", b"attachedTemplate"):
            self.assertNotIn(mark, self.document + self.parts["word/settings.xml"] + self.parts["word/comments.xml"])
        self.assertIn(b"zoom", self.parts["word/settings.xml"])

    def test_a_field_keeps_the_name_of_a_file_without_its_folders_and_an_add_in_keeps_nothing(self):
        codes = words(self.document, "instrText")
        self.assertEqual(codes, [' INCLUDEPICTURE "foto.jpg" ', " ADDIN ", " ADDIN "])

    def test_a_link_to_a_page_stays_and_a_link_to_a_file_goes_nowhere(self):
        relations = ElementTree.fromstring(self.parts["word/_rels/document.xml.rels"])
        targets = [each.get("Target") for each in relations if each.get("TargetMode") == "External"]
        self.assertEqual(targets, ["https://example.org/", "about:blank"])

    def test_macros_controls_and_inner_objects_of_no_known_kind_go(self):
        self.assertNotIn("word/vbaProject.bin", self.parts)
        self.assertNotIn("word/activeX/activeX1.xml", self.parts)
        self.assertNotIn(b"control", self.document)
        self.assertEqual(self.parts["word/embeddings/oleObject1.bin"], b"")

    def test_an_inner_workbook_is_cleaned_as_one(self):
        self.assertEqual(words(unzipped(self.parts["word/embeddings/blad.xlsx"])["xl/worksheets/sheet1.xml"]), ["12 maart"])

    def test_a_document_within_documents_is_cleaned_three_deep(self):
        document = b"innermost"
        for _ in range(6):
            document = zipped(docx_parts() | {"word/embeddings/verslag.docx": document})
        copy, depth = cleaned("docx", document), 0
        while copy:
            copy = unzipped(copy)["word/embeddings/verslag.docx"]
            depth += 1
        self.assertEqual(depth, 1 + 3)

    def test_pictures_stay_the_same_and_upright(self):
        for name, kind in (("word/media/image1.jpeg", "JPEG"), ("word/media/image2.png", "PNG")):
            before, after = Image.open(io.BytesIO(photo(kind))), Image.open(io.BytesIO(self.parts[name]))
            self.assertEqual(before.tobytes(), after.tobytes())
            self.assertEqual(dict(after.getexif()), {0x0112: 6})

    def test_a_picture_that_cannot_be_read_becomes_an_empty_part(self):
        parts = docx_parts() | {"word/media/image1.jpeg": photo()[:200]}
        self.assertEqual(unzipped(cleaned("docx", zipped(parts)))["word/media/image1.jpeg"], b"")

    def test_the_path_in_the_description_of_a_picture_goes(self):
        for attribute in (b'descr="foto.jpg"', b'alt="foto.jpg"', b'o:title="foto.jpg"'):
            self.assertIn(attribute, self.document)


class Excel(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.parts = unzipped(cleaned("xlsx", zipped(xlsx_parts())))

    def test_the_cells_stay(self):
        self.assertEqual(words(self.parts["xl/worksheets/sheet1.xml"]), ["12 maart"])

    def test_a_note_is_by_a_numbered_author_also_in_its_first_words(self):
        self.assertEqual(words(self.parts["xl/comments1.xml"]), ["Author 1:", "klopt dit?"])
        self.assertEqual(words(self.parts["xl/comments1.xml"], "author"), ["Author 1"])

    def test_the_page_keeps_its_layout_without_the_printer(self):
        page = next(ElementTree.fromstring(self.parts["xl/worksheets/sheet1.xml"]).iter("{*}pageSetup"), None)
        page = page if page is not None else ElementTree.fromstring(self.parts["xl/worksheets/sheet1.xml"])[-1]
        self.assertEqual(page.attrib, {"orientation": "landscape"})

    def test_of_another_workbook_the_name_is_left(self):
        self.assertIn(b'Target="cijfers.xlsx"', self.parts["xl/_rels/workbook.xml.rels"])

    def test_a_connection_keeps_a_number_for_a_name(self):
        self.assertIn(b'name="Connection 1"', self.parts["xl/connections.xml"])

    def test_what_excel_keeps_of_the_program_and_the_folder_goes(self):
        for mark in (b"absPath", b"fileVersion", b"fileSharing", b"customWorkbookView", b"xr:uid"):
            self.assertNotIn(mark, self.parts["xl/workbook.xml"])


class PowerPoint(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.parts = unzipped(cleaned("pptx", zipped(pptx_parts())))

    def test_the_slide_and_the_remark_stay(self):
        self.assertEqual(words(self.parts["ppt/slides/slide1.xml"]), ["Dia een"])
        self.assertEqual(words(self.parts["ppt/comments/comment1.xml"], "text"), ["goed"])

    def test_the_author_of_a_remark_is_a_number(self):
        for name in ("ppt/commentAuthors.xml", "ppt/authors.xml"):
            self.assertEqual(ElementTree.fromstring(self.parts[name])[0].get("name"), "Author 1")
        self.assertEqual(ElementTree.fromstring(self.parts["ppt/authors.xml"])[0].get("userId"), "0")

    def test_a_film_in_a_presentation_becomes_an_empty_part(self):
        self.assertEqual(self.parts["ppt/media/media1.mp4"], b"")


class OpenDocument(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.parts = unzipped(cleaned("odt", open_document_samples.document()))
        cls.content = cls.parts["content.xml"]

    def test_the_text_and_the_remark_stay(self):
        text = "".join(ElementTree.fromstring(self.content).itertext())
        self.assertIn("Op 3 maart zei hij het weer.", text)
        self.assertIn("goed?", text)

    def test_remarks_and_changes_have_a_numbered_author_and_the_same_time(self):
        self.assertEqual(words(self.content, "creator"), ["Author 1", "Author 1"])
        self.assertEqual(words(self.content, "date"), ["2000-01-01T00:00:00"] * 2)

    def test_links_to_pages_and_parts_stay_and_links_to_files_go_nowhere(self):
        links = [each.get("{http://www.w3.org/1999/xlink}href") for each in ElementTree.fromstring(self.content).iter()]
        expected = ["Pictures/foto.jpg", "about:blank", "https://example.org/", "about:blank", "./Object 1"]
        self.assertEqual([link for link in links if link], expected)

    def test_settings_keep_the_layout_without_the_printer(self):
        self.assertEqual(words(self.parts["settings.xml"], "config-item"), ["high-resolution"])

    def test_the_description_is_empty(self):
        self.assertEqual(words(self.parts["meta.xml"], "meta"), [None])

    def test_macros_previews_and_signatures_go(self):
        expected = {
            "mimetype",
            "content.xml",
            "styles.xml",
            "meta.xml",
            "settings.xml",
            "Pictures/foto.jpg",
            "Object 1/content.xml",
        }
        self.assertEqual(set(self.parts), expected | {"META-INF/manifest.xml"})
        self.assertNotIn(b"script", self.content.replace(b'xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"', b""))


if __name__ == "__main__":
    unittest.main()
