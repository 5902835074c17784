"""`mile18 day NAME`: the plan for race day as text."""

from argparse import ArgumentParser, Namespace

from mile18.shell.outputs import print_output


def declare(parser: ArgumentParser) -> None:
    """Add NAME."""
    parser.add_argument("name", metavar="NAME", help="a profile, or the path of a .toml file")


def run(options: Namespace) -> int:
    """Print the plan; 2 if an answer in the file could not be read."""
    return print_output("day", options, options.name)
