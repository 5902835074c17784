"""What Textual does again and again for one look at a screen, done once.

No time passes between what a key sets going, so nobody could see the paintings in between; and the
styles of one app are those of the next.
"""

from functools import wraps
from typing import Any
from weakref import WeakSet

import pytest
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

_WAITING: WeakSet[Screen[Any]] = WeakSet()
_paint = Screen._compositor_refresh
_parse = Stylesheet._parse_rules


def paint_once(patch: pytest.MonkeyPatch) -> None:
    """Let a screen be painted when everything is handled, by `paint`, and not before."""
    patch.setattr(Screen, "_compositor_refresh", _paint_later)


def paint(screen: Screen[Any]) -> None:
    """Paint a screen, if anything on it has changed."""
    if screen in _WAITING:
        _WAITING.discard(screen)
        with screen._context():
            _paint(screen)


def _paint_later(screen: Screen[Any]) -> None:
    app: App[Any] = screen.app
    if screen is not app.screen:
        _paint(screen)
        return
    _WAITING.add(screen)
    screen._dirty_widgets.clear()
    app._update_mouse_over(screen)


def parse_styles_once(patch: pytest.MonkeyPatch) -> None:
    """Keep the rules that a text of styles comes to for all apps with the same theme."""
    known: dict[Any, Any] = {}

    @wraps(_parse)
    def parsed(sheet: Stylesheet, *told: Any, **more: Any) -> Any:
        key = frozenset(sheet._variables.items()), told, frozenset(more.items())
        if key not in known:
            known[key] = _parse(sheet, *told, **more)
        return known[key]

    patch.setattr(Stylesheet, "_parse_rules", parsed)
