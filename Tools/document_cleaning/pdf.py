"""Cleans PDF (ISO 32000-1)."""

import io
from collections.abc import Callable

import pikepdf
from pikepdf import Name

from . import pdf_objects, pdf_streams
from .limits import Budget
from .refusal import Damaged, Encrypted

CleanInner = Callable[[str, bytes], bytes | None]

_CATALOG = {
    "/Type",
    "/Version",
    "/Pages",
    "/PageLabels",
    "/Names",
    "/Dests",
    "/ViewerPreferences",
    "/PageLayout",
    "/PageMode",
    "/Outlines",
    "/OpenAction",
    "/AcroForm",
    "/StructTreeRoot",
    "/MarkInfo",
    "/Lang",
    "/OutputIntents",
    "/OCProperties",
}
_NAMES = {"/Dests", "/AP", "/EmbeddedFiles"}
_PAGE = {
    "/Type",
    "/Parent",
    "/Resources",
    "/MediaBox",
    "/CropBox",
    "/BleedBox",
    "/TrimBox",
    "/ArtBox",
    "/Rotate",
    "/Contents",
    "/Group",
    "/Annots",
    "/StructParents",
    "/Tabs",
    "/UserUnit",
}
_FORM = {"/Fields", "/NeedAppearances", "/DR", "/DA", "/Q", "/CO"}


def prepare() -> None:
    """Has the library open the source of random numbers that it reads encrypted documents with, while files can be opened."""
    locked = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="owner", user=""))
    pikepdf.open(io.BytesIO(locked.getvalue())).close()


def clean(document: bytes, budget: Budget, clean_inner: CleanInner) -> bytes:
    """The cleaned copy of a document, written anew: earlier versions of it and what nothing refers to stay behind."""
    try:
        with pikepdf.open(io.BytesIO(document)) as pdf:
            if not len(pdf.pages):
                raise Damaged
            _clean_document(pdf, budget, clean_inner)
            output = io.BytesIO()
            pdf.save(
                output,
                static_id=True,
                fix_metadata_version=False,
                encryption=False,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
            )
            return output.getvalue()
    except pikepdf.PasswordError as error:
        raise Encrypted from error
    except (pikepdf.PdfError, pikepdf.DataDecodingError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Damaged from error


def _clean_document(pdf: pikepdf.Pdf, budget: Budget, clean_inner: CleanInner) -> None:
    pdf_objects.keep(pdf.trailer, {"/Root", "/Size"})
    pdf_objects.keep(pdf.Root, _CATALOG)
    if "/ViewerPreferences" in pdf.Root:
        # The window's title would be the title that is removed.
        pdf_objects.remove(pdf.Root.ViewerPreferences, "/DisplayDocTitle")
    if "/Names" in pdf.Root:
        pdf_objects.keep(pdf.Root.Names, _NAMES)
        if "/EmbeddedFiles" in pdf.Root.Names:
            pdf_streams.clean_embedded_files(pdf, clean_inner)
    if "/AcroForm" in pdf.Root:
        pdf_objects.keep(pdf.Root.AcroForm, _FORM)
    for page in pdf.pages:
        pdf_objects.keep(page.obj, _PAGE)
        if "/Annots" in page.obj:
            page.obj.Annots = pikepdf.Array(
                [
                    each
                    for each in page.obj.Annots
                    if isinstance(each, pikepdf.Dictionary) and pdf_objects.is_kept_annotation(each)
                ]
            )
            for annotation in page.obj.Annots:
                pdf_objects.clean_annotation(annotation)
                if annotation.get("/Subtype") == Name.FileAttachment and "/FS" in annotation:
                    pdf_streams.clean_file(annotation.FS, clean_inner)
    for each in pdf.objects:
        pdf_objects.clean(each)
        if isinstance(each, pikepdf.Stream):
            pdf_streams.clean(each, budget)
