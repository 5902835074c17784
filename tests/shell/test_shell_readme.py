"""The README names only commands that there are."""

import re
import shlex
from pathlib import Path

import pytest

from mile18.shell.command import parse

README = Path(__file__).parents[2] / "README.md"


def commands() -> list[str]:
    """Every line of a fenced block of shell that begins with mile18."""
    blocks = re.findall(
        r"^```(?:sh|shell|bash|console)\n(.*?)^```", README.read_text(encoding="utf-8"), re.M | re.S
    )
    lines = [line.removeprefix("$ ").strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if re.match(r"mile18\b", line)]


@pytest.mark.parametrize("line", commands())
def test_a_command_of_the_readme_is_understood(line: str) -> None:
    words = shlex.split(line, comments=True)
    ends = [at for at, word in enumerate(words) if word in ("|", ">", "<", "&&", ";")]
    arguments = words[1 : min(ends, default=len(words))]
    if {"--help", "-h"} & set(arguments):
        with pytest.raises(SystemExit) as end:
            parse(arguments)
        assert end.value.code == 0
    else:
        parse(arguments)
