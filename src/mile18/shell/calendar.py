"""`mile18 calendar NAME`: race week as an .ics file for any calendar."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from mile18.plan.week.calendar import week_calendar
from mile18.plan.week.week import race_week
from mile18.shell.card import declare_file
from mile18.shell.find import find, settings, today
from mile18.shell.say import complain_about, print_file, save, say, trouble
from mile18.storage.race_id import id_of
from mile18.writers.exports import NO_DAY

_EPILOG = """\
example:
  mile18 calendar berlin-2027 -o race-week.ics

The race is an entry with its place. Tasks that are still to do become entries; one by the clock has
its alarm then, or half an hour ahead in the days before the race, one for all day on the evening
before. Of several that are due at one moment one rings, for all. Times have no time zone:
06:30 is half past six where your phone is that day. A calendar that gives times a zone of its own
when it imports, as some on the web do, should be set to the race's place first.
Importing a newer file changes the entries that are there, even if you renamed the race; ticked
tasks stay until you delete them. A copy of a race, or the next race, has entries of its own.
Nothing about your health or medicines goes into the file.
"""


def declare(parser: ArgumentParser) -> None:
    """Add NAME and the file."""
    parser.add_argument("name", metavar="NAME", help="a profile, or the path of a .toml file")
    declare_file(parser)
    parser.add_argument(
        "--class",
        dest="privacy",
        choices=("private", "public", "confidential"),
        default="private",
        help="who may read the entries where the calendar is shared; without it, private",
    )
    parser.epilog = _EPILOG


def run(options: Namespace) -> int:
    """Write or print the calendar; 2 without a race day or with an answer that cannot be read.

    1, and no calendar, while symptoms speak against running.
    """
    opened = find(options.name, options)
    race, day = opened.profile.race, today(options)
    if race.date is None:
        trouble(NO_DAY)
        complain_about(opened)
        return 2
    week = race_week(opened.profile, day, settings(options).units)
    if week.gate.shut and (week.countdown.days or 0) >= 0:
        trouble("Do not race or train hard now: mile18 show tells why. No calendar was made.")
        return complain_about(opened) or 1
    # Slow to load, and needed by nothing but this.
    from mile18.plan.week.calendar_file import calendar_file

    race_id = id_of(opened.path, opened.loaded)
    made = week_calendar(week, race_id, settings(options).units, day)
    content = calendar_file(made, datetime.now(UTC).replace(microsecond=0), options.privacy.upper())
    file: Path | None = options.output
    if file:
        save(file, content, force=options.force)
        say(str(file))
    else:
        print_file(content)
    if week.countdown.days is not None and week.countdown.days < 0:
        trouble(week.headline)
    elif race.start_time is None:
        trouble(
            "Race morning has no clock times and no alarms: answer “Start” under Race to have them."
        )
    return complain_about(opened)
