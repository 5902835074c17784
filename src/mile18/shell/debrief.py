"""`mile18 debrief [NAME]`: what happened at a race, or what differed between all of them."""

from argparse import ArgumentParser, Namespace

from mile18.plan.debrief.data import debrief_data, pattern_data
from mile18.plan.debrief.pages import debrief_text, pattern_text
from mile18.plan.debrief.pattern import pattern, raced
from mile18.plan.debrief.scorecard import scorecard
from mile18.shell.ending import complain_about, tell
from mile18.shell.find import find, settings, shelf, today
from mile18.shell.say import say, say_json, width
from mile18.storage.problem import StorageError


def declare(parser: ArgumentParser) -> None:
    """Add NAME and --json."""
    parser.add_argument(
        "name",
        metavar="NAME",
        nargs="?",
        help="a profile, or the path of a .toml file; without it, all races in the folder",
    )
    parser.add_argument("--json", action="store_true", help="for programs, in SI units")


def run(options: Namespace) -> int:
    """Print the debrief or the pattern; 2 if an answer or a file could not be read."""
    return _one(options) if options.name else _all(options)


def _one(options: Namespace) -> int:
    opened = find(options.name, options)
    card = scorecard(opened.profile, today(options))
    if options.json:
        say_json(debrief_data(opened.name, card))
    else:
        say(debrief_text(card, settings(options).units, width()))
    return complain_about(opened)


def _all(options: Namespace) -> int:
    # A folder is taken as one runner's: whoever has several means the first, or names another.
    folder = shelf(options).first
    found, code = [], 0
    for name in folder.names():
        try:
            found.append(folder.load(name))
            code = max(code, complain_about(found[-1]))
        except StorageError as error:
            code = max(code, tell(error))
    day = today(options)
    races = pattern(raced(each.name, each.profile, day) for each in found)
    if options.json:
        say_json(pattern_data(races))
    else:
        say(pattern_text(races, settings(options).units, width()))
    return code
