"""The documents tell the truth: the commands they show are run, and must give the output they show.

In README.md a `console` block is run from the checkout: lines that begin with `$ ` are commands, those below them their
exact output, stdout and stderr together. The documents for offices leave the `$` out, since their readers would type
it. There a comment before a block says what it is, and a document is walked through in a folder of its own:

    <!-- jalankan -->       commands, one a line, each of which ends with exit code 0 (`<!-- jalankan: 1 -->`: with 1)
    <!-- keluaran -->       the exact output of the last command
    <!-- berkas: JALUR -->  the whole text of a file, put there
    <!-- hapus: JALUR -->   no block: the file is deleted
    <!-- ganti: JALUR LAMA BARU -->  no block: one word of the file becomes another

In every output a line `...` stands for any lines left out, as does `# ...` in an excerpt of a file.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
WALKED = ("docs/panduan.md", "docs/bahasa.md")
DOCUMENTS = ("README.md", "CHANGELOG.md", *sorted(f"docs/{path.name}" for path in ROOT.glob("docs/*.md")))
WRITTEN_IN = "2026"
"""The year of the commands in docs/panduan.md; `iki init` takes the current one."""

_LEFT_OUT = frozenset({"...", "# ..."})
_CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_STEP = re.compile(
    r"""^<!--\ (?:(jalankan|keluaran|berkas)(?::\ (\S+))?\ -->\n```[a-z]*\n(.*?)^```
              | (hapus|ganti):\ (.+?)\ -->)""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_MARK = re.compile(r"^<!-- (?!mulai|akhir)", re.MULTILINE)


class Ran(NamedTuple):
    output: str
    code: int


def run(command: str, folder: Path) -> Ran:
    """A command as a user would type it, with the iki of this interpreter."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "TERM": "dumb"}
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return Ran(done.stdout.decode("utf-8"), done.returncode)


def same(shown: str, actual: str) -> bool:
    """Whether a text is what a document shows of it."""
    lines = [r"(?:.*\n)*" if line.strip() in _LEFT_OUT else re.escape(f"{line}\n") for line in shown.splitlines()]
    return re.fullmatch("".join(lines), actual) is not None


def compare(shown: str, actual: str) -> None:
    if not same(shown, actual):
        assert actual == shown


def console(text: str) -> Iterator[tuple[str, str]]:
    """The commands of all `console` blocks with the output shown below each."""
    for block in _CONSOLE.findall(text):
        for entry in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = entry.partition("\n")
            yield command, shown


@pytest.mark.parametrize(("command", "shown"), list(console(README)))
def test_console_blocks_of_the_readme(command: str, shown: str) -> None:
    compare(shown, run(command, ROOT).output)


def test_the_readme_quotes_a_definition() -> None:
    (excerpt,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    definition = (ROOT / "definitions/jabatan/sekcam.yaml").read_text(encoding="utf-8")
    compare(f"{excerpt}...\n", definition)


def test_the_readme_marks_its_two_commands() -> None:
    assert len(re.findall(r"<!-- perintah -->\n```sh\n(.*?)```", README, re.DOTALL)) == 2


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    for target in re.findall(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)", text):
        path, _, heading = target.partition("#")
        place = ROOT / document if not path else (ROOT / document).parent / path
        assert place.exists(), target
        assert not heading or heading in headings(place.read_text(encoding="utf-8")), target


def headings(text: str) -> set[str]:
    """The anchors of a document's headings, as Git hosts make them."""
    written = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in written}


class Walk:
    """One reader who does what a document says, in the order it says so."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.last = Ran("", 0)

    def step(self, what: str, argument: str, block: str) -> None:
        match what:
            case "jalankan":
                for command in block.splitlines():
                    self.command(command, int(argument or 0))
            case "keluaran":
                compare(block, self.last.output)
            case "berkas":
                path = self.folder / argument
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(block, encoding="utf-8", newline="\n")
            case "hapus":
                (self.folder / argument).unlink()
            case _:
                name, old, new = argument.split()
                text = (self.folder / name).read_text(encoding="utf-8")
                assert text.count(old) == 1
                (self.folder / name).write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def command(self, command: str, code: int) -> None:
        if command.startswith("cd "):
            self.folder /= command.removeprefix("cd ")
            return
        self.last = run(command, self.folder)
        assert self.last.code == code, f"{command}\n{self.last.output}"


@pytest.mark.parametrize("document", WALKED)
def test_documents_for_offices(document: str, tmp_path: Path) -> None:
    text = (ROOT / document).read_text(encoding="utf-8").replace(WRITTEN_IN, str(date.today().year))
    walk = Walk(tmp_path)
    steps = _STEP.findall(text)
    assert len(steps) == len(_MARK.findall(text))
    for what, argument, block, change, changed in steps:
        walk.step(what or change, argument or changed, block)
