"""The sum: how the figure comes about, for anyone to redo, and what would raise or narrow it."""

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from mile18.factor import Factor, span
from mile18.page import Section, Sentence, only
from mile18.plan.report import report
from mile18.plan.words import countdown_words
from mile18.profile import Profile
from mile18.readiness import Lever, Readiness
from mile18.tui.bars import KeyBar, TitleBar
from mile18.tui.base_screen import BaseScreen
from mile18.tui.dialogs.evidence import EvidenceScreen
from mile18.tui.page import Block, Page, heading, prose
from mile18.tui.panel import GATE_STYLES, bar, beside
from mile18.tui.state import RaceState
from mile18.units import Units, localise

MUTED = "$foreground-muted"
ROOMY = 60
BAR_WIDTH = 20
QUESTIONS_SHOWN = 8
SPEAK_FOR_THEMSELVES = ("Readiness", "Health")


WHOLE: Final = ("sums", "why")


def sum_blocks(
    _: Profile, readiness: Readiness, units: Units, width: int, asked: Collection[str] = WHOLE
) -> list[Block]:
    """The report with what is `asked` for; a section is a part, a factor or question a stop."""
    blocks: list[Block] = []
    for section in _ordered(only(report(readiness, units), asked), width):
        if section.title not in SPEAK_FOR_THEMSELVES:
            blocks.append(Block([heading(section.title)], part=section.title))
        match section.title:
            case "Readiness":
                blocks += _figures(section, readiness, width)
            case "Health":
                blocks.append(Block(_health(section, readiness, width), section.title))
            case "Each factor":
                blocks += _factors(section, readiness, units, width)
            case "Answer next":
                blocks += _questions(section, readiness.open_questions, width)
            case _:
                blocks.append(_plain(sentences(section), width))
        blocks.append(Block([Content("")]))
    return blocks


def _ordered(found: Sequence[Section], width: int) -> list[Section]:
    """The report's order for a page: what to answer is a way on, so it comes after the sum.

    A small screen shows figure, health and next steps before it is scrolled, so there all but the
    first reason for the health line stand behind the steps.
    """
    sorted_out: list[Section] = []
    last = [each for each in found if each.title in ("Answer next", "Please note")]
    reasons: list[Section] = []
    for section in found:
        if section.title == "Health" and width < ROOMY and len(section.blocks) > 2:
            status, first, *more = sentences(section)
            section = Section("Health", (status, first, Sentence(f"{len(more)} more below")))
            further = tuple(Sentence(each.text, lead="–  ") for each in more)
            reasons = [Section("Health, further", further)]
        elif section.title == "Each factor":
            sorted_out += reasons
            reasons = []
        if section not in last:
            sorted_out.append(section)
    return sorted_out + reasons + last


def sentences(section: Section) -> list[Sentence]:
    """What a section of the report says; it holds nothing else."""
    return [each for each in section.blocks if isinstance(each, Sentence)]


def _plain(told: Sequence[Sentence], width: int) -> Block:
    return Block([line for each in told for line in _told(each, width)])


def _told(each: Sentence, width: int, style: str = "") -> list[Content]:
    return prose(each.text, width, len(each.lead), each.lead.rstrip(), style)


def _figures(section: Section, readiness: Readiness, width: int) -> Iterator[Block]:
    now = readiness.overall
    long = min(width, 2 * BAR_WIDTH)
    yield Block([bar(now.low, now.high, long, readiness.race_morning.low)], part=section.title)
    figure, *others, note = sentences(section)
    yield Block(_told(figure, width, "bold"))
    if others:
        yield _plain(others, width)
    yield Block(_told(note, width, MUTED))


def _health(section: Section, readiness: Readiness, width: int) -> list[Content]:
    status, *reasons = sentences(section)
    lines = _told(status, width, GATE_STYLES[readiness.gate.status])
    for reason in reasons:
        lines += prose(reason.text, width, 2, "–")
    return lines


