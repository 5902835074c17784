"""The report drawn as a page: the words are the report's, with bars, signs and places for a cursor."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from textual.content import Content

from mile18.factor import Factor, span
from mile18.plan.report import Section, sections
from mile18.profile import Profile
from mile18.readiness import Lever, Readiness
from mile18.tui.widgets.page import Block, heading, prose
from mile18.tui.widgets.readiness_panel import GATE_STYLES, bar, beside
from mile18.units import Units, localise

FACTOR, QUESTION = "factor ", "question "
MUTED = "$foreground-muted"
ROOMY = 60
BAR_WIDTH = 20
QUESTIONS_SHOWN = 8
SPEAK_FOR_THEMSELVES = ("Readiness", "Health")


def sum_blocks(_: Profile, readiness: Readiness, units: Units, width: int) -> list[Block]:
    """The whole report; each section is a part, each factor and open question a stop."""
    blocks: list[Block] = []
    for section in _ordered(sections(readiness, units), width):
        if section.title not in SPEAK_FOR_THEMSELVES:
            blocks.append(Block([heading(section.title)], part=section.title))
        match section.title:
            case "Readiness":
                blocks += _figures(section, readiness, width)
            case "Health":
                blocks.append(Block(_health(section.lines, readiness, width), section.title))
            case "How each factor stands":
                blocks += _factors(section, readiness, units, width)
            case "Answer next":
                blocks += _questions(section, readiness.open_questions, width)
            case _:
                blocks.append(_plain(section.lines, width))
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
        if section.title == "Health" and width < ROOMY and len(section.lines) > 2:
            status, first, *more = section.lines
            section = Section("Health", (status, first, f"{len(more)} more below"))
            reasons = [Section("Health, further", tuple(f"–  {each.strip()}" for each in more))]
        elif section.title == "How each factor stands":
            sorted_out += reasons
            reasons = []
        if section not in last:
            sorted_out.append(section)
    return sorted_out + reasons + last


def _plain(lines: Sequence[str], width: int) -> Block:
    return Block([drawn for line in lines for drawn in line_lines(line, width)])


def line_lines(line: str, width: int, style: str = "") -> list[Content]:
    """A line of the report wrapped; what stands before two spaces hangs in the margin."""
    text = line.lstrip()
    indent = len(line) - len(text)
    lead, gap, rest = text.partition("  ")
    if not gap:
        lead, rest = "", text
    margin = indent + (len(lead) + 2 if lead else 0)
    return prose(rest, width, margin, " " * indent + lead, style)


def _figures(section: Section, readiness: Readiness, width: int) -> Iterator[Block]:
    now = readiness.overall
    long = min(width, 2 * BAR_WIDTH)
    yield Block([bar(now.low, now.high, long)], part=section.title)
    figure, *others, note = section.lines
    yield Block(prose(figure, width, style="bold"))
    if others:
        yield Block([drawn for line in others for drawn in line_lines(line, width)])
    yield Block(prose(note, width, style=MUTED))


def _health(told: Sequence[str], readiness: Readiness, width: int) -> list[Content]:
    status, *reasons = told
    lines = prose(status, width, style=GATE_STYLES[readiness.gate.status])
    for reason in reasons:
        lines += prose(reason.strip(), width, 2, "–")
    return lines


def _factors(section: Section, readiness: Readiness, units: Units, width: int) -> Iterator[Block]:
    told: list[list[str]] = []
    for line in section.lines:
        if line.startswith(" "):
            told[-1].append(line)
        else:
            told.append([line])
    for (title, *rest), factor in zip_longest(told, readiness.factors):
        if factor is None:
            yield _plain([title, *rest], width)
            continue
        lines = _factor_head(title, factor, width)
        for line in rest:
            lines += prose(line.strip(), width, 2)
        for lever in readiness.levers:
            if lever.factor == factor.rule.id:
                lines += _lever(lever, units, width)
        yield Block([*lines, Content("")], stop=FACTOR + factor.rule.id)


def _factor_head(title: str, factor: Factor, width: int) -> list[Content]:
    shown = Content.styled(title, "bold")
    if not factor.applies:
        return shown.wrap(width)
    figure = Content.styled(f"{span(factor.low, factor.high):>7}", "bold $text-accent")
    gauge = Content.assemble(bar(factor.low, factor.high, BAR_WIDTH), figure)
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
    shown = list(zip(section.lines, names, strict=True))[:QUESTIONS_SHOWN]
    for line, name in shown:
        yield Block(prose(line, width, 2), stop=QUESTION + name)
    if more := len(names) - len(shown):
        yield Block(prose(f"and {more} more", width, 2, style=MUTED))
