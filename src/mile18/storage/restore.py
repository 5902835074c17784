"""An earlier version of a profile, or a deleted one, brought back, and nothing lost by it."""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from mile18.sanitise import printable
from mile18.storage.backups import Version, clear_versions, keep_version, version_of
from mile18.storage.disk import read_bytes, write_bytes
from mile18.storage.kept import Trashed, trashed
from mile18.storage.problem import (
    ChangedElsewhere,
    NoSuchFile,
    NoSuchVersion,
    ReadOnlyFile,
    StorageError,
    Unreadable,
    failure,
    plain_words,
)
from mile18.storage.store import open_file


class Restored(Struct, frozen=True):
    """The version brought back, and what the file before is kept as; None if there was no other."""

    version: Version
    before: Version | None


class Undeleted(Struct, frozen=True):
    """What came back from the trash, and what the file before is kept as; None if there was none."""

    trashed: Trashed
    before: Version | None


def restore(path: Path, number: int, now: datetime | None = None) -> Restored:
    """Bring a version of a profile's file back; what the file holds now is kept as a version first.

    Raises NoSuchVersion for an unknown number, Unreadable if the version is no TOML, ReadOnlyFile if
    a newer mile18 wrote the file, ChangedElsewhere, StorageError; the file is untouched then.
    """
    wanted = version_of(path, number)
    content = open_file(wanted.path).content
    return Restored(wanted, _put_back(path, content, now))


def undelete(path: Path, place: str, now: datetime | None = None) -> Undeleted:
    """Bring a profile back from its place in the trash; what has its name now is kept as a version.

    Raises as `restore` does; but where nothing has its name, even a broken file comes back.
    """
    found = {each.place: each for each in trashed(path)}
    if place not in found:
        there = ", ".join(found) or "nothing"
        what = f"there is no {place} of {printable(path.stem)}; there is: {there}"
        raise NoSuchVersion(what)
    wanted = found[place]
    if not os.path.lexists(path):
        with plain_words("restored", path):
            wanted.path.rename(path)
        return Undeleted(wanted, None)
    before = _put_back(path, open_file(wanted.path).content, now)
    with plain_words("removed", wanted.path):
        wanted.path.unlink()
    return Undeleted(wanted, before)


def _put_back(path: Path, content: bytes, now: datetime | None) -> Version | None:
    """Write a content, and return the version that what was there is kept as, if it was another."""
    present = _present(path)
    if present == content:
        return None
    before = keep_version(path, present, now) if present else None

    def refuse_changed() -> None:
        if _on_disk(path) != present:
            raise ChangedElsewhere(failure(path, "restored", "it was changed elsewhere"))

    write_bytes(path, content, check=refuse_changed)
    # A version too many is better than a word of trouble about what went well.
    with suppress(StorageError):
        clear_versions(path)
    return before


def _present(path: Path) -> bytes | None:
    with suppress(Unreadable):
        opened = open_file(path)
        if opened.loaded.newer:
            reason = "a newer mile18 wrote it, and this one could damage it"
            raise ReadOnlyFile(failure(path, "restored", reason))
        return opened.content
    return _on_disk(path)


def _on_disk(path: Path) -> bytes | None:
    with suppress(NoSuchFile):
        return read_bytes(path)
    return None
