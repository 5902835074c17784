"""The shapes that the cramp screen's text comes in: lines with grades, in parts."""

from collections.abc import Iterable
from dataclasses import dataclass

from mile18.plan.cramp.steps import Step


@dataclass(frozen=True, slots=True)
class Line:
    """A text with what stands before it and its grade.

    `more` is said where it fits on the same line, `action` is what a click does, and with `chip`
    the mark is a key.
    """

    text: str
    mark: str = ""
    grade: str = ""
    strong: bool = False
    quiet: bool = False
    action: str = ""
    chip: bool = False
    more: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a title; `spaced` ones are looked for first and stand apart where there is room."""

    title: str
    lines: tuple[Line, ...]
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The parts to read first, those after or beside them, and the steps that their claims are in.

    `title` and `why` head the sources.
    """

    first: tuple[Part, ...]
    second: tuple[Part, ...]
    title: str
    why: str
    steps: tuple[Step, ...]
    also: tuple[str, ...] = ()

    @property
    def evidence(self) -> tuple[str, ...]:
        """The claims behind the steps shown, each once."""
        claims = (claim for step in self.steps for claim in step.evidence)
        return tuple(dict.fromkeys((*claims, *self.also)))


def numbered(steps: Iterable[Step]) -> tuple[Line, ...]:
    """Steps in their order, with their grades."""
    return tuple(line(each, str(at)) for at, each in enumerate(steps, start=1))


def key_line(text: str, key: str, action: str = "") -> Line:
    """A key and what it does."""
    return Line(text, key, action=action, chip=True)


def line(step: Step, mark: str = "·", *, strong: bool = False) -> Line:
    """A step with its grade, and a star where it goes further than its sources."""
    return Line(step.text, mark, step.grade + ("*" if step.note else ""), strong=strong)
