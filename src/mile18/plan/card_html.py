"""The race card as one HTML file that asks nothing of a network: for a phone at night and for paper."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from mile18.plan.card import INSTEAD, Card, CardPlan
from mile18.plan.card_bands import bands
from mile18.plan.card_html_cramp import cramp_section
from mile18.plan.card_html_text import listed, shown
from mile18.plan.card_parts import Contact, FuelPart, Line, Mark, PlanPart, PlanRow, SplitPart

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
# More rows than this fill one sheet of paper only in smaller print.
ROOMY_ROWS = 28
_LINKS = {"plans": "Plans", "splits": "Splits", "fuel": "Fuel", "cramp": "Cramp"}


def card_html(card: Card) -> str:
    """The card as a page with its style and script in it; every text from a profile is escaped.

    The script only runs the hold counter and the hour; without it the page says the same in text.
    """
    title = shown(f"Race card: {card.name}")
    body = "\n".join(_body(card))
    rows = len(card.plan.splits.marks) + len(card.plan.fuel.rows) if card.plan else 0
    dense = ' class="dense"' if rows > ROOMY_ROWS else ""
    return f"""<!DOCTYPE html>
<html lang="en"{dense}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>
{_beside("card.css")}</style>
</head>
<body>
{body}
<script>
{_beside("card.js")}</script>
</body>
</html>
"""


@cache
def _beside(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _body(card: Card) -> Iterator[str]:
    yield "<header>"
    yield f"<h1>{shown(card.name)}</h1>"
    if card.facts:
        yield listed("ul", card.facts, class_="facts")
    yield from _said(card.opening)
    yield from _gaps(card.gaps)
    if card.contact:
        yield from _contact(card.contact)
    yield "</header>"
    named = _LINKS if card.plan else {"instead": INSTEAD, "cramp": _LINKS["cramp"]}
    links = "".join(f'<a href="#{to}">{name}</a>' for to, name in named.items())
    yield f'<nav aria-label="On this card">{links}</nav>'
    yield "<main>"
    if card.plan:
        yield from _planned(card.plan)
    if card.instead:
        yield from _section("instead", INSTEAD, _said(card.instead))
    yield from cramp_section(card.cramp)
    yield "</main>"
    yield from bands(card)
    yield f"<footer><p>{shown(card.small_print)}</p></footer>"


def _planned(plan: CardPlan) -> Iterator[str]:
    yield "<div>"
    yield from _plans(plan.plans)
    yield from _splits(plan.splits)
    yield "</div><div>"
    yield from _fuel(plan.fuel)
    yield from _section("drink", "Drink", (*_said(plan.drink.lines), *_gaps(plan.drink.gaps)))
    yield "</div>"


def _contact(contact: Contact) -> Iterator[str]:
    told = [("Emergency contact", contact.emergency), ("Medical", contact.medical)]
    rows = "".join(f"<dt>{name}</dt><dd>{shown(text)}</dd>" for name, text in told if text)
    if rows:
        yield f'<dl class="contact">{rows}</dl>'
    yield from _gaps(contact.gaps)


def _plans(part: PlanPart) -> Iterator[str]:
    rows = "".join(f"<div><dt>{row.letter}</dt>{_plan(row)}</div>" for row in part.rows)
    listing = [f'<dl class="plans">{rows}</dl>'] if rows else []
    yield from _section("plans", "Plans", (*listing, *_said(part.lines), *_gaps(part.gaps)))


def _plan(row: PlanRow) -> str:
    finish = f"<strong>{shown(row.finish)}</strong> {shown(row.pace)}".rstrip()
    about = ", ".join(each for each in (row.air, row.source) if each)
    return f"<dd>{finish if row.finish else ''} <small>{shown(about)}</small></dd>"


def _splits(part: SplitPart) -> Iterator[str]:
    rows = [
        (f'<th scope="row">{_mark(mark)}</th>', *(_cell(each) for each in mark.times))
        for mark in part.marks
    ]
    keys = [mark.is_key for mark in part.marks]
    head = ("At", *(f"Plan {letter}" for letter in part.letters))
    table = _table("Elapsed time", head, rows, keys)
    yield from _section("splits", "Splits", (*table, *_said(part.lines), *_gaps(part.gaps)))


def _mark(mark: Mark) -> str:
    name, _, place = mark.label.partition(", ")
    return shown(name) + (f" <small>{shown(place)}</small>" if place else "")


def _fuel(part: FuelPart) -> Iterator[str]:
    stations = any(row.station for row in part.rows)
    head = ("No.", "Minute", "h:mm", "At", *(["Station"] if stations else []))
    rows = [
        (
            f'<th scope="row">{row.number}</th>',
            *(_cell(each) for each in (row.minute, row.clock, row.place)),
            *([_cell(row.station)] if stations else []),
        )
        for row in part.rows
    ]
    table = _table("Portions", head, rows)
    yield from _section("fuel", "Fuel", (*table, *_said(part.lines), *_gaps(part.gaps)))


def _section(name: str, title: str, content: Iterable[str]) -> Iterator[str]:
    yield f'<section id="{name}" aria-labelledby="{name}-title">'
    yield f'<h2 id="{name}-title">{title}</h2>'
    yield from content
    yield "</section>"


def _said(lines: Sequence[Line]) -> Iterator[str]:
    """Sentences as a list, the warnings marked by a word for those who cannot see the colour."""
    if lines:
        items = (
            f'<li class="loud"><strong>Note:</strong> {shown(each.text)}</li>'
            if each.loud
            else f"<li>{shown(each.text)}</li>"
            for each in lines
        )
        yield f'<ul class="said">{"".join(items)}</ul>'


def _gaps(texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield listed("ul", texts, class_="gaps")


def _table(
    caption: str, head: Sequence[str], rows: Sequence[Sequence[str]], keys: Sequence[bool] = ()
) -> Iterator[str]:
    if not rows:
        return
    cells = "".join(f'<th scope="col">{shown(each)}</th>' for each in head)
    yield f"<table><caption>{caption}</caption><thead><tr>{cells}</tr></thead><tbody>"
    for at, row in enumerate(rows):
        kind = ' class="key"' if any(keys[at : at + 1]) else ""
        yield f"<tr{kind}>{''.join(row)}</tr>"
    yield "</tbody></table>"


def _cell(text: str) -> str:
    return f"<td>{shown(text)}</td>"
