"""`mile18 course NAME [FILE.gpx]`: take the course of a race from a file, show it, or forget it."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from mile18.records.activity import RecordError
from mile18.records.course import read_course, take
from mile18.records.formats.gpx_file import MOST_BYTES
from mile18.shell.find import find, save_race, settings
from mile18.shell.say import DONE, WRONG, complain_about, say, say_json, trouble, width
from mile18.storage.disk import read_bytes
from mile18.storage.store import Opened
from mile18.topics.race.course import Course

_EPILOG = """\
examples:
  mile18 course berlin-2027 course.gpx
  mile18 course berlin-2027
  mile18 course berlin-2027 --remove

A course file is a GPX of the race, from its organiser or recorded by somebody who ran it. Kept are
its heights about every 200 m, and aid stations and cut-offs that it names; no place on the map is.
The race file as it was before is kept as a version.
"""


def declare(parser: ArgumentParser) -> None:
    """Add NAME, FILE, --remove and --json."""
    parser.add_argument("name", metavar="NAME", help="a race, or the path of its file")
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="a GPX file")
    parser.add_argument("--remove", action="store_true", help="forget the course")
    parser.add_argument("--json", action="store_true", help="for programs, in SI units")
    parser.epilog = _EPILOG


def run(options: Namespace) -> int:
    """Take, forget or show the course; 2 if the file is none or an answer cannot be read."""
    opened = find(options.name, options)
    notes: tuple[str, ...] = ()
    if options.file and options.remove:
        trouble("--remove forgets the course; leave FILE out.")
        return WRONG
    if options.remove:
        opened = save_race(opened, opened.profile.with_changes({"course": _nothing()}), options)
    elif options.file:
        try:
            read = read_course(read_bytes(options.file, MOST_BYTES))
        except RecordError as error:
            trouble(f"“{options.file}” was not taken: {error}")
            return WRONG
        changed, notes = take(opened.profile, read, options.file.name)
        opened = save_race(opened, changed, options)
    _show(opened, notes, options)
    return complain_about(opened) or DONE


def _nothing() -> dict[str, Any]:
    return dict.fromkeys(Course.__struct_fields__)


def _show(opened: Opened, notes: tuple[str, ...], options: Namespace) -> None:
    from mile18.plan.day.course import course_data, course_page
    from mile18.writers.text import text

    if options.json:
        say_json(course_data(opened.name, opened.profile, notes))
    else:
        columns = width()
        say(text(course_page(opened.profile, settings(options).units, columns, notes), columns))
