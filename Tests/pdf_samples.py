"""PDF files with the name of their maker in every place that can hold one, made by pikepdf."""

import io

import pikepdf
from document_samples import MAKER, docx_parts, photo, zipped
from pikepdf import Array, Dictionary, Name, Stream, String

_WHEN = String("D:20240506070809+02'00'")
TEXT = b"BT /F1 12 Tf 20 100 Td (Op 3 maart zei hij het weer.) Tj ET"


def _xmp(pdf):
    return Stream(pdf, f"<x:xmpmeta>{MAKER}</x:xmpmeta>".encode(), Type=Name.Metadata, Subtype=Name.XML)


def _image(pdf):
    return Stream(
        pdf,
        photo(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=24,
        Height=16,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
        Metadata=_xmp(pdf),
        ID=String(MAKER),
    )


def _annotations(pdf):
    def annotation(subtype, **more):
        return pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name("/" + subtype), Rect=[0, 0, 9, 9], **more))

    who = {
        "T": String(MAKER),
        "M": _WHEN,
        "CreationDate": _WHEN,
        "NM": String(MAKER),
        "RC": String(f"<p>{MAKER}</p>"),
        "Subj": String(MAKER),
    }
    attached = Dictionary(Type=Name.Filespec, F=String(f"C:\\{MAKER}\\geluid.mp3"), EF=Dictionary(F=Stream(pdf, MAKER.encode())))
    return [
        annotation("Text", Contents=String("klopt dit?"), **who),
        annotation("Link", A=Dictionary(S=Name.URI, URI=String("https://example.org/"))),
        annotation("Link", A=Dictionary(S=Name.URI, URI=String(f"file:///C:/Users/{MAKER}/plan.docx"))),
        annotation("Link", A=Dictionary(S=Name.Launch, F=String(f"C:\\Users\\{MAKER}\\plan.exe"))),
        annotation("Link", A=Dictionary(S=Name.GoToR, F=String(f"/home/{MAKER}/plan.pdf"), D=Array([0, Name.Fit]))),
        annotation("FileAttachment", FS=attached),
        annotation("Screen", MK=Dictionary(CA=String(MAKER))),
        annotation(
            "Stamp",
            AP=Dictionary(N=Stream(pdf, b"", Subtype=Name.Form, BBox=[0, 0, 9, 9], PieceInfo=Dictionary(X=String(MAKER)))),
        ),
    ]


def _form(pdf):
    name = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("naam van het veld"), V=String("ingevuld"), Rect=[0, 0, 9, 9]
    )
    name.AA = Dictionary(K=Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{MAKER}')")))
    signature = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Name=String(MAKER), M=_WHEN, Contents=String(MAKER))
    signed = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Sig,
        T=String("handtekening"),
        V=pdf.make_indirect(signature),
        Rect=[0, 0, 9, 9],
    )
    return [pdf.make_indirect(name), pdf.make_indirect(signed)]


def document(**options):
    """One page with text, a photo, remarks, a form, attached files, scripts, layers, and an earlier version of its text."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 200)).obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    form = Stream(pdf, b"q Q", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    form["/PTEX.FileName"] = String(f"/home/{MAKER}/figuur.pdf")
    page.Resources = Dictionary(Font=Dictionary(F1=font), XObject=Dictionary(Im=_image(pdf), Fm=form))
    page.Contents = Stream(pdf, TEXT + b" q 50 0 0 50 20 20 cm /Im Do Q /Fm Do")
    page.Thumb = Stream(pdf, MAKER.encode(), Width=1, Height=1)
    page.Metadata = _xmp(pdf)
    page.LastModified = _WHEN
    page.PieceInfo = Dictionary(Illustrator=Dictionary(Private=String(MAKER)))
    fields = _form(pdf)
    page.Annots = pdf.make_indirect(Array(_annotations(pdf) + fields))
    root = pdf.Root
    root.AcroForm = Dictionary(Fields=Array(fields), SigFlags=3, XFA=Stream(pdf, f"<xdp>{MAKER}</xdp>".encode()))
    root.Metadata = _xmp(pdf)
    root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"// {MAKER}"))
    root.Lang = String("nl-NL")
    layer = Dictionary(Type=Name.OCG, Name=String("Laag"), Usage=Dictionary(CreatorInfo=Dictionary(Creator=String(MAKER))))
    root.OCProperties = Dictionary(OCGs=Array([pdf.make_indirect(layer)]), D=Dictionary())
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.attachments["verslag.docx"] = pikepdf.AttachedFileSpec(
        pdf, zipped(docx_parts()), filename="verslag.docx", description=MAKER
    )
    pdf.attachments["foto.jpg"] = pikepdf.AttachedFileSpec(pdf, photo(), filename=f"C:\\{MAKER}\\foto.jpg")
    pdf.attachments["spraak.ogg"] = pikepdf.AttachedFileSpec(pdf, b"OggS" + MAKER.encode(), filename="spraak.ogg")
    root.Names.JavaScript = Dictionary(Names=[String("a"), Dictionary(S=Name.JavaScript, JS=String(MAKER))])
    pdf.docinfo["/Author"] = MAKER
    pdf.docinfo["/AAPL:Keywords"] = MAKER
    pdf.trailer["/DocChecksum"] = Name("/" + MAKER.replace(" ", ""))
    output = io.BytesIO()
    pdf.save(output, fix_metadata_version=False, **options)
    return output.getvalue()


def with_earlier_version():
    """A page whose text was replaced by an update at the end of the file (7.5.6); the earlier text is still in it."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        f"<</Length {len(MAKER)}>>stream\n{MAKER}\nendstream".encode(),
    ]
    file = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    first = len(file)
    file += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % first
    update = len(file)
    file += b"4 0 obj\n<</Length 5>>stream\nnieuw\nendstream\nendobj\n"
    second = len(file)
    file += b"xref\n4 1\n%010d 00000 n \ntrailer\n<</Size 5/Root 1 0 R/Prev %d>>\n" % (update, first)
    return file + b"startxref\n%d\n%%%%EOF\n" % second


def everything(document):
    """All that stands in a PDF, with its streams decoded, and what is attached to it."""
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(document)) as pdf:
        pdf.save(
            output,
            fix_metadata_version=False,
            qdf=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
    return output.getvalue()
