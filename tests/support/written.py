"""Pages as the shell writes them."""

from mile18.evidence.stretches import Muscle
from mile18.page import Block, Plot, Section, Sentence
from mile18.plan.card.card import Card
from mile18.plan.card.pages import NOTE_COLUMNS, card_page
from mile18.plan.compare.compare import Comparison
from mile18.plan.compare.pages import compare_page
from mile18.plan.cramp.protocol import CrampMoment
from mile18.plan.cramp.reading import cramp_page
from mile18.plan.day.day import RaceDay
from mile18.plan.day.pages import day_page
from mile18.plan.debrief.pages import debrief_page, pattern_page
from mile18.plan.debrief.pattern import Pattern
from mile18.plan.debrief.scorecard import Scorecard
from mile18.plan.report import report_page
from mile18.plan.week.pages import week_page
from mile18.plan.week.week import RaceWeek
from mile18.profile import Profile
from mile18.readiness import Readiness
from mile18.units import Units
from mile18.writers.markdown import markdown
from mile18.writers.text import lines, text


def report_text(profile: Profile, readiness: Readiness, units: Units, width: int = 80) -> str:
    """`mile18 show`."""
    return text(report_page(profile, readiness, units), width)


def day_text(day: RaceDay, units: Units, width: int = 80) -> str:
    """`mile18 day`."""
    return text(day_page(day, units, width), width)


def week_text(week: RaceWeek, units: Units, width: int = 80, *, private: bool = True) -> str:
    """`mile18 week`."""
    return text(week_page(week, units, private=private), width)


def cramp_text(
    moment: CrampMoment, muscle: Muscle | None, km: float | None, width: int = 80
) -> str:
    """`mile18 cramp --print`."""
    return text(cramp_page(moment, muscle, km, width), width)


def debrief_text(card: Scorecard, units: Units, width: int = 80) -> str:
    """`mile18 debrief NAME`."""
    return text(debrief_page(card, units, width), width)


def pattern_text(found: Pattern, units: Units, width: int = 80) -> str:
    """`mile18 debrief`."""
    return text(pattern_page(found, units, width), width)


def compare_text(
    comparison: Comparison, names: tuple[str, str], units: Units, width: int = 80
) -> str:
    """`mile18 compare`."""
    return text(compare_page(comparison, names, units), width)


def card_text(card: Card) -> str:
    """`mile18 card --format txt`."""
    return text(card_page(card), NOTE_COLUMNS)


def card_markdown(card: Card) -> str:
    """`mile18 card`."""
    return markdown(card_page(card))


def texts(section: Section) -> list[str]:
    """What each block of a section says: a sentence with what leads it, else a line for each row."""
    return [text for block in section.blocks for text in _texts(block)]


def _texts(block: Block) -> list[str]:
    match block:
        case Sentence():
            return [f"{block.lead if block.kind == 'plain' else ''}{block.text}"]
        case Plot():
            return []
        case _:
            return lines(block, 100)


def sentences(section: Section) -> list[Sentence]:
    """The sentences of a section."""
    return [block for block in section.blocks if isinstance(block, Sentence)]
