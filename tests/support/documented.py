"""The commands that the README names: every line of a block of shell that begins with mile18."""

import re
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"


def commands() -> list[str]:
    """Each with the comment behind it, in the README's order."""
    blocks = re.findall(
        r"^```(?:sh|shell|bash|console)\n(.*?)^```", README.read_text(encoding="utf-8"), re.M | re.S
    )
    lines = [line.removeprefix("$ ").strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if re.match(r"mile18\b", line)]
