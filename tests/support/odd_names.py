"""Names that a file may have on some disk, though no profile made here would get them."""

import os
from pathlib import Path

import pytest

ODD = [
    b"con",
    b"a:b*?",
    b"x" * 250,
    b"new\nline",
    b"tab\tname",
    b" lead",
    b"trail.",
    b"-rf",
    b"$HOME `id`",
    b"[bold]x",
    "\u202egnihton".encode(),
    "Zu\u0308rich".encode(),
    "Z\u00fcrich".encode(),
    b"Berlin",
    b"berlin",
    b"race.toml",
    b"\xff\xfe",
]
CONTENT = b'# mine\n[race]\nname = "[/x]"\n'


def folder_of_odd_names(folder: Path) -> list[str]:
    """Fill a folder with them, and return them as the store must list them; skips if it cannot."""
    for name in ODD:
        try:
            (folder / os.fsdecode(name + b".toml")).write_bytes(CONTENT)
        except (OSError, ValueError) as error:
            pytest.skip(f"this disk takes no such names: {error}")
    if len([*folder.iterdir()]) < len(ODD):
        pytest.skip("this disk cannot tell capitals or accents apart")
    return [os.fsdecode(name) for name in ODD]
