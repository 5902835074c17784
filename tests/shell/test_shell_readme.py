"""The README names only commands that there are."""

import shlex

import pytest
from documented import commands

from mile18.shell.command import parse


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
