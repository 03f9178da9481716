"""Test helpers live in tests/kantor_uji.py."""

import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))
settings.register_profile("iki", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # machines are shared
settings.load_profile("iki")
