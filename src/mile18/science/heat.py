"""Heat: the air's moisture, WBGT from a forecast, heat index, and what heat costs a runner."""

from enum import StrEnum
from math import atan, exp, log, sqrt
from typing import NamedTuple

from mile18.science.checks import air_temperature, relative_humidity, within

_MAGNUS_A = 17.625
_MAGNUS_B = 243.04


def to_fahrenheit(celsius: float) -> float:
    """Return °F for a temperature in °C (definition, no source needed)."""
    return celsius * 9 / 5 + 32


def to_celsius(fahrenheit: float) -> float:
    """Return °C for a temperature in °F (definition, no source needed)."""
    return (fahrenheit - 32) * 5 / 9


def dew_point(celsius: float, humidity: float) -> float:
    """Return the dew point in °C for an air temperature in °C and a humidity in %.

    Source: dewpoint-magnus, good to about 0.35 °C.
    Raises ValueError outside −40 to 60 °C, and unless humidity is above 0 and at most 100%.
    """
    air_temperature(celsius)
    if relative_humidity(humidity) == 0:
        raise ValueError("humidity is 0%, allowed for a dew point is more than 0 to 100%")
    gamma = log(humidity / 100) + _MAGNUS_A * celsius / (_MAGNUS_B + celsius)
    return min(celsius, _MAGNUS_B * gamma / (_MAGNUS_A - gamma))


def humidity_from_dew_point(celsius: float, dew_point: float) -> float:
    """Return the relative humidity in % for an air temperature and a dew point, both in °C.

    Source: dewpoint-magnus.
    Raises ValueError outside −40 to 60 °C, and for a dew point above the air temperature.
    """
    air_temperature(celsius)
    within("dew point", dew_point, -240, celsius, "°C")
    at_dew_point = _MAGNUS_A * dew_point / (_MAGNUS_B + dew_point)
    at_air = _MAGNUS_A * celsius / (_MAGNUS_B + celsius)
    return 100 * exp(at_dew_point - at_air)


def vapour_pressure(celsius: float, humidity: float) -> float:
    """Return the water vapour pressure in hPa for °C and humidity in %.

    Source: wbgt-bom, whose WBGT needs hPa; kPa is a known mistake.
    Raises ValueError outside −40 to 60 °C or 0 to 100%.
    """
    air_temperature(celsius)
    saturated = 6.105 * exp(17.27 * celsius / (237.7 + celsius))
    return relative_humidity(humidity) / 100 * saturated


_SAME_UP_TO_F, _SIMPLE_BELOW_F = 40, 79


def regression_fahrenheit(f: float, rh: float) -> float:
    """Return the plain regression in °F, which the printed chart follows from 80 °F and 40% up.

    `f` in °F, `rh` in %. Source: heat-index-formula, heat-index-chart-trap.
    Raises ValueError outside −40 to 140 °F or 0 to 100%.
    """
    within("air temperature", f, -40, 140, "°F")
    relative_humidity(rh)
    return (
        -42.379
        + 2.04901523 * f
        + 10.14333127 * rh
        - 0.22475541 * f * rh
        - 0.00683783 * f * f
        - 0.05481717 * rh * rh
        + 0.00122874 * f * f * rh
        + 0.00085282 * f * rh * rh
        - 0.00000199 * f * f * rh * rh
    )


def heat_index_fahrenheit(f: float, rh: float) -> float:
    """Return the heat index in °F by the full algorithm with its humidity corrections.

    `f` in °F, `rh` in %. Up to 40 °F it is the temperature, and below 79 °F the simple step, which
    is a mean with the temperature already. Source: heat-index-formula, metpy.
    Raises ValueError outside −40 to 140 °F or 0 to 100%.
    """
    regression = regression_fahrenheit(f, rh)
    if f <= _SAME_UP_TO_F:
        return f
    simple = 0.5 * (f + 61.0 + (f - 68.0) * 1.2 + rh * 0.094)
    index = simple if simple < _SIMPLE_BELOW_F else regression
    if rh < 13 and 80 <= f <= 112:
        return index - (13 - rh) / 4 * sqrt((17 - abs(f - 95)) / 17)
    if rh > 85 and 80 <= f <= 87:
        return index + (rh - 85) / 10 * (87 - f) / 5
    return index


def heat_index(celsius: float, humidity: float) -> float:
    """Return the heat index in °C for an air temperature in °C and a humidity in %.

    Source: heat-index-formula.
    Raises ValueError outside −40 to 60 °C or 0 to 100%.
    """
    return to_celsius(heat_index_fahrenheit(to_fahrenheit(air_temperature(celsius)), humidity))


