"""A monkey at the keyboard: moves drawn from a seed, and what became of the app."""

import gc
import io
import random
import re
import signal
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from types import FrameType
from typing import NoReturn

from hand import Clock, Hand, Move, keys_of
from handled import until_handled
from odd_folder import OPENED, fill
from virtual_time import StuckError, VirtualTimeLoop, run_virtually

from mile18.cli import main
from mile18.storage.problem import StorageError
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.leaving import end

START = datetime(2027, 4, 28, 21, 0)  # noqa: DTZ001 - the runner's own clock
CPU_SECONDS = 1.0
MOST_STARTS = 40
# How many moves wait until all before are handled; the others are made ahead of that. Most runs are
# hasty, since painting is what takes the time.
TEMPOS = (0.3, 0.08, 0.02, 0.02)
# Of a binding, a sign, a usual key, another key of the app, a paste, a click, a turn of the wheel, a
# resize, a wait, and something from outside: the restless try everything, the others mostly type.
TEMPERS = (
    (30, 26, 24, 8, 3, 4, 2, 1, 1, 1),
    (6, 55, 30, 2, 2, 1, 1, 0.3, 0.3, 0.3),
    (6, 30, 55, 2, 2, 1, 1, 0.3, 0.3, 0.3),
)
# How many wait for a part of it.
PARTLY = 0.1
QUITS = ("ctrl+q", "ctrl+c")
QUIT_SELDOM = 0.1
SIZES = [
    *[(120, 40), (80, 24), (80, 24), (40, 20), (40, 20), (20, 5)],
    *[(60, 20), (60, 20), (99, 31), (41, 12), (300, 100)],
]
SIGNS = "aeioubcdfghlmnpqrstvwxyzAKMZ0123456789  .,:;-/+=?![](){}'\"@#$%&*_\\|~éßñ½°漢字🏃e\u0301\u202e\u200d\t"
PASTES = [
    "3:45", "5:20/km", "42,195", "70 kg", "2027-05-02", "in the\nmorning", "[/x]", "[bold]",
    "", " ", "\x00\x1b[31m", "9" * 400, "word " * 300, "🏃‍♀️", "\u202enoitoN", "yes", "calf", "1e309",
]  # fmt: skip
USUAL = [
    *["up", "down", "left", "right", "enter", "tab", "shift+tab", "space", "backspace", "escape"],
    *["home", "end", "pageup", "pagedown", "delete"],
]
AWAY = [
    *[f"f{number}" for number in range(1, 13)],
    *[f"ctrl+{sign}" for sign in "abdefgklnoprstuvwxyz"],
]


class HangError(Exception):
    """One move took more processor time than a runner would wait for."""


@dataclass
class Played:
    """What a run came to: its moves, how often the app was begun, and what went wrong if it did."""

    seed: int
    moves: list[Move] = field(default_factory=list)
    keys: int = 0
    starts: int = 0
    screens: Counter[str] = field(default_factory=Counter)
    wrong: str = ""
    told: str = ""


def _leave_garbage() -> None:
    # Each app makes many objects, and looking through all of them again and again costs a third.
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def play(folder: Path, seed: int, keys: int, moves: Sequence[Move] | None = None) -> Played:
    """Let a monkey press `keys` keys, or make just these `moves` of a run before; then look."""
    _leave_garbage()
    played = Played(seed)
    dice = random.Random(seed)
    races = folder / "races"
    fill(races, START.date())
    before = [path.read_bytes() for path in races.iterdir() if path.is_file()]
    source = iter(moves) if moves is not None else None
    while played.keys < keys and played.starts < MOST_STARTS and not played.wrong:
        played.starts += 1
        at = len(played.moves)

        try:
            run_virtually(partial(_session, races, dice, played, keys, source))
        except (HangError, StuckError):
            played.wrong, played.told = "hang", traceback.format_exc()
        except Exception as error:
            played.wrong = f"{type(error).__name__} in {_place(error)}"
            played.told = traceback.format_exc()
        if len(played.moves) == at:
            break
    if not played.wrong:
        played.wrong = _refused(races, _not_the_apps(before, played.moves))
    return played


