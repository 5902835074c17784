"""`mile18 debrief [NAME]`: what happened at a race, or what differed between all of them."""

from argparse import ArgumentParser, Namespace

from mile18.plan.debrief.data import pattern_data
from mile18.plan.debrief.pages import pattern_page
from mile18.plan.debrief.pattern import pattern, raced
from mile18.shell.find import settings, shelf, today
from mile18.shell.outputs import declare_more, print_output
from mile18.shell.say import complain_about, say, say_json, tell, width
from mile18.storage.problem import StorageError
from mile18.writers.text import text


def declare(parser: ArgumentParser) -> None:
    """Add NAME and --json."""
    parser.add_argument(
        "name",
        metavar="NAME",
        nargs="?",
        help="a race, or the path of its file; without it, all races in the folder",
    )
    parser.add_argument("--json", action="store_true", help="for programs, in SI units")
    declare_more(parser, "debrief")


def run(options: Namespace) -> int:
    """Print the debrief or the pattern; 2 if an answer or a file could not be read."""
    if options.name:
        return print_output("debrief", options, options.name, json=options.json)
    return _all(options)


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
        columns = width()
        say(text(pattern_page(races, settings(options).units, columns), columns))
    return code
