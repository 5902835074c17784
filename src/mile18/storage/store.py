"""The folder of profiles: one race, one file, and no answer lost."""

import os
from collections.abc import Mapping
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from mile18.profile import Profile
from mile18.storage.backups import keep_if_due, move_versions
from mile18.storage.codec import ID, Loaded, decode, encode
from mile18.storage.disk import make_folder, read_bytes, read_text, write_bytes
from mile18.storage.kept import free_path, keep_original, move_to_trash
from mile18.storage.names import free_name, same_name, valid_name
from mile18.storage.problem import (
    STILL_OPEN,
    UNTOUCHED,
    AlreadyThere,
    BadName,
    ChangedElsewhere,
    NoSuchFile,
    NoSuchProfile,
    Problem,
    ReadOnlyFile,
    Unreadable,
    alike,
    failure,
    plain_words,
    quoted,
)
from mile18.storage.race_id import id_of, move_id, new_id, with_another_id
from mile18.storage.toml import has_comments


class Opened(Struct, frozen=True):
    """A profile with the file it stands in, as it was when last read or written here.

    `kept_original` is set by the one save that kept what was there before; `written` is True once
    a save of this session has written the file. `not_kept` says why the last version that was due
    could not be kept, until one can.
    """

    name: str
    path: Path
    loaded: Loaded
    content: bytes
    kept_original: Path | None = None
    written: bool = False
    not_kept: str = ""

    @property
    def profile(self) -> Profile:
        """The profile that is on disk."""
        return self.loaded.profile


def open_file(path: Path) -> Opened:
    """Read a profile from any path.

    Raises NoSuchFile, and Unreadable if it cannot be read, is no TOML or is empty.
    """
    text, content = read_text(path)
    if not text.strip("\ufeff \t\r\n\0"):
        what = "the file is empty, perhaps cut off by a sync or a full disk"
        raise Unreadable(Problem(what=what), path)
    try:
        return Opened(path.stem, path, decode(text), content)
    except Unreadable as error:
        raise Unreadable(error.problem, path) from None


