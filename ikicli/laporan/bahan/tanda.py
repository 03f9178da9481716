"""The manifest that every document carries: what it is, and the hashes of what it was made from, in the same lines
whatever the format, so that `iki verifikasi` finds both again.

    tanda   := dokumen berkas*
    dokumen := "iki-dokumen:" " versi=" kata " jenis=" kata " format=" kata [" jabatan=" kata] [" sampai=" kata]
               " berkas=" how many lines of files follow
    berkas  := "iki-berkas: " SHA-256 " " kata
    kata    := letters and digits of ASCII and ._~/-, all else as %XX of its UTF-8

No character of a line means anything to HTML, XML, Markdown, PDF or a list with commas; a line goes as it is into
HTML `<meta name="iki" content="LINE">`, one a line; Markdown one comment; DOCX and XLSX one custom property a line
(docProps/custom.xml); PDF one keyword a line.
"""

import re
from collections.abc import Iterator

from ikicli import __version__
from ikicli.laporan.bahan.berkas import Berkas
from ikicli.laporan.bahan.naskah import Naskah
from ikicli.realisasi import Periode
from ikicli.value import Value

_PLAIN = re.compile(r"[^A-Za-z0-9._~/-]+")
_CODED = re.compile(rb"%([0-9A-F]{2})")
_WORD = r"[A-Za-z0-9._~/%-]+"
_DOKUMEN = re.compile(
    rf"iki-dokumen: versi=({_WORD}) jenis=({_WORD}) format=({_WORD})(?: jabatan=({_WORD}))?(?: sampai=({_WORD}))?"
    r" berkas=(\d{1,6})\b"
)
_BERKAS = re.compile(rf"iki-berkas: ([0-9a-f]{{64}}) ({_WORD})")


class Sidik(Value):
    """A file that a document was made from: its path below the office's folder, and the SHA-256 of its text."""

    jalur: str
    sha256: str


class Tanda(Value):
    """What a document is: who made it, which kind, in which format, of which jabatan (None: the office), through when
    (None: it is not of a year), and from which files."""

    versi: str
    jenis: str
    format: str
    jabatan: str | None
    sampai: str | None
    berkas: tuple[Sidik, ...]


def marked(naskah: Naskah, jenis: str, format: str, sampai: Periode | None) -> Naskah:
    """A document with its manifest."""
    files = tuple(Sidik(each.jalur, each.sha256) for each in _files(naskah))
    tanda = Tanda(__version__, jenis, format, naskah.jabatan, sampai.teks if sampai else None, files)
    return naskah._replace(tanda=tuple(_lines(tanda)))


def read(text: str) -> Tanda | None:
    """The first manifest in a text; None where there is none, or not the whole of it."""
    found = _DOKUMEN.search(text)
    if found is None:
        return None
    *words, count = found.groups()
    files = _BERKAS.findall(text, found.end())[: int(count)]
    if len(files) < int(count):
        return None
    versi, jenis, format, jabatan, sampai = (word and _decoded(word) for word in words)
    return Tanda(versi, jenis, format, jabatan, sampai, tuple(Sidik(_decoded(path), sha) for sha, path in files))


def is_manifest(line: str) -> bool:
    """Whether a line is one of a manifest and nothing else."""
    return (_DOKUMEN.fullmatch(line) or _BERKAS.fullmatch(line)) is not None


def _files(naskah: Naskah) -> Iterator[Berkas]:
    for bagian in naskah.lampiran:
        if bagian.bentuk == "berkas":
            assert isinstance(bagian.isi, tuple)
            yield from bagian.isi


def _lines(tanda: Tanda) -> Iterator[str]:
    words = {"versi": tanda.versi, "jenis": tanda.jenis, "format": tanda.format} | {
        name: word for name, word in (("jabatan", tanda.jabatan), ("sampai", tanda.sampai)) if word is not None
    }
    said = " ".join(f"{name}={_coded(word)}" for name, word in words.items())
    yield f"iki-dokumen: {said} berkas={len(tanda.berkas)}"
    for each in tanda.berkas:
        yield f"iki-berkas: {each.sha256} {_coded(each.jalur)}"


def _coded(word: str) -> str:
    return _PLAIN.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogatepass")), word)


def _decoded(word: str) -> str:
    code = _CODED.sub(lambda found: bytes.fromhex(found[1].decode()), word.encode())
    return code.decode("utf-8", "surrogatepass")
