"""What the heat of race day means for the plan, in words: flags, models, what is still to answer."""

from msgspec import Struct

from mile18.evidence.disclaimers import HEAT
from mile18.plan.day.pacing import Aim
from mile18.plan.day.weather import Load, Weather, flag_words
from mile18.plan.day.words import Lack, Said, lack
from mile18.profile import Unanswered
from mile18.science.heat import (
    DAMPEST_FITTED,
    DRIEST_FITTED,
)
from mile18.topics.heat.adaptation import Span
from mile18.topics.heat.humidity import flags_words
from mile18.topics.heat.questions import Heat
from mile18.units import number


def black_flag(found: Load) -> tuple[Said, ...]:
    """What to say where the estimate passes the black flag; empty below it (flags-acsm)."""
    if not found.black:
        return ()
    where, then = "may pass", "Near it, defer to another race, or run without a time goal."
    if found.surely_black:
        where, then = "passes", "Defer to another race."
    return (
        Said(
            f"The estimate {where} a heat load of {{°C:28}} WBGT, the black flag. Under it, do "
            f"not start. {then}",
            ("flags-acsm", "heat-plan-options"),
            loud=True,
        ),
    )


def beyond_fit(found: Load) -> tuple[Said, ...]:
    """Where a formula is used outside what it was made for, in words."""
    said = []
    if any(not DRIEST_FITTED <= air.humidity <= DAMPEST_FITTED for air in found.airs):
        said.append(
            Said(
                "The wet-bulb formula was fitted to 5–99% humidity. Values outside are taken at "
                "that edge. That moves WBGT by tenths of a degree.",
                ("wbgt-stull",),
            )
        )
    if found.dew_point is None:
        said.append(
            Said(
                "Under 1% humidity there is no dew point, so the coach's table is left out. Check "
                "the humidity.",
                ("dewpoint-magnus",),
            )
        )
    elif found.percent is None:
        said.append(
            Said(
                "Temperature plus dew point is over 180 °F: the coach's table has no figure there "
                "and advises against hard running.",
                ("heat-hadley-table",),
                loud=True,
            )
        )
    return tuple(said)


# Degrees of dew point: below this, humidity and dew point differ by the rounding of a forecast.
CONFLICT = 1.0


class HeatDay(Struct, frozen=True, kw_only=True):
    """The load of the weather expected, and the finish times in seconds that the models make of it."""

    load: Load | None
    flags: str
    finish: tuple[int, int] | None
    notes: tuple[Said, ...]
    lacks: tuple[Lack, ...]


def heat_day(
    weather: Weather,
    damp: Span | None,
    finish: tuple[int, int] | None,
    aim: Aim,
    unanswered: Unanswered,
) -> HeatDay:
    """What the weather expected means for the day; an estimate, which the organiser's flag outranks.

    `damp` is the WBGT in °C between dry and damp air, where nobody gave a humidity.

    Source: flags-acsm, heat-pace-use, heat-hadley-table, heat-mantzios, wbgt-station-error.
    """
    heat, found = weather.heat, weather.expected
    return HeatDay(
        load=found,
        flags=flag_words(found, heat.sun) if found else "",
        finish=finish,
        notes=(*_notes(heat, found, damp), Said(HEAT, ("flags-acsm", "redflag-heat-stroke"))),
        lacks=tuple(_lacks(weather, aim, unanswered)),
    )


def _notes(heat: Heat, found: Load | None, damp: Span | None) -> list[Said]:
    if found is None:
        return [] if damp is None else [_without_humidity(damp)]
    said = [*black_flag(found), *beyond_fit(found)]
    if heat.dew_point is not None and heat.dew_point > found.celsius:
        text = (
            "A dew point above the air temperature is not possible, so the air is taken as "
            "saturated."
        )
        said.append(Said(text, ("dewpoint-magnus",)))
    elif len(found.airs) > 1 and _differ(found):
        text = "Your humidity and your dew point do not agree, so the spans cover both."
        said.append(Said(text, ("dewpoint-magnus",)))
    if heat.sun == "mixed":
        middle = number(sum(found.counted(heat.sun)) / 2, 0)
        text = f"With some sun and some shade, about {{°C:{middle}}} WBGT."
        said.append(Said(text, ("wbgt-full", "wbgt-bom")))
    if found.percent and found.percent[1] > 0:
        said.append(
            Said(
                "Slower runners, and those not used to heat, may lose more than either model says.",
                ("heat-pace-use", "heat-ely"),
            )
        )
    return said


def _without_humidity(damp: Span) -> Said:
    degrees = f"{{°C:{number(damp[0], 0)}–{number(damp[1], 0)}}}"
    return Said(
        f"Humidity is not answered. The heat load is about {degrees} WBGT from dry to damp air, "
        "so the flag may be "
        f"{flags_words(damp)}.",
        ("wbgt-bom", "flags-acsm"),
        loud=True,
    )


def _differ(found: Load) -> bool:
    dew = found.dew_point
    return dew is not None and dew[1] - dew[0] > CONFLICT


def _lacks(weather: Weather, aim: Aim, unanswered: Unanswered) -> list[Lack]:
    heat, found = weather.heat, weather.expected
    said = [*lack(unanswered, "No heat load without a temperature.", "heat.temperature")]
    if heat.humidity is None and heat.dew_point is None:
        what = "No dew point, heat load, flag or slowing without humidity or dew point."
        said += lack(unanswered, what, "heat.humidity", "heat.dew_point")
    if found is not None:
        said += lack(unanswered, "Sun or shade would narrow the span.", "heat.sun")
        if found.percent is not None:
            said += aim.lacks("No finish times in this heat.")
    return said
