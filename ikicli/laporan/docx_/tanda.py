"""The manifest of a document in Word: a custom property a line."""

from collections.abc import Sequence

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

_BERKAS = PackURI("/docProps/custom.xml")
_KUMPULAN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{}</Properties>'
)
_SIFAT = (
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="iki-{number}">'
    "<vt:lpwstr>{line}</vt:lpwstr></property>"
)
_FIRST_PID = 2


def add_manifest(package: Package, tanda: Sequence[str]) -> None:
    """Puts the lines into a package. No character of them acts in XML."""
    properties = "".join(_SIFAT.format(pid=_FIRST_PID + at, number=at + 1, line=line) for at, line in enumerate(tanda))
    content = _KUMPULAN.format(properties).encode()
    part = Part(_BERKAS, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, content, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
