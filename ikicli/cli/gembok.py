"""Waiting for one's turn to write."""

import os
import platform
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

from ikicli.cli.terminal import Failure
from ikicli.realisasi.simpan import Held, lock
from ikicli.sumber import check_inside

PATIENCE = 10
"""Seconds after which waiting for another import is given up."""


@contextmanager
def hold(realisasi: Path) -> Iterator[None]:
    """Hold the store; another import is waited for a little, then named, with exit code 3."""
    check_inside(realisasi, realisasi.parent)
    realisasi.mkdir(exist_ok=True)
    siapa = f"proses {os.getpid()} di {platform.node()} sejak {datetime.now().astimezone():%H.%M.%S}"
    end = time.monotonic() + PATIENCE
    with ExitStack() as stack:
        while True:
            try:
                stack.enter_context(lock(realisasi, siapa))
                break
            except Held as held:
                if time.monotonic() > end:
                    said = f"impor lain sedang menulis realisasi ini: {held.siapa or 'proses lain'}"
                    raise Failure(3, said, "tunggu sampai selesai, lalu ulangi") from None
                time.sleep(0.05)
        yield
