"""Earlier versions of a profile, kept before a save changes its file.

They lie in `.mile18/backups/NAME/` beside the file. A save keeps one if the last is an hour old or
none is of today. What stays are the ten latest and the first of each of the last fourteen days that
have one; the same content is kept once, under its latest time.
"""

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from mile18.dates import moment_words
from mile18.sanitise import printable
from mile18.storage.codec import ID, decode
from mile18.storage.disk import holds, make_folder, write_bytes
from mile18.storage.kept import HIDDEN
from mile18.storage.problem import NoSuchVersion, StorageError, plain_words

APART = timedelta(hours=1)
LATEST = 10
DAYS = 14

# Clocks go back and runners cross time zones: the number gives the order.
_NAME = re.compile(r"(\d{4,9})-(\d{8}T\d{6}Z)\.toml")


class Version(Struct, frozen=True):
    """What a profile's file held `until` then; a later version has a higher number, never reused."""

    number: int
    until: datetime
    path: Path

    @property
    def until_words(self) -> str:
        """How long the file held it, by the runner's clock: `until Tue 27 Apr 2027 08:41`."""
        return f"until {moment_words(self.until.astimezone())}"

    @property
    def title(self) -> str:
        """What it is called beside other profiles: `version 3, until Tue 27 Apr 2027 08:41`."""
        return f"version {self.number}, {self.until_words}"


def versions_folder(profiles: Path) -> Path:
    """Where the versions of a folder's profiles lie, a folder each."""
    return profiles / HIDDEN / "backups"


def versions(path: Path) -> list[Version]:
    """The versions kept of a profile's file, the latest first; raises StorageError."""
    folder = _folder(path)
    with plain_words("searched", folder):
        try:
            found = [each for file in folder.iterdir() if (each := _version(file))]
        except FileNotFoundError:
            return []
    return sorted(found, key=lambda each: (each.number, each.until), reverse=True)


def version_of(path: Path, number: int) -> Version:
    """The version of a profile's file with a number; raises NoSuchVersion, with those there are."""
    found = {each.number: each for each in reversed(versions(path))}
    if number not in found:
        there = ", ".join(map(str, reversed(found))) or "none"
        what = f"there is no version {number} of {printable(path.stem)}; there are: {there}"
        raise NoSuchVersion(what)
    return found[number]


def keep_if_due(path: Path, content: bytes, now: datetime | None = None) -> str:
    """Keep what a save is about to replace, if it is time to; the reason if that failed, else "".

    Nothing is raised: that no version is kept must not keep the answers from being saved.
    """
    now = _utc(now)
    try:
        found = versions(path)
        if (found and not _is_due(found[0], now)) or _says_nothing(content):
            return ""
        keep_version(path, content, now)
        clear_versions(path)
    except StorageError as error:
        return f"No earlier version was kept. {error}"
    return ""


def keep_version(path: Path, content: bytes, now: datetime | None = None) -> Version:
    """Keep the content of a profile's file as its latest version; raises StorageError."""
    found = versions(path)
    kept = _named(path, found[0].number + 1 if found else 1, _utc(now))
    if same := next((each for each in found if holds(each.path, content)), None):
        with plain_words("kept", same.path):
            same.path.rename(kept.path)
    else:
        make_folder(kept.path.parent)
        write_bytes(kept.path, content)
    return kept


def clear_versions(path: Path) -> None:
    """Remove the versions of a profile's file that are too many; raises StorageError."""
    found = versions(path)
    first = {each.until.astimezone().date(): each for each in found}
    days = sorted(first, reverse=True)[:DAYS]
    stay = {each.path for each in found[:LATEST]} | {first[day].path for day in days}
    for each in found:
        if each.path not in stay:
            with plain_words("removed", each.path):
                each.path.unlink(missing_ok=True)


def move_versions(old: Path, new: Path) -> None:
    """Take the versions along to a profile's new name, after any that are there already.

    The profile has its name by now: what cannot be moved stays where it was.
    """
    with suppress(StorageError, OSError):
        there, found = versions(new), versions(old)
        last = there[0].number if there else 0
        if found:
            make_folder(_folder(new))
        for each in reversed(found):
            each.path.rename(_named(new, last + each.number, each.until).path)
        if found:
            _folder(old).rmdir()


def _says_nothing(content: bytes) -> bool:
    """Whether this is a race as it was made, before anything was answered."""
    return decode(content.decode()).document.keys() <= {"schema", ID}


def _is_due(last: Version, now: datetime) -> bool:
    # A version from the future shows that the clock was wrong, and tells nothing of its age.
    age = now - last.until
    is_of_today = last.until.astimezone().date() == now.astimezone().date()
    return not (is_of_today and timedelta() <= age < APART)


def _folder(path: Path) -> Path:
    return versions_folder(path.parent) / path.stem


def _named(path: Path, number: int, until: datetime) -> Version:
    return Version(number, until, _folder(path) / f"{number:04}-{until:%Y%m%dT%H%M%SZ}.toml")


def _version(file: Path) -> Version | None:
    name = _NAME.fullmatch(file.name)
    with suppress(ValueError):
        return Version(int(name[1]), datetime.fromisoformat(name[2]), file) if name else None
    return None


def _utc(now: datetime | None) -> datetime:
    return (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
