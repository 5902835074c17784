"""The weather expected: flags from shade to sun, and what the heat may cost, as a range."""

from math import floor

from msgspec import Struct

from mile18.evidence.disclaimers import HEAT
from mile18.plan.race_day_goal import Target, no_target, target
from mile18.plan.race_day_load import BLACK_ABOVE, Load, load
from mile18.plan.race_day_words import Lack, Said, lack
from mile18.profile import Profile
from mile18.science.heat import Flag
from mile18.science.pace import slowed
from mile18.topics.expected_heat import DAMPEST_FITTED, DRIEST_FITTED, Span

SHADE, SUN = "shade", "full sun"


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
        notes=(*_notes(found, profile), Said(HEAT, ("flags-acsm", "redflag-heat-stroke"))),
        lacks=tuple(_lacks(profile, found)),
    )


def finish_span(aim: Target | None, found: Load | None) -> tuple[int, int] | None:
    """The finish times in whole seconds that the models make of a goal for a cool day."""
    if aim is None or found is None or found.percent is None:
        return None
    low, high = (floor(slowed(aim.seconds, each) + 0.5) for each in found.percent)
    return low, high


def flag_words(found: Load, sun: str | None) -> str:
    """The flags in words, from shade to sun: `yellow in shade, red in full sun`."""
    shade, full = _flags(found.shade), _flags(found.sun)
    if sun == "shade":
        return f"{shade} in {SHADE}"
    if sun == "sun":
        return f"{full} in {SUN}"
    if shade == full:
        return f"{shade} in {SHADE} and {SUN}"
    return f"{shade} in {SHADE}, {full} in {SUN}"


def black_flag(found: Load) -> tuple[Said, ...]:
    """What to say where the estimate passes the black flag; empty below it (flags-acsm)."""
    if not found.black:
        return ()
    where = "passes" if found.wbgt[0] > BLACK_ABOVE else "may pass"
    return (
        Said(
            f"The estimate {where} {{°C:28}} WBGT, the black flag: organisers may cancel. Put the "
            "race off, or treat it as a run without a time goal.",
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
                "The wet-bulb formula was fitted to 5–99 % humidity; what lies outside is taken at "
                "that edge, which moves WBGT by tenths of a degree.",
                ("wbgt-stull",),
            )
        )
    if found.dew_point is None:
        said.append(
            Said(
                "Under 1 % humidity there is no dew point to reckon with, so the coach's table is "
                "left out. Check the humidity.",
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


def _flags(wbgt: Span) -> str:
    coolest, hottest = Flag(_flag(wbgt[0])), Flag(_flag(wbgt[1]))
    return str(coolest) if coolest is hottest else f"{coolest} to {hottest}"
