"""The weather expected: flags from shade to sun, and what the heat may cost, as a range."""

from math import floor

from msgspec import Struct

from mile18.evidence.disclaimers import HEAT
from mile18.plan.race_day_flags import beyond_fit, black_flag, flag_words
from mile18.plan.race_day_goal import Target, no_target, target
from mile18.plan.race_day_load import Load, load
from mile18.plan.race_day_words import Lack, Said, lack
from mile18.profile import Profile
from mile18.science.pace import slowed
from mile18.units import number

# Degrees of dew point: below this, humidity and dew point differ by the rounding of a forecast.
CONFLICT = 1.0


class HeatDay(Struct, frozen=True, kw_only=True):
    """The load of the weather expected, and the finish times in seconds that the models make of it."""

    load: Load | None
    flags: str
    finish: tuple[int, int] | None
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]


def heat_day(profile: Profile) -> HeatDay:
    """What the weather expected means for the day; an estimate, which the organiser's flag outranks.

    Source: flags-acsm, heat-pace-use, heat-hadley-table, heat-mantzios, wbgt-station-error.
    """
    heat = profile.heat
    if heat.temperature is None:
        found = None
    else:
        found = load(heat.temperature, heat.humidity, heat.dew_point, heat.sun)
    return HeatDay(
        load=found,
        flags=flag_words(found, heat.sun) if found else "",
        finish=finish_span(target(profile.race), found),
        notes=(*_notes(profile, found), Said(HEAT, ("flags-acsm", "redflag-heat-stroke"))),
        lacks=tuple(_lacks(profile, found)),
    )


def finish_span(aim: Target | None, found: Load | None) -> tuple[int, int] | None:
    """The finish times in whole seconds that the models make of a goal for a cool day.

    None where a model has no figure, and under a certain black flag, which is no day for a time.
    """
    if aim is None or found is None or found.percent is None or found.surely_black:
        return None
    low, high = (floor(slowed(aim.seconds, each) + 0.5) for each in found.percent)
    return low, high


def _notes(profile: Profile, found: Load | None) -> list[Said]:
    if found is None:
        return []
    said = [*black_flag(found), *beyond_fit(found)]
    heat = profile.heat
    if heat.dew_point is not None and heat.dew_point > found.celsius:
        text = "A dew point above the air temperature is not possible: taken as saturated air."
        said.append(Said(text, ("dewpoint-magnus",)))
    elif len(found.airs) > 1 and _differ(found):
        text = "Your humidity and your dew point do not agree, so the spans cover both."
        said.append(Said(text, ("dewpoint-magnus",)))
    if heat.sun == "mixed":
        middle = number((sum(found.shade) + sum(found.sun)) / 4, 0)
        text = f"With some of both, about {{°C:{middle}}} WBGT, as readiness counts it."
        said.append(Said(text, ("wbgt-full", "wbgt-bom")))
    if found.percent and found.percent[1] > 0:
        said.append(
            Said(
                "Reckoned from a goal for a cool day. Slower runners, and those not used to heat, "
                "sit nearer the upper end, and may lose more than either model says.",
                ("heat-pace-use", "heat-ely"),
            )
        )
    return said


def _differ(found: Load) -> bool:
    dew = found.dew_point
    return dew is not None and dew[1] - dew[0] > CONFLICT


def _lacks(profile: Profile, found: Load | None) -> list[Lack]:
    heat = profile.heat
    said = [*lack(profile, "No heat load without a temperature.", "heat.temperature")]
    if heat.humidity is None and heat.dew_point is None:
        what = "No dew point, WBGT, flag or slowing without humidity or dew point."
        said += lack(profile, what, "heat.humidity", "heat.dew_point")
    if found is not None:
        said += lack(profile, "Sun or shade would narrow the span.", "heat.sun")
        if found.percent is not None:
            said += no_target(profile, "No finish times in this heat.")
    return said
