"""The two colour themes: one accent, and states that words and signs carry already."""

from typing import Any

from textual.theme import Theme

from mile18.storage.own_themes import OwnTheme

DARK = Theme(
    name="mile18-dark",
    primary="#e0a458",
    secondary="#8fb8de",
    accent="#e0a458",
    foreground="#e6e1d8",
    background="#16181c",
    surface="#1b1e23",
    panel="#23272e",
    success="#8fc48a",
    warning="#e8c15a",
    error="#ef7f72",
    dark=True,
    variables={
        "foreground-muted": "#9a978f",
        "cursor-row": "#2a3038",
        "block-cursor-background": "#e0a458",
    },
)
LIGHT = Theme(
    name="mile18-light",
    primary="#8a4b00",
    secondary="#1f5a8a",
    accent="#8a4b00",
    foreground="#22252a",
    background="#faf8f4",
    surface="#f2efe8",
    panel="#e9e4da",
    success="#2c6e2f",
    warning="#7a5200",
    error="#a5281b",
    dark=False,
    variables={
        "foreground-muted": "#67645c",
        "cursor-row": "#e7e2d6",
        "block-cursor-background": "#8a4b00",
    },
)


def drawn_with(own: OwnTheme) -> Theme:
    """A runner's own colours; what they leave out, Textual makes of the others."""
    parts: dict[str, Any] = dict(own.colours)
    return Theme(name=own.name, dark=own.dark, variables=own.more, **parts)
