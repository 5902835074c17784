"""The pattern over many races laid out for a width: what the n can bear, the races, the figures."""

from collections.abc import Iterator

from mile18.plan.debrief_cramps import short_words
from mile18.plan.debrief_row import worded
from mile18.plan.debrief_text import NARROWEST
from mile18.plan.pattern import FAIR, FEWEST, Compared, Pattern, Raced, Side
from mile18.plan.race_day_page import Line, Part, line_rows
from mile18.plan.wrap import columns, one_line, padded
from mile18.reading import day_words
from mile18.units import Units, localise

RACES, FIGURES, BEARS = "Your races so far", "With and without cramps", "What this can bear"
ONE_RUNNER = "All races in this folder are taken as one runner's."
_LONGEST_NAME = 60
_GAP = "  "
_HEADS = ("middle (least to most)", "with cramps", "without")


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
    rows = [_cells(each, units) for each in shown]
    seldom = [each.what.lower() for each in found.compared if each not in shown]
    if seldom:
        text = f"Not set side by side, known for under {FEWEST} of each: {'; '.join(seldom)}."
        yield Line(text, "said")
    if not rows:
        return
    cells = [_HEADS, *rows]
    widths = [max(map(columns, column)) for column in zip(*cells, strict=True)]
    if sum(widths) + len(_GAP) * 2 <= width:
        for row in cells:
            yield Line(_GAP.join(map(padded, row, widths)).rstrip(), "table")
        return
    for what, with_cramps, without in rows:
        yield Line(what)
        yield Line(f"with: {with_cramps}", "said")
        yield Line(f"without: {without}", "said")


def _cells(each: Compared, units: Units) -> tuple[str, str, str]:
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
