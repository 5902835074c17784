"""The options of a question, and which of them an answer picks."""

from collections.abc import Mapping
from time import monotonic
from typing import Any, ClassVar

from textual import events
from textual._widget_navigation import Direction
from textual.widgets import OptionList

from mile18.question import Kind, Question
from mile18.tui.letters import Lettered
from mile18.wrap import one_line

YES_NO = {"yes": "yes", "no": "no"}


def options(question: Question) -> Mapping[str, str]:
    """What left and right step through: choices, yes and no, or the presets of a number.

    A checklist has none: any of its items may be picked together, so it has to be opened.
    """
    match question.kind:
        case Kind.YES_NO:
            return YES_NO
        case Kind.CHECKLIST:
            return {}
        case _:
            return question.choices


def picked(question: Question, value: Any) -> str | None:
    """The key in `options` that stands for an answer."""
    if value is None:
        return None
    if question.kind is Kind.YES_NO:
        return "yes" if value else "no"
    if question.kind is Kind.NUMBER:
        return next((key for key in question.choices if float(key) == value), None)
    return str(value)


def answer_of(question: Question, key: str) -> Any:
    """The answer that an option stands for."""
    match question.kind:
        case Kind.YES_NO:
            return key == "yes"
        case Kind.NUMBER:
            return float(key)
        case _:
            return key


def stepped(question: Question, value: Any, step: int) -> Any:
    """The answer of the option before (-1) or after (1) the one picked; the ends are ends."""
    keys, chosen = list(options(question)), picked(question, value)
    if chosen is None:
        return answer_of(question, keys[0 if step > 0 else -1])
    return answer_of(question, keys[max(0, min(len(keys) - 1, keys.index(chosen) + step))])


def next_round(question: Question, value: Any) -> Any:
    """The answer of the next option, the first again after the last."""
    keys, chosen = list(options(question)), picked(question, value)
    return answer_of(question, keys[(keys.index(chosen) + 1) % len(keys)] if chosen else keys[0])


PAUSE_SECONDS = 1.0
LONGEST_QUOTE = 40


class TypedChoice:
    """What was typed on a choice in one go; after a pause, or on another question, a new go begins.

    Letters that fit no option take back what the first of them had picked: nonsense is no answer,
    and the rest of it picks nothing either. A second letter that only begins another option counts:
    that is how slips are put right. Several digits are a number, and no option has so high a one.
    """

    def __init__(self) -> None:
        """Nothing is typed yet."""
        self._typed = ""
        self._of = ""
        self._until = 0.0
        self._failed = False
        self.before: Any = None

    def end(self) -> None:
        """Whatever is typed next is the first of it."""
        self._typed = ""

    def is_typing(self, of: str) -> bool:
        """Whether the question `of` is being answered by letters just now."""
        return bool(self._typed) and of == self._of and monotonic() < self._until

    def add(
        self, of: str, text: str, labels: Mapping[str, str], chosen: str | None, before: Any
    ) -> str:
        """The option meant; raises ValueError, with what was typed, if that is none.

        `chosen` is the option picked now, and `before` the answer to put back if this is the first.
        """
        if not self.is_typing(of):
            self._typed, self._of, self._failed, self.before = "", of, False, before
        text = text.casefold()
        found = [] if self._failed else _meant(self._typed + text, labels, chosen)
        if not found and not self._failed and self._may_be_a_slip(text):
            found = _meant(text, labels, chosen)
            self._typed = "" if found else self._typed
        self._typed += text
        self._until = monotonic() + PAUSE_SECONDS
        if not found:
            self._failed = True
            typed = one_line(self._typed, LONGEST_QUOTE)
            numbered = (f"{at} {label}" for at, label in enumerate(labels.values(), 1))
            listed = numbered if self._typed.isdecimal() else labels.values()
            raise ValueError(f"“{typed}” is none of: {', '.join(listed)}")
        return found[0]

    def _may_be_a_slip(self, text: str) -> bool:
        return len(self._typed) == 1 and self._typed.isalpha() and text.isalpha()


def _meant(typed: str, labels: Mapping[str, str], chosen: str | None) -> list[str]:
    """The options that the letters may mean, the likeliest first."""
    keys = list(labels)
    if typed.isdecimal():
        return keys[int(typed) - 1 : int(typed)] if len(typed) == 1 and typed != "0" else []
    typed = typed.rstrip()
    exact = [key for key, label in labels.items() if label.casefold() == typed]
    if exact or not typed:
        return exact
    letter = typed[0]
    fit = [key for key, label in labels.items() if label.casefold().startswith(typed)]
    if typed == letter * len(typed):
        # The letter again goes on to the next option that begins with it.
        fit = [key for key, label in labels.items() if label.casefold().startswith(letter)]
        at = fit.index(chosen) + 1 if chosen in fit else 0
        return fit[at:] + fit[:at]
    return [chosen] if chosen in fit else fit


class Options(OptionList, Lettered):
    """Where a terminal shows no line of it there are no pages, and what is gone is not clicked."""

    LETTERS: ClassVar[Mapping[str, str]] = {
        "j": "cursor_down",
        "k": "cursor_up",
        "g": "first",
        "G": "last",
    }

    def _move_page(self, direction: Direction) -> None:
        if self.scrollable_content_region and self._lines:
            super()._move_page(direction)

    async def _on_click(self, event: events.Click) -> None:
        if event.style.meta.get("option", 0) >= self.option_count:
            event.prevent_default()
