"""Every text in the two themes of mile18 stands out by 4.5 to 1 (WCAG 2.2, 1.4.3)."""

import pytest
from textual.color import Color
from textual.theme import Theme

from mile18.tui.themes import DARK, LIGHT

LEAST = 4.5
GROUNDS = ("background", "surface", "panel", "cursor-row")
TEXTS = (
    "foreground",
    "foreground-muted",
    "accent",
    "secondary",
    "text-accent",
    "text-success",
    "text-warning",
    "text-error",
)


def luminance(colour: Color) -> float:
    """How bright the eye finds it (WCAG)."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Color, other: Color) -> float:
    """From 1, the same, to 21, black on white."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_texts_stand_out_from_every_ground(theme: Theme) -> None:
    colours = theme.to_color_system().generate() | theme.variables
    weak = {
        (text, ground): round(found, 2)
        for text in TEXTS
        for ground in GROUNDS
        if (found := contrast(Color.parse(colours[text]), Color.parse(colours[ground]))) < LEAST
    }
    assert weak == {}


def test_the_measure_itself() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)