async def _session(
    races: Path,
    dice: random.Random,
    played: Played,
    keys: int,
    source: Iterator[Move] | None,
    loop: VirtualTimeLoop,
) -> None:
    clock = Clock(START, loop.time)
    store = Store(races)
    try:
        opened = store.load(OPENED)
    except StorageError:
        opened = None
    app = Mile18(
        store,
        opened,
        settings_file=races.parent / "settings.toml",
        recent_file=races.parent / "recent",
        now=clock,
    )
    app.error_console.quiet = True
    hand = Hand(app, races, clock)
    async with app.run_test(size=(80, 24), notifications=True):
        await until_handled()
        waiting, tempo, temper = 0, dice.choice(TEMPOS), dice.choice(TEMPERS)
        while app.is_running and not app._exit and played.keys < keys:
            if source is None:
                move = _drawn(app, dice, tempo, temper)
            elif (given := next(source, None)) is None:
                break
            else:
                move = given
            played.moves.append(move)
            played.keys += move[0] == "key"
            waiting += 1
            passing = move[1] if move[0] == "wait" else 0
            with _at_most(CPU_SECONDS * (waiting + passing)):
                await hand.make(move)
            waiting = 0 if move[0] in ("settle", "wait") else waiting
            if app.screen_stack:
                played.screens[type(app.screen).__name__] += 1
            if app._exception:
                break
        with _at_most(CPU_SECONDS * (1 + waiting)):
            await until_handled()
        end(app)


def _drawn(app: Mile18, dice: random.Random, tempo: float, temper: tuple[float, ...]) -> Move:
    """The next move."""
    if dice.random() < tempo:
        return ("settle",)
    if dice.random() < PARTLY:
        return ("turns", dice.randint(1, 9))
    width, height = app.size
    spot = dice.randrange(width or 1), dice.randrange(height or 1)
    match dice.choices(range(10), temper)[0]:
        case 0:
            key = dice.choice(keys_of(app) or USUAL)
            return ("key", "f1" if key in QUITS and dice.random() > QUIT_SELDOM else key)
        case 1:
            return ("key", dice.choice(SIGNS))
        case 2:
            return ("key", dice.choice(USUAL))
        case 3:
            return ("key", dice.choice(AWAY))
        case 4:
            return ("paste", dice.choice(PASTES))
        case 5:
            return ("click", *spot)
        case 6:
            return ("wheel", dice.choice((1, -1)), *spot)
        case 7:
            size = dice.choice(SIZES) if dice.random() < 0.9 else _any_size(dice)
            return ("size", *size)
        case 8:
            return ("wait", dice.choice((0.02, 0.3, 1, 6, 61)))
        case _:
            return dice.choice(
                [
                    ("day", dice.choice((1, 1, 3, 9))),
                    ("focus",),
                    ("file", f"{OPENED}.toml", f'[race]\nname = "theirs {dice.randrange(99)}"\n'),
                    ("file", f"{OPENED}.toml", dice.choice((None, "", "[race\n", "schema = 99"))),
                    ("file", "whole.toml", dice.choice((None, "[sleep]\nusual_hours = 7\n"))),
                ]
            )


def _any_size(dice: random.Random) -> tuple[int, int]:
    return dice.randint(20, 300), dice.randint(5, 100)


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Raise HangError if what is within takes more processor time than that."""

    def stop(_: int, __: FrameType | None) -> NoReturn:
        raise HangError

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/mile18/" in frame.filename]
    frame = (ours or frames)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"


def _not_the_apps(before: Iterable[bytes], moves: Iterable[Move]) -> set[bytes]:
    """The lines that were there before, or that the monkey wrote into files itself."""
    put = [
        move[2].encode("utf-8", "surrogateescape")
        for move in moves
        if move[0] == "file" and move[2] is not None
    ]
    return {line.strip() for content in (*before, *put) for line in content.splitlines()}


def _refused(races: Path, not_the_apps: set[bytes]) -> str:
    """A file with something that `check` refuses and that the app wrote; empty if there is none."""
    for path in sorted(races.glob("*.toml")):
        if not path.is_file() or path.is_symlink():
            continue
        lines = {line.strip() for line in path.read_bytes().splitlines()}
        told = io.StringIO()
        with redirect_stderr(told), redirect_stdout(io.StringIO()):
            code = main(["check", str(path)])
        if code and lines - not_the_apps and not _is_kept(told.getvalue(), path, not_the_apps):
            return f"check refuses {path.name}: {told.getvalue()}"
    return ""


def _is_kept(told: str, path: Path, not_the_apps: set[bytes]) -> bool:
    """Whether all that is wrong stands on lines that the app only kept."""
    lines = path.read_bytes().splitlines()
    for problem in told.splitlines():
        at = re.search(r"\.toml:(\d+):", problem)
        if at is None or lines[int(at[1]) - 1].strip() not in not_the_apps:
            return False
    return True
