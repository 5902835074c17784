"""`mile18 show NAME`: how the preparation stands, as text or JSON."""

from argparse import ArgumentParser, Namespace

from mile18.shell.outputs import print_output


def declare(parser: ArgumentParser) -> None:
    """Add NAME and --json."""
    parser.add_argument("name", metavar="NAME", help="a profile, or the path of a .toml file")
    parser.add_argument("--json", action="store_true", help="for programs, in SI units")


def run(options: Namespace) -> int:
    """Print the report; 2 if an answer in the file could not be read."""
    return print_output("show", options, options.name, json=options.json)
