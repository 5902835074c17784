"""The race card as Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence

from mile18.plan.card.card import INSTEAD, Card
from mile18.plan.card.parts import CrampPart, FuelPart, Line, PlanPart, PlanRow, SplitPart

# Text from a profile must come out as it is, whatever it means in Markdown.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|#&~$!]")


def card_markdown(card: Card) -> str:
    """The card as Markdown with tables; headings in the order of the day."""
    return "\n".join(_lines(card)) + "\n"


def _lines(card: Card) -> Iterator[str]:
    yield f"# {_text(card.name)}"
    if card.facts:
        yield from _paragraph(" · ".join(card.facts))
    yield from _said(card.opening)
    yield from _gaps(card.gaps)
    if card.contact:
        yield from _section("Emergency")
        if card.contact.emergency:
            yield from _paragraph(card.contact.emergency, label="Contact: ")
        if card.contact.medical:
            yield from _paragraph(card.contact.medical, label="Medical: ")
        yield from _gaps(card.contact.gaps)
    yield from _stop(card.cramp)
    if card.plan:
        yield from _plans(card.plan.plans)
        yield from _splits(card.plan.splits)
        yield from _fuel(card.plan.fuel)
        yield from _section("Drink")
        yield from _said(card.plan.drink.lines)
        yield from _gaps(card.plan.drink.gaps)
    if card.instead:
        yield from _section(INSTEAD)
        yield from _said(card.instead)
    yield from _cramp(card.cramp)
    yield from ("", "---")
    yield from _paragraph(card.small_print)


def _plans(part: PlanPart) -> Iterator[str]:
    yield from _section("Plans")
    rows = [(each.letter, each.air, _finish(each), each.pace) for each in part.rows]
    yield from _table(["Plan", "Air", "Finish", "Pace"], rows)
    yield from _said(part.lines)
    yield from _gaps(part.gaps)


def _finish(row: PlanRow) -> str:
    source = f"({row.source})" if row.finish and row.source else row.source
    return f"{row.finish} {source}".strip()


def _splits(part: SplitPart) -> Iterator[str]:
    yield from _section("Splits")
    rows = [(mark.label, *mark.times) for mark in part.marks]
    yield from _table(["At", *(f"Plan {letter}" for letter in part.letters)], rows, right=True)
    yield from _said(part.lines)
    yield from _gaps(part.gaps)


def _fuel(part: FuelPart) -> Iterator[str]:
    yield from _section("Fuel")
    rows = [
        (str(row.number), row.minute, row.clock, row.place, row.station or "–") for row in part.rows
    ]
    yield from _table(["Portion", "Minute", "h:mm", "At", "Aid station"], rows, right=True)
    yield from _said(part.lines)
    yield from _gaps(part.gaps)


def _stop(cramp: CrampPart) -> Iterator[str]:
    yield from _section(cramp.title)
    yield from _paragraph(cramp.rule)
    yield from _list(cramp.signs)
    yield from _list(cramp.actions, numbered=True)


def _cramp(cramp: CrampPart) -> Iterator[str]:
    yield from _section("Cramp")
    yield from ("", "### Stretch")
    yield from _list(cramp.steps, numbered=True)
    stretches = (f"{each.muscle}: {each.how}" for each in cramp.stretches)
    yield from _list((*stretches, cramp.hold_note, *cramp.cautions, *cramp.pickle))
    if cramp.restart:
        yield from ("", "### Run again")
        yield from _list(cramp.restart, numbered=True)
        yield from _list(cramp.recurrence)


def _section(title: str) -> tuple[str, str]:
    return "", f"## {title}"


def _paragraph(text: str, label: str = "") -> tuple[str, str]:
    return "", (f"**{label.rstrip()}** " if label else "") + _text(text)


def _said(said: Iterable[Line]) -> Iterator[str]:
    yield from _bullets(
        f"**{_text(each.text)}**" if each.loud else _text(each.text) for each in said
    )


def _gaps(texts: Iterable[str]) -> Iterator[str]:
    yield from _bullets(f"*Open:* {_text(each)}" for each in texts)


def _list(texts: Iterable[str], *, numbered: bool = False) -> Iterator[str]:
    yield from _bullets(map(_text, texts), numbered=numbered)


def _bullets(texts: Iterable[str], *, numbered: bool = False) -> Iterator[str]:
    for at, each in enumerate(texts, 1):
        if at == 1:
            # Without a break of its own a list would run on from the one before it.
            yield ""
        yield f"{at}. {each}" if numbered else f"- {each}"


def _table(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, right: bool = False
) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield _row(head)
    yield _row(["---:" if right else "---"] * len(head))
    yield from (_row([_text(cell) for cell in row]) for row in rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
