"""Lines of at most so many columns, whatever letters a runner's words are written in."""

import re
import unicodedata
from collections.abc import Iterator

_GLUE = "\u00a0"
# A line does not break between a figure and its unit.
_GLUED = re.compile(r"(?<=\d) (?=(?:h|min|s|g|mg|mL|L|kg|lb|km|mi|°C|°F|%|fl)\b)")


def columns(text: str) -> int:
    """How many columns a terminal gives the text."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The text in lines of at most `width` columns, led by `first` and then by `rest`.

    `rest` is blank and as wide as `first` if not given. A word that is too long is cut.
    """
    hanging = " " * columns(first) if rest is None else rest
    lines: list[str] = []
    line, empty = first, True
    for word in _words(_GLUED.sub(_GLUE, text), width - max(columns(first), columns(hanging))):
        longer = line + word if empty else f"{line} {word}"
        if not empty and columns(longer) > width:
            lines.append(line)
            longer = hanging + word
        line, empty = longer, False
    return [each.replace(_GLUE, " ").rstrip() for each in (*lines, line)]


def _words(text: str, most: int) -> Iterator[str]:
    for word in text.split(" "):
        if not word:
            continue
        piece, used = "", 0
        for letter in word:
            wide = _columns(letter)
            if used + wide > most:
                yield piece
                piece, used = "", 0
            piece, used = piece + letter, used + wide
        yield piece
