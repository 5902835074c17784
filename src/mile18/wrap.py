"""Lines of at most so many columns, whatever letters a runner's words are written in."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from mile18.sanitise import plain

_GLUE = "\u00a0"
# A line does not break between a figure and its unit, within a product, after `km` before its
# figure, nor before the grade of a source.
_GLUED = re.compile(
    r"(?<=\d) (?=[/°%×]|(?:h|min|s|g|mg|kg|lb|km|mi|mL|L|fl)\b)|(?<=×) (?=\d)|(?<=\bfl) (?=oz)"
    r"|(?<=\bkm) (?=\d)|(?<=[a-z0-9]) (?=[ABC](?:,|$))| (?=\[[ABC]\*?\]$)"
)
_WIDEST = 2
# The first letter of another width than one; most text is told by its ends alone.
_FIRST_COMBINING, _SOFT_HYPHEN = "\u0300", "\u00ad"


def columns(text: str) -> int:
    """How many columns a terminal gives the text: wide letters take two, marks on letters none."""
    return len(text) if _is_even(text) else sum(map(_columns, text))


def cut(text: str, width: int) -> str:
    """As much of the text as fits into `width` columns."""
    if _is_even(text):
        return text[: max(0, width)]
    used = 0
    for at, letter in enumerate(text):
        used += _columns(letter)
        if used > width:
            return text[:at]
    return text


def glued(text: str) -> str:
    """The text with no-break spaces where no line should break."""
    return _GLUED.sub(_GLUE, text)


def one_line(text: str | None, width: int) -> str:
    """Text from a file on one line of at most `width` columns."""
    return cut(plain(text), width)


def padded(text: str, width: int) -> str:
    """The text with spaces up to `width` columns."""
    return text + " " * (width - columns(text))


def _is_even(text: str) -> bool:
    """Whether all letters take one column, as far as their codes alone tell."""
    return text.isascii() or (max(text) < _FIRST_COMBINING and _SOFT_HYPHEN not in text)


@cache
def _columns(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """The text in lines of at most `width` columns, led by `first` and then by `rest`.

    `rest` is blank and as wide as `first` if not given. A word that is too long is cut; spaces stay
    as wide as they are, but for those where a line ends.
    """
    hanging = " " * columns(first) if rest is None else rest
    text = text.rstrip()
    if columns(first) + columns(text) <= width:
        return [f"{first}{text}".replace(_GLUE, " ").rstrip()]
    lines: list[str] = []
    line, used, empty = first, columns(first), True
    for word in _words(glued(text), width - max(used, columns(hanging))):
        wide = columns(word)
        if not empty and used + 1 + wide > width:
            lines.append(line)
            line, used, empty = hanging, columns(hanging), True
        gap = "" if empty else " "
        line, used, empty = f"{line}{gap}{word}", used + len(gap) + wide, empty and not word
    return [each.replace(_GLUE, " ").rstrip() for each in (*lines, line)]


def _words(text: str, most: int) -> Iterator[str]:
    most = max(most, _WIDEST)
    for word in text.split(" "):
        rest = word
        while columns(rest) > most:
            piece = cut(rest, most)
            yield piece
            rest = rest[len(piece) :]
        yield rest
