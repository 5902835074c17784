"""The debrief as text: one race, and the pattern over all."""

from collections.abc import Iterable, Iterator

from mile18.evidence.disclaimers import EMERGENCY, GENERAL
from mile18.plan.day.page import Line, Part, line_rows, spoken
from mile18.plan.debrief.day import short_words
from mile18.plan.debrief.pattern import FAIR, FEWEST, Compared, Pattern, Raced, Side
from mile18.plan.debrief.row import Row, Verdict, worded
from mile18.plan.debrief.scorecard import Scorecard
from mile18.plan.words import race_line
from mile18.plan.wrap import columns, one_line, padded, plain
from mile18.profile import topics
from mile18.question import Question, questions
from mile18.reading import day_words
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


RACES, FIGURES, BEARS = "Your races so far", "With and without cramps", "What this can bear"
ONE_RUNNER = "All races in this folder are taken as one runner's."
_LONGEST_NAME = 60
_GAP = "  "
_PATTERN_HEADS = ("middle (least to most)", "with cramps", "without")


def pattern_text(found: Pattern, units: Units, width: int = 80) -> str:
    """The pattern in lines of at most `width` columns. Raises ValueError for a width under 32."""
    if width < NARROWEST:
        raise ValueError(f"width is {width} columns, allowed is {NARROWEST} or more")
    lines: list[str] = []
    for at, part in enumerate(pattern_parts(found, units, width)):
        lines += [*([""] if at else []), part.title.upper()]
        for line in part.lines:
            lines += line_rows(line, width)
    return "\n".join(lines) + "\n"


def pattern_parts(found: Pattern, units: Units, width: int) -> tuple[Part, ...]:
    """The parts laid out for `width` columns, empty ones left out."""
    bears = [Line(bearing(found), "said")]
    if found.races:
        bears.append(Line(ONE_RUNNER, "said"))
    if found.copies:
        count = f"{found.copies} file{'' if found.copies == 1 else 's'}"
        bears.append(Line(f"{count} with the same day and debrief left out as copies.", "said"))
    parts = (
        Part(RACES, tuple(_race(each, units) for each in found.races)),
        Part(BEARS, tuple(bears)),
        Part(FIGURES, tuple(_figures(found, units, width))),
    )
    return tuple(part for part in parts if part.lines)


def bearing(found: Pattern) -> str:
    """In plain words, what so many races can say, and what they cannot."""
    cramped, clear = found.counts
    if not found.races:
        return "No race with a debrief yet. After a race, the debrief asks what happened."
    count = f"{cramped} with cramps and {clear} without"
    unknown = len(found.races) - cramped - clear
    if unknown:
        count += f", {unknown} where that is not noted"
    if not found.enough:
        return (
            f"{count}: too few to hold against each other. From {FEWEST} of each on, their "
            "figures are set side by side."
        )
    if min(cramped, clear) < FAIR:
        return (
            f"{count}: so few that chance alone sets some of these figures apart. Take them as "
            "questions for your next race, not as answers."
        )
    return (
        f"{count}: enough to see what tended to go together in your races. Other things changed "
        "with it, so nothing here says why."
    )


def _race(race: Raced, units: Units) -> Line:
    day = f"{day_words(race.day)}: " if race.day else ""
    told = {True: "cramps", False: "no cramp", None: "cramps not noted"}[race.cramped]
    where = localise(short_words(race.card.cramps), units)
    name = one_line(race.name, _LONGEST_NAME)
    return Line(f"{day}{name}, {told}{f' ({where})' if where else ''}", "said")


def _figures(found: Pattern, units: Units, width: int) -> Iterator[Line]:
    shown = [each for each in found.compared if each.with_cramps or each.without]
    rows = [_pattern_cells(each, units) for each in shown]
    seldom = [each.what.lower() for each in found.compared if each not in shown]
    if seldom:
        text = f"Not set side by side, known for under {FEWEST} of each: {'; '.join(seldom)}."
        yield Line(text, "said")
    if not rows:
        return
    cells = [_PATTERN_HEADS, *rows]
    widths = [max(map(columns, column)) for column in zip(*cells, strict=True)]
    if sum(widths) + len(_GAP) * 2 <= width:
        for row in cells:
            yield Line(_GAP.join(map(padded, row, widths)).rstrip(), "table")
        return
    for what, with_cramps, without in rows:
        yield Line(what)
        yield Line(f"with: {with_cramps}", "said")
        yield Line(f"without: {without}", "said")


def _pattern_cells(each: Compared, units: Units) -> tuple[str, str, str]:
    pairs = zip((each.with_cramps, each.without), each.known, strict=True)
    with_cramps, without = (_side(side, known, each.unit, units) for side, known in pairs)
    return each.what, with_cramps, without


def _side(side: Side | None, known: int, unit: str, units: Units) -> str:
    if side is None:
        return f"too few, n {known}"

    def shown(value: float) -> str:
        return localise(worded(value, unit), units).replace("-", "−")

    middle, low, high = map(shown, (side.middle, side.low, side.high))
    span = "" if low == high else f" ({low.partition(' ')[0]} to {high.partition(' ')[0]})"
    return f"{middle}{span} n {side.n}"
