"""One value of a TOML text changed, and every other line left as its owner wrote it."""

from typing import Any

from mile18.storage.errors import Unreadable
from mile18.storage.lines import lines_of
from mile18.storage.toml import dumps, parse_toml


def with_value(text: str, keys: tuple[str, ...], value: Any) -> str | None:
    """A valid TOML text with one value in place of another, or added; None if that cannot be done.

    `keys` are a key at the top, or a table and a key in it. The text that comes back reads as the
    old one but for this value; there is none if the old value has lines or brackets of its own.
    """
    wanted = _put(parse_toml(text), keys, value)
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    edited = mark + _edited(text.removeprefix(mark), keys, value)
    return edited if wanted is not None and _parsed(edited) == wanted else None


def _edited(text: str, keys: tuple[str, ...], value: Any) -> str:
    rows, lines = text.split("\n"), lines_of(text)
    ending = "\r" if rows[0].endswith("\r") else ""
    pair = dumps({keys[-1]: value}).rstrip("\n")
    if at := lines.get(keys):
        row = rows[at - 1]
        rows[at - 1] = f"{row.partition('=')[0]}={pair.partition('=')[2]}{_comment(row)}"
    elif len(keys) == 1:
        rows.insert(0, pair + ending)
    elif header := lines.get(keys[:-1]):
        rows.insert(header, pair + ending)
    else:
        above = text.rstrip("\r\n")
        table = dumps({keys[0]: {keys[1]: value}})
        return above + (f"\n\n{table}" if above else table).replace("\n", f"{ending}\n")
    return "\n".join(rows)


def _comment(row: str) -> str:
    """What stands behind the value on its line: a comment with the space before it, if any."""
    ends = (at for at, letter in enumerate(row) if letter == "#" and _parsed(row[:at]) is not None)
    end = len(row[: next(ends, len(row.rstrip("\r")))].rstrip(" \t"))
    return row[end:]


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return parse_toml(text)
    except Unreadable:
        return None


def _put(document: dict[str, Any], keys: tuple[str, ...], value: Any) -> dict[str, Any] | None:
    """The document with a value at these keys; None if there is no table on the way to it."""
    if len(keys) == 1:
        return document | {keys[0]: value}
    table = document.get(keys[0], {})
    if not isinstance(table, dict):
        return None
    return document | {keys[0]: table | {keys[1]: value}}
