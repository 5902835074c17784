"""The folder that a monkey is let loose in: a few good races, and what else may lie in one."""

import os
from datetime import date
from pathlib import Path

from race_app import race

from mile18.profile import Profile
from mile18.storage.codec import encode
from mile18.tui.races.example import example

OPENED = "pig"
ODD: dict[str, bytes] = {
    "empty.toml": b"",
    "not-toml.toml": b"[race\nname = ",
    "bytes.toml": b"\xff\xfe\x00race",
    "later.toml": b"schema = 99\n[race]\nname = 'of a later version'\n",
    "wrong.toml": b'[race]\nname = 7\ndistance = "far"\ngoal_time = "x"\n[sleep]\nnights = 3\n',
    "markup.toml": b'[race]\nname = "[/x] [bold]"\nplace = "\\u001b[31m"\nother = 1\n',
    "long.toml": b'[race]\nname = "' + b"long " * 900 + b'"\n',
    "comments.toml": b"# mine\n[race] # yes\nname = 'commented'\n",
    " odd name.toml": b'[race]\nname = "odd"\n',
    "notes.txt": b"no race at all",
}


def fill(folder: Path, today: date) -> None:
    """Make the folder and what is in it."""
    folder.mkdir(parents=True)
    for name, profile in {
        OPENED: race(),
        "empty-race": Profile(),
        "whole": example(today),
        "past": race(race__date=date(2027, 4, 12)),
    }.items():
        (folder / f"{name}.toml").write_text(encode(profile), encoding="utf-8")
    for name, content in ODD.items():
        (folder / name).write_bytes(content)
    (folder / "folder.toml").mkdir()
    if os.name != "nt":
        (folder / "nowhere.toml").symlink_to(folder / "not-there.toml")
        (folder / "linked.toml").symlink_to(folder / f"{OPENED}.toml")
        os.mkfifo(folder / "pipe.toml")
