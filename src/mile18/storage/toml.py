"""TOML text and raw documents, and what to say of a text that is no TOML."""

import re
import tomllib
from typing import Any

from mile18.storage.errors import StorageError, Unreadable
from mile18.storage.problem import Problem, printable

# A question's key has two parts. Each further one costs tomllib as much as all before it, so that
# a small file of one long key would fill the memory.
MOST_PARTS = 64

# What is not closed ends with its line or the text, so that no sign is looked at again and again.
_PART = r"""(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"?|'[^'\n]*+'?)"""
_WORD = rf"""
    \#[^\n]*+
    | \"{{3}} (?: [^"\\] | \\. | "(?!"") )*+ "{{0,5}}
    | '{{3}} (?: [^'] | '(?!'') )*+ '{{0,5}}
    | (?P<key> {_PART} (?: [ \t]*+ \. [ \t]*+ {_PART} )*+ )
"""
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

# What tomllib says, by its first words, and what that means to someone who is not a parser.
_MEANINGS = {
    "Invalid value": "this is no value",
    "Expected newline": "something stands after the value",
    "Invalid date": "there is no such day or time",
    "Illegal character '\\n'": "a quote is not closed on its line",
    "Cannot overwrite": "this key stands twice",
    "Cannot declare": "this table stands twice",
    "Expected '=' after": "there is no = after the key",
    "Expected ']' at the end": "the bracket of this table is not closed",
    "Invalid statement": "this is neither a key nor a table nor a comment",
}

_HINTS = (
    (r"\d{1,3}:\d\d(:\d\d)?", 'a duration in quotes, "3:45:00", or a time of day, 07:30:00'),
    (r"-?\d+,\d+", "a number with a point, 12.5"),
    (r"\d{1,4}[./]\d{1,2}[./]\d{2,4}", "a date such as 2027-05-02"),
    (r"\d{4}-\d\d?-\d\d?", "a day of the calendar such as 2027-05-02"),
    (r"(?i:yes|no|y|n|true|false)", "true or false, in small letters"),
    (r"[^\W\d_][^\"'#]*", "text in quotes"),
)


def parse_toml(text: str) -> dict[str, Any]:
    """The raw document of a TOML text; raises Unreadable with the line where reading ended."""
    text = text.removeprefix("\ufeff")
    _refuse_long_keys(text)
    try:
        # With a last line break tomllib knows the line of a mistake at the very end.
        return tomllib.loads(text + "\n")
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(_no_toml(text, str(error))) from None
    except (ValueError, RecursionError):
        what = "not readable as TOML: a number is too long, or lists are nested too deep"
        raise Unreadable(Problem(what=what)) from None


def dumps(document: dict[str, Any]) -> str:
    """The TOML text; long texts keep their line breaks where that loses nothing.

    Raises StorageError if the document holds a value that cannot be written.
    """
    # Needed only once something is saved.
    import tomli_w

    try:
        text = tomli_w.dumps(document, multiline_strings=True)
        if tomllib.loads(text) == document:
            return text
        # Carriage returns survive only as escapes.
        return tomli_w.dumps(document)
    except (ValueError, RecursionError):
        raise StorageError(
            "the file holds a value that mile18 can read but not write back; nothing was changed"
        ) from None


def _refuse_long_keys(text: str) -> None:
    # Few files have so many dots, and the others need not wait for the patterns to be compiled.
    if text.count(".") < MOST_PARTS:
        return
    for found in re.finditer(_WORD, text, re.DOTALL | re.VERBOSE):
        key = found["key"] or ""
        if key.count(".") >= MOST_PARTS and len(re.findall(_PART, key, re.DOTALL)) > MOST_PARTS:
            line = text.count("\n", 0, found.start()) + 1
            what = f"not readable as TOML: a key has more than {MOST_PARTS} parts"
            raise Unreadable(Problem(line=line, what=what))


def _no_toml(text: str, message: str) -> Problem:
    place = _PLACE.search(message)
    number = int(place[1]) if place and place[1] else None
    reason = _PLACE.sub("", message)
    if number is None:
        return Problem(what="not readable as TOML: the file ends inside a list, table or text")
    meanings = (plain for start, plain in _MEANINGS.items() if reason.startswith(start))
    meaning = next(meanings, printable(reason))
    line = text.split("\n")[number - 1].rstrip()
    hint = "" if reason.startswith("Cannot") else _hint(line)
    return Problem(line=number, what=f"not readable as TOML: {meaning}", allowed=hint)


def _hint(line: str) -> str:
    """What may have been meant by a line whose value is no TOML; empty for any other line."""
    for value, hint in _HINTS:
        if re.fullmatch(rf"[^=\"'#]*=\s*{value}\s*(#.*)?", line):
            return hint
    return ""
