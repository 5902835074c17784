"""Wristbands of the race card: a strip for each plan, in three lengths to cut out."""

from collections.abc import Iterator

from mile18.plan.card.card import Card, CardPlan
from mile18.plan.card.parts import Mark
from mile18.writers.html import shown

# In mm; more marks than this do not stay readable side by side on the shortest.
LENGTHS = (160, 180, 200)
MOST_MARKS = 11
# The mile that this card is for stands on every wristband in miles.
MILE = "18"


def bands(card: Card) -> Iterator[str]:
    """For each plan with splits a strip of each length: elapsed times, and when portions are due."""
    plan = card.plan
    if plan is None or not plan.splits.letters:
        return
    marks = thinned(plan.splits.marks, plan.splits.unit)
    yield '<section class="bands" aria-labelledby="bands-title">'
    yield '<h2 id="bands-title">Wristbands</h2>'
    yield (
        "<p>Print at 100%. Cut out the one of your plan that fits round your wrist, and glue or "
        "tape the grey end under the other.</p>"
    )
    for at, letter in enumerate(plan.splits.letters):
        for length in LENGTHS:
            yield from _band(card.name, plan, marks, at, letter, length)
    yield "</section>"


def _band(
    name: str, plan: CardPlan, marks: tuple[Mark, ...], at: int, letter: str, length: int
) -> Iterator[str]:
    yield f'<div class="band mm{length}"><div class="face">'
    yield (
        f"<p><strong>{letter}</strong> <bdi>{shown(name)}</bdi> "
        f"<span>{_goal(plan, letter)}</span></p>"
    )
    yield f'<div class="marks">{"".join(_cell(mark, at) for mark in marks)}</div>'
    if plan.fuel.rows:
        yield f"<p>{shown(_portions(plan))}</p>"
    yield f'</div><div class="tab">glue · {length} mm</div></div>'


def _goal(plan: CardPlan, letter: str) -> str:
    found = [row for row in plan.plans.rows if row.letter == letter]
    return shown(" · ".join(each for row in found for each in (row.air, row.pace) if each))


def thinned(marks: tuple[Mark, ...], unit: str) -> tuple[Mark, ...]:
    """Every second mark, or third, until the rest fits beside halfway and finish, and mile 18."""
    kept = {mark for mark in marks if mark.is_key or (unit == "mi" and mark.short == MILE)}
    plain = [mark for mark in marks if mark not in kept]
    step = -(-len(plain) // (MOST_MARKS - len(kept)))
    # Counted in units of the first one, since halfway may stand in the place of another.
    places = {mark: round(float(mark.short) / float(plain[0].short)) for mark in plain}
    return tuple(mark for mark in marks if mark in kept or places[mark] % step == 0)


def _cell(mark: Mark, at: int) -> str:
    kind = ' class="key"' if mark.is_key else ""
    return f"<span{kind}><i>{shown(mark.short)}</i> <b>{shown(mark.times[at])}</b></span>"


def _portions(plan: CardPlan) -> str:
    return f"Fuel at {' · '.join(row.clock for row in plan.fuel.rows)}{' …' * plan.fuel.more}"
