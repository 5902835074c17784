"""Plans A, B and C: one goal and pace for each of three temperatures, set before the day."""

from collections.abc import Iterator

from msgspec import Struct

from mile18.plan.race_day_plan import Letter, Plan, plan
from mile18.plan.race_day_words import Said
from mile18.profile import Profile
from mile18.topics.heat.questions import Heat
from mile18.units import number


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


def plans(profile: Profile) -> Plans:
    """The three plans of a profile, and how they fit each other and the weather expected.

    Source: heat-plan-options, heat-pace-use.
    """
    a, b, c = plan(profile, "A"), plan(profile, "B"), plan(profile, "C")
    expected = called_for(profile.heat, profile.heat.temperature)
    notes = (*_reached(profile.heat, expected), *_order(a, b, c), *_assumed(profile.heat, b, c))
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
    goals = [each.goal for each in (a, b, c) if each.goal is not None]
    if goals != sorted(goals):
        yield Said("A hotter plan has the faster goal: check the goal times.")


def _assumed(heat: Heat, b: Plan, c: Plan) -> Iterator[Said]:
    if b.celsius is not None or c.celsius is not None:
        yield Said(
            "Choose by the air at the start; it may warm up on the way.", ("heat-plan-options",)
        )
    if not (b.finish or c.finish):
        return
    moisture = (
        "the humidity or dew point you gave"
        if heat.temperature is None
        else "moisture from the forecast's dew point to its humidity"
    )
    yield Said(
        f"The models' ranges take {moisture}, and your goal as one for a cool day. "
        "They are suggestions; slower is always allowed.",
        ("heat-pace-use", "heat-hadley-table", "heat-mantzios"),
    )
