"""Plans A, B and C in three columns, where there is room for them."""

from collections.abc import Iterator
from itertools import zip_longest

from textual.content import Content

from mile18.plan.day.day import RaceDay
from mile18.plan.day.heat import flag_words
from mile18.plan.day.page import spanned, spoken
from mile18.plan.day.plans import Plan
from mile18.tui.hanging import MUTED, hanging
from mile18.tui.said import said_lines
from mile18.units import Units, amount, clock, pace

SIDE_BY_SIDE = 76
GAP = 3


def plan_columns(day: RaceDay, units: Units, width: int) -> Iterator[Content]:
    """The three plans side by side, then what is said about all of them."""
    room = (width - 2 * GAP) // 3
    columns = [list(_plan(plan, day, units, room)) for plan in day.plans.all]
    for row in zip_longest(*columns, fillvalue=Content("")):
        cells = [cell.pad_right(max(0, room + GAP - cell.cell_length)) for cell in row]
        yield Content("").join(cells).rstrip()
    yield Content("")
    for line in spoken(day.plans.notes, units):
        yield from said_lines(line, width)


def _plan(plan: Plan, day: RaceDay, units: Units, room: int) -> Iterator[Content]:
    title = Content.styled(f"Plan {plan.letter}", "bold")
    if day.plans.expected == plan.letter:
        title = Content.assemble(title, " ", (" expected ", "bold reverse"))
    yield title
    if plan.celsius is None:
        yield Content.styled("no temperature yet", MUTED)
    else:
        word = "at the expected" if plan.letter == "A" else "from"
        yield Content(f"{word} {amount(plan.celsius, '°C', units)}")
    if plan.times:
        words = "suggested " if plan.suggested else ""
        yield from hanging(words + spanned(*plan.times, clock), room, style="bold $text-accent")
    else:
        yield Content.styled("no goal yet", MUTED)
    if plan.pace:
        yield Content(spanned(*plan.pace, lambda each: pace(each, units)))
    if plan.goal is not None and plan.finish:
        yield from hanging(f"by the models {spanned(*plan.finish, clock)}", room)
    if plan.load:
        flags = flag_words(plan.load, day.profile.heat.sun)
        yield from hanging(f"flag {flags}", room)
    # What the weather of A calls for stands under heat.
    for line in spoken(plan.notes if plan.letter != "A" else (), units):
        yield from said_lines(line, room)
