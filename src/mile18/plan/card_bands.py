"""Wristbands to cut out of the printed card: a strip of paper for each plan with a goal."""

from collections.abc import Iterator

from mile18.plan.card import Card, CardPlan
from mile18.plan.card_html_text import shown
from mile18.plan.card_parts import Mark

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
        yield f"<div>{''.join(_cell(mark, at) for mark in _thinned(plan.splits.marks))}</div>"
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


def _cell(mark: Mark, at: int) -> str:
    kind = ' class="key"' if mark.is_key else ""
    return f"<span{kind}><i>{shown(mark.short)}</i> <b>{shown(mark.times[at])}</b></span>"


def _portions(plan: CardPlan) -> str:
    return f"Fuel at {' · '.join(row.clock for row in plan.fuel.rows)}{' …' * plan.fuel.more}"
