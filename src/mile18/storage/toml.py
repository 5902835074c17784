"""TOML text and raw documents, and what to say of a text that is no TOML."""

import re
import tomllib
from bisect import bisect_right
from itertools import accumulate
from typing import Any

from mile18.sanitise import printable
from mile18.storage.problem import Finding, Keys, Problem, StorageError, Unreadable

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


_BLANK = re.compile(r"[ \t\n]*")
_COMMENT = re.compile(r"#[^\n]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}\n#]+")
_STRINGS = (
    re.compile(r'"""(?:[^\\"]|\\.|"(?!""))*"""(?:"{0,2})', re.DOTALL),
    re.compile(r"'''(?:[^']|'(?!''))*'''(?:'{0,2})"),
    re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    re.compile(r"'[^'\n]*'"),
)


class _LostError(Exception):
    """The text is not what the scanner expects."""


def lines_of(text: str) -> dict[Keys, int]:
    """The line, counted from 1, of every key, table and list item that `text` spells out.

    `text` must be valid TOML; of any other it tells nothing, since a wrong line is worse than none.
    """
    scanner = _Scanner(text)
    try:
        scanner.document()
    except (_LostError, RecursionError):
        return {}
    return scanner.lines


def located(findings: list[Finding], text: str) -> tuple[Problem, ...]:
    """The findings as problems with their lines, in the order of the file."""
    # Only a mistake needs its line, and a good file should not wait for it.
    lines = lines_of(text) if findings else {}
    problems = [finding.at(lines) for finding in findings]
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))


def has_comments(text: str) -> bool:
    """Whether a valid TOML text holds a comment, which a `#` inside a string is not."""
    if "#" not in text:
        return False
    scanner = _Scanner(text)
    try:
        scanner.document()
    except (_LostError, RecursionError):
        return True
    return scanner.comments


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text.removeprefix("\ufeff").replace("\r\n", "\n")
        self.at = 0
        self.comments = False
        self.lines: dict[Keys, int] = {}
        self._starts = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]
        self._tables: dict[Keys, int] = {}

    def document(self) -> None:
        table: Keys = ()
        self._blank()
        while self.at < len(self.text):
            if self._next("["):
                table = self._header()
            else:
                self._pair(table)
            self._blank()

    def _header(self) -> Keys:
        start = self.at
        array = self._next("[[")
        self.at += 2 if array else 1
        *above, last = self._dotted_key()
        self._blank()
        self._expect("]]" if array else "]")
        table: Keys = ()
        for key in above:
            table = self._newest((*table, key))
        table = (*table, last)
        if array:
            self._note(table, start)
            self._tables[table] = self._tables.get(table, -1) + 1
        table = self._newest(table)
        self._note(table, start)
        return table

    def _newest(self, table: Keys) -> Keys:
        """The keys of the latest `[[table]]` if there are several of that name."""
        return (*table, self._tables[table]) if table in self._tables else table

    def _pair(self, table: Keys) -> None:
        start = self.at
        for key in self._dotted_key():
            table = (*table, key)
            self._note(table, start)
        self._blank()
        self._expect("=")
        self._blank()
        self._value(table)

    def _value(self, keys: Keys) -> None:
        if self._next("["):
            self._items(keys)
        elif self._next("{"):
            self._inline_table(keys)
        elif not any(self._skip(string) for string in _STRINGS) and not self._skip(_SCALAR):
            raise _LostError

    def _items(self, keys: Keys) -> None:
        self._expect("[")
        count = 0
        self._blank()
        while not self._next("]"):
            self._note((*keys, count), self.at)
            self._value((*keys, count))
            count += 1
            self._separator("]")
        self._expect("]")

    def _inline_table(self, keys: Keys) -> None:
        self._expect("{")
        self._blank()
        while not self._next("}"):
            self._pair(keys)
            self._separator("}")
        self._expect("}")

    def _separator(self, closing: str) -> None:
        self._blank()
        if not self._next(closing):
            self._expect(",")
            self._blank()

    def _dotted_key(self) -> list[str]:
        keys = [self._key()]
        self._blank()
        while self._next("."):
            self.at += 1
            keys.append(self._key())
            self._blank()
        return keys

    def _key(self) -> str:
        self._blank()
        start = self.at
        if self._skip(_BARE):
            return self.text[start : self.at]
        if not any(self._skip(string) for string in _STRINGS[2:]):
            raise _LostError
        return _unquoted(self.text[start : self.at])

    def _blank(self) -> None:
        self._skip(_BLANK)
        while self._skip(_COMMENT):
            self.comments = True
            self._skip(_BLANK)

    def _next(self, sign: str) -> bool:
        return self.text.startswith(sign, self.at)

    def _expect(self, sign: str) -> None:
        if not self._next(sign):
            raise _LostError
        self.at += len(sign)

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return match is not None

    def _note(self, keys: Keys, at: int) -> None:
        self.lines.setdefault(keys, bisect_right(self._starts, at))


def _unquoted(key: str) -> str:
    import tomllib

    try:
        return str(tomllib.loads(f"key = {key}")["key"])
    except ValueError:
        raise _LostError from None


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
