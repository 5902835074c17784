"""Everything that may lie where a race file should, by what it is, and what is said of it."""

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

UNTOUCHED = "nothing was changed"


class BadFile(NamedTuple):
    """How to make it at a path, and the line about it after the path's name."""

    make: Callable[[Path], object]
    said: str


def _not_read(reason: str) -> str:
    return f": could not be read: {reason}; {UNTOUCHED}"


def _socket(path: Path) -> None:
    # The path of a socket must be short.
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(path.name)
    finally:
        os.chdir(before)


def _holding(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


# Nothing of these can be read.
UNREADABLE = {
    "missing": BadFile(lambda _: None, _not_read("there is no such file")),
    "folder": BadFile(Path.mkdir, _not_read("this is a folder, not a file")),
    "pipe": BadFile(os.mkfifo, _not_read("this is no ordinary file")),
    "socket": BadFile(_socket, _not_read("this is no ordinary file")),
    "device without end": BadFile(
        lambda path: path.symlink_to("/dev/zero"), _not_read("this is no ordinary file")
    ),
    "terminal": BadFile(
        lambda path: path.symlink_to("/dev/tty"), _not_read("this is no ordinary file")
    ),
    "link to nowhere": BadFile(
        lambda path: path.symlink_to("gone.toml"),
        _not_read("this is a link to a file that is not there"),
    ),
    "link to itself": BadFile(
        lambda path: path.symlink_to(path.name), _not_read("the link leads back to itself")
    ),
    "link to a folder": BadFile(
        lambda path: path.symlink_to("."), _not_read("this is a folder, not a file")
    ),
    "too large": BadFile(
        _holding(b"#" * 1_500_000), _not_read("1.5 MB is too large, 1 MB is the most")
    ),
    "empty": BadFile(
        _holding(b""), ": the file is empty, perhaps cut off by a sync or a full disk"
    ),
    "zeroes": BadFile(
        _holding(b"\0" * 64), ": the file is empty, perhaps cut off by a sync or a full disk"
    ),
    "no text": BadFile(
        _holding(b'[race]\nname = "M\xfcnchen"\n'),
        ":2: not readable as text: byte 0xfc, allowed is UTF-8",
    ),
    "zero in it": BadFile(_holding(b"[race]\nname = \0\n"), ":2: not readable as TOML: "),
    "no TOML": BadFile(
        _holding(b"[race]\ndate = 2.5.2027\n"),
        ":2: not readable as TOML: something stands after the value, "
        "allowed is a date such as 2027-05-02",
    ),
    "cut off": BadFile(_holding(b'[race]\nname = "'), ":2: not readable as TOML: "),
    "key without end": BadFile(
        _holding(b"\na" + b".a" * 50_000 + b" = 1\n"),
        ":2: not readable as TOML: a key has more than 64 parts",
    ),
}

# Most of these can be read.
ODD = {
    "wrong type": BadFile(
        _holding(b'[race]\ndate = 2027-05-02\n[sleep]\nusual_hours = "seven"\n'),
        ':4: sleep.usual_hours: "seven" is text, allowed is a number from 0 to 16 h',
    ),
    "out of bounds": BadFile(
        _holding(b"[race]\ndate = 2027-05-02\ndistance = 500\n"),
        ":3: race.distance: 500 is too high, allowed is a number from 1 to 250 km",
    ),
    "table that is none": BadFile(
        _holding(b"sleep = 7\n[race]\ndate = 2027-05-02\n"),
        ":1: sleep: 7 is a whole number, allowed is a table, [sleep]",
    ),
    "of a newer mile18": BadFile(
        _holding(b"schema = 99\n[race]\ndate = 2027-05-02\n"),
        ":1: schema: written by a newer mile18 (schema 99), so this one only reads it, "
        "allowed is 2 or less",
    ),
}


def forbid(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a file that may not be read, whoever reads it."""
    path.write_bytes(b"schema = 2\n")
    really = os.open

    def refuse(asked: str | Path, flags: int, *more: int) -> int:
        if Path(asked).name == path.name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return really(asked, flags, *more)

    monkeypatch.setattr(os, "open", refuse)
