"""Programs that tests read documents with: a test is skipped where one is missing, but not in CI."""

import os
import shutil

import pytest


def needs(program: str) -> pytest.MarkDecorator:
    """Skips a test where a program is not installed; in CI it is to be there."""
    missing = shutil.which(program) is None and os.environ.get("CI") != "true"
    return pytest.mark.skipif(missing, reason=f"needs {program}")
