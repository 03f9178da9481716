"""That numbers are illustrative, said over a document and behind a caption."""

from collections.abc import Sequence

from ikicli.capaian import HasilJabatan
from ikicli.capaian.sebutan import is_mixed
from ikicli.laporan.bahan.naskah import Peringatan


def beside(*, contoh: bool) -> str:
    """What stands behind a caption over numbers, where they are illustrative."""
    return " (angka contoh)" if contoh else ""


def of_numbers(jabatan: Sequence[HasilJabatan], dalam: str = "dokumen ini") -> Peringatan | None:
    """The warning over illustrative numbers in what `dalam` says; None where there are none."""
    if not any(each.contoh for each in jabatan):
        return None
    if is_mixed(jabatan):
        said = f"sebagian angka dalam {dalam} hanya ilustrasi dan ditandai “angka contoh”, bukan angka resmi."
        return Peringatan("ANGKA", said)
    return Peringatan("ANGKA", f"angka dalam {dalam} hanya ilustrasi, bukan angka resmi.")
