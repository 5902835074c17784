"""Air whose humidity nobody gave: what it may load a runner with, from dry to damp."""

from datetime import time

from mile18.science.heat import Flag, flag, wbgt_shade_and_sun
from mile18.topics.heat.adaptation import Span
from mile18.topics.heat.questions import Heat
from mile18.topics.race.questions import Race

# Per cent of humidity that a race may well meet, and those of an early morning: a judgement.
USUAL, EARLY = (30.0, 90.0), (50.0, 100.0)
EARLY_BEFORE = time(9)


def load_without_humidity(race: Race, heat: Heat) -> Span | None:
    """The WBGT in °C in dry and in damp air, as far as sun or shade lets it rise.

    None without a temperature, or where humidity or dew point is known. Source: wbgt-bom, wbgt-full;
    between which humidities is a judgement.
    """
    if heat.temperature is None or heat.humidity is not None or heat.dew_point is not None:
        return None
    early = race.start_time is not None and race.start_time < EARLY_BEFORE
    dry, damp = (wbgt_shade_and_sun(heat.temperature, each) for each in (EARLY if early else USUAL))
    column = 0 if heat.sun == "shade" else 1
    return dry[column], damp[column]


def flags_words(wbgt: Span) -> str:
    """Both flags of a span of WBGT in °C, the worse one leading: `red or yellow`."""
    low, high = (flag(each) for each in wbgt)
    return str(high) if low is high else f"{high} or {low}"


def worst(wbgt: Span) -> Flag:
    """The flag of the hotter end."""
    return flag(wbgt[1])
