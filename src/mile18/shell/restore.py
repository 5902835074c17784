"""`mile18 restore NAME [VERSION]`: the earlier versions of a profile, or one of them brought back."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from mile18.factor import span
from mile18.plan.compare import Comparison, compare
from mile18.profile import Profile, answered
from mile18.reading import day_words
from mile18.shell.find import find, is_path, shelf, today
from mile18.shell.say import complain, say, say_json, trouble
from mile18.storage.backups import Version, versions
from mile18.storage.errors import NoSuchFile, StorageError, Unreadable
from mile18.storage.restore import restore
from mile18.storage.store import open_file


class Listed(Struct, frozen=True):
    """A version, its answers if it can be read, and what sets it apart from the present ones."""

    version: Version
    profile: Profile | None = None
    apart: Comparison | None = None


def declare(parser: ArgumentParser) -> None:
    """Add NAME, VERSION and --json."""
    parser.add_argument("name", metavar="NAME", help="a profile, or the path of a .toml file")
    parser.add_argument(
        "version",
        metavar="VERSION",
        nargs="?",
        type=_number,
        help="the number of the one to restore",
    )
    parser.add_argument("--json", action="store_true", help="the list, for programs")
    parser.epilog = (
        "Before a save changes a profile, its file is kept as a version: at most one an\n"
        "hour, and the first of each day. The ten latest stay, and the first of each of\n"
        "the last fourteen days that have one. Before one is restored the present file\n"
        "is kept too, so that nothing is lost."
    )


def run(options: Namespace) -> int:
    """List the versions or restore one; 2 if there is none, or the present file is not readable."""
    name = options.name
    path = Path(name).absolute() if is_path(name) else shelf(options).path(name)
    return _restore(path, options.version) if options.version is not None else _list(path, options)


def _restore(path: Path, number: int) -> int:
    done = restore(path, number)
    if done.before:
        say(f"What {path.stem} held until now is kept as version {done.before.number}.")
    say(f"{path.stem} holds again what it held {_until(done.version)}.")
    return 0


def _list(path: Path, options: Namespace) -> int:
    found = versions(path)
    present, code = None, 0
    try:
        present = find(options.name, options).profile
    except NoSuchFile as error:
        # Whoever deleted the file may want it back.
        if not found:
            raise
        complain(str(error))
    except Unreadable as error:
        complain(str(error))
        code = 2
    listed = [_listed(each, present, today(options)) for each in found]
    if options.json:
        say_json({"schema": 1, "profile": path.stem, "versions": [_data(each) for each in listed]})
    elif listed:
        for each in listed:
            say(f"{each.version.number:>4}  {_until(each.version)}  {_words(each)}")
    else:
        trouble(f"no earlier version of {path.stem} yet; a save that changes it keeps one")
    return code


def _listed(version: Version, present: Profile | None, day: date) -> Listed:
    try:
        profile = open_file(version.path).profile
    except StorageError as error:
        complain(str(error))
        return Listed(version)
    return Listed(version, profile, compare(profile, present, day) if present else None)


def _until(version: Version) -> str:
    local = version.until.astimezone()
    return f"until {day_words(local.date())} {local:%H:%M}"


def _words(each: Listed) -> str:
    if each.profile is None:
        return "cannot be read"
    if not each.apart:
        return _counted(answered(each.profile)[0], "answer")
    if each.apart.empty:
        return "the same answers as now"
    count = len(each.apart.answers)
    words = f"{_counted(count, 'answer')} differ{'s' if count == 1 else ''} from now"
    now, then = each.apart.b.overall, each.apart.a.overall
    if now != then:
        words += f", readiness {span(then.low, then.high)} (now {span(now.low, now.high)})"
    return words


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(f"“{text}” is no number; without one the versions are listed")
    return int(text)


def _data(each: Listed) -> dict[str, Any]:
    """The counts are null for what cannot be read or compared."""
    return {
        "version": each.version.number,
        "until": each.version.until,
        "path": str(each.version.path),
        "answers": answered(each.profile)[0] if each.profile else None,
        "answers_apart": len(each.apart.answers) if each.apart else None,
        "factors_apart": len(each.apart.factors) if each.apart else None,
    }
