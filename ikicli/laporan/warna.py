"""The colours of documents for office programs, as hexadecimal digits. Those of pages and PDF stand in templates."""

TINTA, PUDAR, GARIS, SAMAR = "1B1E24", "545A66", "B9BEC7", "EEF0F4"
"""Of letters, of what is said beside them, of rules, behind what stands out."""
AWAS, AWAS_LATAR, AWAS_GARIS = "7A2E00", "FFF1E0", "A33C00"
"""Of a warning: its letters, what is behind them, and around."""
JUDUL_LATAR = "DDE2EC"
"""Behind the titles of a table."""
PANAS = {"atas": "DBE9F6", "tengah": "F0B43C", "bawah": "8F2D00"}
"""Behind a figure, by the third of the scale that it stands in."""
