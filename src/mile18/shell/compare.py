"""`mile18 compare A B`: two profiles side by side."""

from argparse import ArgumentParser, Namespace

from mile18.plan.compare import compare
from mile18.plan.compare_data import compare_data
from mile18.plan.compare_text import compare_text
from mile18.shell.find import complain_about, find, settings, today
from mile18.shell.say import say, say_json, width


def declare(parser: ArgumentParser) -> None:
    """Add A, B and --json."""
    parser.add_argument("a", metavar="A", help="a profile, or the path of a .toml file")
    parser.add_argument("b", metavar="B", help="the one to hold against it")
    parser.add_argument("--json", action="store_true", help="for programs, in SI units")


def run(options: Namespace) -> int:
    """Print what differs; 2 if an answer in one of the files could not be read."""
    a, b = find(options.a, options), find(options.b, options)
    names = (a.name, b.name) if a.name != b.name else (options.a, options.b)
    comparison = compare(a.profile, b.profile, today(options))
    if options.json:
        say_json(compare_data(comparison, names))
    else:
        say(compare_text(comparison, names, settings(options).units, width()))
    odd = [complain_about(each) for each in (a, b)]
    return 2 if any(odd) else 0
