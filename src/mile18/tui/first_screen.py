"""The screen at the bottom of the stack, made so that another one can take its place."""

from typing import Any

from textual.screen import Screen


def make_replaceable(screen: Screen[Any]) -> None:
    """Let `switch_screen` replace a screen that the app started with.

    Textual gives its first screen no place for a result, and then fails on taking it away.
    """
    if not screen._result_callbacks:
        screen._push_result_callback(screen, None)
