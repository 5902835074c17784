"""The cramp protocol as a page: the signs that end it, the stretch, and what comes after."""

from collections.abc import Iterable, Iterator

from mile18.evidence.cramp_steps import (
    AFTER,
    AFTERWARDS,
    CLEAR_HEADED,
    CLEAR_TITLE,
    FIRST_TWITCH,
    NO_PICKLE_JUICE,
    NOT_THIS,
    PICKLE_FACTS,
    RECURRENCE,
    RECURRENCE_CARE,
    RESTART,
    RESTART_NOTE,
    STOP_ACTION,
    STOP_RULE,
    STOP_SIGNS,
    STOP_TITLE,
)
from mile18.evidence.library import GRADES, claim
from mile18.evidence.step import Step
from mile18.evidence.stretches import (
    CAUTIONS,
    EASE_OFF,
    HELPER_NOTE,
    HOLD_MARK,
    HOLD_STEP,
    HOLD_WHY,
    MUSCLES,
    OFF_COURSE,
    Muscle,
)
from mile18.page import Asked, Block, Box, Page, Section, Sentence, Table, numbered, points
from mile18.plan.cramp.protocol import (
    SLOWER_BY,
    SLOWER_NOTE,
    STOPPED_SECONDS,
    CrampMoment,
    after_earlier_cramps,
    finish_needs,
    new_finish,
    pickle_juice,
    slower_words,
)
from mile18.plan.shut import DO_NOT_RUN_ON, NOW
from mile18.science.pace import KM_PER_MILE
from mile18.topics.health.low_sugar import CARRY, CONFUSED, DROWSY
from mile18.units import clock
from mile18.wrap import one_line

_TABLE_LABEL, _TABLE_CELL = 11, 19

_BEYOND = "* goes further than its source: practical advice or caution."


class _Claims:
    """The claims that the page rests on, in the order of appearance."""

    def __init__(self) -> None:
        self.names: dict[str, None] = {}

    def rest_on(self, claims: Iterable[str]) -> None:
        """Remember claims for the list of sources."""
        self.names.update(dict.fromkeys(claims))

    def step(self, step: Step, lead: str) -> Sentence:
        """A step with its grade."""
        self.rest_on(step.evidence)
        asked: Asked = "sources" if step.why else ""
        return Sentence(f"{step.text} {_grade(step)}", lead=lead, asked=asked)

    def steps(self, steps: Iterable[Step]) -> list[Sentence]:
        """Steps numbered from 1."""
        return [self.step(step, f"{number}  ") for number, step in enumerate(steps, 1)]

    def facts(self, *facts: Step) -> list[Sentence]:
        """Steps that need no order."""
        return [self.step(fact, "-  ") for fact in facts]


def cramp_page(moment: CrampMoment, muscle: Muscle | None, km: float | None, width: int) -> Page:
    """The whole protocol for `width` columns, stop signs first.

    Without a muscle all of them are given in short; the new finish needs the goal, the distance
    and `km`, the kilometre of the cramp.
    """
    claims = _Claims()
    box = _stop_box(claims)
    return Page(tuple(_sections(moment, muscle, km, width, claims)), (box,))


def _sections(
    moment: CrampMoment, muscle: Muscle | None, km: float | None, width: int, claims: _Claims
) -> Iterator[Section]:
    title = "Cramp" if km is None else f"Cramp at km {_km(km)}"
    yield Section(title, tuple(_header(claims, moment, width)))
    if moment.low_sugar:
        yield Section("Low blood sugar", tuple(claims.facts(CONFUSED, DROWSY, CARRY)))
    if muscle is None:
        yield from _every_muscle(claims)
    else:
        yield Section(muscle.heading, tuple(_one_muscle(claims, muscle)))
    yield Section("Take care", tuple(claims.facts(*CAUTIONS)))
    yield Section(CLEAR_TITLE, tuple(claims.steps(CLEAR_HEADED)))
    yield Section("Once it lets go", tuple(claims.facts(*AFTER)))
    if moment.pickle_juice:
        facts = claims.facts(_pickle_juice(moment.body_mass_kg), *PICKLE_FACTS)
        yield Section("Pickle juice, if you carry it", tuple(facts))
    else:
        yield Section("No pickle juice", tuple(claims.facts(NO_PICKLE_JUICE)))
    if moment.may_run_on:
        yield Section("Run again", tuple(_run_again(claims, moment)))
        if km is not None:
            yield Section("New finish time", tuple(_new_finish(claims, moment, km, width)))
    else:
        yield Section("Do not run on", tuple(claims.facts(DO_NOT_RUN_ON, *NOW)))
    yield Section("Not for a cramp", tuple(claims.facts(*NOT_THIS)))
    yield Section("After the race", tuple(claims.facts(*AFTERWARDS)))
    grades = (Sentence(meaning, lead=f"{letter}  ") for letter, meaning in GRADES.items())
    yield Section("Grades", (*grades, Sentence(_BEYOND, margin="   ")), asked="sources")
    yield Section("Sources", tuple(map(_source, claims.names)), asked="sources")


