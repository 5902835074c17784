"""The race card as a page for phone and paper: cramp first, then plans, splits and fuel."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mile18.plan.card.card import INSTEAD, Card, CardPlan
from mile18.plan.card.pages import open_questions, told
from mile18.plan.card.parts import (
    Contact,
    CoursePart,
    CrampPart,
    DrinkPart,
    FuelPart,
    Mark,
    PlanPart,
    PlanRow,
    SplitPart,
)
from mile18.writers.card_bands import bands
from mile18.writers.html import blocks, cell, listed, section, shown, table

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
_LINKS = {"cramp": "Cramp", "plans": "Plans", "splits": "Splits", "fuel": "Fuel"}
# As people write telephone numbers: seven figures or more, with the signs between them.
_PHONE = re.compile(r"\+?\d(?:[\s().\-/]{0,2}\d){6,14}")
# The largest type that fills no more than one sheet of A4 or Letter, by how many signs stand on it.
_TYPES = ((3900, "10-5"), (5750, "8-5"), (6700, "8"), (7400, "7-5"), (8600, "7"))


def card_html(card: Card) -> str:
    """The card as a page with its style and script in it; every text from a profile is escaped.

    The script only runs the hold counter and the hour; without it the page says the same in text.
    """
    title = shown(f"Race card: {card.name}")
    body = "\n".join(_body(card))
    return f"""<!DOCTYPE html>
<html lang="en" class="type-{type_size(body)}">
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


def type_size(body: str) -> str:
    """The name of the largest type with which the card fills no more than one sheet of paper."""
    sheet, _, _ = body.partition('<section class="bands"')
    signs = len(re.sub(r"<[^>]+>", "", sheet))
    return next((size for most, size in _TYPES if signs <= most), "6")


def _body(card: Card) -> Iterator[str]:
    yield f"<header><h1><bdi>{shown(card.name)}</bdi></h1>"
    yield f'<nav class="to" aria-label="Cramp">{"".join(_ways(card.cramp, signs=True))}</nav>'
    if card.facts:
        facts = "".join(f"<li><bdi>{shown(each)}</bdi></li>" for each in card.facts)
        yield f'<ul class="facts">{facts}</ul>'
    yield from blocks((*told(card.opening), *open_questions(card.gaps)))
    yield "</header><main>"
    yield from _cramp(card.cramp, card.contact)
    if card.plan:
        yield from _planned(card.plan)
    if card.instead:
        yield from section("instead", INSTEAD, blocks(told(card.instead)))
    yield "</main>"
    yield f"<footer><p>{shown(card.small_print)}</p></footer>"
    yield from bands(card)
    yield from _bar(card)


def _bar(card: Card) -> Iterator[str]:
    """The bar at the lower edge: where to go, and the count while a stretch is held."""
    named = _LINKS if card.plan else {"cramp": _LINKS["cramp"], "instead": INSTEAD}
    links = "".join(f'<a href="#{to}">{name}</a>' for to, name in named.items())
    mark = f"{card.cramp.hold_mark} s: a mark to count by. Hold on until the cramp lets go."
    yield (
        '<aside class="bar" aria-label="Count, and where to go">'
        f'<div class="timer" id="hold" data-mark="{card.cramp.hold_mark}" '
        f'data-words="{shown(mark)}" hidden><button type="button">Count the hold</button> '
        '<output role="timer">0:00</output><p role="status"></p></div>'
        f'<nav aria-label="On this card">{links}</nav></aside>'
    )


def _ways(cramp: CrampPart, *, signs: bool) -> Iterator[str]:
    """Links to the stop signs, each muscle's stretch and the way on."""
    if signs:
        yield '<a class="signs" href="#cramp">Stop signs</a>'
    for at, each in enumerate(cramp.stretches, start=1):
        yield f'<a href="#stretch-{at}">{shown(each.muscle)}</a>'
    if cramp.restart:
        yield '<a href="#again">Run again</a>'


def _cramp(cramp: CrampPart, contact: Contact | None) -> Iterator[str]:
    """Stop signs, stretches, the way on and the hour after."""
    yield '<section id="cramp" aria-labelledby="cramp-title"><div class="now">'
    yield '<h2 id="cramp-title">Cramp</h2><div class="stop">'
    yield f"<h3>{shown(cramp.title)}</h3><p><strong>{shown(cramp.rule)}</strong></p>"
    yield listed("ul", cramp.signs)
    yield listed("ol", cramp.actions)
    if contact:
        yield from _contact(contact)
    yield "</div>"
    yield "<h3>None of these? Stretch</h3>"
    yield f'<nav class="to" aria-label="Stretch">{"".join(_ways(cramp, signs=False))}</nav>'
    yield listed("ol", cramp.steps)
    yield f"<p>{shown(cramp.hold_note)}</p>"
    rows = "".join(
        f'<div id="stretch-{at}"><dt>{shown(each.muscle)}</dt><dd>{shown(each.how)}</dd></div>'
        for at, each in enumerate(cramp.stretches, start=1)
    )
    yield f'<dl class="muscles">{rows}</dl>'
    if cramp.pickle:
        yield listed("ul", cramp.pickle)
    yield "</div>"
    if cramp.restart:
        yield '<div class="again" id="again"><h3>Run again</h3>'
        yield listed("ol", cramp.restart)
        yield listed("ul", cramp.recurrence)
        yield (
            f'<div class="timer" id="hour" data-seconds="{cramp.hour}" '
            'data-words="The hour is over." hidden>'
            '<button type="button">Start the hour</button> <output role="timer">60:00</output>'
            '<p role="status"></p></div></div>'
        )
    yield f'<div class="mind"><h3>{shown(cramp.clear_title)}</h3>'
    yield f"<p>{shown(' '.join(cramp.clear_headed))}</p>"
    yield f"<h3>Take care</h3>{listed('ul', cramp.cautions)}</div>"
    yield "</section>"


