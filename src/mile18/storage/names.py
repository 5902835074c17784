"""What a profile may be called, so that its file can go to any disk and any system."""

import os
from collections.abc import Iterable
from unicodedata import category, normalize

from mile18.storage.problem import BadName, quoted

LONGEST_NAME = 80
# Files in the trash carry a date as well, and 255 bytes is the most most disks take.
LONGEST_NAME_BYTES = 200

_SIGNS = " -_."
_RESERVED = {"con", "prn", "aux", "nul"} | {
    device + number for device in ("com", "lpt") for number in "123456789¹²³"
}


def valid_name(name: str) -> str:
    """The name without spaces around it and without `.toml`; raises BadName with what is allowed."""
    name = normalize("NFC", name).strip().removesuffix(".toml").rstrip()
    if not name:
        raise BadName("a race file needs a name, such as berlin-2027")
    if len(name) > LONGEST_NAME or len(name.encode("utf-8", "replace")) > LONGEST_NAME_BYTES:
        raise BadName(
            f"{quoted(name)} is too long for a name; {LONGEST_NAME} characters are the most"
        )
    for char in name:
        if not _is_allowed(char):
            raise BadName(
                f"{quoted(name)} cannot be a name because of {quoted(char)}; "
                "letters, digits, spaces, - _ and . are allowed"
            )
    if name.startswith(".") or name.endswith("."):
        raise BadName(f"{quoted(name)} cannot be a name; it must not start or end with a dot")
    if name.split(".")[0].strip().casefold() in _RESERVED:
        raise BadName(f"{quoted(name)} cannot be a name; Windows keeps it for a device")
    return name


def same_name(name: str) -> str:
    """What two names share that some disks cannot tell apart."""
    if name.isascii():
        return name.lower()
    return normalize("NFC", normalize("NFC", name).casefold())


def twins(names: Iterable[str]) -> list[tuple[str, str]]:
    """The names that some disks cannot tell apart, each with the first that it is like."""
    first: dict[str, str] = {}
    return [
        (like, name) for name in names if (like := first.setdefault(same_name(name), name)) != name
    ]


def short(name: str) -> str:
    """A name cut to a length that leaves room for a date beside it."""
    while len(os.fsencode(name)) > LONGEST_NAME_BYTES:
        name = name[:-1]
    return name


def free_name(name: str, taken: Iterable[str]) -> str:
    """`NAME-copy-2`, or the next number that is free; of a name that is none, what can be one."""
    used = {same_name(other) for other in taken}
    name = normalize("NFC", name)
    name = "".join(char if _is_allowed(char) else "-" for char in name).lstrip(". ") or "race"
    number = 2
    while True:
        ending = f"-copy-{number}"
        stem = name[: LONGEST_NAME - len(ending)]
        while len((stem + ending).encode()) > LONGEST_NAME_BYTES:
            stem = stem[:-1]
        if same_name(stem + ending) not in used:
            return stem + ending
        number += 1


def _is_allowed(char: str) -> bool:
    # Many scripts write vowels as marks, which are no letters to Python.
    return char.isalnum() or char in _SIGNS or category(char).startswith("M")
