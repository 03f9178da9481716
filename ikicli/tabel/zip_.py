"""Archives with the same bytes on every machine."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo


def plain_zip(buffer: BytesIO) -> bytes:
    """The archive without what tells one machine from another: no compression, since libraries of it differ."""
    plain = BytesIO()
    with ZipFile(buffer) as packed, ZipFile(plain, "w") as archive:
        for each in packed.infolist():
            info = ZipInfo(each.filename)
            info.create_system = 0
            archive.writestr(info, packed.read(each))
    return plain.getvalue()
