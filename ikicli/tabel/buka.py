"""Any file that offices send as a table, told by its first bytes, not by its name."""

from pathlib import Path

from ikicli.diagnostik import Diagnostic, Source, Span
from ikicli.sumber import check_regular
from ikicli.tabel.lembar import LOCKED, STEP_BYTES, Dibuka, Step, Unreadable, no_step

TABLES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods", ".xls"})
"""Endings of files that are looked into in a folder."""
_LARGEST = 64 << 20
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SAVE_AS = "buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx"


def open_table(path: Path, step: Step = no_step) -> Dibuka:
    """The sheets of a file, or a finding that says why there are none. Raises OSError.

    `step` is called after every `STEP_BYTES` of the file.
    """
    try:
        return _opened(path, step)
    except Unreadable as why:
        return Dibuka((), (Diagnostic("IKI421", Span(Source(str(path), ""), 0, 0), why.said, why.hint),))


def _opened(path: Path, step: Step) -> Dibuka:
    if path.name.startswith("~$"):
        raise Unreadable("ini berkas kunci Excel, bukan lembar kerjanya", f"kirim `{path.name[2:]}`")
    if _is_no_text(str(path)):
        raise Unreadable("nama berkas atau foldernya tidak dapat dibaca sebagai teks UTF-8", "ganti namanya")
    check_regular(path)
    with path.open("rb") as file:
        raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise Unreadable(f"berkas ini lebih besar dari {_LARGEST >> 20} MiB", "kirim hanya lembar isiannya")
    if raw.startswith(_ZIP):
        return _workbook(path, step)
    if raw.startswith(_OLE):
        raise Unreadable(*_old(raw))
    if raw.startswith(b"%PDF") or raw.lstrip()[:5].lower() in {b"<html", b"<!doc", b"<?xml", b"{\\rtf"}:
        hint = "minta angkanya sebagai Excel (.xlsx) atau CSV" if raw.startswith(b"%PDF") else _SAVE_AS
        raise Unreadable("isi berkas ini halaman atau dokumen, bukan tabel", hint)
    if path.suffix.casefold() in {".xlsx", ".xlsm", ".ods", ".xls"}:
        if not raw:
            raise Unreadable("berkas ini kosong: tidak ada satu byte pun di dalamnya", "minta dikirim ulang")
        raise Unreadable("isi berkas ini bukan lembar kerja seperti namanya", _SAVE_AS)
    from ikicli.tabel.teks_ import read_delimited

    for _ in range(len(raw) // STEP_BYTES):
        step()
    return read_delimited(path, raw)


def _is_no_text(name: str) -> bool:
    """Whether a name holds bytes that are no UTF-8, so that no journal can hold it."""
    return any("\udc80" <= character <= "\udcff" for character in name)


def _workbook(path: Path, step: Step) -> Dibuka:
    from ikicli.tabel.arsip import open_archive

    with open_archive(path) as archive:
        members = set(archive.namelist())
    if "xl/workbook.xml" in members:
        from ikicli.tabel.xlsx_ import read_xlsx

        return read_xlsx(path, step)
    if "content.xml" in members:
        from ikicli.tabel.ods_ import read_ods

        return read_ods(path, step)
    raise Unreadable("isi berkas ini arsip zip, bukan lembar kerja yang dikenal", _SAVE_AS)


def _old(raw: bytes) -> tuple[str, str]:
    """Excel's older container: it holds workbooks of before 2007, and newer ones that are locked."""
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return LOCKED
    return "ini format Excel lama (.xls), yang tidak menyimpan galat dan persen dengan jelas", _SAVE_AS