def _contact(contact: Contact) -> Iterator[str]:
    told = [("Emergency contact", contact.emergency), ("Medical", contact.medical)]
    rows = "".join(
        f'<div><dt>{name}</dt><dd dir="auto">{_dialled(text)}</dd></div>'
        for name, text in told
        if text
    )
    if rows:
        yield f'<dl class="contact">{rows}</dl>'
    yield from blocks(open_questions(contact.gaps))


def _dialled(text: str) -> str:
    """Text whose telephone numbers can be touched to call."""
    made, at = "", 0
    for found in _PHONE.finditer(text):
        number = re.sub(r"[^\d+]", "", found[0])
        made += f'{shown(text[at : found.start()])}<a href="tel:{number}"><bdi>{shown(found[0])}</bdi></a>'
        at = found.end()
    return made + shown(text[at:])


def _planned(plan: CardPlan) -> Iterator[str]:
    yield "<div>"
    yield from _plans(plan.plans)
    yield from _splits(plan.splits, plan.course)
    yield "</div><div>"
    yield from _fuel(plan.fuel)
    yield from section("drink", "Drink", _told(plan.drink))
    yield "</div>"


def _plans(part: PlanPart) -> Iterator[str]:
    rows = "".join(f"<div><dt>{row.letter}</dt>{_plan(row)}</div>" for row in part.rows)
    listing = [f'<dl class="plans">{rows}</dl>'] if rows else []
    yield from section("plans", "Plans", (*listing, *_told(part)))


def _plan(row: PlanRow) -> str:
    finish = f"<strong>{shown(row.finish)}</strong> {shown(row.pace)}".rstrip()
    about = ", ".join(each for each in (row.air, row.source) if each)
    return f"<dd>{finish if row.finish else ''} <small>{shown(about)}</small></dd>"


def _splits(part: SplitPart, course: CoursePart | None) -> Iterator[str]:
    rows = [
        (f'<th scope="row">{_mark(mark)}</th>', *(_time(mark, at) for at in range(len(mark.times))))
        for mark in part.marks
    ]
    keys = [mark.is_key for mark in part.marks]
    head = ("At", *(f"Plan {letter}" for letter in part.letters))
    shown_rows = table("Elapsed time", head, rows, keys)
    drawn = [_profile(course)] if course else []
    yield from section("splits", "Splits", (*drawn, *_which(part), *shown_rows, *_told(part)))


def _which(part: SplitPart) -> Iterator[str]:
    """On a narrow screen one plan stands at a time; which one is chosen here."""
    if len(part.letters) > 1:
        choices = "".join(
            f'<label><input type="radio" name="plan" value="{letter}"{" checked" * (at == 0)}>'
            f" Plan {letter}</label>"
            for at, letter in enumerate(part.letters)
        )
        yield f'<fieldset class="which"><legend>Show</legend>{choices}</fieldset>'


def _time(mark: Mark, at: int) -> str:
    clock = f" <small>{shown(mark.clocks[at])}</small>" if mark.clocks else ""
    return f"<td>{shown(mark.times[at])}{clock}</td>"


def _mark(mark: Mark) -> str:
    name, _, place = mark.label.partition(", ")
    return shown(name) + (f" <small>{shown(place)}</small>" if place else "")


# The drawing's own units: as wide as this for the way, and as high for the heights.
_WIDE, _HIGH, _FOOT = 600, 90, 22


def _profile(course: CoursePart) -> str:
    low, high = min(course.heights), max(course.heights)
    # A flat course stays flat: a rise of a few metres is no mountain.
    span = max(high - low, 40.0)

    def place(share: float, metres: float) -> str:
        return f"{share * _WIDE:.0f},{_HIGH - (metres - low) / span * (_HIGH - 8):.0f}"

    steps = len(course.heights) - 1
    line = " ".join(place(at / steps, metres) for at, metres in enumerate(course.heights))
    stations = "".join(
        f'<path d="M{share * _WIDE:.0f} {_HIGH - 1}v-9"/>' for share in course.stations
    )
    names = "".join(
        f'<text x="{share * _WIDE:.0f}" y="{_HIGH + 17}">{shown(name)}</text>'
        for share, name in course.ticks
    )
    told = shown(f"{course.words} Strokes are aid stations." if stations else course.words)
    return (
        f'<figure><svg viewBox="-14 0 {_WIDE + 28} {_HIGH + _FOOT}" role="img" aria-label="{told}">'
        f'<polygon points="0,{_HIGH} {line} {_WIDE},{_HIGH}"/>{stations}{names}</svg>'
        f"<figcaption>{told}</figcaption></figure>"
    )


def _fuel(part: FuelPart) -> Iterator[str]:
    stations = any(row.station for row in part.rows)
    mixed = any(row.product for row in part.rows)
    more = [*(["Station"] if stations else []), *(["Of"] if mixed else [])]
    head = ("No.", "Minute", "h:mm", "At", *more)
    rows = [
        (
            f'<th scope="row">{row.number}</th>',
            *(cell(each) for each in (row.minute, row.clock, row.place)),
            *([f'<td class="station">{shown(row.station)}</td>'] if stations else []),
            *([f'<td class="station">{shown(row.product)}</td>'] if mixed else []),
        )
        for row in part.rows
    ]
    yield from section("fuel", "Fuel", (*table("Portions", head, rows), *_told(part)))


def _told(part: PlanPart | SplitPart | FuelPart | DrinkPart) -> Iterator[str]:
    return blocks((*told(part.lines), *open_questions(part.gaps)))
