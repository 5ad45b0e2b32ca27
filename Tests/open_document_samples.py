"""OpenDocument files with the name of their maker in every place that can hold one."""

from document_samples import MAKER, photo, zipped

_SPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("draw", "drawing"),
            ("meta", "meta"),
            ("config", "config"),
            ("script", "script"),
            ("style", "style"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:officeooo="http://openoffice.org/2009/office"'
)
_WHEN = "<dc:date>2024-05-06T07:08:09</dc:date>"
TYPES = {
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
}


def parts(kind="odt"):
    """Text with a tracked change, a remark, a field, pictures, links, a macro and printer settings."""
    change = f"<office:change-info><dc:creator>{MAKER}</dc:creator>{_WHEN}</office:change-info>"
    who = f"<dc:creator>{MAKER}</dc:creator>{_WHEN}<meta:creator-initials>NJ</meta:creator-initials>"
    remark = f"<office:annotation>{who}<text:p>goed?</text:p></office:annotation>"
    body = (
        f'<text:tracked-changes><text:changed-region text:id="c1"><text:insertion>{change}</text:insertion>'
        f"</text:changed-region></text:tracked-changes>"
        f'<text:p>Op 3 maart zei hij het weer.{remark}</text:p><draw:image xlink:href="Pictures/foto.jpg"/>'
        f'<draw:image xlink:href="file:///home/{MAKER}/foto.jpg"/><text:a xlink:href="https://example.org/">de site</text:a>'
        f'<text:a xlink:href="../../{MAKER}/plan.odt">plan</text:a><draw:object xlink:href="./Object 1"/>'
    )
    entries = [
        "content.xml",
        "styles.xml",
        "meta.xml",
        "settings.xml",
        "Pictures/foto.jpg",
        "Thumbnails/thumbnail.png",
        "Basic/Standard/Module1.xml",
        "layout-cache",
        "Object 1/",
        "Object 1/content.xml",
        "Configurations2/",
    ]
    listed = "".join(f'<m:file-entry m:full-path="{entry}" m:media-type="text/xml"/>' for entry in entries)
    printer = "".join(
        f'<config:config-item config:name="{name}" config:type="string">{MAKER}</config:config-item>'
        for name in ("PrinterName", "PrinterSetup", "RedlineProtectionKey", "CurrentDatabaseDataSource")
    )
    return {
        "mimetype": TYPES[kind],
        "content.xml": f'<office:document-content {_SPACES} office:version="1.3"><office:scripts>'
        f"<office:script>{MAKER}</office:script></office:scripts>"
        '<office:automatic-styles><style:style style:name="P1"><style:text-properties officeooo:rsid="0012"/>'
        "</style:style></office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {_SPACES}/>",
        "meta.xml": f"<office:document-meta {_SPACES}><office:meta><dc:creator>{MAKER}</dc:creator></office:meta>"
        f"</office:document-meta>",
        "settings.xml": f"<office:document-settings {_SPACES}><office:settings>{printer}"
        '<config:config-item config:name="PrinterIndependentLayout" config:type="string">high-resolution</config:config-item>'
        "</office:settings></office:document-settings>",
        "Pictures/foto.jpg": photo(),
        "Thumbnails/thumbnail.png": photo("PNG"),
        "Basic/Standard/Module1.xml": f"<module>{MAKER}</module>",
        "layout-cache": MAKER,
        "Object 1/content.xml": f"<office:document-content {_SPACES}/>",
        "META-INF/documentsignatures.xml": f"<signatures>{MAKER}</signatures>",
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<m:file-entry m:full-path="/"/>{listed}</m:manifest>',
    }


def document(kind="odt"):
    return zipped(parts(kind))
