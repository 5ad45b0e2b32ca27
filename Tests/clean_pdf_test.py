"""What is left of a PDF."""

import base64
import io
import unittest
import zlib

import pdf_samples
import pikepdf
from document_samples import MAKER, cleaned, docx_parts, everything, photo, zipped
from pikepdf import Name
from PIL import Image


class CleanPdf(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.original = pdf_samples.document()
        cls.copy = cleaned("pdf", cls.original)
        cls.pdf = pikepdf.open(io.BytesIO(cls.copy))
        cls.page = cls.pdf.pages[0].obj

    def annotations(self, subtype):
        return [each for each in self.page.Annots if each.Subtype == Name("/" + subtype)]

    def test_the_maker_is_in_the_original_and_not_in_the_copy(self):
        original, copy = pdf_samples.everything(self.original), pdf_samples.everything(self.copy)
        self.assertGreater(original.count(MAKER.encode()), 25)
        self.assertNotIn(MAKER.encode(), copy)
        self.assertNotIn(MAKER.replace(" ", "").encode(), copy)
        self.assertNotIn(b"20240506", copy)

    def test_the_text_and_the_language_stay(self):
        self.assertTrue(self.page.Contents.read_bytes().startswith(pdf_samples.TEXT))
        self.assertEqual(str(self.pdf.Root.Lang), "nl-NL")

    def test_the_photo_stays_the_same_picture(self):
        pictures = [Image.open(io.BytesIO(each)) for each in (photo(), self.page.Resources.XObject.Im.read_raw_bytes())]
        self.assertEqual(pictures[0].tobytes(), pictures[1].tobytes())
        self.assertEqual(dict(pictures[1].getexif()), {})

    def test_an_earlier_version_is_left_behind(self):
        updated = pdf_samples.with_earlier_version()
        with pikepdf.open(io.BytesIO(updated)) as latest:
            self.assertEqual(latest.pages[0].Contents.read_bytes(), b"nieuw")
        self.assertIn(MAKER.encode(), updated)
        copy = cleaned("pdf", updated)
        self.assertNotIn(MAKER.encode(), pdf_samples.everything(copy))
        self.assertEqual((updated.count(b"startxref"), copy.count(b"startxref")), (2, 1))

    def test_the_identifier_is_the_same_for_every_document(self):
        other = pikepdf.new()
        other.add_blank_page()
        output = io.BytesIO()
        other.save(output)
        identifiers = [
            [bytes(each) for each in pikepdf.open(io.BytesIO(copy)).trailer.ID]
            for copy in (self.copy, cleaned("pdf", output.getvalue()))
        ]
        self.assertEqual(identifiers[0], identifiers[1])
        self.assertEqual(identifiers[0][0], identifiers[0][1])

    def test_nothing_runs_when_it_is_opened(self):
        self.assertNotIn("/OpenAction", self.pdf.Root)
        self.assertNotIn("/JavaScript", self.pdf.Root.Names)
        for word in (b"/JavaScript", b"/Launch", b"/AA", b"/XFA", b"/GoToR"):
            self.assertNotIn(word, pdf_samples.everything(self.copy))

    def test_a_remark_stays_without_its_author_and_its_time(self):
        (remark,) = self.annotations("Text")
        self.assertEqual(str(remark.Contents), "klopt dit?")
        self.assertEqual(set(remark.keys()), {"/Type", "/Subtype", "/Rect", "/Contents"})

    def test_a_link_to_a_page_stays_and_a_link_to_a_file_goes_nowhere(self):
        actions = [each.get("/A") for each in self.annotations("Link")]
        self.assertEqual(str(actions[0].URI), "https://example.org/")
        self.assertEqual(actions[1:], [None, None, None])

    def test_a_field_keeps_its_name_and_value_and_a_signature_goes(self):
        field, signature = self.pdf.Root.AcroForm.Fields
        self.assertEqual((str(field.T), str(field.V)), ("naam van het veld", "ingevuld"))
        self.assertNotIn("/V", signature)

    def test_attached_files_are_cleaned_or_removed(self):
        attached = {file.filename: file.get_file().read_bytes() for file in self.pdf.attachments.values()}
        self.assertEqual(set(attached), {"verslag.docx", "foto.jpg"})
        self.assertNotIn(MAKER.encode(), everything(attached["verslag.docx"]))
        self.assertIn(MAKER.encode(), everything(zipped(docx_parts())))
        self.assertNotIn(MAKER.encode(), attached["foto.jpg"])
        self.assertEqual(Image.open(io.BytesIO(attached["foto.jpg"])).size, (24, 16))

    def test_a_photo_behind_another_filter_is_cleaned_too(self):
        for encode, name in ((_flate, Name.FlateDecode), (_ascii85, Name.ASCII85Decode), (_hex, Name.ASCIIHexDecode)):
            with self.subTest(name):
                pdf = pikepdf.new()
                page = pdf.add_blank_page()
                image = pikepdf.Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Image, Width=24, Height=16)
                image.write(encode(photo()), filter=pikepdf.Array([name, Name.DCTDecode]))
                page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=image))
                output = io.BytesIO()
                pdf.save(output, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
                clean = pikepdf.open(io.BytesIO(cleaned("pdf", output.getvalue())))
                copy = clean.pages[0].Resources.XObject.Im
                self.assertEqual(copy.Filter, Name.DCTDecode)
                self.assertNotIn(MAKER.encode(), copy.read_raw_bytes())

    def test_a_colour_profile_loses_its_maker(self):
        profile = Image.open(io.BytesIO(photo())).info["icc_profile"]
        pdf = pikepdf.new()
        page = pdf.add_blank_page()
        space = pikepdf.Array([Name.ICCBased, pikepdf.Stream(pdf, profile, N=3)])
        page.obj.Resources = pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(C=space))
        output = io.BytesIO()
        pdf.save(output)
        clean = pikepdf.open(io.BytesIO(cleaned("pdf", output.getvalue())))
        copy = clean.pages[0].Resources.ColorSpace.C[1].read_bytes()
        self.assertIn(b"Noor", profile)
        self.assertNotIn(b"Noor", copy)
        self.assertEqual(len(copy), len(profile))


def _flate(content):

    return zlib.compress(content)


def _ascii85(content):

    return base64.a85encode(content, adobe=True)[2:]


def _hex(content):
    return content.hex().encode() + b">"


if __name__ == "__main__":
    unittest.main()
