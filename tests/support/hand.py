"""A hand on the app: one move after another, each a plain value that can be kept and made again."""

import asyncio
import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias

from handled import until_handled
from no_network import cut_off
from textual import events
from textual.app import App
from textual.geometry import Size
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key

from mile18.tui.app import Mile18

# ("key", "f8") ("paste", "…") ("click", x, y) ("wheel", 1, x, y) ("size", width, height)
# ("day", days) ("wait", seconds) ("file", name, text or None) ("focus",)
# ("turns", of the event loop) ("settle",)
Move: TypeAlias = tuple[Any, ...]


class Clock:
    """The runner's own clock: it goes with the loop, and can be put forward by days."""

    def __init__(self, start: datetime, seconds: Callable[[], float]) -> None:
        """Begin at `start`."""
        self._start = start
        self._seconds = seconds
        self._from = seconds()
        self.days = 0

    def __call__(self) -> datetime:
        """The moment that it shows."""
        passed = timedelta(days=self.days, seconds=self._seconds() - self._from)
        return self._start + passed


class Hand:
    """Makes moves on a running app, without waiting for anything but `settle` and `wait`."""

    def __init__(self, app: Mile18, folder: Path, clock: Clock) -> None:
        """Move on `app`, whose races are in `folder`."""
        cut_off()
        self.app = app
        self.folder = folder
        self.clock = clock

    async def make(self, move: Move) -> None:
        """Make one move."""
        match move:
            case ("day", int(days)):
                self.clock.days += days
                self.app.notice_a_new_day()
            case ("file", str(name), text):
                _change(self.folder / name, text)
            case ("wait", seconds):
                await asyncio.sleep(seconds)
            case ("turns", int(count)):
                for _ in range(count):
                    await asyncio.sleep(0)
            case ("settle",):
                await until_handled()
            case _:
                self._touch(move)

    def _touch(self, move: Move) -> None:
        match move:
            case ("key", str(key)):
                self._send(key_event(key))
            case ("paste", str(text)):
                self._send(events.Paste(text))
            case ("click", int(x), int(y)):
                self._mouse(events.MouseDown, x, y, 1)
                self._mouse(events.MouseUp, x, y, 1)
            case ("wheel", int(step), int(x), int(y)):
                kind = events.MouseScrollDown if step > 0 else events.MouseScrollUp
                self._mouse(kind, x, y, 0)
            case ("size", int(width), int(height)):
                self._resize(Size(width, height))
            case ("focus",):
                self._send(events.AppBlur())
                self._send(events.AppFocus())
            case _:
                raise ValueError(f"no such move: {move!r}")

    def _send(self, event: events.Event) -> None:
        send(self.app, event)

    def _resize(self, size: Size) -> None:
        driver = self.app._driver
        assert driver is not None
        driver._size = (size.width, size.height)
        self._send(events.Resize(size, size))

    def _mouse(self, kind: type[events.MouseEvent], x: int, y: int, button: int) -> None:
        width, height = self.app.size
        at = min(x, max(0, width - 1)), min(y, max(0, height - 1))
        self._send(kind(None, *at, 0, 0, button, False, False, False))


def send(app: App[Any], event: events.Event) -> None:
    """Hand an event to an app as its terminal would."""
    driver = app._driver
    assert driver is not None
    driver.process_message(event)


def key_event(key: str) -> events.Key:
    """The event of a key, named as in bindings, or of a sign."""
    if len(key) == 1 and not key.isalnum():
        key = _character_to_key(key)
    name = _get_unicode_name_from_key(REPLACED_KEYS.get(key, key))
    try:
        sign: str | None = unicodedata.lookup(name)
    except KeyError:
        sign = key if len(key) == 1 else None
    return events.Key(key, sign)


def _change(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink(missing_ok=True)
    else:
        path.write_text(text, encoding="utf-8", errors="surrogateescape")


def keys_of(app: App[Any]) -> list[str]:
    """Every key that something on the way from the focus up to the app listens to."""
    found: dict[str, None] = {}
    node: Any = app.focused or app.screen
    while node is not None:
        found |= dict.fromkeys(node._bindings.key_to_bindings)
        node = node.parent
    for form in app.screen.query("QuestionForm"):
        found |= dict.fromkeys(form._bindings.key_to_bindings)
    return list(found)
