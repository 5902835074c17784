"""What ends the app from outside: whatever it is and whenever it comes, no answer is lost."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hand import Clock, Hand, Move
from handled import until_handled
from race_app import NOW, race_app
from virtual_time import VirtualTimeLoop, run_virtually

from mile18.profile import Profile
from mile18.shell.commands.open import _ended
from mile18.storage import disk as atomic
from mile18.storage.store import Store
from mile18.tui.app import Mile18
from mile18.tui.signals import ending_signals, hung_up_by_signals, terminal_gone

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")

# More turns of the loop than a key takes to become an answer.
TURNS = range(12)
TRIES = 60


class Scene(NamedTuple):
    """Where the runner is, the keys pressed last, and where they must be found afterwards."""

    before: tuple[Move, ...]
    keys: tuple[str, ...]
    file: str
    held: Callable[[Profile], object]
    value: object


def keys(*names: str) -> tuple[Move, ...]:
    return tuple(("key", name) for name in names)


def hours(profile: Profile) -> object:
    return profile.sleep.usual_hours


def nights(profile: Profile) -> object:
    return [night.hours for night in profile.sleep.nights or ()]


def name(profile: Profile) -> object:
    return profile.race.name


SLEEP = keys("pagedown")
THEIRS = '[race]\nname = "theirs"\n'
SCENES = {
    "typed": Scene(SLEEP, ("5",), "pig", hours, 5),
    "typed and kept": Scene(SLEEP, ("5", ".", "5", "enter"), "pig", hours, 5.5),
    "chosen": Scene(SLEEP + keys("down"), ("a",), "pig", lambda p: p.sleep.rested, "always"),
    "typed, undone": Scene(SLEEP, ("5", "enter", "ctrl+z"), "pig", hours, 6.5),
    "typed, then the cramp": Scene(SLEEP, ("5", "f8"), "pig", hours, 5),
    "typed, then the palette": Scene(SLEEP, ("5", "ctrl+p", "x"), "pig", hours, 5),
    "in a log": Scene((*SLEEP, *keys("down", "down", "enter"), ("settle",), *keys("down")), ("7",), "pig", nights, [7]),
    "in a log below the cramp": Scene((*SLEEP, *keys("down", "down", "enter"), ("settle",), *keys("down", "7")), ("f8",), "pig", nights, [7]),
    "tried": Scene((*SLEEP, *keys("7", "enter", "ctrl+n"), ("settle",), *keys("up")), ("5",), "pig", hours, 7),
    "typed, then tried": Scene(SLEEP, ("7", "enter", "ctrl+n"), "pig", hours, 7),
    "asked about the file": Scene(
        (*SLEEP, *keys("5", "enter"), ("file", "pig.toml", THEIRS), ("key", "ctrl+s")), (), "pig-copy-2", hours, 5
    ),
    "the file changed elsewhere": Scene((*SLEEP, ("file", "pig.toml", THEIRS)), ("5",), "pig-copy-2", hours, 5),
    "a new race below the cramp": Scene(keys("f5", "n"), ("O", "x", "enter", "f8"), "ox", name, "Ox"),
    "a new race below help": Scene((*keys("f5", "n", "O", "x", "enter"), ("settle",), *keys("f1")), (), "ox", name, "Ox"),
    "a new race about to be left": Scene(keys("f5", "n"), ("O", "x", "enter", "escape"), "ox", name, "Ox"),
    "a new race just made": Scene(keys("f5", "n"), ("O", "x", "enter", "ctrl+o"), "ox", name, "Ox"),
}  # fmt: skip


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[Path]:
    """Folders that are not there yet."""
    return (tmp_path / str(number) for number in range(1000))


def as_in_the_shell() -> None:
    """Take the loop's own handler away: in the shell ours stand before there is a loop."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def end(folder: Path, scene: Scene, pause: Move, *numbers: int) -> int:
    """Press the keys, let the app go on for so long, signal it; the exit code."""

    async def session(loop: VirtualTimeLoop) -> Mile18:
        as_in_the_shell()
        app = race_app(folder)
        app.recent_file = folder / "state" / "recent"
        hand = Hand(app, folder / "races", Clock(NOW, loop.time))
        with hung_up_by_signals(app):
            async with app.run_test(size=(80, 24)):
                await until_handled()
                for move in scene.before:
                    await hand.make(move)
                    await until_handled()
                for key in scene.keys:
                    await hand.make(("key", key))
                await hand.make(pause)
                for number in numbers:
                    signal.raise_signal(number)
                for _ in range(TRIES):
                    if app._exit:
                        break
                    await asyncio.sleep(0.05)
                assert app._exit, "it ends by itself"
        return app

    return _ended(run_virtually(session), None)


def found(folder: Path, scene: Scene) -> object:
    return scene.held(Store(folder / "races").load(scene.file).profile)


