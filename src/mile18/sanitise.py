"""Text from files and from the runner without what steers a terminal, a page or a calendar."""

import re
from itertools import zip_longest

# Between letters and signs beyond those of the Latin, Greek and Cyrillic scripts.
_JOINERS = re.compile("(?<=[\u0600-\U0010ffff])[\u200c\u200d](?=[\u0600-\U0010ffff])")
_STANDS_IN = "�"
# All controls but tabs and the ends of lines. A phone needs the signs that only join or turn others.
_ORDERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")


def plain(text: str | None) -> str:
    """Text from a file on one line, without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text or "").split())


def plain_joined(text: str | None) -> str:
    """The same with the signs that make one emoji of two, or that a script needs between letters."""
    found = text or ""
    parts = _JOINERS.split(found)
    return "".join(
        map("".join, zip_longest(map(plain, parts), _JOINERS.findall(found), fillvalue=""))
    )


def plain_part(text: str | None, longest: int = 60) -> str:
    """The same as a short part of a sentence; braces are replaced, since they mark quantities."""
    line = plain(text).replace("{", "(").replace("}", ")").rstrip(". ")
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def printable(text: str) -> str:
    """The text without characters that could steer a terminal or hide others."""
    return "".join(char if char.isprintable() else _STANDS_IN for char in text)


def printable_lines(text: str) -> str:
    """The same for a text of several lines."""
    return "\n".join(line if line.isprintable() else printable(line) for line in text.split("\n"))


def printable_json(text: str) -> str:
    """JSON text that reads the same, with an escape for whatever could steer a terminal."""
    lines = text.split("\n")
    return "\n".join(line if line.isprintable() else "".join(map(_escaped, line)) for line in lines)


def _escaped(sign: str) -> str:
    if sign.isprintable():
        return sign
    # Beyond the first 65,536 signs JSON takes two escapes, as UTF-16 takes two units.
    units = sign.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def printable_file(content: bytes) -> bytes:
    """A file in UTF-8 without what steers a terminal: a name may hold it, and files get printed."""
    return _ORDERS.sub(_STANDS_IN, content.decode()).encode()
