"""The line that each key of a TOML text stands on; tomllib tells values but not where they are."""

import re
from bisect import bisect_right
from itertools import accumulate

from mile18.storage.problem import Finding, Keys, Problem

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
