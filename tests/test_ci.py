"""What this repository offers to the CI of an office: the action and the hook, each tried on a repository of its own.

Both install iki as their users will, from a package index. Where none can be reached they are left out, but not in CI.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from kantor_uji import lay_out
from perintah_uji import KANTOR, Ran
from skema_uji import against

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
SEKCAM, KASI = "definitions/jabatan/sekcam.yaml", "definitions/jabatan/kasi_umum.yaml"
RIGHT = dict(KANTOR)
WARNED = KANTOR | {KASI: KANTOR[KASI].replace("nama: Nama laporan.", "nama: Nama\u200b laporan.")}
WRONG = KANTOR | {SEKCAM: KANTOR[SEKCAM].replace("polaritas: turun", "polaritas: turum")}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the steps are written for bash")


def ran(*words: str | Path, cwd: Path, env: Mapping[str, str]) -> Ran:
    done = subprocess.run(
        [str(word) for word in words], cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, check=False
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def needs_index(done: Ran) -> None:
    """Leave the test out where iki could not be installed for want of a network."""
    unreachable = re.search(
        r"NewConnectionError|No matching distribution|Name or service|timed out", done.out + done.err
    )
    if done.code and unreachable and not os.environ.get("CI"):
        pytest.skip("no package index can be reached from here")


def filled(text: str, inputs: Mapping[str, str]) -> str:
    """A value of the action as the runner fills it in."""
    known = {f"inputs.{name}": value for name, value in inputs.items()} | {"github.action_path": str(ROOT)}
    return re.sub(r"\$\{\{ (\S+) \}\}", lambda found: known[found[1]], text)


def step(number: int, folder: Path, path: str, **inputs: str) -> Ran:
    """Run one of the action's scripts as the runner does."""
    given = {name: each["default"] for name, each in ACTION["inputs"].items()} | inputs
    script: dict[str, Any] = [each for each in ACTION["runs"]["steps"] if "run" in each][number]
    assert script["shell"] == "bash"
    assert "${{" not in script["run"]
    env = {name: filled(value, given) for name, value in script.get("env", {}).items()}
    summary = {"GITHUB_STEP_SUMMARY": str(folder / "ringkasan.md")}
    shell = "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script["run"]
    return ran(*shell, cwd=folder, env={"PATH": path, **env, **summary})


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The search path of a machine on which the action has installed iki."""
    folder = tmp_path_factory.mktemp("mesin")
    subprocess.run([sys.executable, "-m", "venv", folder / "python"], check=True)
    path = os.pathsep.join([str(folder / "python/bin"), os.environ["PATH"]])
    done = step(0, folder, path)
    needs_index(done)
    assert done.code == 0, done.err
    return path


def repository(folder: Path, files: dict[str, str]) -> Path:
    lay_out(folder, files)
    for words in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *words], cwd=folder, check=True)
    return folder


def test_the_action_is_composed_of_what_it_declares() -> None:
    assert ACTION["runs"]["using"] == "composite"
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])
    assert all(each["description"] and "default" in each for each in ACTION["inputs"].values())


@pytest.mark.parametrize(
    ("files", "inputs", "code"),
    [
        (RIGHT, {}, 0),
        (WRONG, {}, 1),
        (WARNED, {}, 1),
        (WARNED, {"ketat": "false"}, 0),
        (WRONG, {"ketat": "false"}, 1),
    ],
)
def test_the_action_judges_a_repository(
    tmp_path: Path, installed: str, files: dict[str, str], inputs: dict[str, str], code: int
) -> None:
    done = step(1, repository(tmp_path, files), installed, **inputs)
    assert done.code == code, done.err
    assert (f"::error file={SEKCAM},line=" in done.out) == (files is WRONG)
    assert (f"::warning file={KASI},line=" in done.out) == (files is WARNED)
    assert (tmp_path / "ringkasan.md").read_text(encoding="utf-8").startswith("### iki validate\n")


def test_the_action_finds_an_office_below_and_writes_a_file(tmp_path: Path, installed: str) -> None:
    repository(tmp_path / "kantor kecamatan", WRONG)
    inputs = {"akar": "kantor kecamatan", "format": "sarif", "keluaran": "iki.sarif"}
    assert step(1, tmp_path, installed, **inputs).code == 1
    (run,) = against("sarif-2.1.0.json", (tmp_path / "iki.sarif").read_text(encoding="utf-8"))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert place == f"kantor%20kecamatan/{SEKCAM}"


@pytest.mark.parametrize("name", ["akar", "ketat", "format", "keluaran"])
def test_no_input_becomes_part_of_the_script(tmp_path: Path, installed: str, name: str) -> None:
    repository(tmp_path, RIGHT)
    step(1, tmp_path, installed, **{name: '"; touch bocor; $(touch bocor); `touch bocor`'})
    assert not (tmp_path / "bocor").exists()


def test_the_action_finds_nothing_wrong_in_the_shipped_definitions(tmp_path: Path, installed: str) -> None:
    done = step(1, tmp_path, installed, akar=str(ROOT))
    assert done.code == 0, done.err
    assert "::error" not in done.out
    assert "::warning" not in done.out


def test_the_project_uses_its_own_action() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/periksa.yml").read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    (own,) = [step for step in steps if step.get("uses") == "./"]
    assert own["with"].keys() <= ACTION["inputs"].keys()


def test_the_handbook_shows_what_there_is() -> None:
    text = (ROOT / "docs/panduan.md").read_text(encoding="utf-8")
    workflow, config = (
        yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "PEMILIK/iki" in block
    )
    (own,) = [step for step in workflow["jobs"]["validate"]["steps"] if "PEMILIK/iki" in step["uses"]]
    assert own["with"].keys() <= ACTION["inputs"].keys()
    assert [hook["id"] for hook in config["repos"][0]["hooks"]] == [hook["id"] for hook in HOOKS]


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="pre-commit takes hooks from a git repository")
def test_the_hook_judges_a_repository(tmp_path: Path) -> None:
    (hook,) = HOOKS
    env = {"PRE_COMMIT_HOME": str(tmp_path / "simpanan"), "GIT_CONFIG_GLOBAL": os.devnull}
    words = sys.executable, "-m", "pre_commit", "try-repo", ROOT, hook["id"], "--all-files", "--verbose"
    done = ran(*words, cwd=repository(tmp_path / "kantor", WRONG), env=env)
    needs_index(done)
    assert done.code == 1, done.out + done.err
    assert f"{SEKCAM}:23:20: galat IKI114" in done.out
    lay_out(tmp_path / "kantor", RIGHT)
    subprocess.run(["git", "add", "-A"], cwd=tmp_path / "kantor", check=True)
    done = ran(*words, cwd=tmp_path / "kantor", env=env)
    assert done.code == 0, done.out + done.err
    assert "Passed" in done.out
