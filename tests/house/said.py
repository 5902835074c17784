"""Write down all that mile18 says about a folder of races, one file for each output.

Run with the `src` and `tests/support` of the version in question on the path; it leans on nothing
but the commands and the keys.
"""

import asyncio
import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"

TODAY = "2027-04-27"
DAYS_LEFT = 5
WIDTHS = (40, 80, 100)
UNITS = {
    "si": "",
    "us": '[units]\ndistance = "mi"\nmass = "lb"\ntemperature = "°F"\nvolume = "fl oz"\n',
}
DATA = ("show --json", "week --json", "debrief --json", "compare --json")
FILES = ("card --format md", "card --format txt", "card --format html", "calendar")
PAGES = ("show", "week", "day", "debrief", "cramp --print --km 30", "compare")
ONCE = ("list", "list --json", "list --csv", "debrief", "check", "schema", "--help")
SIZES = ((120, 40), (80, 24), (40, 20))
# The keys from one screen to the next: all tabs, then what opens over the questions.
WALK = {
    "race": (), "sleep": ("pagedown",), "training": ("pagedown",), "nutrition": ("pagedown",),
    "heat": ("pagedown",), "nerves": ("pagedown",), "health": ("pagedown",), "week": ("f3",),
    "day": ("escape", "f7"), "sums": ("escape", "f6"), "debrief": ("escape", "ctrl+g"),
    "cramp": ("escape", "f8"), "help": ("escape", "f1"), "settings": ("escape", "f9"),
}  # fmt: skip
SCREENS_OF = 5
_STAMP = re.compile(r"(DTSTAMP|LAST-MODIFIED):\S*")


def main(folder: Path, out: Path) -> None:
    """All commands on each race of the folder in both units, then the screens of some."""
    races = sorted(folder.glob("*.toml"))
    for units, written in UNITS.items():
        home = Path(os.environ["MILE18_HOME"])
        home.mkdir(parents=True, exist_ok=True)
        (home / "settings.toml").write_text(written)
        for at, race in enumerate(races):
            for name, content in _outputs(race, races[at - 1]):
                _write(out / units / race.stem / name, content)
        for command in ONCE:
            _write(out / units / command, _ran(command.split(), folder, 100))
    _waiting_for_no_clock()
    for race in races[:: max(1, len(races) // SCREENS_OF)]:
        for name, content in asyncio.run(_screens(race)):
            _write(out / "screens" / race.stem / name, content)


def _outputs(race: Path, other: Path) -> Iterator[tuple[str, bytes]]:
    for command in (*DATA, *FILES):
        yield command, _ran(_arguments(command, race, other), race.parent, 80)
    for command in PAGES:
        for width in WIDTHS:
            shown = _ran(_arguments(command, race, other), race.parent, width)
            yield f"{command} {width}", shown


def _arguments(command: str, race: Path, other: Path) -> list[str]:
    name, *options = command.split()
    races = [str(race), str(other)] if name == "compare" else [str(race)]
    return [name, *options, *(["--profile"] if name == "cramp" else []), *races]


def _ran(arguments: list[str], folder: Path, width: int) -> bytes:
    from mile18.cli import main as mile18

    os.get_terminal_size = lambda *_: os.terminal_size((width, 40))
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = mile18([*arguments, "--profiles", str(folder), "--today", TODAY])
    told = "".join(_held(each) for each in (out, err))
    return (_STAMP.sub(r"\1", told) + f"\n{code}\n").encode()


def _held(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


async def _screens(race: Path) -> list[tuple[str, bytes]]:
    from plan_screens import plan_app, rows

    shown = []
    for width, height in SIZES:
        place = Path(os.environ["MILE18_HOME"]) / f"{race.stem}-{width}"
        (place / "races").mkdir(parents=True)
        (place / "races" / "pig.toml").write_bytes(race.read_bytes())
        app = plan_app(place, days_left=DAYS_LEFT)
        async with app.run_test(size=(width, height)) as pilot:
            for name, keys in WALK.items():
                await pilot.press(*keys)
                # The grade of a reason comes a moment after its screen.
                await pilot.pause(0.1)
                text = "\n".join((type(app.screen).__name__, *rows(app.screen)))
                shown.append((f"{name} {width}", text.encode()))
    return shown


def _waiting_for_no_clock() -> None:
    """Wait for what was sent to be handled, as the tests do, and not for a time to pass."""
    from handled import until_handled

    for module in ("textual.app", "textual.pilot"):
        vars(import_module(module))["wait_for_idle"] = until_handled


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
