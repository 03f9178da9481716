"""The words for the answer about a document."""

from collections.abc import Iterator, Sequence

from ikicli import __version__
from ikicli.laporan import JENIS
from ikicli.laporan.bahan.tanda import Tanda
from ikicli.telaah.selisih import Arah
from ikicli.telaah.verifikasi.periksa import BagianBeda, Putusan, Verifikasi

_MOST = 6
"""Parts that are named in a sentence."""
_WHERE = {Arah.SAMA: "", Arah.KIRI: " (hanya di dokumen ini)", Arah.KANAN: " (tidak ada di dokumen ini)"}
_MADE_BY = "dokumen dibuat iki {}, sedangkan yang terpasang {}"


def about(tanda: Tanda) -> str:
    """What a document says it is."""
    said = [f"{JENIS[tanda.jenis].judul} ({tanda.jenis}, {tanda.format})"]
    said.append("kantor" if tanda.jabatan is None else f"jabatan {tanda.jabatan}")
    if tanda.sampai is not None:
        said.append(f"sampai {tanda.sampai}")
    return ", ".join([*said, f"dibuat iki {tanda.versi}"])


def conclusion(found: Verifikasi) -> Iterator[str]:
    """The answer in sentences, the first of them the answer itself."""
    if found.putusan is Putusan.SAMA:
        yield "Berkas masih memberi dokumen ini, huruf demi huruf."
        return
    if found.putusan is Putusan.TAK_DIHITUNG:
        yield f"Dokumen ini tidak dapat dibuat ulang: {found.alasan}."
    elif found.is_changed:
        yield "Berkas kini memberi dokumen lain: ada sumber yang berubah sejak dokumen ini dibuat."
    else:
        yield "Berkasnya tidak berubah, tetapi dokumen ini tidak seperti yang dibuat darinya."
        yield from _edited(found)
    if found.tanda.versi != __version__:
        made_by = _MADE_BY.format(found.tanda.versi, __version__)
        yield f"{made_by[0].upper()}{made_by[1:]}; bedanya dapat pula berasal dari iki sendiri."
    if found.putusan is Putusan.BEDA:
        yield from _how_much(found)


def _edited(found: Verifikasi) -> Iterator[str]:
    if found.tanda.versi == __version__ and found.selisih:
        yield "Dokumen disunting sesudah dibuat, atau dibuat dengan templat lain."


def _how_much(found: Verifikasi) -> Iterator[str]:
    if found.selisih is None:
        format = found.tanda.format.upper()
        yield f"Isi {format} tidak dapat dibandingkan baris demi baris; buat yang baru, lalu bandingkan."
    elif found.selisih:
        yield f"{len(found.selisih)} baris berbeda."
        if found.bagian:
            yield f"Di luar barisnya berbeda pula: {_named(found.bagian)}."
    elif found.is_changed and not found.bagian:
        yield "Tidak satu pun baris dokumen berbeda selain sidik berkasnya."
    else:
        beyond = _named(found.bagian) if found.bagian else "cara menyimpannya, seperti spasi atau kemasannya"
        yield (
            f"Teks yang dibandingkan sama baris demi baris; yang berbeda di luar itu: {beyond}. "
            "Yang tampak pada dokumen ini belum tentu buatan iki."
        )


def _named(bagian: Sequence[BagianBeda]) -> str:
    """The parts that differ, the first of them by name."""
    named = [f"{each.nama}{_WHERE[each.di]}" for each in bagian[:_MOST]]
    more = f", dan {len(bagian) - _MOST} lagi" if len(bagian) > _MOST else ""
    return ", ".join(named) + more


def make_anew(tanda: Tanda) -> str:
    """The command that makes the document from the files as they are."""
    said = ["iki laporan", f"--jenis {tanda.jenis}", f"--format {tanda.format}"]
    if tanda.jabatan is not None:
        said.append(f"--jabatan {tanda.jabatan}")
    if tanda.sampai is not None:
        year, _, period = tanda.sampai.partition("-")
        said.append(f"--tahun {year}" + (f" --sampai {period}" if period else ""))
    return " ".join(said)
