"""The examples of a code as they ship: a wrong and a right one each (`definisi/contoh_kode.py` lays them out)."""

from ikicli.bundled import bundled


def example(code: str, name: str) -> str:
    """The text of an example: `name` is `salah` or `benar`."""
    return (bundled("rules") / code / f"{name}.yaml").read_text(encoding="utf-8")
