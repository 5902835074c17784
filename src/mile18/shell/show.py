"""`mile18 show NAME`: how the preparation stands, as text or JSON."""

from argparse import ArgumentParser, Namespace

from mile18.plan.report import as_json, report
from mile18.readiness import assess
from mile18.shell.ending import complain_about
from mile18.shell.find import find, settings, today
from mile18.shell.say import say, say_json, width


def declare(parser: ArgumentParser) -> None:
    """Add NAME and --json."""
    parser.add_argument("name", metavar="NAME", help="a profile, or the path of a .toml file")
    parser.add_argument("--json", action="store_true", help="for programs, in SI units")


def run(options: Namespace) -> int:
    """Print the report; 2 if an answer in the file could not be read."""
    return show(options, options.name, json=options.json)


def show(options: Namespace, name: str, *, json: bool) -> int:
    """Print the report on one profile and return the exit code."""
    opened = find(name, options)
    profile = opened.profile
    readiness = assess(profile, today(options))
    if json:
        say_json(as_json(opened.name, readiness))
    else:
        say(report(profile, readiness, settings(options).units, width()))
    return complain_about(opened)
