"""`make shell`: the completions and the manual page, made from the commands themselves."""

import os
import sys
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shtab
from argparse_manpage.manpage import Manpage  # type: ignore[import-untyped]

from mile18.shell.command import COMMANDS, whole_parser
from mile18.shell.commands.completion import MADE, SHELLS

# What a race is called comes from the list; a comma ends the name, which holds none.
RACES = "mile18 list --csv 2>/dev/null | tail -n +2 | cut -d, -f1"
FIRST = f"printf '%s\\n' {' '.join(COMMANDS)}; {RACES}"
PREAMBLE = {
    "bash": f"""\
_mile18_races() {{
  local IFS=$'\\n'
  compgen -W "$({RACES})" -- "$1"
}}
_mile18_first() {{
  local IFS=$'\\n'
  compgen -W "$({FIRST})" -- "$1"
}}
""",
    "zsh": f"""\
_mile18_races() {{
  compadd -- ${{(f)"$({RACES})"}}
}}
_mile18_first() {{
  compadd -- ${{(f)"$({FIRST})"}}
}}
""",
}
RACE = {"bash": "_mile18_races", "zsh": "_mile18_races", "fish": f"({RACES})"}
# Before a command stands a race, or the command itself.
ANY = {"bash": "_mile18_first", "zsh": "_mile18_first", "fish": f"({FIRST})"}
FILES = {
    "FILE": shtab.FILE,
    "DIR": shtab.DIRECTORY,
    "NAME": RACE,
    "OLD": RACE,
    "A": RACE,
    "B": RACE,
}


def parsers(parser: ArgumentParser) -> Iterator[ArgumentParser]:
    """The parser and those of its commands."""
    yield parser
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            yield from action.choices.values()


def made() -> dict[str, str]:
    """Every file by its name."""
    # The width of help must not hang on the terminal, nor the page on the day.
    os.environ |= {"COLUMNS": "80", "SOURCE_DATE_EPOCH": "0"}
    parser = whole_parser()
    for each in parsers(parser):
        for action in each._actions:
            if isinstance(action.metavar, str) and action.metavar in FILES:
                complete = (
                    ANY if each is parser and action.metavar == "NAME" else FILES[action.metavar]
                )
                action.complete = complete  # type: ignore[attr-defined]
    found = {
        f"mile18.{shell}": shtab.complete(parser, shell=shell, preamble=PREAMBLE)  # type: ignore[arg-type]
        for shell in SHELLS
    }
    about: dict[str, Any] = {
        "project_name": "mile18",
        "prog": "mile18",
        "description": "get ready for a race without the cramp at mile 18",
        "manual_title": "mile18",
    }
    page = str(Manpage(whole_parser(), about, "single-commands-section"))
    return {name: f"{text.rstrip()}\n" for name, text in (found | {"mile18.1": page}).items()}


def main(folder: Path = MADE) -> int:
    """Write them all."""
    folder.mkdir(exist_ok=True)
    for name, text in made().items():
        (folder / name).write_text(text, encoding="utf-8")
        print(folder / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
