"""Two wordings word by word, and what hides from the eye between them."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import Enum
from unicodedata import name as character_name
from unicodedata import normalize

from ikicli.diagnostik.saran import NO_WIDTH
from ikicli.value import Value


class Arah(Enum):
    """On which side words stand."""

    SAMA = "sama"
    KIRI = "kiri"
    KANAN = "kanan"


class Potongan(Value):
    """Words that follow each other, on both sides or on one."""

    arah: Arah
    teks: str


_LOOKS_LIKE = str.maketrans("‘’‚‛′`“”„‟″«»‐‑‒–—―−…×ˮ", '\'\'\'\'\'\'"""""""-------.x"', NO_WIDTH)
_NAMES = {
    "'": "apostrof tegak", '"': "kutip ganda tegak", "-": "tanda hubung", "‘": "kutip tunggal buka",
    "’": "kutip tunggal tutup", "“": "kutip ganda buka", "”": "kutip ganda tutup", "–": "garis en", "—": "garis em",
    "…": "elipsis",
}  # fmt: skip


def word_diff(kiri: str, kanan: str) -> tuple[Potongan, ...]:
    """The words of both, in each place those that stand only on the left before those that stand only on the right."""
    left, right = kiri.split(), kanan.split()
    pieces = []
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Potongan(Arah.SAMA, " ".join(left[a:b])))
            continue
        if b > a:
            pieces.append(Potongan(Arah.KIRI, " ".join(left[a:b])))
        if d > c:
            pieces.append(Potongan(Arah.KANAN, " ".join(right[c:d])))
    return tuple(pieces)


def hidden(kiri: str, kanan: str, names: tuple[str, str]) -> str | None:
    """What distinguishes two wordings that look the same: quotation marks, dashes, invisible characters; else None.

    `names` is what the sides are called.
    """
    if _seen(kiri) != _seen(kanan):
        if kiri.casefold() == kanan.casefold():
            return "hanya huruf besar dan kecilnya yang berbeda"
        return None
    sides = [sorted(set(one) - set(other)) for one, other in ((kiri, kanan), (kanan, kiri))]
    said = [f"{_named(found)} di {side}" for found, side in zip(sides, names, strict=True) if found]
    return f"hanya tanda yang mirip yang berbeda: {'; '.join(said)}" if said else "hanya urutan tandanya yang berbeda"


def _seen(text: str) -> str:
    return normalize("NFKC", text.translate(_LOOKS_LIKE)).replace("...", ".")


def _named(characters: list[str]) -> str:
    return ", ".join(_one(each) for each in characters)


def _one(character: str) -> str:
    code = f"U+{ord(character):04X}"
    known = _NAMES.get(character)
    if known:
        return f"{known} ({code})"
    return (
        f"`{character}` ({code})" if character.isprintable() and character not in NO_WIDTH else _unseen(character, code)
    )


def _unseen(character: str, code: str) -> str:
    return f"{character_name(character, 'karakter tak terlihat')} ({code})"


def shortened(pieces: tuple[Potongan, ...], around: int = 4) -> Iterator[Potongan]:
    """The pieces, of long equal ones only some words beside a difference."""
    for at, piece in enumerate(pieces):
        words = piece.teks.split()
        first, last = at == 0, at == len(pieces) - 1
        if piece.arah is not Arah.SAMA or len(words) <= 2 * around + 1:
            yield piece
        else:
            head = "" if first else " ".join(words[:around]) + " "
            tail = "" if last else " " + " ".join(words[-around:])
            yield Potongan(Arah.SAMA, f"{head}…{tail}")