def test_what_was_typed_is_held_wherever_it_was_typed(
    folders: Iterator[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    for at, (title, scene) in enumerate(SCENES.items()):
        folder = next(folders)
        code = end(folder, scene, ("turns", at % 5), signal.SIGTERM)
        assert (title, found(folder, scene), code) == (title, scene.value, 130)
    assert "still open" not in capsys.readouterr().err


def test_every_signal_at_every_moment_between_key_and_save(tmp_path: Path) -> None:
    few = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)
    moments: list[Move] = [("turns", count) for count in TURNS]
    moments += [("wait", seconds) for seconds in (0.3, 0.69, 0.7, 0.71)]
    usual = (signal.SIG_DFL, signal.default_int_handler)
    # The test's own time limit has one of them.
    every = [number for number in ending_signals() if signal.getsignal(number) in usual]
    cases: list[tuple[int, Move]] = [(number, moment) for number in few for moment in moments]
    cases += [(number, ("turns", number % 5)) for number in every]
    assert len(cases) > len(few) * len(moments) + 9

    async def session(loop: VirtualTimeLoop) -> None:
        as_in_the_shell()
        app = race_app(tmp_path)
        ended: list[bool] = []
        # Told to end again and again, it stays: a start takes longer than all the rest.
        app.exit = lambda: ended.append(app.hung_up)  # type: ignore[method-assign,assignment,misc]
        hand = Hand(app, tmp_path / "races", Clock(NOW, loop.time))
        async with app.run_test(size=(40, 20)):
            await until_handled()
            await hand.make(("key", "pagedown"))
            for at, (number, moment) in enumerate(cases):
                await until_handled()
                with hung_up_by_signals(app):
                    await hand.make(("key", str(5 + at % 2)))
                    await hand.make(("key", "enter"))
                    await hand.make(moment)
                    signal.raise_signal(number)
                    while not ended:
                        await asyncio.sleep(0.05)
                assert hours(Store(tmp_path / "races").load("pig").profile) == 5 + at % 2
                assert ended == [True]
                await asyncio.sleep(2)
                ended.clear()
                app.hung_up = False
                await hand.make(("key", "up"))

    run_virtually(session)


def test_in_the_middle_of_a_save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write, sent = atomic._write_through, list[int]()

    def disturbed(path: Path, content: bytes) -> None:
        if b"usual_hours = 5" in content and not sent:
            sent.append(signal.SIGTERM)
            signal.raise_signal(signal.SIGTERM)
        write(path, content)

    monkeypatch.setattr(atomic, "_write_through", disturbed)
    scene = SCENES["typed"]
    assert end(tmp_path, scene, ("wait", 1)) == 130
    assert sent
    assert found(tmp_path, scene) == 5


@pytest.mark.parametrize("turns", [0, 2, 5])
def test_twice_in_a_row_and_while_it_is_being_left(folders: Iterator[Path], turns: int) -> None:
    scene = SCENES["typed and kept"]
    folder = next(folders)
    assert end(folder, scene, ("turns", turns), signal.SIGHUP, signal.SIGTERM) == 130
    assert found(folder, scene) == 5.5
    folder = next(folders)
    left = scene._replace(keys=(*scene.keys, "ctrl+q"))
    assert end(folder, left, ("turns", turns), signal.SIGTERM) in (0, 130)
    assert found(folder, left) == 5.5


@pytest.mark.parametrize("moment", ["", "on_load", "get_default_screen", "_build_driver"])
def test_while_it_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    def signalled(app: Mile18, *arguments: Any, **more: Any) -> Any:
        signal.raise_signal(signal.SIGTERM)
        return usual(app, *arguments, **more) if usual else None

    app = race_app(tmp_path)
    if moment:
        usual = getattr(Mile18, moment, None)
        monkeypatch.setattr(Mile18, moment, signalled, raising=False)
    with hung_up_by_signals(app):
        if not moment:
            signal.raise_signal(signal.SIGTERM)
        app.run(headless=True)
        assert _ended(app, None) == 130


def test_which_signals_are_taken(tmp_path: Path) -> None:
    app = race_app(tmp_path)
    before = {number: signal.getsignal(number) for number in ending_signals()}
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with hung_up_by_signals(app):
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN, "as nohup wants it"
            assert callable(signal.getsignal(signal.SIGTERM))
    finally:
        signal.signal(signal.SIGHUP, before[signal.SIGHUP])
    assert {number: signal.getsignal(number) for number in before} == before


DYING = """
import os, signal
for number in sorted(signal.valid_signals()):
    child = os.fork()
    if not child:
        signal.alarm(0)
        os.kill(os.getpid(), number)
        os._exit(0)
    _, status = os.waitpid(child, os.WUNTRACED)
    if os.WIFSTOPPED(status):
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    elif os.WIFSIGNALED(status):
        print(number)
"""


def test_no_signal_that_would_end_it_is_forgotten() -> None:
    done = subprocess.run([sys.executable, "-c", DYING], capture_output=True, text=True, check=True)
    faults = {
        getattr(signal, f"SIG{name}")
        for name in ["SEGV", "BUS", "FPE", "ILL", "SYS", "TRAP", "KILL"]
    }
    assert {int(line) for line in done.stdout.split()} - faults == {*ending_signals()}


def test_a_closed_terminal_is_noticed() -> None:
    pty = pytest.importorskip("pty")
    outside, inside = pty.openpty()
    assert not terminal_gone(inside)
    os.close(outside)
    assert terminal_gone(inside)
    os.close(inside)


def test_a_closed_terminal_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mile18.tui.app.watched", lambda: True)
    monkeypatch.setattr("mile18.tui.app.terminal_gone", lambda: True)
    scene = SCENES["typed"]
    assert end(tmp_path, scene, ("wait", 2.9)) == 130
    assert found(tmp_path, scene) == 5
