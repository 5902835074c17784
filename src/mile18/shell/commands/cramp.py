"""`mile18 cramp`: the protocol, on screen or as text."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from mile18.evidence.stretches import Muscle
from mile18.plan.cramp.protocol import find_muscle, moment_of
from mile18.plan.cramp.reading import cramp_page
from mile18.shell.find import find, shelf, usual
from mile18.shell.outputs import asked_for, declare_more
from mile18.shell.say import complain_about, is_terminal, say, width
from mile18.writers.text import text

if TYPE_CHECKING:
    from mile18.tui.cramp.screen import CrampScreen


def declare(parser: ArgumentParser) -> None:
    """Add what narrows the text down."""
    parser.add_argument("--print", action="store_true", help="as text, even in a terminal")
    parser.add_argument(
        "--muscle", type=_muscle, metavar="M", help="the muscle (such as calf or c)"
    )
    parser.add_argument("--km", type=_km, metavar="N", help="where it came (such as 30 or 18.6mi)")
    parser.add_argument(
        "--profile", metavar="NAME", help="your race; without it the one opened last, if any"
    )
    declare_more(parser, "cramp")
    from mile18.shell.commands.open import declare_screen

    declare_screen(parser)


def run(options: Namespace) -> int:
    """Open the cramp screen, or print the protocol; 2 if an answer in the file could not be read."""
    if is_terminal() and not options.print:
        from mile18.shell.commands.open import open_app

        return open_app(options, options.profile, lambda: _screen(options))
    name = options.profile
    # Of the race that was opened last nobody asked how its file is.
    named = find(name, options) if name else None
    opened = named or usual(shelf(options))
    moment = moment_of(opened.profile if opened else None)
    columns = width()
    page = cramp_page(moment, options.muscle, options.km, columns)
    say(text(asked_for("cramp", page, options), columns))
    return complain_about(named) if named else 0


def _screen(options: Namespace) -> "CrampScreen":
    from mile18.tui.cramp.screen import CrampScreen

    return CrampScreen(options.muscle.id if options.muscle else None, options.km)


def _muscle(name: str) -> Muscle:
    try:
        return find_muscle(name)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def _km(typed: str) -> float:
    from mile18.reading import EntryError, parse_number
    from mile18.units import named, to_si

    try:
        value, unit = parse_number(typed)
    except EntryError as error:
        raise ArgumentTypeError(str(error)) from None
    km = to_si(value, named(unit) if unit else "km", "km")
    if km is None:
        raise ArgumentTypeError(f"“{unit}” is not a unit for this; use km or mi")
    if not 0 < km <= 250:
        raise ArgumentTypeError(f"{typed} is outside 0–250 km")
    return km