def _source(name: str) -> Sentence:
    found = claim(name)
    return Sentence(f"{name} [{found.grade}] {', '.join(found.sources)}", margin="   ")


def _stop_box(claims: _Claims) -> Box:
    for each in (*STOP_SIGNS, *STOP_ACTION):
        claims.rest_on(each.evidence)
    return Box(
        (
            Sentence(f"{STOP_TITLE}. {STOP_RULE}"),
            Sentence(""),
            *points(sign.full for sign in STOP_SIGNS),
            Sentence(""),
            *numbered(action.text for action in STOP_ACTION),
        )
    )


def _header(claims: _Claims, moment: CrampMoment, width: int) -> Iterator[Sentence]:
    if name := one_line(moment.race_name, width):
        yield Sentence(name)
    yield Sentence("None of the signs above? Stop running and stretch the muscle.")
    yield from claims.facts(FIRST_TWITCH)
    yield Sentence(
        "[A] to [C] show how well a step is supported, [A] best. * goes further than its source."
    )


def _one_muscle(claims: _Claims, muscle: Muscle) -> Iterator[Sentence]:
    claims.rest_on(muscle.evidence)
    yield from claims.steps(muscle.stretch)
    if muscle.instead is not None:
        yield from claims.facts(muscle.instead)
    yield claims.step(muscle.helper, "+  ")
    yield claims.step(HELPER_NOTE, "+  ")
    yield from claims.facts(HOLD_WHY, HOLD_MARK)


def _every_muscle(claims: _Claims) -> Iterator[Section]:
    find = Sentence("Find the muscle below and get into its position, slowly.", lead="2  ")
    stretch = (
        claims.step(OFF_COURSE, "1  "),
        find,
        claims.step(HOLD_STEP, "3  "),
        claims.step(EASE_OFF, "4  "),
        *claims.facts(HOLD_WHY, HOLD_MARK),
    )
    yield Section("Every stretch", stretch)
    found = (block for muscle in MUSCLES for block in _in_short(claims, muscle))
    yield Section("Which muscle", (*found, claims.step(HELPER_NOTE, "+  ")))


def _in_short(claims: _Claims, muscle: Muscle) -> Iterator[Sentence]:
    claims.rest_on(muscle.evidence)
    yield Sentence(muscle.heading, lead=f"{muscle.key}  ")
    for step in muscle.position:
        yield claims.step(step, "   ")
    yield claims.step(muscle.helper, "   + ")


def _pickle_juice(kg: float | None) -> Step:
    # A slip in the profile must not cost the runner the rest of the page.
    try:
        return pickle_juice(kg)
    except ValueError:
        return pickle_juice(None)


def _run_again(claims: _Claims, moment: CrampMoment) -> Iterator[Sentence]:
    yield Sentence(RESTART_NOTE)
    yield from claims.steps(RESTART)
    earlier = after_earlier_cramps(moment.cramped_before)
    yield from claims.facts(*([] if earlier is None else [earlier]), RECURRENCE, RECURRENCE_CARE)


def _new_finish(claims: _Claims, moment: CrampMoment, km: float, width: int) -> Iterator[Block]:
    goal, race_km = moment.goal_seconds, moment.race_km
    if goal is None or race_km is None:
        yield Sentence(f"Not answered yet: {', '.join(finish_needs(moment, km))}.")
        return
    try:
        table = _finish_table(goal, race_km, km, width)
    except ValueError as problem:
        yield Sentence(f"Cannot be worked out: {problem}.")
        return
    yield Sentence(f"Goal {clock(goal)} for {_km(race_km)} km, even pace until km {_km(km)}.")
    yield table
    yield from claims.facts(SLOWER_NOTE)


def _finish_table(goal: float, race_km: float, km: float, width: int) -> Table:
    with_loss = width >= _TABLE_LABEL + _TABLE_CELL * len(SLOWER_BY)
    cell = _TABLE_CELL if with_loss else (width - _TABLE_LABEL) // len(SLOWER_BY)
    running = [new_finish(goal, race_km, km, 0, slower) for slower in SLOWER_BY]
    rows = [
        ("then", *map(slower_words, SLOWER_BY)),
        ("pace /km", *(clock(each.pace_after) for each in running)),
        ("pace /mi", *(clock(each.pace_after * KM_PER_MILE) for each in running)),
    ]
    for stopped in STOPPED_SECONDS:
        ends = [new_finish(goal, race_km, km, stopped, slower) for slower in SLOWER_BY]
        cells = (
            clock(end.finish_seconds) + (f" (+{clock(end.lost_seconds)})" if with_loss else "")
            for end in ends
        )
        rows.append((f"stop {clock(stopped)}", *cells))
    sides, least = "<" * (1 + len(SLOWER_BY)), (_TABLE_LABEL, *(cell for _ in SLOWER_BY))
    return Table(tuple(rows), sides, gap=0, least=least)


def _grade(step: Step) -> str:
    return f"[{step.grade}*]" if step.note else f"[{step.grade}]"


def _km(km: float) -> str:
    return f"{km:.1f}".removesuffix(".0")
