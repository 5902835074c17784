"""`mile18 compare A B`: two races side by side, or one as it was and as it is."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from mile18.plan.compare.compare import compare
from mile18.plan.compare.pages import compare_data, compare_page
from mile18.shell.commands.restore import version_number
from mile18.shell.find import find, is_path, settings, shelf, today
from mile18.shell.say import complain_about, say, say_json, trouble, width
from mile18.storage.backups import version_of
from mile18.storage.store import Opened, open_file
from mile18.writers.text import text


def declare(parser: ArgumentParser) -> None:
    """Add A, B, --with-version and --json."""
    parser.add_argument("a", metavar="A", help="a race, or the path of its file")
    parser.add_argument("b", metavar="B", nargs="?", help="the race to compare it with")
    parser.add_argument(
        "--with-version",
        metavar="VERSION",
        type=version_number,
        help="instead of B: an earlier version of A; `mile18 restore A` lists them",
    )
    parser.add_argument("--json", action="store_true", help="for programs, in SI units")


def run(options: Namespace) -> int:
    """Print what differs; 2 if an answer in one of the files could not be read."""
    if (options.b is None) == (options.with_version is None):
        trouble("compare needs a second race, B, or --with-version VERSION for an earlier A")
        return 2
    (a, b), names = _two_profiles(options) if options.b else _then_and_now(options)
    comparison = compare(a.profile, b.profile, today(options))
    if options.json:
        say_json(compare_data(comparison, names))
    else:
        say(text(compare_page(comparison, names, settings(options).units), width()))
    return max([complain_about(each) for each in (a, b)])


def _two_profiles(options: Namespace) -> tuple[tuple[Opened, Opened], tuple[str, str]]:
    a, b = find(options.a, options), find(options.b, options)
    return (a, b), (a.name, b.name) if a.name != b.name else (options.a, options.b)


def _then_and_now(options: Namespace) -> tuple[tuple[Opened, Opened], tuple[str, str]]:
    now = find(options.a, options)
    path = Path(options.a) if is_path(options.a) else shelf(options).path(options.a)
    version = version_of(path.absolute(), options.with_version)
    then = open_file(version.path)
    return (then, now), (version.title, f"{now.name} now")
