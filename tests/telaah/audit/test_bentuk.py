"""The forms of capaian over an interval: as wide as their values there, and no wider."""

from fractions import Fraction

import pytest

from ikicli.telaah.audit.bentuk import NAIK, SKP, SKP_HEMAT, STABIL, TURUN, TURUN_B, Bentuk
from ikicli.telaah.audit.selang import Selang

FORMS = [NAIK, TURUN, TURUN_B, STABIL, SKP, SKP_HEMAT]


@pytest.mark.parametrize("bentuk", FORMS, ids=lambda bentuk: bentuk.nama)
@pytest.mark.parametrize("target", [Fraction(1), Fraction(90)])
@pytest.mark.parametrize(
    ("low", "high"), [("0.99", "1.01"), ("0.5", "0.6"), ("0.7", "0.8"), ("0.5", "1.5"), ("1", "1.2")]
)
def test_an_interval_gives_the_values_of_its_points(bentuk: Bentuk, target: Fraction, low: str, high: str) -> None:
    first, last = Fraction(low) * target, Fraction(high) * target
    points = [first + (last - first) * step / 100 for step in range(101)]
    values = [bentuk.nilai(target, point) for point in points]
    image = bentuk.image(target, Selang(first, last, True, True))
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        assert image is None
    else:
        assert image == Selang(min(known), max(known), True, True)
