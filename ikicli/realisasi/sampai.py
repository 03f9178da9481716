"""Through which period a span from January runs, as people say it."""

from ikicli.realisasi.periode import Periode, parse_periode


def parse_sampai(text: str, tahun: int) -> Periode | None:
    """The period through which a span from January runs: `TW2`, `S1`, `06`, `6`, also with the year, or in words.

    None for what names no period, or one of another year.
    """
    short = text.strip().upper()
    period = parse_periode(short if short.startswith(f"{tahun}") else f"{tahun}-{short.zfill(2)}")
    if period is None:
        from ikicli.realisasi.sebutan_periode import parse_sebutan  # a page of patterns, for the few who write words

        spoken = parse_sebutan(text)
        period = spoken.pada(spoken.tahun or tahun) if spoken else None
    return period if period is not None and period.tahun == tahun else None
