"""A long table at once: each distinct name, period and number is looked at once, then all rows are put together.

Only where nothing is wrong and every row has the width of the header; else its rows are read one by one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, compress, repeat
from operator import add, itemgetter

from ikicli.diagnostik import Span
from ikicli.realisasi.isian import Kunci
from ikicli.realisasi.periode import Periode
from ikicli.realisasi.usulan import Usulan
from ikicli.tabel import Lembar

_SPAN: Callable[[tuple[object, ...]], Span] = partial(tuple.__new__, Span)
_USULAN: Callable[[tuple[object, ...]], Usulan] = partial(tuple.__new__, Usulan)


def named_at_once(
    rows: Sequence[Sequence[str]],
    words: Callable[[Sequence[str]], tuple[str, ...]],
    identify: Callable[[Sequence[str]], object],
    known: Mapping[tuple[str, ...], Kunci],
) -> list[Kunci] | None:
    """The variable of every row, None where a row's words alone do not name one.

    `identify` takes a row and puts its words into `known` if they do.
    """
    if len(set(map(len, rows))) > 1:
        return None
    keys = list(map(words, rows))
    for key in set(keys) - known.keys():
        identify(rows[keys.index(key)])
        if key not in known:
            return None
    return list(map(known.__getitem__, keys))


def figures_at_once(
    lembar: Lembar,
    first: int,
    kunci: Sequence[Kunci],
    columns: tuple[int, int],
    read: tuple[Mapping[str, str | None], Mapping[str, Periode]],
    remarks: tuple[int | None, int | None],
) -> Iterator[Usulan]:
    """The figures of the rows from `first` on; `columns` are those of the number and of the period.

    `read` gives what the distinct cells of both say, `remarks` the columns of keterangan and bukti.
    """
    kolom, of_period = columns
    numbers, periods = read
    rows = lembar.baris[first : first + len(kunci)]
    cells = list(map(itemgetter(kolom), rows))
    values = list(map(numbers.__getitem__, cells))
    begins = _offsets(lembar, first, rows, kolom)
    ends = map(add, begins, map(len, cells))
    spans = map(_SPAN, zip(repeat(lembar.source), begins, ends, strict=False))
    texts = (repeat("") if column is None else map(str.strip, map(itemgetter(column), rows)) for column in remarks)
    when = map(periods.__getitem__, map(itemgetter(of_period), rows))
    found = map(_USULAN, zip(kunci, when, values, spans, *texts, strict=False))
    return found if None not in numbers.values() else compress(found, [value is not None for value in values])


def _offsets(lembar: Lembar, first: int, rows: Sequence[Sequence[str]], kolom: int) -> list[int]:
    """Where the cells of a column begin in the text of the sheet."""
    lengths = map(len, map("\t".join, rows))
    starts = accumulate(map(add, lengths, repeat(1)), initial=lembar.span(first).start)
    if kolom == 0:
        return list(starts)[: len(rows)]
    before = map(len, map("\t".join, map(itemgetter(slice(kolom)), rows)))
    return list(map(add, map(add, starts, before), repeat(1)))
