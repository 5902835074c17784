"""The debrief laid out for a width: the scorecard, the cramps, what is missing, where limits lie."""

from collections.abc import Iterable, Iterator

from mile18.evidence.disclaimers import EMERGENCY, GENERAL
from mile18.plan.debrief import Scorecard
from mile18.plan.debrief_row import Row, Verdict
from mile18.plan.race_day_page import Line, Part, line_rows, spoken
from mile18.plan.words import race_line
from mile18.plan.wrap import columns, one_line, padded, plain
from mile18.profile import topics
from mile18.question import Question, questions
from mile18.units import Units, localise

NARROWEST = 32
MARKS: dict[Verdict | None, str] = {
    "within": "● within",
    "just outside": "◐ just outside",
    "well outside": "○ well outside",
    None: "",
}
SCORECARD, CRAMPED, BACK, MISSING = "Planned and done", "Cramps", "Looking back", "Not noted yet"
LIMITS, NOTE = "Where the limits lie", "Please note"
NO_CAUSE = "What differed from the plan need not be what brought a cramp on."
_GAP = "  "
_HEADS = ("", "planned", "done", "")


def debrief_text(card: Scorecard, units: Units, width: int = 80) -> str:
    """The debrief in lines of at most `width` columns, with health answers: not for sharing.

    Raises ValueError for a width under 32.
    """
    if width < NARROWEST:
        raise ValueError(f"width is {width} columns, allowed is {NARROWEST} or more")
    head = one_line(race_line(card.profile, card.countdown, units), 500)
    lines = line_rows(Line(head), width)
    for part in parts(card, units, width):
        lines += ["", part.title.upper()]
        for line in part.lines:
            lines += line_rows(line, width)
    return "\n".join(lines) + "\n"


def parts(card: Scorecard, units: Units, width: int) -> tuple[Part, ...]:
    """The parts of the debrief laid out for `width` columns, empty ones left out."""
    rows = [line for _, lines in laid_rows(card, units, width) for line in lines]
    found = (
        Part(SCORECARD, (*spoken(card.notes, units), *heads(card, units, width), *rows)),
        Part(CRAMPED, tuple(spoken(card.cramps.lines, units))),
        Part(BACK, tuple(_looking_back(card))),
        Part(MISSING, tuple(missing(card))),
        Part(LIMITS, tuple(_limits(card))),
        Part(NOTE, tuple(Line(text, "said") for text in (NO_CAUSE, GENERAL, EMERGENCY))),
    )
    return tuple(part for part in found if part.lines)


def heads(card: Scorecard, units: Units, width: int) -> Iterator[Line]:
    """What the columns hold, where there is room for columns."""
    widths = _widths(card, units)
    if _fits(widths, width):
        yield Line(_set(_HEADS, widths), "table")


def _limits(card: Scorecard) -> Iterator[Line]:
    judged = [row for row in card.rows if row.verdict]
    for text in dict.fromkeys(row.limits for row in judged):
        names = "; ".join(row.what for row in judged if row.limits == text)
        yield Line(f"{names}: {text}", "said")


def laid_rows(card: Scorecard, units: Units, width: int) -> Iterator[tuple[Row, tuple[Line, ...]]]:
    """Each row with its lines: the figures and the verdict, then how far apart, then the notes."""
    widths = _widths(card, units)
    for row in card.rows:
        cells = _cells(row, units)
        what, planned, done, mark = cells
        told = localise(row.told, units)
        if not _fits(widths, width):
            figures = "; ".join(filter(None, (f"plan: {planned}", f"done: {done}", told)))
            first = [Line(f"{what}: {mark}" if mark else what), Line(figures, "said")]
        else:
            text = _set(cells, widths)
            longer = f"{text}{_GAP}{told}".rstrip()
            room = columns(longer) <= width
            first = [Line(longer if room else text, "table")]
            first += [] if room else [Line(told, "said")]
        yield row, (*first, *spoken(row.notes, units))


def _cells(row: Row, units: Units) -> tuple[str, str, str, str]:
    planned, done = (localise(each, units) for each in (row.planned_words, row.done_words))
    return row.what, planned, done, MARKS[row.verdict]


def _widths(card: Scorecard, units: Units) -> tuple[int, ...]:
    cells = [_HEADS, *(_cells(row, units) for row in card.rows)]
    return tuple(max(map(columns, column)) for column in zip(*cells, strict=True))


def _fits(widths: Iterable[int], width: int) -> bool:
    found = tuple(widths)
    return sum(found) + len(_GAP) * (len(found) - 1) <= width


def _set(cells: Iterable[str], widths: Iterable[int]) -> str:
    return _GAP.join(padded(cell, room) for cell, room in zip(cells, widths, strict=True)).rstrip()


def _looking_back(card: Scorecard) -> Iterator[Line]:
    for text in (card.profile.debrief.change, card.profile.debrief.notes):
        if text:
            yield Line(plain(text), "said")


def missing(card: Scorecard) -> Iterator[Line]:
    """The questions that would fill what is not known, by their prompts."""
    for name in card.asks:
        topic, question = asked(name)
        yield Line(f"{topic.capitalize()}: {question.prompt}", "lack")


def asked(name: str) -> tuple[str, Question]:
    """The topic and the question of an id, whether a tab asks it or a screen of its own."""
    topic, key = name.split(".")
    return topic, next(each for each in questions(topics()[topic]) if each.key == key)
