"""`mile18 card NAME`: the race card for paper, a phone note or a phone's browser."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from mile18.plan.card.card import card
from mile18.shell.find import find, settings, today
from mile18.shell.say import complain_about, print_file, save, say, trouble
from mile18.topics.race.questions import countdown_to
from mile18.writers.exports import FORMATS, left_off

_BY_SUFFIX = {".md": "md", ".markdown": "md", ".txt": "txt", ".html": "html", ".htm": "html"}
_EPILOG = """\
examples:
  mile18 card berlin-2027                   Markdown to the screen
  mile18 card berlin-2027 -o card.html      for a phone, and to print: one page and wristbands
  mile18 card berlin-2027 -o card.txt       32 columns for a note on a phone

Health answers never go on the card. Emergency contact and medical line do only if you say yes
under Race: “Print these two on the card?”
"""


def declare(parser: ArgumentParser) -> None:
    """Add NAME, the file and its format."""
    parser.add_argument("name", metavar="NAME", help="a race, or the path of its file")
    declare_file(parser)
    parser.add_argument(
        "--format", choices=FORMATS, help="without it what FILE ends in, else Markdown"
    )
    parser.epilog = _EPILOG


def declare_file(parser: ArgumentParser) -> None:
    """Add where the export goes."""
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write FILE instead of to the screen"
    )
    parser.add_argument("--force", action="store_true", help="overwrite FILE if it exists")


def run(options: Namespace) -> int:
    """Print or write the card; 2 if an answer in the file could not be read."""
    file: Path | None = options.output
    kind = options.format or (_BY_SUFFIX.get(file.suffix.lower()) if file else "md")
    if kind is None:
        trouble(f"{file}: what it ends in names no format; use .md, .txt or .html, or --format")
        return 2
    opened = find(options.name, options)
    day = today(options)
    content = FORMATS[kind](card(opened.profile, day, settings(options).units))
    if file:
        save(file, content.encode(), force=options.force)
        say(str(file))
    elif kind == "html":
        print_file(content.encode())
    else:
        say(content)
    for line in left_off(opened.profile, countdown_to(opened.profile.race, day)):
        trouble(line)
    return complain_about(opened)