class Store:
    """The profiles in a folder, each `NAME.toml`. Everything raises StorageError when it fails."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self, at_most: int | None = None) -> list[str]:
        """The names of all profiles, readable or not, in alphabetical order.

        With `at_most` it looks no further once it has found so many, whichever they are.
        """
        with plain_words("read", self.folder):
            if not self.folder.exists():
                return []
            # Of thousands of files none is asked for more than the folder itself tells.
            with os.scandir(self.folder) as entries:
                names = (
                    entry.name.removesuffix(".toml")
                    for entry in entries
                    if entry.name.endswith(".toml")
                    and not entry.name.startswith(".")
                    and not (entry.is_dir(follow_symlinks=False) or _leads_to_folder(entry))
                )
                found = list(islice(names, at_most))
        return sorted(found, key=lambda name: (same_name(name), name))

    def path(self, name: str) -> Path:
        """The file of a profile; raises BadName if the name leads out of the folder."""
        file = f"{name}.toml"
        if not name or name.startswith(".") or "\0" in name or Path(file).name != file:
            raise BadName(f"{quoted(name)} cannot be the name of a race file")
        return self.folder / file

    def load(self, name: str) -> Opened:
        """Read a profile; raises NoSuchProfile, with the name that may be meant, or Unreadable."""
        path = self.path(name)
        try:
            return open_file(path)
        except NoSuchFile:
            meant = alike(name, self.names())
            hint = f'; did you mean "{meant}"?' if meant else ""
            raise NoSuchProfile(f"there is no race {quoted(name)}{hint}") from None

    def create(self, name: str, profile: Profile, stands: str = UNTOUCHED) -> Opened:
        """Write a new profile; raises BadName, or AlreadyThere whatever the capitals.

        `stands` is what is still so where the disk refuses.
        """
        return self._create(name, encode(profile, {ID: new_id()}), stands)

    def save(self, opened: Opened, profile: Profile, *, now: datetime | None = None) -> Opened:
        """Write a profile over the file it was opened from, unless nothing changed.

        What a save would lose, comments, bad values and older keys, is kept as a file first, and
        once an hour all of what it replaces; `now` goes into the names. Raises ChangedElsewhere or
        ReadOnlyFile, and then has written nothing.
        """
        if profile == opened.profile:
            return replace(opened, kept_original=None)
        refuse_newer(opened)
        text = _written(opened, profile)
        content = text.encode()
        kept = None
        not_kept = [opened.not_kept]

        def take_last_look() -> None:
            _refuse_changed(opened.path, opened.content)
            not_kept.append(keep_if_due(opened.path, opened.content, now))
            _refuse_changed(opened.path, opened.content)

        if _on_disk(opened.path) != content:
            _refuse_changed(opened.path, opened.content)
            if not opened.written and _would_lose(opened):
                kept = keep_original(opened.path, opened.content, now)
            write_bytes(opened.path, content, check=take_last_look, stands=STILL_OPEN)
        loaded = decode(text)
        return Opened(opened.name, opened.path, loaded, content, kept, True, not_kept[-1])

    def save_copy(self, opened: Opened, profile: Profile) -> Opened:
        """Write a profile beside the file it was opened from, as `NAME-copy-2`."""
        refuse_newer(opened)
        name = free_name(opened.name, self.names())
        text = encode(profile, opened.loaded.document | {ID: new_id()})
        return self._create(name, text, STILL_OPEN)

    def write_over(self, opened: Opened, present: bytes | None, profile: Profile) -> Opened:
        """Write a profile over what its file was found to hold, None for no file.

        Keeping that is up to the caller. Raises ChangedElsewhere if the file holds something else
        by now.
        """
        refuse_newer(opened)
        text = _written(opened, profile)
        content, path = text.encode(), opened.path
        make_folder(path.parent)
        write_bytes(path, content, lambda: _refuse_changed(path, present), STILL_OPEN)
        return Opened(opened.name, path, decode(text), content, written=True)

    def rename(self, old: str, new: str) -> Path:
        """Give a profile another name; raises NoSuchProfile, BadName or AlreadyThere."""
        source = self._existing(old)
        new = valid_name(new)
        self._refuse_taken(new, unless=source)
        with plain_words("renamed", source):
            renamed = source.rename(self.path(new))
        move_versions(source, renamed)
        move_id(source, renamed)
        return renamed

    def duplicate(self, name: str, new: str) -> Path:
        """Copy a profile as it is, comments and all, but for its id; raises as `rename` does."""
        content = with_another_id(read_bytes(self._existing(name)))
        new = valid_name(new)
        self._refuse_taken(new)
        write_bytes(self.path(new), content, check=lambda: self._refuse_taken(new))
        return self.path(new)

    def delete(self, name: str, *, now: datetime | None = None) -> Path:
        """Move a profile into the trash, and tell where it is now."""
        return move_to_trash(self._existing(name), now)

    def _create(self, name: str, text: str, stands: str) -> Opened:
        name = valid_name(name)
        make_folder(self.folder)
        self._refuse_taken(name)
        path, content = self.path(name), text.encode()
        write_bytes(path, content, lambda: self._refuse_taken(name), stands)
        return Opened(name, path, decode(text), content, written=True)

    def _existing(self, name: str) -> Path:
        path = self.path(name)
        if not os.path.lexists(path):
            raise NoSuchProfile(f"there is no race {quoted(name)}")
        return path

    def _refuse_taken(self, name: str, unless: Path | None = None) -> None:
        """Refuse a name that another file has; `unless` is the file that is to get it."""
        path = self.path(name)
        there = path.name if os.path.lexists(path) and not _is_one_file(path, unless) else ""
        for other in self.names():
            if same_name(other) == same_name(name) and self.path(other) != unless:
                there = f"{other}.toml"
        if there:
            raise AlreadyThere(f"{quoted(there)} is already there; nothing was overwritten")


def _written(opened: Opened, profile: Profile) -> str:
    """The text of a file with other answers, and with the id of its race."""
    return encode(profile, opened.loaded.document | {ID: id_of(opened.path, opened.loaded)})


def _leads_to_folder(entry: "os.DirEntry[str]") -> bool:
    # Where a link leads back to itself, or where nobody may look, an entry or a path would raise.
    return entry.is_symlink() and os.path.isdir(entry.path)  # noqa: PTH112


def _is_one_file(path: Path, other: Path | None) -> bool:
    # A disk that cannot tell capitals apart has one file under both names.
    return other is not None and os.path.samestat(path.lstat(), other.lstat())


def _on_disk(path: Path) -> bytes | None:
    try:
        return read_bytes(path)
    except NoSuchFile:
        return None


def _refuse_changed(path: Path, content: bytes | None) -> None:
    now = _on_disk(path)
    if now != content:
        reason = "it was changed elsewhere" if now is not None else "it was moved or deleted"
        raise ChangedElsewhere(failure(path, "saved", reason, STILL_OPEN))


def refuse_newer(opened: Opened) -> None:
    """Raise ReadOnlyFile for a file that a newer mile18 wrote."""
    if opened.loaded.newer:
        reason = "a newer mile18 wrote it, and this one could damage it"
        raise ReadOnlyFile(failure(opened.path, "saved", reason, STILL_OPEN))


def _would_lose(opened: Opened) -> bool:
    loaded = opened.loaded
    return bool(loaded.errors or loaded.upgrade) or has_comments(opened.content.decode())


def rescue(
    folder: Path, name: str, profile: Profile, document: Mapping[str, Any], now: datetime
) -> Path:
    """Write a profile as a file of its own in `folder`, and return where; StorageError if not.

    `name` is what its own file is or would be called, `document` what that was read from.
    """
    make_folder(folder)
    path = free_path(folder, f"unsaved-{name}", now)
    write_bytes(path, encode(profile, dict(document)).encode())
    return path
