"""The debrief as text: one race, and the pattern over all."""

from collections.abc import Iterator

from msgspec.structs import replace

from mile18.dates import day_words
from mile18.evidence.cramp_steps import EMERGENCY
from mile18.evidence.disclaimers import GENERAL
from mile18.page import Block, Page, Sentence, Table, plain, said, sections
from mile18.plan.day.words import spoken
from mile18.plan.debrief.day import short_words
from mile18.plan.debrief.pattern import FAIR, FEWEST, Compared, Pattern, Raced, Side
from mile18.plan.debrief.row import Row, Verdict, worded
from mile18.plan.debrief.scorecard import Scorecard
from mile18.plan.words import race_line
from mile18.profile import question_by_id
from mile18.sanitise import plain as on_one_line
from mile18.units import Units, counted, localise
from mile18.wrap import columns, one_line

NARROWEST = 32
MARKS: dict[Verdict | None, str] = {
    "within": "● within",
    "just outside": "◐ just outside",
    "well outside": "○ well outside",
    None: "",
}
SCORECARD, CRAMPED, BACK, MISSING = "Planned and done", "Cramps", "Looking back", "Not answered yet"
LIMITS, NOTE = "Where the limits are", "Please note"
NO_CAUSE = "What differed from the plan need not be what brought a cramp on."
_GAP = "  "
_HEADS = ("", "planned", "done", "")


def debrief_page(card: Scorecard, units: Units, width: int) -> Page:
    """The debrief for `width` columns, with health answers: not for sharing."""
    head = one_line(race_line(card.profile, card.countdown, units), 500)
    rows = [block for _, blocks in laid_rows(card, units, width) for block in blocks]
    found = (
        (SCORECARD, (*spoken(card.notes, units), *heads(card, units, width), *rows)),
        (CRAMPED, spoken(card.cramps.lines, units)),
        (BACK, _looking_back(card)),
        (MISSING, missing(card)),
        (LIMITS, _limits(card)),
        (NOTE, map(said, (NO_CAUSE, GENERAL, EMERGENCY))),
    )
    return Page(sections(found), (plain(head),))


def heads(card: Scorecard, units: Units, width: int) -> Iterator[Sentence]:
    """What the columns hold, where there is room for columns."""
    cells = _table(card, units)
    if _fits(cells, width):
        yield said(cells.laid[0], "laid")


def _limits(card: Scorecard) -> Iterator[Block]:
    judged = [row for row in card.rows if row.verdict]
    for text in dict.fromkeys(row.limits for row in judged):
        names = "; ".join(row.what for row in judged if row.limits == text)
        yield replace(said(f"{names}: {text}"), asked="why")


def laid_rows(
    card: Scorecard, units: Units, width: int
) -> Iterator[tuple[Row, tuple[Sentence, ...]]]:
    """Each row with its lines: the figures and the verdict, then how far apart, then the notes."""
    cells = _table(card, units)
    for row, text in zip(card.rows, cells.laid[1:], strict=True):
        told = localise(row.told, units)
        what, planned, done, mark = _cells(row, units)
        if not _fits(cells, width):
            figures = "; ".join(filter(None, (f"plan: {planned}", f"done: {done}", told)))
            first = [plain(f"{what}: {mark}" if mark else what), said(figures)]
        else:
            longer = f"{text}{_GAP}{told}".rstrip()
            room = columns(longer) <= width
            first = [said(longer if room else text, "laid")]
            first += [] if room else [said(told)]
        yield row, (*first, *spoken(row.notes, units))


def _cells(row: Row, units: Units) -> tuple[str, str, str, str]:
    planned, done = (localise(each, units) for each in (row.planned_words, row.done_words))
    return row.what, planned, done, MARKS[row.verdict]


def _table(card: Scorecard, units: Units) -> Table:
    return Table((_HEADS, *(_cells(row, units) for row in card.rows)), "<<<<")


def _fits(cells: Table, width: int) -> bool:
    return sum(cells.widths) + cells.gap * (len(cells.sides) - 1) <= width


def _looking_back(card: Scorecard) -> Iterator[Block]:
    for text in (card.profile.debrief.change, card.profile.debrief.notes):
        if text:
            yield said(on_one_line(text))


def missing(card: Scorecard) -> Iterator[Sentence]:
    """The questions of other topics that would fill the plan; the table shows what is not done."""
    for asked in map(question_by_id, card.asks):
        if asked.topic != "debrief":
            yield said(asked.in_full, "missing")


RACES, FIGURES, BEARS = "Your races so far", "With and without cramps", "What this can show"
ONE_RUNNER = "All races in this folder count as one runner's."
_LONGEST_NAME = 60
_GAP = "  "
_PATTERN_HEADS = ("middle (least to most)", "with cramps", "without")


def pattern_page(found: Pattern, units: Units, width: int) -> Page:
    """The pattern over all races for `width` columns."""
    bears = [bearing(found)]
    if found.races:
        bears.append(ONE_RUNNER)
    if found.copies:
        count = counted(found.copies, "file")
        bears.append(f"{count} with the same day and debrief left out as copies.")
    parts = (
        (RACES, (_race(each, units) for each in found.races)),
        (BEARS, map(said, bears)),
        (FIGURES, _figures(found, units, width)),
    )
    return Page(sections(parts))


def bearing(found: Pattern) -> str:
    """In plain words, what so many races can say, and what they cannot."""
    cramped, clear = found.counts
    if not found.races:
        return "No race with a debrief yet. After a race, the debrief asks what happened."
    count = f"{cramped} with cramps and {clear} without"
    unknown = len(found.races) - cramped - clear
    if unknown:
        count += f", {unknown} where that is not answered"
    if not found.enough:
        return f"{count}: too few to compare. From {FEWEST} of each on, their figures are compared."
    if min(cramped, clear) < FAIR:
        return (
            f"{count}: so few that some of these differences will be chance alone. Take them as "
            "questions for your next race, not as answers."
        )
    return (
        f"{count}: enough to see what tended to go together in your races. Other things changed "
        "too, so nothing here says why."
    )


def _race(race: Raced, units: Units) -> Block:
    day = f"{day_words(race.day)}: " if race.day else ""
    told = {True: "cramps", False: "no cramp", None: "cramps not answered"}[race.cramped]
    where = localise(short_words(race.card.cramps), units)
    name = one_line(race.name, _LONGEST_NAME)
    return said(f"{day}{name}, {told}{f' ({where})' if where else ''}")


def _figures(found: Pattern, units: Units, width: int) -> Iterator[Block]:
    shown = [each for each in found.compared if each.with_cramps or each.without]
    rows = [_pattern_cells(each, units) for each in shown]
    seldom = [each.what.lower() for each in found.compared if each not in shown]
    if seldom:
        text = f"Not compared, as answered for fewer than {FEWEST} of each: {'; '.join(seldom)}."
        yield said(text)
    if not rows:
        return
    cells = Table((_PATTERN_HEADS, *rows), "<<<")
    if _fits(cells, width):
        yield cells
        return
    for what, with_cramps, without in rows:
        yield plain(what)
        yield said(f"with: {with_cramps}")
        yield said(f"without: {without}")


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
