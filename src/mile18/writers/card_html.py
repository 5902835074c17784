"""The race card as a page for phone and paper: its frame, counters and wristbands."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mile18.plan.card.card import INSTEAD, Card, CardPlan
from mile18.plan.card.pages import open_questions, told
from mile18.plan.card.parts import (
    Contact,
    CrampPart,
    DrinkPart,
    FuelPart,
    Mark,
    PlanPart,
    PlanRow,
    SplitPart,
)
from mile18.writers.html import blocks, cell, listed, section, shown, table

# More do not stay readable side by side on 180 mm.
MOST_MARKS = 11


def bands(card: Card) -> Iterator[str]:
    """A strip for each plan that has splits: elapsed times, and when the portions are due."""
    plan = card.plan
    if plan is None or not plan.splits.letters:
        return
    yield '<section class="bands" aria-labelledby="bands-title">'
    yield '<h2 id="bands-title">Wristbands: cut out the one of your plan</h2>'
    for at, letter in enumerate(plan.splits.letters):
        yield '<div class="band">'
        yield f"<p><strong>{letter}</strong> {shown(card.name)} <span>{_goal(plan, letter)}</span></p>"
        yield f"<div>{''.join(_band_cell(mark, at) for mark in _thinned(plan.splits.marks))}</div>"
        if plan.fuel.rows:
            yield f"<p>{shown(_portions(plan))}</p>"
        yield "</div>"
    yield "</section>"


def _goal(plan: CardPlan, letter: str) -> str:
    found = [row for row in plan.plans.rows if row.letter == letter]
    return shown(" · ".join(each for row in found for each in (row.air, row.pace) if each))


def _thinned(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Every second mark, or third, until the rest fits beside halfway and finish."""
    keys = [mark for mark in marks if mark.is_key]
    plain = [mark for mark in marks if not mark.is_key]
    step = -(-len(plain) // (MOST_MARKS - len(keys)))
    # Counted in units of the first one, since halfway may stand in the place of another.
    places = {mark: round(float(mark.short) / float(plain[0].short)) for mark in plain}
    return tuple(mark for mark in marks if mark.is_key or places[mark] % step == 0)


def _band_cell(mark: Mark, at: int) -> str:
    kind = ' class="key"' if mark.is_key else ""
    return f"<span{kind}><i>{shown(mark.short)}</i> <b>{shown(mark.times[at])}</b></span>"


def _portions(plan: CardPlan) -> str:
    return f"Fuel at {' · '.join(row.clock for row in plan.fuel.rows)}{' …' * plan.fuel.more}"


def cramp_section(cramp: CrampPart) -> Iterator[str]:
    """Stop signs, stretches, restart and the hour after, as HTML."""
    yield '<section id="cramp" aria-labelledby="cramp-title"><div class="now">'
    yield '<h2 id="cramp-title">Cramp</h2><div class="stop">'
    yield f"<h3>{shown(cramp.title)}</h3><p><strong>{shown(cramp.rule)}</strong></p>"
    yield listed("ul", cramp.signs)
    yield listed("ol", cramp.actions)
    yield "</div>"
    yield "<h3>None of these? Stretch</h3>"
    yield listed("ol", cramp.steps)
    mark = f"{cramp.hold_mark} s: a mark to count by. Hold on until the cramp lets go."
    yield (
        f'<div class="timer" id="hold" data-mark="{cramp.hold_mark}" '
        f'data-words="{shown(mark)}" hidden>'
        '<button type="button">Count the hold</button> <output role="timer">0:00</output>'
        '<p role="status"></p></div>'
    )
    yield f"<p>{shown(cramp.hold_note)}</p>"
    rows = "".join(
        f"<div><dt>{shown(each.muscle)}</dt><dd>{shown(each.how)}</dd></div>"
        for each in cramp.stretches
    )
    yield f'<dl class="muscles">{rows}</dl>'
    if cramp.pickle:
        yield listed("ul", cramp.pickle)
    yield "</div>"
    yield f'<div class="mind"><h3>{shown(cramp.clear_title)}</h3>'
    yield f"<p>{shown(' '.join(cramp.clear_headed))}</p>"
    yield f"<h3>Take care</h3>{listed('ul', cramp.cautions)}</div>"
    if cramp.restart:
        yield '<div class="again"><h3>Run again</h3>'
        yield listed("ol", cramp.restart)
        yield listed("ul", cramp.recurrence)
        yield (
            f'<div class="timer" id="hour" data-seconds="{cramp.hour}" '
            'data-words="The hour is over." hidden>'
            '<button type="button">Start the hour</button> <output role="timer">60:00</output>'
            '<p role="status"></p></div></div>'
        )
    yield "</section>"


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
    yield from blocks((*told(card.opening), *open_questions(card.gaps)))
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
        yield from section("instead", INSTEAD, blocks(told(card.instead)))
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
    yield from section("drink", "Drink", _told(plan.drink))
    yield "</div>"


def _contact(contact: Contact) -> Iterator[str]:
    told = [("Emergency contact", contact.emergency), ("Medical", contact.medical)]
    rows = "".join(f"<dt>{name}</dt><dd>{shown(text)}</dd>" for name, text in told if text)
    if rows:
        yield f'<dl class="contact">{rows}</dl>'
    yield from blocks(open_questions(contact.gaps))


def _plans(part: PlanPart) -> Iterator[str]:
    rows = "".join(f"<div><dt>{row.letter}</dt>{_plan(row)}</div>" for row in part.rows)
    listing = [f'<dl class="plans">{rows}</dl>'] if rows else []
    yield from section("plans", "Plans", (*listing, *_told(part)))


def _plan(row: PlanRow) -> str:
    finish = f"<strong>{shown(row.finish)}</strong> {shown(row.pace)}".rstrip()
    about = ", ".join(each for each in (row.air, row.source) if each)
    return f"<dd>{finish if row.finish else ''} <small>{shown(about)}</small></dd>"


def _splits(part: SplitPart) -> Iterator[str]:
    rows = [
        (f'<th scope="row">{_mark(mark)}</th>', *(cell(each) for each in mark.times))
        for mark in part.marks
    ]
    keys = [mark.is_key for mark in part.marks]
    head = ("At", *(f"Plan {letter}" for letter in part.letters))
    rows_shown = table("Elapsed time", head, rows, keys)
    yield from section("splits", "Splits", (*rows_shown, *_told(part)))


def _mark(mark: Mark) -> str:
    name, _, place = mark.label.partition(", ")
    return shown(name) + (f" <small>{shown(place)}</small>" if place else "")


def _fuel(part: FuelPart) -> Iterator[str]:
    stations = any(row.station for row in part.rows)
    head = ("No.", "Minute", "h:mm", "At", *(["Station"] if stations else []))
    rows = [
        (
            f'<th scope="row">{row.number}</th>',
            *(cell(each) for each in (row.minute, row.clock, row.place)),
            *([cell(row.station)] if stations else []),
        )
        for row in part.rows
    ]
    rows_shown = table("Portions", head, rows)
    yield from section("fuel", "Fuel", (*rows_shown, *_told(part)))


def _told(part: PlanPart | SplitPart | FuelPart | DrinkPart) -> Iterator[str]:
    return blocks((*told(part.lines), *open_questions(part.gaps)))
