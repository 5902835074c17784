"""`mile18 week NAME`: race week day by day, as text or JSON."""

from argparse import ArgumentParser, Namespace

from mile18.shell.outputs import print_output


def declare(parser: ArgumentParser) -> None:
    """Add NAME and --json."""
    parser.add_argument("name", metavar="NAME", help="a profile, or the path of a .toml file")
    parser.add_argument("--json", action="store_true", help="for programs, in SI units")


def run(options: Namespace) -> int:
    """Print the plan; 2 if an answer in the file could not be read."""
    return print_output("week", options, options.name, json=options.json)