def _factors(section: Section, readiness: Readiness, units: Units, width: int) -> Iterator[Block]:
    told: list[list[Sentence]] = []
    for each in sentences(section):
        if each.lead:
            told[-1].append(each)
        else:
            told.append([each])
    for (title, *rest), factor, then in zip_longest(told, readiness.factors, readiness.then):
        if factor is None:
            yield _plain([title, *rest], width)
            continue
        lines = _factor_head(title.text, factor, then.low, width)
        for each in rest:
            lines += _told(each, width)
        for lever in readiness.levers:
            if lever.factor == factor.rule.id:
                lines += _lever(lever, units, width)
        yield Block([*lines, Content("")], stop=factor.rule.id)


def _factor_head(title: str, factor: Factor, then: int, width: int) -> list[Content]:
    shown = Content.styled(title, "bold")
    if not factor.applies:
        return shown.wrap(width)
    figure = Content.styled(f"{span(factor.low, factor.high):>7}", "bold $text-accent")
    gauge = Content.assemble(bar(factor.low, factor.high, BAR_WIDTH, then), figure)
    if width >= ROOMY:
        return [beside(shown, gauge, width)]
    return [*shown.wrap(width), Content.assemble("  ", gauge)]


def _lever(lever: Lever, units: Units, width: int) -> list[Content]:
    action = localise(lever.action, units)
    points = f"  +{lever.points:.1f}"
    if lever.possible:
        return prose(action, width, 8, points)
    late = f"{action} (too late: needs {lever.lead_days} days)"
    return prose(late, width, 8, points, MUTED)


def _questions(section: Section, names: Sequence[str], width: int) -> Iterator[Block]:
    shown = list(zip(sentences(section), names, strict=True))[:QUESTIONS_SHOWN]
    for each, name in shown:
        yield Block(prose(each.text, width, 2), stop=name)
    if more := len(names) - len(shown):
        yield Block(prose(f"and {more} more", width, 2, style=MUTED))


class SumScreen(BaseScreen[None]):
    """The report as a page; a factor leads to its sources, an open question to its form."""

    CSS_PATH = "sum.tcss"
    AUTO_FOCUS = "Page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="sum-back", tooltip="Close this page"),
        Binding(
            "enter,e,f4,ctrl+e",
            "open",
            "open",
            id="sum-open",
            tooltip="The sources of a factor, or the form of a question",
        ),
        Binding("m", "more", "sums", id="sum-more", tooltip="Each factor's sum and why, or not"),
        Binding("left", "turn(-1)", "part before", id="sum-before", show=False),
        Binding("right", "turn(1)", "next part", id="sum-next", tooltip="The next part"),
    ]
    app: RaceState

    def __init__(self) -> None:
        """Start with the shorter page."""
        super().__init__()
        self._asked: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """Title, text, keys."""
        yield TitleBar()
        yield Page(self._draw)
        yield KeyBar()

    def on_mount(self) -> None:
        """Follow the app's answers from now on."""
        self.watch(self.app, "readiness", self._changed)
        self.watch(self.app, "units", self._page.redraw, init=False)
        self.query_one(TitleBar).follow(self.app)

    def _changed(self, readiness: Readiness | None) -> None:
        if readiness:
            self.query_one(
                TitleBar
            ).title = f"How it adds up · {countdown_words(readiness.countdown)}"
        self._page.redraw()

    @property
    def _page(self) -> Page:
        return self.query_one(Page)

    def _draw(self, width: int) -> Sequence[Block]:
        profile, readiness = self.app.profile, self.app.readiness
        if profile is None or readiness is None:
            return []
        return sum_blocks(profile, readiness, self.app.units, width, self._asked)

    def on_page_chosen(self) -> None:
        """A second click opens."""
        self.action_open()

    def action_open(self) -> None:
        """Show the sources of the factor under the cursor, or go and answer the question there."""
        stop = self._page.cursor
        factors = self.app.readiness.factors if self.app.readiness else ()
        rules = {each.rule.id: each.rule for each in factors}
        if rule := rules.get(stop):
            self.app.push_screen(EvidenceScreen(rule.title, rule.why, rule.evidence))
        elif stop:
            self.app.go_to(stop)

    def action_more(self) -> None:
        """Show each factor's sum and why it counts, or leave them out again."""
        self._asked = () if self._asked else WHOLE
        self._page.redraw()

    def action_turn(self, step: int) -> None:
        """Go to the part before or after."""
        self._page.turn(step)

    def action_back(self) -> None:
        """Close this page."""
        self.dismiss()
