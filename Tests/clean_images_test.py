"""What is left of images inside documents."""

import base64
import io
import struct
import sys
import unittest
from pathlib import Path

from document_samples import MAKER, photo
from PIL import Image, ImageSequence

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Tools"))

from document_cleaning import images, xml_part  # noqa: E402
from document_cleaning.refusal import Damaged  # noqa: E402


def decoded(content):
    return [frame.convert("RGBA").tobytes() for frame in ImageSequence.Iterator(Image.open(io.BytesIO(content)))]


class Images(unittest.TestCase):
    def test_the_maker_goes_and_the_picture_stays(self):
        for kind in ("JPEG", "PNG", "GIF", "TIFF"):
            with self.subTest(kind):
                original = photo(kind)
                copy = images.clean(original)
                self.assertIn(MAKER.encode(), original)
                self.assertNotIn(MAKER.encode(), copy)
                self.assertNotIn(b"Noor", copy)
                self.assertEqual(decoded(original), decoded(copy))
                self.assertEqual(images.clean(copy), copy)

    def test_a_tiff_loses_its_exif_and_gps_directories(self):
        def directory(place, *entries):
            """A directory (TIFF 6.0, section 2) with the values that do not fit in it behind it."""
            values, rows = b"", b""
            end = place + 2 + 12 * len(entries) + 4
            for tag, kind, count, value in entries:
                if isinstance(value, bytes):
                    rows += struct.pack("<HHII", tag, kind, count, end + len(values))
                    values += value
                else:
                    rows += struct.pack("<HHII", tag, kind, count, value)
            return struct.pack("<H", len(entries)) + rows + bytes(4) + values

        name = MAKER.encode() + b"\0"
        form = [(256, 4, 1, 2), (257, 4, 1, 2), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 500), (279, 4, 1, 4)]
        main = directory(8, *form, (315, 2, len(name), name), (34665, 4, 1, 200), (34853, 4, 1, 300))
        file = b"II*\0" + struct.pack("<I", 8) + main
        file = file.ljust(200, b"\0") + directory(200, (37510, 7, len(name), name), (40965, 4, 1, 400))
        file = file.ljust(300, b"\0") + directory(300, (29, 2, 11, b"2024:05:06\0"))
        file = file.ljust(400, b"\0") + directory(400, (1, 2, len(name), name))
        file = file.ljust(500, b"\0") + b"\1\2\3\4"
        copy = images.clean(file)
        self.assertEqual(file.count(MAKER.encode()), 3)
        self.assertNotIn(MAKER.encode(), copy)
        self.assertEqual(copy[200:], bytes(300) + b"\1\2\3\4")
        self.assertEqual(decoded(file), decoded(copy))

    def test_every_page_of_a_tiff_is_cleaned(self):
        pages = [Image.new("L", (8, 8), shade) for shade in (1, 2)]
        output = io.BytesIO()
        pages[0].save(output, "TIFF", save_all=True, append_images=pages[1:], tiffinfo={315: MAKER})
        copy = images.clean(output.getvalue())
        self.assertNotIn(MAKER.encode(), copy)
        self.assertEqual(decoded(copy), decoded(output.getvalue()))

    def test_a_drawing_loses_what_its_program_keeps_in_it(self):
        inner = base64.b64encode(photo()).decode()
        drawing = (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
            f'xmlns:xlink="http://www.w3.org/1999/xlink" inkscape:export-filename="/home/{MAKER}/x.png" onload="x()">'
            f"<!-- {MAKER} -->"
            f'<metadata>{MAKER}</metadata><script>{MAKER}</script><image xlink:href="file:///home/{MAKER}/foto.jpg"/>'
            f'<image xlink:href="data:image/jpeg;base64,{inner}"/><rect width="3"/></svg>'
        ).encode()
        copy = images.clean(drawing)
        self.assertNotIn(MAKER.encode(), copy)
        self.assertNotIn(b"inkscape", copy)
        self.assertNotIn(b"onload", copy)
        self.assertNotIn(inner[:400].encode(), copy)
        self.assertIn(b'<rect width="3"/>', copy)
        self.assertIn(b'href="foto.jpg"', copy)

    def test_a_metafile_loses_its_description(self):
        described = MAKER.encode("utf-16-le")
        head = struct.pack("<I", 1) + bytes(36) + b" EMF" + bytes(16) + struct.pack("<II", len(MAKER), 100) + bytes(32)
        copy = images.clean(head + described + b"rest")
        self.assertEqual(copy, head + bytes(len(described)) + b"rest")

    def test_a_jpeg_2000_file_loses_its_xml(self):
        def box(kind, content):
            return struct.pack(">I4s", len(content) + 8, kind) + content

        start, picture = box(b"jP  ", b"\r\n\x87\n"), box(b"jp2c", b"picture")
        file = start + box(b"xml ", MAKER.encode()) + box(b"uuid", MAKER.encode()) + picture
        self.assertEqual(images.clean(file), start + picture)

    def test_an_image_that_is_cut_off_is_damaged(self):
        for kind in ("PNG", "GIF"):
            whole = images.clean(photo(kind))
            for length in range(12, len(whole) - 1, 7):
                with self.subTest(kind=kind, length=length), self.assertRaises(Damaged):
                    images.clean(whole[:length])

    def test_a_jpeg_that_is_cut_off_within_its_scan_is_kept_as_far_as_it_goes(self):
        whole = images.clean(photo("JPEG"))
        scan = whole.index(b"\xff\xda")
        for length in range(12, len(whole)):
            if length < scan + 14:
                with self.assertRaises(Damaged):
                    images.clean(whole[:length])
            else:
                self.assertEqual(images.clean(whole[:length]), whole[:length].removesuffix(b"\xff") + b"\xff\xd9")


class Paths(unittest.TestCase):
    def test_of_a_path_the_name_of_the_file_is_left(self):
        cases = {
            "C:\\Users\\Noor Jansen\\foto.jpg": "foto.jpg",
            "C:\\\\Users\\\\Noor Jansen\\\\foto.jpg": "foto.jpg",
            "\\\\server\\Noor Jansen\\foto.jpg": "foto.jpg",
            "/Users/noor/Bureaublad/foto.jpg": "foto.jpg",
            "/home/noor/foto.jpg": "foto.jpg",
            "file:///C:/Users/noor/foto.jpg": "foto.jpg",
            "file:///tmp/noor/foto.jpg": "foto.jpg",
            "Foto 1": "Foto 1",
            "https://example.org/home/noor": "https://example.org/home/noor",
            "1/2 of 3/4": "1/2 of 3/4",
            "om 12:30 / 13:00": "om 12:30 / 13:00",
        }
        for path, expected in cases.items():
            with self.subTest(path):
                self.assertEqual(xml_part.without_folders(path), expected)


if __name__ == "__main__":
    unittest.main()
