"""Documents with the name of their maker in every place that can hold one, made by zipfile, Pillow and pikepdf."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

from PIL import Image, ImageCms, PngImagePlugin

MAKER = "Noor Jansen"
_CLEANER = Path(__file__).resolve().parent.parent / "Tools" / "clean_document.py"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def run(kind, document, *, arguments=None):
    """The exit code, the copy and the word on standard error of the cleaner as it is started in production."""
    done = subprocess.run([sys.executable, str(_CLEANER), *(arguments or [kind])], input=document, capture_output=True)
    return done.returncode, done.stdout, done.stderr.decode().strip()


def cleaned(kind, document):
    code, copy, word = run(kind, document)
    assert code == 0, word
    return copy


def zipped(parts, **options):
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content, **options)
    return output.getvalue()


def unzipped(document):
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def everything(document):
    """All that stands in a zip file, and in zip files within it."""
    parts = unzipped(document)
    inner = [everything(content) for content in parts.values() if content.startswith(b"PK\3\4")]
    return b"\n".join([name.encode() + b"\n" + content for name, content in parts.items()] + inner)


def photo(kind="JPEG", orientation=6):
    image = Image.new("RGB", (24, 16), (200, 30, 30))
    exif = Image.Exif()
    exif[0x010F] = exif[0x013B] = MAKER
    exif[0x0112] = orientation
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[80:84] = b"Noor"
    output = io.BytesIO()
    options = {"exif": exif, "icc_profile": bytes(profile)}
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", MAKER)
        options["pnginfo"] = text
    elif kind in ("JPEG", "GIF"):
        options["comment"] = MAKER
    elif kind == "TIFF":
        options["tiffinfo"] = {305: MAKER, 315: MAKER}
    image.save(output, kind, **options)
    return output.getvalue()


def _relations(*relations):
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if ":" in kind else _RELATION + kind}" Target="{target}"'
        + (' TargetMode="External"' if outside else "")
        + "/>"
        for number, (kind, target, outside) in enumerate(relations, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0"?><Relationships xmlns="{space}">{rows}</Relationships>'


def _types(**overrides):
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" '
        f'ContentType="image/jpeg"/>{rows}</Types>'
    )


def _package(main, main_type, parts, extra_types=None):
    start = _relations(
        ("officeDocument", main, False),
        ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", False),
        ("extended-properties", "docProps/app.xml", False),
        ("custom-properties", "docProps/custom.xml", False),
        ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail", "docProps/thumbnail.jpeg", False),
    )
    whole = {
        "[Content_Types].xml": _types(**{main: main_type, "docProps/core.xml": "application/xml"}, **(extra_types or {})),
        "_rels/.rels": start,
        "docProps/core.xml": f"<core><creator>{MAKER}</creator></core>",
        "docProps/app.xml": f"<app><Company>{MAKER}</Company></app>",
        "docProps/custom.xml": f"<custom>{MAKER}</custom>",
        "docProps/thumbnail.jpeg": photo(),
        "docMetadata/LabelInfo.xml": f"<labels>{MAKER}</labels>",
        "customXml/item1.xml": f"<properties><owner>{MAKER}</owner></properties>",
    }
    return whole | parts


def docx_parts():
    """Text with a tracked change, a remark, fields, pictures, an inner workbook, a macro, a template."""
    space = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    who = f'w:author="{MAKER}" w:date="2024-05-06T07:08:09Z"'
    folder = "C:\\\\Users\\\\Noor Jansen\\\\Bureaublad\\\\"
    field = f'<w:r><w:instrText> INCLUDEPICTURE "{folder}foto.jpg" </w:instrText></w:r>'
    hidden = f"<w:r><w:instrText> ADDIN ZOTERO </w:instrText></w:r><w:r><w:instrText>{MAKER}</w:instrText></w:r>"
    wrap = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = (
        f'<w:p w:rsidR="00A1" w:rsidRDefault="00A2" w14:paraId="1A2B"><w:r><w:t>Op 3 maart </w:t></w:r>'
        f'<w:ins w:id="1" {who}><w:r><w:t>zei hij</w:t></w:r></w:ins><w:del w:id="2" {who}><w:r><w:delText>riep '
        f"hij</w:delText></w:r></w:del>"
        f"{wrap.format(field)}{wrap.format(hidden)}"
        '<w:r><w:drawing><wp:docPr xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" id="1" '
        f'name="Foto 1" descr="C:\\Users\\{MAKER}\\foto.jpg"/></w:drawing></w:r>'
        f'<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" alt="C:\\Users\\{MAKER}\\foto.jpg"><v:imagedata '
        f'xmlns:o="urn:schemas-microsoft-com:office:office" o:title="/Users/{MAKER}/foto.jpg"/></v:shape></w:pict></w:r>'
        '<w:r><w:object><w:control r:id="rId6" w:name="knop"/></w:object></w:r><w:hyperlink r:id="rId3"><w:r><w:t>de '
        "site</w:t></w:r></w:hyperlink></w:p>"
    )
    settings = (
        '<w:zoom w:percent="100"/><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsidRoot w:val="00A1"/></w:rsids>'
        f'<w14:docId w14:val="5F5F"/><w:docVars><w:docVar w:name="u" w:val="{MAKER}"/></w:docVars>'
    )
    return _package(
        "word/document.xml",
        _TYPE + "wordprocessingml.document.main+xml",
        {
            "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": _relations(
                ("image", "media/image1.jpeg", False),
                ("package", "embeddings/blad.xlsx", False),
                ("hyperlink", "https://example.org/", True),
                ("hyperlink", f"file:///C:/Users/{MAKER}/plan.docx", True),
                ("vbaProject", "vbaProject.bin", False),
                ("control", "activeX/activeX1.xml", False),
                ("oleObject", "embeddings/oleObject1.bin", False),
                ("comments", "comments.xml", False),
                ("people", "people.xml", False),
            ),
            "word/comments.xml": f'<w:comments {space}><w:comment w:id="0" {who} w:initials="NJ"><w:p><w:r><w:t>klopt '
            f"dit?</w:t></w:r></w:p>"
            f'</w:comment><w:comment w:id="1" w:author="Sam de Wit"><w:p/></w:comment></w:comments>',
            "word/people.xml": f"<people>{MAKER}</people>",
            "word/settings.xml": f"<w:settings {space}>{settings}</w:settings>",
            "word/_rels/settings.xml.rels": _relations(("attachedTemplate", f"file:///C:/Users/{MAKER}/Normal.dotm", True)),
            "word/media/image1.jpeg": photo(),
            "word/media/image2.png": photo("PNG"),
            "word/embeddings/blad.xlsx": zipped(xlsx_parts()),
            "word/embeddings/oleObject1.bin": f"C:\\Users\\{MAKER}\\bijlage.msg".encode(),
            "word/vbaProject.bin": MAKER.encode(),
            "word/activeX/activeX1.xml": f"<ocx>{MAKER}</ocx>",
        },
    )


def xlsx_parts():
    """Cells with a note, a pivot table, a connection, and the folder of the file."""
    absolute = (
        f'<x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="C:\\Users\\{MAKER}\\"/>'
    )
    return _package(
        "xl/workbook.xml",
        _TYPE + "spreadsheetml.sheet.main+xml",
        {
            "xl/workbook.xml": f'<workbook xmlns="{_S}" xmlns:r="{_R}" '
            f'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" '
            f'xr:uid="{{A1}}"><fileVersion appName="xl" rupBuild="22228"/><fileSharing userName="{MAKER}"/>{absolute}'
            f'<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets><customWorkbookViews><customWorkbookView '
            f'name="{MAKER}"/>'
            "</customWorkbookViews></workbook>",
            "xl/_rels/workbook.xml.rels": _relations(
                ("worksheet", "worksheets/sheet1.xml", False),
                ("externalLinkPath", f"file:///C:/Users/{MAKER}/cijfers.xlsx", True),
            ),
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_S}" xmlns:r="{_R}"><sheetData><row r="1"><c r="A1" '
            f't="inlineStr"><is>'
            '<t>12 maart</t></is></c></row></sheetData><pageSetup orientation="landscape" r:id="rId1"/></worksheet>',
            "xl/worksheets/_rels/sheet1.xml.rels": _relations(
                ("printerSettings", "../printerSettings/printerSettings1.bin", False)
            ),
            "xl/printerSettings/printerSettings1.bin": MAKER.encode("utf-16-le"),
            "xl/comments1.xml": f'<comments xmlns="{_S}"><authors><author>{MAKER}</author></authors><commentList>'
            f'<comment ref="A1" '
            f'authorId="0"><text><r><t>{MAKER}:</t></r><r><t>klopt dit?</t></r></text></comment></commentList></comments>',
            "xl/persons/person.xml": f"<personList>{MAKER}</personList>",
            "xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition xmlns="{_S}" refreshedBy="{MAKER}" '
            f'refreshedDate="45418"/>',
            "xl/connections.xml": f'<connections xmlns="{_S}"><connection id="1" name="{MAKER}" '
            f'odcFile="C:\\Users\\{MAKER}\\a.odc"><dbPr '
            f'connection="User ID={MAKER}"/></connection></connections>',
        },
    )


def pptx_parts():
    """A slide with a remark of the old and of the new kind."""
    new = "http://schemas.microsoft.com/office/powerpoint/2018/8/main"
    slide = "<p:cSld><p:spTree><p:sp><p:txBody><t>Dia een</t></p:txBody></p:sp></p:spTree></p:cSld>"
    return _package(
        "ppt/presentation.xml",
        _TYPE + "presentationml.presentation.main+xml",
        {
            "ppt/presentation.xml": f'<p:presentation xmlns:p="{_P}" xmlns:r="{_R}"><p:custDataLst><p:tags '
            f'r:id="rId2"/></p:custDataLst></p:presentation>',
            "ppt/_rels/presentation.xml.rels": _relations(
                ("slide", "slides/slide1.xml", False), ("tags", "tags/tag1.xml", False)
            ),
            "ppt/tags/tag1.xml": f"<tag>{MAKER}</tag>",
            "ppt/slides/slide1.xml": f'<p:sld xmlns:p="{_P}">{slide}</p:sld>',
            "ppt/commentAuthors.xml": f'<p:cmAuthorLst xmlns:p="{_P}"><p:cmAuthor id="0" name="{MAKER}" '
            f'initials="NJ"/></p:cmAuthorLst>',
            "ppt/comments/comment1.xml": f'<p:cmLst xmlns:p="{_P}"><p:cm authorId="0" dt="2024-05-06T07:08:09">'
            f"<p:text>goed</p:text></p:cm></p:cmLst>",
            "ppt/authors.xml": f'<a:authorLst xmlns:a="{new}"><a:author id="{{1}}" name="{MAKER}" initials="NJ" '
            f'userId="S::{MAKER}@x" '
            'providerId="AD"/></a:authorLst>',
            "ppt/comments/modernComment_1.xml": f'<a:cmLst xmlns:a="{new}"><a:cm id="{{2}}" authorId="{{1}}" '
            f'created="2024-05-06T07:08:09.1"/></a:cmLst>',
            "ppt/changesInfos/changesInfo1.xml": f"<chgInfo>{MAKER}</chgInfo>",
            "ppt/media/media1.mp4": MAKER.encode(),
        },
    )
