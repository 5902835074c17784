"""The heat of the day across the flags, the air you trained in, and how long your heat training lasts."""

from collections.abc import Iterator
from datetime import timedelta

from mile18.factor import Countdown
from mile18.plan.pictures.lines import OTHER, OWN, Line, Picture, around
from mile18.profile import Profile, at_its_warmest
from mile18.science.heat import acclimatisation
from mile18.topics.heat.adaptation import FADED_DAYS, expected_wbgt
from mile18.units import Units, amount, number

# Where one flag ends and the next begins (flags-acsm).
FLAGS = (10.0, 18.0, 23.0, 28.0)
KEY = f"│ flags  ━ from shade to sun  {OWN} race  {OTHER} runs"


def heat_picture(profile: Profile, countdown: Countdown, units: Units) -> Picture:
    """A scale for each that is known."""
    return Picture(lines=tuple(_lines(profile, countdown, units)), key=KEY)


def _lines(profile: Profile, countdown: Countdown, units: Units) -> Iterator[Line]:
    heat = at_its_warmest(profile).heat
    if wbgt := expected_wbgt(heat):
        low, high = (round(each) for each in wbgt)
        told = (
            amount(low, "°C", units, 0) if low == high else f"{low}–{amount(high, '°C', units, 0)}"
        )
        yield Line(
            questions=(
                "heat.temperature",
                "heat.humidity",
                "heat.dew_point",
                "heat.sun",
                "heat.hours",
            ),
            label="Heat load",
            told=told if units.temperature == "°C" else f"to {amount(high, '°C', units, 0)}",
            span=(min(5.0, wbgt[0]), max(33.0, wbgt[1])),
            band=wbgt,
            marks=((low, OWN), (high, OWN)),
            bounds=FLAGS,
        )
    if heat.temperature is not None and heat.training_temperature is not None:
        air, runs = heat.temperature, heat.training_temperature
        yield Line(
            questions=("heat.training_temperature",),
            label="Air",
            told=f"{amount(air, '°C', units, 0)}, runs {amount(runs, '°C', units, 0)}",
            span=around([air, runs, min(air, runs) - 5, max(air, runs) + 5], 0.0),
            marks=((runs, OTHER), (air, OWN)),
        )
    if heat.hot_sessions and heat.last_hot_session and countdown.race:
        yield from _fading(heat.hot_sessions, (countdown.race - heat.last_hot_session), countdown)


def _fading(sessions: int, gap: timedelta, countdown: Countdown) -> Iterator[Line]:
    """How far the block got you used to heat, by today and by race day, in per cent."""
    on_the_day = acclimatisation(sessions, min(FADED_DAYS, max(0, gap.days)))
    days_left = countdown.days or 0
    now = acclimatisation(sessions, min(FADED_DAYS, max(0, gap.days - days_left)))
    yield Line(
        questions=("heat.hot_sessions", "heat.last_hot_session"),
        label="Used to heat",
        told=f"{number(now, 0)}% now, {number(on_the_day, 0)}% on the day",
        span=(0.0, 100.0),
        band=(min(now, on_the_day), max(now, on_the_day)),
        marks=((on_the_day, OWN),),
    )
