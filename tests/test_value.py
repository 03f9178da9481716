import pytest

from ikicli.value import Value


class Titik(Value):
    x: int
    y: int = 2
    nama: str | None = None


def test_is_made_by_position_or_by_name() -> None:
    assert Titik(1) == Titik(x=1, y=2, nama=None) == Titik(nama=None, x=1, y=2) == (1, 2, None)
    assert Titik(1, 3, nama="a") == (1, 3, "a")


@pytest.mark.parametrize(("values", "named"), [((), {}), ((1, 2, "a", 4), {}), ((1,), {"x": 2}), ((1,), {"z": 2})])
def test_takes_its_fields_and_no_others(values: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="Titik has the fields x, y, nama"):
        Titik(*values, **named)  # type: ignore[arg-type]


def test_is_made_of_all_its_fields_at_once() -> None:
    made = Titik._make([1, 2, "a"])
    assert (type(made), made) == (Titik, Titik(1, 2, "a"))


def test_is_frozen_and_has_no_room_for_more() -> None:
    titik = Titik(1)
    with pytest.raises(AttributeError):
        titik.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        titik.z = 2  # type: ignore[attr-defined]


def test_is_changed_by_making_another() -> None:
    assert Titik(1)._replace(nama="a") == Titik(1, nama="a")
    with pytest.raises(TypeError):
        Titik(1)._replace(z=1)


def test_is_taken_apart_by_position() -> None:
    match Titik(1, 3):
        case Titik(x, y):
            assert (x, y) == (1, 3)


def test_shows_its_fields() -> None:
    assert repr(Titik(1, nama="a")) == "Titik(x=1, y=2, nama='a')"


def test_may_say_nothing_but_its_kind() -> None:
    class Kosong(Value):
        pass

    assert Kosong() == ()
    assert repr(Kosong()) == "Kosong()"
