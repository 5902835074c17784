"""The cramp protocol as plain text, for a shell, a phone's terminal or paper."""

from collections.abc import Iterable

from mile18.evidence.disclaimers import EMERGENCY, STRETCH
from mile18.evidence.library import GRADES, claim
from mile18.plan.cramp.muscles import (
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
from mile18.plan.cramp.protocol import (
    SLOWER_BY,
    SLOWER_NOTE,
    STOPPED_SECONDS,
    CrampMoment,
    finish_needs,
    new_finish,
)
from mile18.plan.cramp.steps import (
    AFTER,
    AFTERWARDS,
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
    Step,
    after_earlier_cramps,
    pickle_juice,
)
from mile18.plan.shut import DO_NOT_RUN_ON, NOW
from mile18.plan.wrap import one_line, wrapped
from mile18.science.pace import KM_PER_MILE
from mile18.units import clock

NARROWEST = 32

_TABLE_LABEL, _TABLE_CELL = 11, 19

_BEYOND = "* goes further than its source: practical advice or plain caution."


class _Page:
    """Lines no wider than `width`, and the claims they rest on in the order of appearance."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[str] = []
        self.claims: dict[str, None] = {}

    def write(self, text: str, first: str = "", rest: str | None = None) -> None:
        """Wrap one paragraph, its first line led by `first` and the others by `rest`."""
        self.lines += wrapped(text, self.width, first, rest)

    def section(self, title: str) -> None:
        """Start a section: a blank line, then the title in capitals."""
        self.lines.append("")
        self.write(title.upper())

    def step(self, step: Step, first: str) -> None:
        """Write a step with its grade and remember its claims."""
        self.rest_on(step.evidence)
        self.write(f"{step.text} {_grade(step)}", first)

    def steps(self, steps: Iterable[Step]) -> None:
        """Write steps numbered from 1."""
        for number, step in enumerate(steps, 1):
            self.step(step, f"{number}  ")

    def facts(self, *facts: Step) -> None:
        """Write steps that need no order."""
        for fact in facts:
            self.step(fact, "-  ")

    def rest_on(self, claims: Iterable[str]) -> None:
        """Remember claims for the list of sources."""
        self.claims.update(dict.fromkeys(claims))


def protocol_text(
    moment: CrampMoment, muscle: Muscle | None, km: float | None, width: int = 80
) -> str:
    """The whole protocol in lines of at most `width` columns, stop signs first.

    Without a muscle all of them are given in short; the new finish needs the goal, the distance
    and `km`, the kilometre of the cramp. Raises ValueError for a width under 32.
    """
    if width < NARROWEST:
        raise ValueError(f"width is {width} columns, allowed is {NARROWEST} or more")
    page = _Page(width)
    _stop_box(page)
    _header(page, moment, km)
    if muscle is None:
        _every_muscle(page)
    else:
        _one_muscle(page, muscle)
    page.section("Take care")
    page.facts(*CAUTIONS)
    _after(page, moment)
    if moment.may_run_on:
        _run_again(page, moment)
        _new_finish(page, moment, km)
    else:
        page.section("Do not run on")
        page.facts(DO_NOT_RUN_ON, *NOW)
    page.section("Not for a cramp")
    page.facts(*NOT_THIS)
    page.section("After the race")
    page.facts(*AFTERWARDS)
    _small_print(page)
    return "\n".join(page.lines) + "\n"


def _stop_box(page: _Page) -> None:
    inner = _Page(page.width - 4)
    inner.write(f"{STOP_TITLE}. {STOP_RULE}")
    inner.lines.append("")
    for sign in STOP_SIGNS:
        page.rest_on(sign.evidence)
        inner.write(sign.full, "-  ")
    inner.lines.append("")
    for number, action in enumerate(STOP_ACTION, 1):
        page.rest_on(action.evidence)
        inner.write(action.text, f"{number}  ")
    edge = "+" + "=" * (page.width - 2) + "+"
    body = [f"| {line:<{inner.width}} |" for line in inner.lines]
    page.lines += [edge, *body, edge]


def _header(page: _Page, moment: CrampMoment, km: float | None) -> None:
    page.section("Cramp" if km is None else f"Cramp at km {_km(km)}")
    name = one_line(moment.race_name, page.width)
    if name:
        page.lines.append(name)
    page.write("None of the signs above? Stop running and stretch the muscle.")
    page.write("[A] to [C]: how well a step is supported, see the end.")


def _one_muscle(page: _Page, muscle: Muscle) -> None:
    page.section(muscle.heading)
    page.rest_on(muscle.evidence)
    page.steps(muscle.stretch)
    if muscle.instead is not None:
        page.facts(muscle.instead)
    page.step(muscle.helper, "+  ")
    page.step(HELPER_NOTE, "+  ")
    page.facts(HOLD_WHY, HOLD_MARK)


def _every_muscle(page: _Page) -> None:
    page.section("Every stretch")
    page.step(OFF_COURSE, "1  ")
    page.write("Find the muscle below and get into its position, slowly.", "2  ")
    page.step(HOLD_STEP, "3  ")
    page.step(EASE_OFF, "4  ")
    page.facts(HOLD_WHY, HOLD_MARK)
    page.section("Which muscle")
    for muscle in MUSCLES:
        page.rest_on(muscle.evidence)
        page.write(muscle.heading, f"{muscle.key}  ")
        for step in muscle.position:
            page.step(step, "   ")
        page.step(muscle.helper, "   + ")
    page.step(HELPER_NOTE, "+  ")


def _after(page: _Page, moment: CrampMoment) -> None:
    page.section("Once it lets go")
    page.facts(*AFTER)
    if moment.pickle_juice:
        page.section("Pickle juice, if you carry it")
        page.facts(_pickle_juice(moment.body_mass_kg), *PICKLE_FACTS)
    else:
        page.section("No pickle juice")
        page.facts(NO_PICKLE_JUICE)


def _pickle_juice(kg: float | None) -> Step:
    # A slip in the profile must not cost the runner the rest of the page.
    try:
        return pickle_juice(kg)
    except ValueError:
        return pickle_juice(None)


def _run_again(page: _Page, moment: CrampMoment) -> None:
    page.section("Run again")
    page.write(RESTART_NOTE)
    page.steps(RESTART)
    earlier = after_earlier_cramps(moment.cramped_before)
    page.facts(*([] if earlier is None else [earlier]), RECURRENCE, RECURRENCE_CARE)


def _new_finish(page: _Page, moment: CrampMoment, km: float | None) -> None:
    page.section("New finish time")
    goal, race_km = moment.goal_seconds, moment.race_km
    if goal is None or race_km is None or km is None:
        page.write(f"Not known yet: {', '.join(finish_needs(moment, km))}.")
        return
    try:
        table = _finish_table(goal, race_km, km, page.width)
    except ValueError as problem:
        page.write(f"Cannot be worked out: {problem}.")
        return
    page.write(f"Goal {clock(goal)} for {_km(race_km)} km, even pace up to km {_km(km)}.")
    page.lines += table
    page.facts(SLOWER_NOTE)


def _finish_table(goal: float, race_km: float, km: float, width: int) -> list[str]:
    with_loss = width >= _TABLE_LABEL + _TABLE_CELL * len(SLOWER_BY)
    cell = _TABLE_CELL if with_loss else (width - _TABLE_LABEL) // len(SLOWER_BY)

    def row(label: str, cells: Iterable[str]) -> str:
        return (f"{label:<{_TABLE_LABEL}}" + "".join(f"{c:<{cell}}" for c in cells)).rstrip()

    running = [new_finish(goal, race_km, km, 0, slower) for slower in SLOWER_BY]
    rows = [
        row("slower", (f"{slower:.0%}" for slower in SLOWER_BY)),
        row("pace /km", (clock(r.pace_after) for r in running)),
        row("pace /mi", (clock(r.pace_after * KM_PER_MILE) for r in running)),
    ]
    for stopped in STOPPED_SECONDS:
        ends = [new_finish(goal, race_km, km, stopped, s) for s in SLOWER_BY]
        cells = (
            clock(e.finish_seconds) + (f" (+{clock(e.lost_seconds)})" if with_loss else "")
            for e in ends
        )
        rows.append(row(f"stop {clock(stopped)}", cells))
    return rows


def _small_print(page: _Page) -> None:
    page.section("Grades")
    for letter, meaning in GRADES.items():
        page.write(meaning, f"{letter}  ")
    page.write(_BEYOND, rest="   ")
    page.section("Sources")
    for name in page.claims:
        found = claim(name)
        page.write(f"{name} [{found.grade}] {', '.join(found.sources)}", rest="   ")
    page.lines.append("")
    page.write(STRETCH)
    page.write(EMERGENCY)


def _grade(step: Step) -> str:
    return f"[{step.grade}*]" if step.note else f"[{step.grade}]"


def _km(km: float) -> str:
    return f"{km:.1f}".removesuffix(".0")
