"""`mile18 day NAME`: the plan for race day as text."""

from argparse import ArgumentParser, Namespace

from mile18.plan.day.day import race_day
from mile18.plan.day.pages import race_day_text
from mile18.shell.ending import complain_about
from mile18.shell.find import find, settings, today
from mile18.shell.say import say, width


def declare(parser: ArgumentParser) -> None:
    """Add NAME."""
    parser.add_argument("name", metavar="NAME", help="a profile, or the path of a .toml file")


def run(options: Namespace) -> int:
    """Print the plan; 2 if an answer in the file could not be read."""
    opened = find(options.name, options)
    say(race_day_text(race_day(opened.profile, today(options)), settings(options).units, width()))
    return complain_about(opened)
