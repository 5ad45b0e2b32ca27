"""Files that a reporter might send, with something in each that must not reach an officer."""

from PIL import Image

CAMERA = b"MaakVanDeCamera"
AUTHOR = "Schrijver van het stuk"


def photo(folder):
    """A JPEG with the maker of the camera in its Exif."""
    exif = Image.Exif()
    exif[0x010F] = CAMERA.decode()
    path = folder / "IMG_20260216.jpg"
    image = Image.new("RGB", (320, 200))
    image.putdata([(x % 256, y, (x * y) % 256) for y in range(200) for x in range(320)])
    image.save(path, exif=exif)
    return path


def letter(folder):
    """A plain text."""
    path = folder / "gesprek met Kees.txt"
    path.write_text("Dit zei hij op maandag.\nEn dit op dinsdag.\n")
    return path


def document(folder):
    """A PDF with an author."""
    import pikepdf

    path = folder / "verslag.pdf"
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    pdf.docinfo["/Author"] = AUTHOR
    pdf.save(path)
    return path


def program(folder):
    """What is not taken in: a program."""
    path = folder / "programma.exe"
    path.write_bytes(b"MZ" + bytes(500))
    return path
