"""An option picked by typing: its number in the list, or the letters it begins with."""

from collections.abc import Mapping
from time import monotonic
from typing import Any

PAUSE_SECONDS = 1.0


class TypedChoice:
    """What was typed on a choice in one go; after a pause, or on another question, a new go begins.

    Letters that fit no option take back what the first of them had picked: nonsense is no answer.
    """

    def __init__(self) -> None:
        """Nothing is typed yet."""
        self._typed = ""
        self._of = ""
        self._until = 0.0
        self.before: Any = None

    def end(self) -> None:
        """Whatever is typed next is the first of it."""
        self._typed = ""

    def goes_on(self, of: str, text: str, labels: Mapping[str, str]) -> bool:
        """Whether `text` goes on with an option of the question `of` that is being typed."""
        return self._is_typing(of) and bool(_fitting(self._typed + text.casefold(), labels))

    def add(
        self, of: str, text: str, labels: Mapping[str, str], chosen: str | None, before: Any
    ) -> str:
        """The option meant; raises ValueError, with what was typed, if that is none.

        `chosen` is the option picked now, and `before` the answer to put back if this is the first.
        """
        if not self._is_typing(of):
            self._typed, self._of, self.before = "", of, before
        self._typed += text.casefold()
        self._until = monotonic() + PAUSE_SECONDS
        keys = list(labels)
        if self._typed.isdecimal() and 0 < int(self._typed) <= len(keys):
            return keys[int(self._typed) - 1]
        letters = set(self._typed)
        if len(letters) == 1 and (fit := _fitting(letters.pop(), labels)):
            return fit[(fit.index(chosen) + 1) % len(fit)] if chosen in fit else fit[0]
        fit = _fitting(self._typed, labels)
        if not fit:
            raise ValueError(f"“{self._typed}” is none of: {', '.join(labels.values())}")
        return chosen if chosen in fit else fit[0]

    def _is_typing(self, of: str) -> bool:
        return bool(self._typed) and of == self._of and monotonic() < self._until


def _fitting(typed: str, labels: Mapping[str, str]) -> list[str]:
    return [key for key, label in labels.items() if label.casefold().startswith(typed)]
