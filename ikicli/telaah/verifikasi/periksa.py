"""What became of a document and of the files that it was made from."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path

from ikicli.definisi.kantor import shipped_rules
from ikicli.laporan.bahan.tanda import Sidik, Tanda
from ikicli.realisasi.siap import standing
from ikicli.sumber import is_inside, read_text
from ikicli.telaah.selisih import Arah, Potongan, word_diff
from ikicli.telaah.verifikasi.isi import Dokumen, read_document
from ikicli.value import Value

_SHIPPED = "bawaan:aturan/"
_FOLDERS = ("definitions/", "realisasi/")


class Keadaan(Enum):
    """What became of a file since the document was made."""

    SAMA = "sama"
    BERUBAH = "berubah"
    HILANG = "hilang"
    TAK_DIPAKAI = "tidak dipakai lagi"
    BARU = "baru"
    DI_LUAR = "di luar kantor"


class Putusan(Enum):
    """Whether the files still give the document; TAK_DIHITUNG: they give none now."""

    SAMA = "sama"
    BEDA = "beda"
    TAK_DIHITUNG = "tidak dapat dihitung ulang"


class BerkasSumber(Value):
    """A file that the document was made from, or would be now."""

    jalur: str
    keadaan: Keadaan


class BagianBeda(Value):
    """A part of the document that is another in what is made now; `di` says on which side it stands."""

    nama: str
    di: Arah


class Verifikasi(Value):
    """The whole answer. `selisih` are the lines that differ, the document's on the left, None where none can be read.
    `bagian` are the parts beside them that differ.

    `alasan` is why nothing could be made anew (None: it was).
    """

    tanda: Tanda
    berkas: tuple[BerkasSumber, ...]
    putusan: Putusan
    selisih: tuple[tuple[Potongan, ...], ...] | None
    alasan: str | None
    bagian: tuple[BagianBeda, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether some file is not as it was."""
        return any(each.keadaan is not Keadaan.SAMA for each in self.berkas)


def verified(root: Path, dokumen: Dokumen, tanda: Tanda, anew: str | bytes | None, alasan: str | None) -> Verifikasi:
    """What became of a document of an office, given what its files make of it now (None: nothing, for a reason)."""
    if anew is None:
        return Verifikasi(tanda, tuple(_files(root, tanda, None)), Putusan.TAK_DIHITUNG, None, alasan)
    present = read_document(anew.encode() if isinstance(anew, str) else anew)
    berkas = tuple(_files(root, tanda, present.tanda))
    if dokumen.isi == present.isi:
        return Verifikasi(tanda, berkas, Putusan.SAMA, (), None)
    known = dokumen.baris is not None and present.baris is not None
    selisih = tuple(_differences(dokumen.baris or (), present.baris or ())) if known else None
    told = bool(selisih) or dokumen.tanda != present.tanda
    return Verifikasi(tanda, berkas, Putusan.BEDA, selisih, None, tuple(_parts(dokumen, present, told=told)))


def _parts(dokumen: Dokumen, present: Dokumen, *, told: bool) -> Iterator[BagianBeda]:
    """The parts that differ; `told`: not those of which lines and files say so already."""
    ours, theirs = ({each.nama: each for each in one.bagian} for one in (dokumen, present))
    for nama, each in (ours | theirs).items():
        if ours.get(nama) != theirs.get(nama) and not (told and each.bersama):
            yield BagianBeda(nama, Arah.KANAN if nama not in ours else Arah.KIRI if nama not in theirs else Arah.SAMA)


def _files(root: Path, tanda: Tanda, present: Tanda | None) -> Iterator[BerkasSumber]:
    """The document's files, then those that it would be made from now besides."""
    used = None if present is None else {each.jalur for each in present.berkas}
    for each in tanda.berkas:
        state = _state(root, each)
        unused = state is Keadaan.SAMA and used is not None and each.jalur not in used
        yield BerkasSumber(each.jalur, Keadaan.TAK_DIPAKAI if unused else state)
    known = {each.jalur for each in tanda.berkas}
    for each in present.berkas if present else ():
        if each.jalur not in known:
            yield BerkasSumber(each.jalur, Keadaan.BARU)


def _state(root: Path, sidik: Sidik) -> Keadaan:
    path = _path(root, sidik.jalur)
    if path is None:
        return Keadaan.DI_LUAR
    if not path.is_file():
        return Keadaan.HILANG
    text = read_text(path, None).source.text
    return Keadaan.SAMA if sha256(text.encode()).hexdigest() == sidik.sha256 else Keadaan.BERUBAH


def _path(root: Path, jalur: str) -> Path | None:
    """Where a file stands that a document names; None for one that no document of this office can be made from."""
    if jalur.startswith(_SHIPPED):
        name = jalur.removeprefix(_SHIPPED).removesuffix(".yaml")
        return shipped_rules().get(name, root / "definitions/aturan" / "tidak-ada")
    path = root / jalur
    if not jalur.startswith(_FOLDERS) or not is_inside(path, root):
        return None
    return standing(path) if jalur.startswith("realisasi/") else path


def _differences(lama: Sequence[str], kini: Sequence[str]) -> Iterator[tuple[Potongan, ...]]:
    """The lines that differ, those that stand in one place word by word."""
    for tag, a, b, c, d in SequenceMatcher(None, lama, kini, autojunk=False).get_opcodes():
        if tag != "equal":
            for left, right in zip_longest(lama[a:b], kini[c:d], fillvalue=""):
                yield word_diff(left, right)
