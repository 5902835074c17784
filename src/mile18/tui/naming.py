"""File names for new profiles, made from what the race is called."""

import re
from collections.abc import Iterable
from pathlib import Path
from unicodedata import category, normalize

from mile18.sanitise import printable
from mile18.storage.names import same_name, valid_name
from mile18.storage.problem import StorageError
from mile18.topics.race.questions import Race

NAMELESS = "race"
LONGEST = 60


def name_for(race: Race, taken: Iterable[str]) -> str:
    """A free file name for a race: `flying-pig-marathon-2027`, or `race` while it has no name."""
    words = _words(race.name or "")
    year = str(race.date.year) if race.date else ""
    if year and words and year not in words:
        words.append(year)
    name = "-".join(words)
    while len(name) > LONGEST or len(name.encode()) > 2 * LONGEST:
        name = name[:-1]
    name = name.strip("-") or NAMELESS
    try:
        name = valid_name(name)
    except StorageError:
        name = f"{NAMELESS}-{name}"
    return numbered(name, taken)


def numbered(name: str, taken: Iterable[str]) -> str:
    """`name`, or `name-2` and so on if another profile has it."""
    used = {same_name(other) for other in taken}
    number, free = 1, name
    while same_name(free) in used:
        number += 1
        free = f"{name}-{number}"
    return free


def tells_more(name: str, race: Race) -> bool:
    """Whether a file's name says more than its race does, such as whose race it is."""
    told = {*_words(race.name or ""), "copy", "next"}
    return any(not word.isdecimal() and word not in told for word in _words(name))


def season_name(name: str, taken: Iterable[str]) -> str:
    """A free file name for the next race: the year after the one at the end, or `-next`."""
    year = re.search(r"(?<!\d)(?:19|20)\d\d$", name)
    found = f"{name[: year.start()]}{int(year[0]) + 1}" if year else f"{name}-next"
    return numbered(found, taken)


def _words(text: str) -> list[str]:
    """The lower-case words of a text, of letters, digits and vowel marks."""
    lowered = normalize("NFC", text).lower()
    kept = (char if char.isalnum() or category(char)[0] == "M" else " " for char in lowered)
    return "".join(kept).split()


def short_path(path: Path) -> str:
    """The path with `~` for the home folder, without characters that could steer a terminal."""
    try:
        return printable(str("~" / path.relative_to(Path.home())))
    except (ValueError, RuntimeError):
        return printable(str(path))
