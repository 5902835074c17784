"""`mile18 calendar NAME`: race week as an .ics file for any calendar."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from mile18.shell.commands.card import declare_file
from mile18.shell.find import find, settings, today
from mile18.shell.say import complain_about, print_file, save, say, trouble
from mile18.storage.race_id import id_of
from mile18.writers.exports import NO_DAY, Asked, calendar, no_calendar

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
    parser.add_argument("name", metavar="NAME", help="a race, or the path of its file")
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
    asked = Asked(
        profile=opened.profile,
        today=today(options),
        units=settings(options).units,
        race_id=id_of(opened.path, opened.loaded),
        now=datetime.now(UTC),
    )
    if why := no_calendar(asked):
        trouble(why)
        found = complain_about(opened)
        return 2 if why == NO_DAY else found or 1
    made = calendar(asked, options.privacy.upper())
    content = made.content.encode()
    file: Path | None = options.output
    if file:
        save(file, content, force=options.force)
        say(str(file))
    else:
        print_file(content)
    for told in made.told:
        trouble(told)
    return complain_about(opened)
