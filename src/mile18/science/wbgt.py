"""Wet-bulb globe temperature from temperature and humidity, and the race flags."""

from enum import StrEnum
from math import atan, sqrt

from mile18.science.air import vapour_pressure
from mile18.science.checks import within

_BEST_WBGT_UP_TO = 15


class Flag(StrEnum):
    """Race-day heat flag, coolest first (flags-acsm)."""

    WHITE = "white"
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    BLACK = "black"


def wbgt_sun(celsius: float, humidity: float) -> float:
    """Return WBGT in °C for fairly strong sun and light wind, from °C and humidity in %.

    Source: wbgt-bom; too high under cloud, in wind or at night.
    Raises ValueError outside −40 to 60 °C or 0 to 100 %.
    """
    return 0.567 * celsius + 0.393 * vapour_pressure(celsius, humidity) + 3.94


def wet_bulb(celsius: float, humidity: float) -> float:
    """Return the wet-bulb temperature in °C at sea level, from °C and humidity in %.

    Source: wbgt-stull, off by −1 to +0.65 °C.
    Raises ValueError outside −20 to 50 °C or 5 to 99 %, where the fit was not made.
    """
    within("air temperature", celsius, -20, 50, "°C")
    rh = within("humidity", humidity, 5, 99, "%")
    return (
        celsius * atan(0.151977 * sqrt(rh + 8.313659))
        + atan(celsius + rh)
        - atan(rh - 1.676331)
        + 0.00391838 * rh * sqrt(rh) * atan(0.023101 * rh)
        - 4.686035
    )


def wbgt_shade(celsius: float, humidity: float) -> float:
    """Return WBGT in °C for full shade, from °C and humidity in %.

    Source: wbgt-full, with the wet bulb of wbgt-stull.
    Raises ValueError outside −20 to 50 °C or 5 to 99 %.
    """
    return 0.7 * wet_bulb(celsius, humidity) + 0.3 * celsius


def flag(wbgt: float) -> Flag:
    """Return the race flag for a WBGT in °C, with bounds at 10, 18, 23 and 28.

    Source: flags-acsm; exactly 28 is red, above is black.
    Raises ValueError outside −100 to 100 °C.
    """
    within("WBGT", wbgt, -100, 100, "°C")
    if wbgt < 10:
        return Flag.WHITE
    if wbgt < 18:
        return Flag.GREEN
    if wbgt < 23:
        return Flag.YELLOW
    return Flag.RED if wbgt <= 28 else Flag.BLACK


def wbgt_slowdown(wbgt: float) -> tuple[float, float]:
    """Return the lowest and highest slowing in % for a WBGT in °C: 0.3–0.4 % per °C above 15.

    Source: heat-mantzios, heat-pace-use; mostly elite runners, so a lower bound.
    Raises ValueError outside −100 to 100 °C.
    """
    above = max(0.0, within("WBGT", wbgt, -100, 100, "°C") - _BEST_WBGT_UP_TO)
    return 0.3 * above, 0.4 * above
