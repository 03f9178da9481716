"""How every JSON of iki is written: indented, Indonesian letters as they are, a line end behind it."""

import json


def json_text(content: object) -> str:
    """The content as JSON for programs and people."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
