"""Which command is meant, and its options; only the command that is meant gets imported."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from datetime import date
from pathlib import Path
from typing import NoReturn, Protocol

from mile18.sanitise import printable_lines
from mile18.shell.say import width

COMMANDS = {
    "open": "open the app on a race, as mile18 NAME does",
    "new": "make a new race",
    "list": "list your races",
    "show": "print readiness and what to do next",
    "check": "check race files",
    "week": "print race week, day by day",
    "day": "print the plan for race day",
    "debrief": "after a race: what you planned and what you did, and what differed between races",
    "compare": "two races side by side",
    "restore": "list earlier versions of a race, or bring one back",
    "cramp": "what to do in a cramp, on screen or as text",
    "card": "the race card, for paper or a phone",
    "course": "the course from a GPX file: heights, aid stations, cut-offs",
    "weather": "the weather of the race looked up, when you ask for it",
    "import": "training, nights and races from the files of your watch, as answers that you choose",
    "calendar": "race week for your calendar, as an .ics file",
    "paths": "where mile18 keeps its files",
    "schema": "the JSON Schema of a race file",
    "completion": "completion of commands, options and races for your shell",
}
_EXAMPLES = """\
examples:
  mile18                        your last race, or a welcome
  mile18 new berlin-2027 --date 2027-09-26 --distance marathon --goal 3h45
  mile18 berlin-2027            open a race by its name
  mile18 ~/races/berlin.toml    or by its file
  mile18 show berlin-2027 --json
  mile18 cramp --muscle calf --km 30

A race that is called like a command opens with mile18 open NAME, or by its file, ./list.toml.
Without a terminal mile18 prints what mile18 show prints, without NAME what mile18 list prints.
"""
TAKES_VALUE = ("--profiles", "--today", "--theme")


class Command(Protocol):
    """What does one command, mostly a module."""

    def declare(self, parser: ArgumentParser) -> None:
        """Add the command's own options."""

    def run(self, options: Namespace) -> int:
        """Do it and return the exit code."""


def parse(argv: list[str]) -> tuple[Command, Namespace]:
    """The command that the arguments mean, with its options; without one it is `open`.

    Raises SystemExit after help or wrong use, as argparse does.
    """
    at = _first_word(argv)
    if at < len(argv) and argv[at] in COMMANDS:
        name, rest = argv[at], argv[:at] + argv[at + 1 :]
        prog = f"mile18 {name}"
    else:
        name, rest, prog = "open", argv, "mile18"
    command = _load(name)
    parser = _Parser(
        prog=prog, description=_sentence(COMMANDS[name]), formatter_class=_Help, allow_abbrev=False
    )
    command.declare(parser)
    if prog == "mile18":
        _tell_all(parser)
    _declare_common(parser)
    return command, parser.parse_args(rest)


def _load(name: str) -> Command:  # noqa: C901 - a table
    match name:
        case "new":
            from mile18.shell.commands import new

            return new
        case "list":
            from mile18.shell.commands import list as list_command

            return list_command
        case "show" | "week" | "day":
            from mile18.shell.outputs import OutputCommand

            return OutputCommand(name)
        case "check":
            from mile18.shell.commands import check

            return check
        case "import":
            from mile18.shell.commands import import_records

            return import_records
        case "debrief":
            from mile18.shell.commands import debrief

            return debrief
        case "compare":
            from mile18.shell.commands import compare

            return compare
        case "restore":
            from mile18.shell.commands import restore

            return restore
        case "cramp":
            from mile18.shell.commands import cramp

            return cramp
        case "card":
            from mile18.shell.commands import card

            return card
        case "course":
            from mile18.shell.commands import course

            return course
        case "weather":
            from mile18.shell.commands import weather

            return weather
        case "calendar":
            from mile18.shell.commands import calendar

            return calendar
        case "paths":
            from mile18.shell.commands import paths

            return paths
        case "schema":
            from mile18.shell.commands import schema

            return schema
        case "completion":
            from mile18.shell.commands import completion

            return completion
        case _:
            from mile18.shell.commands import open as open_command

            return open_command


def whole_parser() -> ArgumentParser:
    """All commands in one parser, for what is made from them: completions and the manual page."""
    parser = _Parser(prog="mile18", formatter_class=_Help, allow_abbrev=False)
    _load("open").declare(parser)
    _tell_all(parser)
    _declare_common(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name, told in COMMANDS.items():
        each = commands.add_parser(
            name,
            prog=f"mile18 {name}",
            help=told,
            description=_sentence(told),
            formatter_class=_Help,
            allow_abbrev=False,
        )
        _load(name).declare(each)
        _declare_common(each)
    return parser


def _tell_all(parser: ArgumentParser) -> None:
    """Tell of all commands, with examples."""
    parser.usage = "mile18 [NAME] [options]\n       mile18 COMMAND [options]"
    parser.description = "Get ready for your race, and know what to do if a cramp comes."
    commands = "".join(f"  {name:<10} {told}\n" for name, told in COMMANDS.items())
    parser.epilog = (
        f"commands (mile18 COMMAND --help tells more):\n{commands}\n{_EXAMPLES}\n"
        "exit codes: 0 done, 2 wrong use or invalid file, 130 interrupted, 1 anything else"
    )


def _first_word(argv: list[str]) -> int:
    at = 0
    while at < len(argv) and argv[at].startswith("-") and argv[at] != "--":
        at += 2 if argv[at] in TAKES_VALUE else 1
    return at


def _declare_common(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("everywhere")
    group.add_argument(
        "--profiles",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="the folder of your races (see mile18 paths); may be given more than once",
    )
    group.add_argument(
        "--today", type=_day, metavar="DATE", help="use DATE as today's date (such as 2027-04-20)"
    )


def _day(text: str) -> date:
    from mile18.dates import parse_date
    from mile18.reading import EntryError

    try:
        return parse_date(text)
    except EntryError as error:
        raise ArgumentTypeError(str(error)) from None


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        # It quotes the arguments, and the name of a file that *.toml stood for may hold anything.
        super().error(printable_lines(message))


class _Help(RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        # Left to itself argparse imports shutil for the width, even when no help is asked for.
        super().__init__(prog, max_help_position=26, width=width() - 2)
