"""Test helpers live in tests/kantor_uji.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
