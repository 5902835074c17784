"""Race day drawn as a page: the words are the plan's, with signs, plots and places for a cursor."""

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from textual.content import Content

from mile18.page import Block as Told
from mile18.page import Plot, Section, Sentence, only
from mile18.plan.day.day import RaceDay
from mile18.plan.day.pages import day_page
from mile18.plan.day.plans import Plan
from mile18.plan.day.weather import flag_words
from mile18.plan.day.words import lacking, spoken
from mile18.tui.drawing import CARE, GAIN, MUTED, hanging, plot_row, said_lines
from mile18.tui.page import Block, heading, lack_stop
from mile18.tui.race_day.glance import gauge, glance_lines
from mile18.units import Units, amount, clock, pace, spanned
from mile18.writers.text import NARROWEST, lines

GOAL, PACING, HEAT, PLANS = "Goal", "Pacing", "Heat", "Plans A, B and C"
FUEL, FLUIDS, COURSE, CRAMP = "Fuel", "Fluids", "Along the course", "If a cramp comes"


class Named(NamedTuple):
    """A part's key, its short word, and its title."""

    key: str
    word: str
    title: str


NAMED = (
    Named("g", "Goal", GOAL),
    Named("p", "Pacing", PACING),
    Named("h", "Heat", HEAT),
    Named("a", "Plans", PLANS),
    Named("f", "Fuel", FUEL),
    Named("d", "Drink", FLUIDS),
    Named("s", "Course", COURSE),
    Named("c", "Cramp", CRAMP),
)

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


PART = "part "


WHOLE: Final = ("splits",)


def day_blocks(
    day: RaceDay, units: Units, width: int, asked: Collection[str] = WHOLE, *, glance: bool
) -> Iterator[Block]:
    """The page; each part is a part and a stop, and so is each thing that is not known.

    With `glance` the page begins with the figures of the day in a few lines. The splits of each
    km or mile come when `asked` for.
    """
    # Between two layouts a page may be next to nothing wide.
    width = max(NARROWEST, width)
    if glance:
        yield Block([*glance_lines(day, units, width), Content("")])
    questions = {
        told.text: each.questions[0] for each in day.lacks for told in lacking((each,), units)
    }
    at = 0
    for section in only(day_page(day, units, width).sections, asked):
        open_ = [each for each in section.blocks if _text(each) in questions]
        said = [each for each in section.blocks if each not in open_]
        shown = [heading(section.title), *_said(day, section, said, units, width)]
        yield Block(shown, part=section.title, stop=PART + section.title)
        for each in open_:
            at += 1
            yield Block(drawn(each, width), stop=lack_stop(at, questions[_text(each)]))
        yield Block([Content("")])


def _text(block: Told) -> str:
    return block.text if isinstance(block, Sentence) else ""


def _said(
    day: RaceDay, section: Section, blocks: Sequence[Told], units: Units, width: int
) -> Iterator[Content]:
    if section.title == PLANS and width >= SIDE_BY_SIDE:
        yield from plan_columns(day, units, width)
        return
    if section.title == FLUIDS:
        yield from gauge(day.fluids, width)
    word = GAIN if section.title == FLUIDS and day.fluids.guard == "gain" else CARE
    for block in blocks:
        yield from drawn(block, width, word)


def drawn(block: Told, width: int, word: str = CARE) -> list[Content]:
    """A block by its kind; what is laid out in columns already stays as it is."""
    if isinstance(block, Plot):
        return [plot_row(row.text, row.hints) for row in block.rows]
    if not isinstance(block, Sentence):
        return [Content(line) for line in lines(block, width)]
    match block.kind:
        case "laid":
            return [Content(block.text)]
        case "plain":
            return hanging(block.text, width)
        case "missing":
            return hanging(block.text, width, "? ", "italic")
        case "said" | "loud":
            return said_lines(block, width, word)