_BEST_WBGT_UP_TO = 15
# Outside this the wet bulb was not fitted; drier or damper air differs by tenths.
DRIEST_FITTED, DAMPEST_FITTED = 5.0, 99.0


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
    Raises ValueError outside −40 to 60 °C or 0 to 100%.
    """
    return 0.567 * celsius + 0.393 * vapour_pressure(celsius, humidity) + 3.94


def wet_bulb(celsius: float, humidity: float) -> float:
    """Return the wet-bulb temperature in °C at sea level, from °C and humidity in %.

    Never above the air, where the fit strays in cold dry air. Source: wbgt-stull, off by −1 to
    +0.65 °C.
    Raises ValueError outside −20 to 50 °C or 5 to 99%, where the fit was not made.
    """
    within("air temperature", celsius, -20, 50, "°C")
    rh = within("humidity", humidity, DRIEST_FITTED, DAMPEST_FITTED, "%")
    fitted = (
        celsius * atan(0.151977 * sqrt(rh + 8.313659))
        + atan(celsius + rh)
        - atan(rh - 1.676331)
        + 0.00391838 * rh * sqrt(rh) * atan(0.023101 * rh)
        - 4.686035
    )
    return min(celsius, fitted)


def wbgt_shade(celsius: float, humidity: float) -> float:
    """Return WBGT in °C for full shade, from °C and humidity in %.

    Source: wbgt-full, with the wet bulb of wbgt-stull.
    Raises ValueError outside −20 to 50 °C or 5 to 99%.
    """
    return 0.7 * wet_bulb(celsius, humidity) + 0.3 * celsius


def wbgt_shade_and_sun(celsius: float, humidity: float) -> tuple[float, float]:
    """Return WBGT in °C for full shade and for full sun, from °C and humidity in %.

    Beyond the fit of the wet bulb, 5 to 99%, the shade is taken at its edge.
    Source: wbgt-full, wbgt-stull, wbgt-bom.
    Raises ValueError outside −20 to 50 °C or 0 to 100%.
    """
    fitted = min(DAMPEST_FITTED, max(DRIEST_FITTED, humidity))
    return wbgt_shade(celsius, fitted), wbgt_sun(celsius, humidity)


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
    """Return the lowest and highest slowing in % for a WBGT in °C: 0.3–0.4% per °C above 15.

    Source: heat-mantzios, heat-pace-use; mostly elite runners, so a lower bound.
    Raises ValueError outside −100 to 100 °C.
    """
    above = max(0.0, within("WBGT", wbgt, -100, 100, "°C") - _BEST_WBGT_UP_TO)
    return 0.3 * above, 0.4 * above


class _Row(NamedTuple):
    """First and last sum of a row in °F, and the slowing in % it prints."""

    first: int
    last: int
    low: float
    high: float


_NO_SLOWING_UP_TO = 100
_HARD_RUNNING_UP_TO = 180
_ROWS = (
    _Row(101, 110, 0.0, 0.5),
    _Row(111, 120, 0.5, 1.0),
    _Row(121, 130, 1.0, 2.0),
    _Row(131, 140, 2.0, 3.0),
    _Row(141, 150, 3.0, 4.5),
    _Row(151, 160, 4.5, 6.0),
    _Row(161, 170, 6.0, 8.0),
    _Row(171, 180, 8.0, 10.0),
)


def hadley_sum(celsius: float, dew_point: float) -> float:
    """Return air temperature plus dew point in °F, both given in °C.

    Source: heat-hadley-table.
    Raises ValueError outside −40 to 60 °C, and for a dew point above the air temperature.
    """
    air_temperature(celsius)
    within("dew point", dew_point, -240, celsius, "°C")
    # Conversion dust must not push a whole sum such as 130 over the edge of its row.
    return round(to_fahrenheit(celsius) + to_fahrenheit(dew_point), 6)


def hadley_slowdown(celsius: float, dew_point: float) -> tuple[float, float] | None:
    """Return the table's lowest and highest slowing in %, for °C; None: hard running not advised.

    A sum between two rows, such as 130.4, takes the low of one and the high of the next.
    Source: heat-hadley-table.
    Raises ValueError outside −40 to 60 °C, and for a dew point above the air temperature.
    """
    total = hadley_sum(celsius, dew_point)
    if total > _HARD_RUNNING_UP_TO:
        return None
    if total <= _NO_SLOWING_UP_TO:
        return 0.0, 0.0
    low = max((row.low for row in _ROWS if row.first <= total), default=0.0)
    high = min(row.high for row in _ROWS if total <= row.last)
    return low, high


def hadley_joined(celsius: float, dew_point: float) -> float | None:
    """Return one slowing in % on straight lines between the rows' ends; None: above 180 °F.

    Source: heat-hadley-table; joining the ends closes the gaps between whole numbers.
    Raises ValueError outside −40 to 60 °C, and for a dew point above the air temperature.
    """
    total = hadley_sum(celsius, dew_point)
    if total > _HARD_RUNNING_UP_TO:
        return None
    if total <= _NO_SLOWING_UP_TO:
        return 0.0
    row = next(row for row in _ROWS if total <= row.last)
    return row.low + (row.high - row.low) * (total - row.last + 10) / 10


_FULL_AFTER_SESSIONS = 10
_FADE_PER_DAY = 0.025


def acclimatisation(sessions_14d: int, days_since_last: float) -> float:
    """Return how far a block of hot sessions has got you used to heat, 0 to 100%.

    `sessions_14d` are the hot sessions in the 14 days that end with the last one. The gain is
    100 × (1 − (1 − n ÷ 10)²): 75% after five sessions, 100% from ten. It then fades by 2.5%
    of itself for each day since the last session, in a straight line to 0 after 40 days.
    Both curves are a judgement built on heat-acclimation-time and heat-decay, not a measurement.
    Raises ValueError outside 0 to 42 sessions or 0 to 36 500 days.
    """
    within("hot sessions", sessions_14d, 0, 42)
    within("days since the last hot session", days_since_last, 0, 36_500)
    missing = max(0.0, 1 - sessions_14d / _FULL_AFTER_SESSIONS)
    return 100 * (1 - missing**2) * max(0.0, 1 - _FADE_PER_DAY * days_since_last)
