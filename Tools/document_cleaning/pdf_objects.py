"""Removes from the dictionaries of a PDF who made it, when, with what, and what would run when it is opened."""

import pikepdf
from pikepdf import Name

_DROPPED = {
    "/Metadata",
    "/PieceInfo",
    "/LastModified",
    "/Thumb",
    "/AA",
    "/AF",
    "/OPI",
    "/CreationDate",
    "/ModDate",
    "/SpiderInfo",
    "/XFA",
    "/CreatorInfo",
    "/JS",
    "/URLS",
    "/IDS",
}
_DROPPED_STARTS = ("/PTEX.", "/AAPL:", "/ADBE")
# Places of an action (12.6).
_ACTIONS = ("/A", "/OpenAction", "/Next", "/PA")
# Actions that go to a place in the document or to a page on the web.
_KEPT_ACTIONS = {Name.GoTo, Name.URI, Name.Named, Name.ResetForm, Name.Hide, Name.SetOCGState}
_KEPT_ANNOTATIONS = {
    "/Text",
    "/Link",
    "/FreeText",
    "/Line",
    "/Square",
    "/Circle",
    "/Polygon",
    "/PolyLine",
    "/Highlight",
    "/Underline",
    "/Squiggly",
    "/StrikeOut",
    "/Caret",
    "/Stamp",
    "/Ink",
    "/Popup",
    "/FileAttachment",
    "/Widget",
    "/Watermark",
    "/Redact",
}
_ANNOTATION_TRACES = ("/M", "/CreationDate", "/NM", "/RC", "/Subj")
_DEEPEST = 100


def remove(each: pikepdf.Object, *keys: str) -> None:
    """Removes these keys of a dictionary, where it has them."""
    for key in keys:
        if key in each:
            del each[key]


def keep(each: pikepdf.Object, keys: set[str]) -> None:
    """Removes every other key of a dictionary."""
    remove(each, *[key for key in each.keys() if key not in keys])


def is_kept_annotation(annotation: pikepdf.Dictionary) -> bool:
    """False for what holds films, sounds and programs."""
    return str(annotation.get("/Subtype", "")) in _KEPT_ANNOTATIONS


def clean_annotation(annotation: pikepdf.Dictionary) -> None:
    """Removes the author and the times of a remark (12.5.6.2). In a form `/T` is the name of a field, not of a person."""
    remove(annotation, *_ANNOTATION_TRACES)
    if annotation.get("/Subtype") != Name.Widget:
        remove(annotation, "/T")


def clean(each: pikepdf.Object, depth: int = 0) -> None:
    """Cleans a dictionary, or those in an array, with what stands in it directly. What it refers to is visited by itself."""
    if depth > _DEEPEST:
        raise ValueError("nested too deeply")
    if isinstance(each, pikepdf.Array):
        children = list(each)
    elif isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
        _clean_dictionary(each)
        children = [each[key] for key in each.keys()]
    else:
        return
    for child in children:
        if isinstance(child, (pikepdf.Array, pikepdf.Dictionary)) and not child.is_indirect:
            clean(child, depth + 1)


def _clean_dictionary(each: pikepdf.Object) -> None:
    for key in list(each.keys()):
        if key in _DROPPED or key.startswith(_DROPPED_STARTS):
            del each[key]
        elif key in _ACTIONS and not _is_kept_action(each[key]):
            del each[key]
    if each.get("/FT") == Name.Sig:
        remove(each, "/V", "/Lock", "/SV")
    if each.get("/Type") in (Name.Sig, Name.DocTimeStamp):
        keep(each, {"/Type", "/Filter"})
    if each.get("/Type") == Name.OCG:
        remove(each, "/Usage")
    if each.get("/Type") == Name.XObject or each.get("/Subtype") in (Name.Image, Name.Form):
        # The identifier of captured web pages (14.10.6).
        remove(each, "/ID")


def _is_kept_action(action: pikepdf.Object) -> bool:
    """True for a destination, and for an action that shows something. A link to a file names the folders of its maker."""
    if isinstance(action, pikepdf.Array) and len(action) and isinstance(action[0], pikepdf.Dictionary) and "/S" in action[0]:
        return all(_is_kept_action(each) for each in action)
    if not isinstance(action, pikepdf.Dictionary) or "/S" not in action:
        return True
    if action.S == Name.URI and str(action.get("/URI", "")).lower().lstrip().startswith(("file:", "javascript:", "\\\\")):
        return False
    return action.S in _KEPT_ACTIONS
