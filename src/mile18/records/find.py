"""Folders, zips, zips in zips and single files, looked at by what they hold; nothing is unpacked to disk."""

import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import IO

from msgspec import Struct

from mile18.records.activity import Contents, RecordError
from mile18.sanitise import printable
from mile18.storage.problem import reason_of

# No run, list or night is larger; Apple's export is read row by row, up to its own bound.
MOST_BYTES = 64_000_000
MOST_APPLE_BYTES = 8_000_000_000
_MOST_INNER_ZIP = 100_000_000
_MOST_DEPTH = 3
# What reading damaged or odd content ends in, whoever reads it.
FAULTS = (
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    zipfile.BadZipFile,
    zlib.error,
)
_MOST_FILES = 200_000
HEAD_BYTES = 2048


class Member(Struct, frozen=True, kw_only=True):
    """A file on disk or in a zip: its name for sentences, its size, and how to open it."""

    name: str
    path: str
    size: int
    open: Callable[[], IO[bytes]]

    def head(self) -> bytes:
        """Its first bytes. Raises RecordError."""
        return self.content(HEAD_BYTES, whole=False)

    def content(self, most: int = MOST_BYTES, *, whole: bool = True) -> bytes:
        """All of it, at most so many bytes. Raises RecordError."""
        if whole and self.size > most:
            raise RecordError(f"it has over {most / 1e6:.0f} MB, more than such a file needs")
        try:
            with self.open() as file:
                found = file.read(min(most, max(self.size, 0)) + 1)
        except FAULTS as error:
            raise RecordError(f"it cannot be read: {_why(error)}") from None
        # What grew since it was found, or said less of itself than it is, is read as far as it was.
        return found[: self.size] if whole else found[:most]


def members(paths: list[Path], found: Contents, tick: Callable[[], None]) -> Iterator[Member]:
    """Every file below these paths; what cannot be entered is told in `found`."""
    count = 0
    for path in paths:
        for member in _at(path, found):
            tick()
            count += 1
            if count > _MOST_FILES:
                found.problems.append(f"Only the first {_MOST_FILES} files were looked at.")
                return
            yield member


def _at(path: Path, found: Contents) -> Iterator[Member]:
    # A path would raise where nobody may look; why that is so, the file that is none tells.
    if os.path.isdir(path):  # noqa: PTH112
        for folder, inner, names in os.walk(path, onerror=lambda error: _tell(error, found)):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            for name in sorted(names):
                yield from _file(Path(folder, name), found)
    else:
        yield from _file(path, found)


def _tell(error: OSError, found: Contents) -> None:
    found.problems.append(f"{printable(str(error.filename))}: {reason_of(error)}")


def _file(path: Path, found: Contents) -> Iterator[Member]:
    try:
        told = path.stat()
    except OSError as error:
        _tell(error, found)
        return
    if not stat.S_ISREG(told.st_mode):
        found.leave_out("no ordinary files", "only files, folders and zips are read")
        return
    member = Member(
        name=printable(path.name), path=str(path), size=told.st_size, open=lambda: path.open("rb")
    )
    yield from _opened(member, found, 0)


def _opened(member: Member, found: Contents, depth: int) -> Iterator[Member]:
    """The member, or the members of a zip."""
    try:
        is_zip = member.head()[:4] == b"PK\x03\x04"
    except RecordError as error:
        found.problems.append(f"{member.name}: {error}.")
        return
    if not is_zip:
        yield member
        return
    try:
        if depth >= _MOST_DEPTH:
            raise RecordError("it is a zip in a zip in a zip, deeper than any export")
        source = member.open() if depth == 0 else BytesIO(member.content(_MOST_INNER_ZIP))
        with source, zipfile.ZipFile(source) as packed:
            kept: list[zipfile.ZipFile] = []
            for info in packed.infolist()[:_MOST_FILES]:
                yield from _packed(member, packed, info, found, depth, kept)
    except (RecordError, *FAULTS) as error:
        found.problems.append(f"{member.name}: {_why(error)}.")


def _packed(
    outer: Member,
    packed: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    found: Contents,
    depth: int,
    kept: list[zipfile.ZipFile],
) -> Iterator[Member]:
    if info.is_dir():
        return
    name = info.filename
    if ".." in Path(name).parts or name.startswith(("/", "\\")):
        found.leave_out("files with unsafe names", "a name in a zip may not lead out of it")
        return
    if info.flag_bits & 1:
        found.leave_out("locked files", "they have a password")
        return
    member = Member(
        name=f"{printable(Path(name).name)} in {outer.name}",
        path=f"{outer.path}/{name}",
        size=info.file_size,
        open=_again(outer, packed, info, depth, kept),
    )
    yield from _opened(member, found, depth + 1)


def _again(
    outer: Member,
    packed: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    depth: int,
    kept: list[zipfile.ZipFile],
) -> Callable[[], IO[bytes]]:
    """How to open a file of a zip now, and after that zip was closed; a zip in a zip is `kept` then."""

    def opened() -> IO[bytes]:
        with suppress(ValueError):
            return packed.open(info)
        if depth > 0:
            # To take it out of the outer one for every run would take long.
            kept[:] = kept or [zipfile.ZipFile(BytesIO(outer.content(_MOST_INNER_ZIP)))]
            return kept[0].open(info)
        with outer.open() as source, zipfile.ZipFile(source) as reopened:
            # Whoever asks has seen that it is no larger than a run or a list is.
            return BytesIO(reopened.read(info))

    return opened


def _why(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno:
        return reason_of(error)
    return " ".join(str(error).split())[:120] or type(error).__name__
