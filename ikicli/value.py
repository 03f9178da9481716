"""What every noun of iki is: a value, frozen and comparable."""

from collections.abc import Iterable
from functools import partial
from operator import itemgetter
from typing import Any, Self, dataclass_transform

try:  # how a NamedTuple reads a field, in half the time of a property; other Pythons need not have it
    from _collections import _tuplegetter  # type: ignore[import-not-found, unused-ignore]
except ImportError:

    def _tuplegetter(at: int, _about: str | None) -> property:
        return property(itemgetter(at))


_new: Any = tuple.__new__


class _Declared(type):
    """Makes a field of every annotated name of a class; a value beside the name is what it is when absent."""

    def __new__(cls, name: str, bases: tuple[type, ...], names: dict[str, Any]) -> "_Declared":
        return super().__new__(cls, name, bases, names | {"__slots__": ()})

    def __init__(cls, name: str, bases: tuple[type, ...], names: dict[str, Any]) -> None:
        super().__init__(name, bases, names)
        cls.field_names: tuple[str, ...] = tuple(cls.__annotations__)
        cls.defaults: dict[str, Any] = {field: names[field] for field in cls.field_names if field in names}
        setattr(cls, "__match_args__", cls.field_names)  # noqa: B010 - a plain assignment is what mypy makes itself
        setattr(cls, "_make", staticmethod(partial(_new, cls)))  # noqa: B010 - likewise
        for at, field in enumerate(cls.field_names):
            setattr(cls, field, _tuplegetter(at, None))


@dataclass_transform(frozen_default=True)
class Value(tuple[Any, ...], metaclass=_Declared):
    """A tuple with named fields, declared like a NamedTuple and made by position or by name.

    Making a NamedTuple class costs ten times as much (it compiles a constructor), and iki has a hundred of them: as
    NamedTuples they would take half an interpreter of every start.
    """

    def __new__(cls, *values: object, **named: object) -> Self:
        """Raises TypeError for a field that is missing, unknown or given twice."""
        if named or len(values) != len(cls.field_names):
            values = cls._completed(values, named)
        return tuple.__new__(cls, values)

    @classmethod
    def _make(cls, values: Iterable[object]) -> Self:
        """The value of all its fields in order, unchecked: a third of the time of a call, where there are many."""
        raise NotImplementedError  # for mypy: each class is given its own, made of the tuple's

    @classmethod
    def _completed(cls, values: tuple[object, ...], named: dict[str, object]) -> tuple[object, ...]:
        if not values and tuple(named) == cls.field_names:  # as nearly all are written
            return tuple(named.values())
        rest = cls.field_names[len(values) :]
        given = cls.defaults | named
        completed = values + tuple([given[name] for name in rest if name in given])
        strange = len(given) > len(rest) and not named.keys() <= set(rest)
        if strange or len(completed) != len(cls.field_names):
            raise TypeError(f"{cls.__name__} has the fields {', '.join(cls.field_names)}")
        return completed

    def _replace(self, **changes: object) -> Self:
        """The same value, but for some fields."""
        cls = type(self)
        return cls(**(dict(zip(cls.field_names, self, strict=True)) | changes))

    def __repr__(self) -> str:
        fields = zip(type(self).field_names, self, strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in fields)})"
