"""`mile18 import NAME PATH…`: what the files of a watch or an app would answer; taken only if told to."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from datetime import tzinfo
from pathlib import Path

from mile18.sanitise import printable
from mile18.shell.find import find, save_race, settings, today
from mile18.shell.say import DONE, WRONG, complain_about, say, say_json, trouble, width
from mile18.storage.paths import why_missing
from mile18.units import to_si

_EPILOG = """\
examples:
  mile18 import berlin-2027 ~/Downloads/export_123.zip
  mile18 import berlin-2027 ~/watch ~/Downloads/export.zip --zone Europe/Berlin
  mile18 import berlin-2027 ~/Downloads/export_123.zip --take all
  mile18 import berlin-2027 Sleep.csv --take sleep.nights,sleep.usual_hours

PATH is a folder, a zip or a file: FIT, GPX, TCX, exports of Strava, Garmin and Apple Health, nights of
Garmin, Apple, Oura, Fitbit and WHOOP. All is read here, nothing is sent, nothing is unpacked to disk.
Without --take nothing changes. Of what is taken only the answers are kept, with a line on when, from
what kinds of files, and how many runs and nights; no place, no heart rate.
The race file as it was before is kept as a version.
"""


def declare(parser: ArgumentParser) -> None:
    """Add NAME, PATH, --take, --zone, --unit and --json."""
    parser.add_argument("name", metavar="NAME", help="a race, or the path of its file")
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", type=Path, help="a folder, a zip or a file"
    )
    parser.add_argument(
        "--take", metavar="all|QUESTION,…", help="make these your answers (such as sleep.nights)"
    )
    parser.add_argument(
        "--zone",
        metavar="ZONE",
        type=_zone,
        help="where you run, if not where this computer is (such as Europe/Berlin)",
    )
    parser.add_argument(
        "--unit", choices=("km", "mi"), help="the unit of a list that names none (Garmin's)"
    )
    parser.add_argument("--json", action="store_true", help="for programs, in SI units")
    parser.epilog = _EPILOG


def _zone(name: str) -> tzinfo:
    from mile18.records.formats.local import zone_of

    try:
        return zone_of(name)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def run(options: Namespace) -> int:
    """Show what the files would answer, and take it if told to; 2 for a question that is not there."""
    # Slow to load, and needed by nothing but this.
    from mile18.records.formats.local import Local
    from mile18.records.pages import import_data, import_page
    from mile18.records.proposals import Proposal, proposed, taken
    from mile18.records.read import Reader
    from mile18.writers.text import text

    opened, day = find(options.name, options), today(options)
    for path in options.paths:
        if why := why_missing(path):
            trouble(f"{printable(str(path))}: {why}.")
            return WRONG
    unit = options.unit or settings(options).units.distance
    found = Reader(day, Local(options.zone), 1000 * (to_si(1, unit, "km") or 1)).read(options.paths)
    told = proposed(found, opened.profile, day)
    chosen: Sequence[Proposal] = ()
    if options.take:
        wanted = [each.strip() for each in options.take.split(",") if each.strip()]
        known = {question: each for each in told.proposals for question, _ in each.answers}
        if unknown := [each for each in wanted if each != "all" and each not in known]:
            there = ", ".join(known) or "nothing"
            named = printable(", ".join(unknown))
            trouble(f"--take {named}: not among what was found: {there}.")
            return WRONG
        chosen = [
            each
            for each in told.proposals
            if "all" in wanted or any(question in wanted for question, _ in each.answers)
        ]
    before = opened.profile
    if chosen:
        opened = save_race(opened, taken(before, chosen, told, day), options)
    if options.json:
        say_json(import_data(found, told, before))
    else:
        columns = width()
        say(text(import_page(found, told, before, settings(options).units, columns), columns))
        if chosen:
            say(f"Taken: {', '.join(question for each in chosen for question, _ in each.answers)}")
        elif told.proposals:
            say("Nothing was changed. --take all makes all of it your answers.")
    return complain_about(opened) or DONE
