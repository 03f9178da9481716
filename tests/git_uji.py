"""An office kept in git, written inside a test."""

import subprocess
from pathlib import Path

from kantor_uji import lay_out

_GIT = ["git", "-c", "user.name=Uji", "-c", "user.email=uji@contoh.invalid", "-c", "commit.gpgsign=false"]


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder."""
    done = subprocess.run([*_GIT, "-C", str(folder), *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def kept(folder: Path, files: dict[str, str]) -> Path:
    """An office whose files are committed."""
    lay_out(folder, files)
    git(folder, "init", "-q", "-b", "main")
    return commit(folder, "awal")


def commit(folder: Path, message: str) -> Path:
    """Commit all that lies in the folder, and tag it with the message."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    git(folder, "tag", message)
    return folder
