"""`mile18 restore NAME [VERSION]`: earlier versions of a profile, or one of them brought back."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from mile18.factor import span
from mile18.plan.compare.compare import Comparison, compare
from mile18.plan.data import moment_data
from mile18.profile import Profile, answered
from mile18.shell.find import find, is_path, shelf, today
from mile18.shell.say import DONE, WRONG, complain, complain_about, say, say_json, tell, trouble
from mile18.storage.backups import Version, versions
from mile18.storage.kept import LAST, Trashed, trashed
from mile18.storage.problem import NoSuchFile, NoSuchProfile, StorageError, Unreadable
from mile18.storage.restore import restore, undelete
from mile18.storage.store import open_file
from mile18.units import counted

KEYS_OF_TRASH = re.compile(rf"{LAST}(?:[2-9]|[1-9]\d+)?")


class Listed(Struct, frozen=True):
    """A version, its answers if it can be read, and what sets it apart from the present ones."""

    version: Version | Trashed
    profile: Profile | None = None
    apart: Comparison | None = None


def declare(parser: ArgumentParser) -> None:
    """Add NAME, VERSION and --json."""
    parser.add_argument("name", metavar="NAME", help="a race, or the path of its file")
    parser.add_argument(
        "version",
        metavar="VERSION",
        nargs="?",
        type=_place,
        help="the number of the one to restore; trash for what was deleted last",
    )
    parser.add_argument("--json", action="store_true", help="the list, for programs")
    parser.epilog = (
        "Before a save changes a race, its file is kept as a version: at most one an\n"
        "hour, and the first of each day. The ten latest stay, and the first of each of\n"
        "the last fourteen days that have one. Before one is restored the present file\n"
        "is kept too, so that nothing is lost. A deleted race stays in the trash until\n"
        "you empty it (mile18 paths says where), and comes back from there."
    )


def run(options: Namespace) -> int:
    """List the versions or restore one; 2 if there is none, or the file cannot be read."""
    name = options.name
    path = Path(name).absolute() if is_path(name) else shelf(options).path(name)
    if options.version is None:
        return _list(path, options)
    if isinstance(options.version, int):
        done = restore(path, options.version)
        _say_kept(path, done.before)
        say(f"{path.stem} is back to the version of {_when(done.version)}.")
    else:
        found = undelete(path, options.version)
        _say_kept(path, found.before)
        say(f"{path.stem} is back from the trash, where it was {_when(found.trashed)}.")
    return 0


def _say_kept(path: Path, before: Version | None) -> None:
    if before:
        say(f"What {path.stem} held until now is kept as version {before.number}.")


def _list(path: Path, options: Namespace) -> int:
    present, code, wrong = None, DONE, None
    try:
        opened = find(options.name, options)
        present, code = opened.profile, complain_about(opened)
    except (NoSuchProfile, Unreadable) as error:
        wrong = error
    found = _search(path, wrong)
    if wrong:
        complain(str(wrong))
        # Whoever deleted the file may want it back.
        code = DONE if isinstance(wrong, NoSuchProfile | NoSuchFile) else WRONG
    listed = [_listed(each, present, today(options)) for each in found]
    if options.json:
        say_json(
            {
                "schema": 1,
                "profile": path.stem,
                "versions": [
                    _version_data(each, each.version)
                    for each in listed
                    if isinstance(each.version, Version)
                ],
                "trash": [
                    _trash_data(each, each.version)
                    for each in listed
                    if isinstance(each.version, Trashed)
                ],
            }
        )
    elif listed:
        places = [_place_of(each.version) for each in listed]
        room = max(4, *map(len, places))
        for place, each in zip(places, listed, strict=True):
            say(f"{place:>{room}}  {_when(each.version)}  {_words(each)}")
    else:
        trouble(f"no earlier version of {path.stem} yet; each save that changes it keeps one")
    return code


def _search(path: Path, wrong: StorageError | None) -> list[Version | Trashed]:
    """All versions and what is in the trash; raises what is `wrong` with the file if there is none."""
    try:
        found: list[Version | Trashed] = [*trashed(path), *versions(path)]
    except StorageError as error:
        raise wrong or error from None
    if wrong and not found:
        raise wrong
    return found


def _listed(version: Version | Trashed, present: Profile | None, day: date) -> Listed:
    try:
        profile = open_file(version.path).profile
    except StorageError as error:
        tell(error)
        return Listed(version)
    return Listed(version, profile, compare(profile, present, day) if present else None)


def _place_of(version: Version | Trashed) -> str:
    return str(version.number) if isinstance(version, Version) else version.place


def _when(version: Version | Trashed) -> str:
    return version.until_words if isinstance(version, Version) else version.since_words


def _words(each: Listed) -> str:
    if each.profile is None:
        return "cannot be read"
    if not each.apart:
        return counted(answered(each.profile)[0], "answer")
    if each.apart.empty:
        return "the same answers as now"
    count = len(each.apart.answers)
    words = f"{counted(count, 'answer differs', 'answers differ')} from now"
    now, then = each.apart.b.overall, each.apart.a.overall
    if now != then:
        words += f", readiness {span(then.low, then.high)} (now {span(now.low, now.high)})"
    return words


def version_number(text: str) -> int:
    """The number of a version, for the parser of a command line."""
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(f"“{text}” is no number; `mile18 restore NAME` lists the versions")
    return int(text)


def _place(text: str) -> int | str:
    if text.isascii() and text.isdigit():
        return int(text)
    if KEYS_OF_TRASH.fullmatch(text):
        return text
    raise ArgumentTypeError(
        f"“{text}” is neither a number nor {LAST}; without one the versions are listed"
    )


def _version_data(each: Listed, version: Version) -> dict[str, Any]:
    """The counts are null for what cannot be read or compared."""
    return {"version": version.number, "until": moment_data(version.until), **_counts(each)}


def _trash_data(each: Listed, version: Trashed) -> dict[str, Any]:
    return {"place": version.place, "since": moment_data(version.since), **_counts(each)}


def _counts(each: Listed) -> dict[str, Any]:
    return {
        "path": str(each.version.path),
        "answers": answered(each.profile)[0] if each.profile else None,
        "answers_apart": len(each.apart.answers) if each.apart else None,
        "factors_apart": len(each.apart.factors) if each.apart else None,
    }
