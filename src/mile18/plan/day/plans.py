"""Plans A, B and C for the weather that comes."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from mile18.plan.day.heat import beyond_fit, black_flag
from mile18.plan.day.pacing import Aim
from mile18.plan.day.weather import Load, Weather, finish_span
from mile18.plan.day.words import Lack, Said, lack
from mile18.profile import Unanswered
from mile18.topics.heat.questions import Heat
from mile18.topics.race.questions import Target
from mile18.units import number

Letter = Literal["A", "B", "C"]
QUESTIONS: dict[Letter, tuple[str, str]] = {
    "A": ("heat.temperature", "race.goal_time"),
    "B": ("heat.hot_temperature", "heat.hot_goal_time"),
    "C": ("heat.very_hot_temperature", "heat.very_hot_goal_time"),
}


class Plan(Struct, frozen=True, kw_only=True):
    """A plan from an air temperature in °C on: the goal written, and the models' range, in seconds.

    `finish` is a suggestion by two named models, never a promise.
    """

    letter: Letter
    km: float | None
    celsius: float | None
    goal: int | None
    load: Load | None
    finish: tuple[int, int] | None
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]

    @property
    def suggested(self) -> bool:
        """Whether the times are the models' alone, since no goal is written."""
        return self.goal is None and self.finish is not None

    @property
    def times(self) -> tuple[int, int] | None:
        """The goal written, else the models' range, in seconds; none under a certain black flag."""
        if self.load is not None and self.load.surely_black:
            return None
        return (self.goal, self.goal) if self.goal is not None else self.finish

    @property
    def pace(self) -> tuple[float, float] | None:
        """The even pace for `times`, in seconds per km."""
        if self.times is None or not self.km:
            return None
        return self.times[0] / self.km, self.times[1] / self.km


def _about(
    letter: Letter, found: Load | None, goal: int | None, finish: tuple[int, int] | None
) -> Iterator[Said]:
    if found is not None:
        yield from black_flag(found)
        # The rest is said once, with the weather expected.
        yield from (each for each in beyond_fit(found) if each.loud and letter != "A")
    if finish and goal is not None and goal < finish[0]:
        yield Said(
            "Faster than both models suggest in this heat.",
            ("heat-pace-use",),
        )
    if letter == "C" and goal is None and found is not None:
        text = "Plan C has no goal time: run without a clock, or defer to another race."
        yield Said(text, ("heat-plan-options",))


def _lacks(
    letter: Letter, celsius: float | None, found: Load | None, aim: Aim, unanswered: Unanswered
) -> Iterator[Lack]:
    temperature, goal_time = QUESTIONS[letter]
    yield from lack(unanswered, f"Plan {letter} has no temperature.", temperature)
    if letter == "A":
        yield from aim.lacks("Plan A has no goal.")
    elif letter == "B":
        yield from lack(unanswered, "Plan B has no goal of your own.", goal_time)
    if found is None and celsius is not None:
        what = f"No range for plan {letter} without humidity or dew point."
        yield from lack(unanswered, what, "heat.humidity", "heat.dew_point")


class Plans(Struct, frozen=True, kw_only=True):
    """The three plans, and the one that the warmest air expected calls for (None: not known)."""

    a: Plan
    b: Plan
    c: Plan
    expected: Letter | None
    notes: tuple[Said, ...]

    @property
    def all(self) -> tuple[Plan, Plan, Plan]:
        """The plans from cool to very hot."""
        return self.a, self.b, self.c

    @property
    def goals(self) -> dict[Letter, int]:
        """The goal times in seconds to split; one faster than that of a cooler plan is a slip."""
        return _goals(self.all)


def _goals(cool_to_hot: Sequence[Plan]) -> dict[Letter, int]:
    found: dict[Letter, int] = {}
    for plan in cool_to_hot:
        if plan.goal is not None and plan.goal >= max(found.values(), default=0):
            found[plan.letter] = plan.goal
    return found


def plans(
    weather: Weather,
    km: float | None,
    aim: Aim,
    supported: Target | None,
    unanswered: Unanswered,
) -> Plans:
    """The plans as answered, with the models' range where it can be worked out for each.

    Heat slows the time that training supports, where that is slower than the goal.

    Also how they fit each other and the weather expected. Source: heat-plan-options,
    heat-pace-use, heat-hadley-table, heat-mantzios, flags-acsm.
    """
    heat = weather.heat
    # Two plans may start from one temperature.
    loads = {
        each: weather.load(each)
        for each in dict.fromkeys(
            (heat.temperature, heat.hot_temperature, heat.very_hot_temperature)
        )
    }

    def plan(letter: Letter, celsius: float | None, goal: int | None) -> Plan:
        found = loads[celsius]
        finish = finish_span(supported, found)
        return Plan(
            letter=letter,
            km=km,
            celsius=celsius,
            goal=goal,
            load=found,
            finish=finish,
            notes=tuple(_about(letter, found, goal, finish)),
            lacks=tuple(_lacks(letter, celsius, found, aim, unanswered)),
        )

    # Any other goal for plan A is a slip, and a slip is no plan.
    a = plan("A", heat.temperature, aim.target.seconds if aim.target else None)
    b = plan("B", heat.hot_temperature, heat.hot_goal_time)
    c = plan("C", heat.very_hot_temperature, heat.very_hot_goal_time)
    expected = called_for(heat, heat.temperature)
    notes = (*_reached(heat, expected), *_order(a, b, c), *_assumed(b, c))
    return Plans(a=a, b=b, c=c, expected=expected, notes=notes)


def called_for(heat: Heat, celsius: float | None) -> Letter | None:
    """The plan that an air temperature in °C calls for; None while that is not known."""
    if celsius is None:
        return None
    if heat.very_hot_temperature is not None and celsius >= heat.very_hot_temperature:
        return "C"
    if heat.hot_temperature is not None and celsius >= heat.hot_temperature:
        return "B"
    return "A"


def _reached(heat: Heat, expected: Letter | None) -> Iterator[Said]:
    if heat.temperature is not None and expected in ("B", "C"):
        yield Said(
            f"The warmest air you expect, {{°C:{number(heat.temperature, 1)}}}, reaches the "
            f"temperature of plan {expected}: be ready to start on that one.",
            ("heat-plan-options",),
            loud=True,
        )


def _order(a: Plan, b: Plan, c: Plan) -> Iterator[Said]:
    if b.celsius is not None and c.celsius is not None and c.celsius <= b.celsius:
        yield Said("Plan C should start above plan B: check the two temperatures.")
    kept = _goals((a, b, c))
    if any(each.goal is not None and each.letter not in kept for each in (a, b, c)):
        yield Said(
            "A hotter plan has the faster goal: check the goal times. Such a plan has no splits.",
            loud=True,
        )


def _assumed(b: Plan, c: Plan) -> Iterator[Said]:
    if b.celsius is not None or c.celsius is not None:
        yield Said(
            "Choose by the warmest air expected during your race, not by the air at the start.",
            ("heat-plan-options", "heat-warmest-hour"),
        )
    if b.finish or c.finish:
        models = ("heat-pace-use", "heat-hadley-table", "heat-mantzios")
        yield Said("Slower than these times is always allowed.", models)
