"""The heat index of the US National Weather Service, for shade and light wind."""

from math import sqrt

from mile18.science.air import celsius as to_celsius
from mile18.science.air import fahrenheit as to_fahrenheit
from mile18.science.checks import air_temperature, relative_humidity, within


def regression_fahrenheit(f: float, rh: float) -> float:
    """Return the plain regression in °F, which the printed chart follows from 80 °F and 40 % up.

    `f` in °F, `rh` in %. Source: heat-index-formula, heat-index-chart-trap.
    Raises ValueError outside −40 to 140 °F or 0 to 100 %.
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

    `f` in °F, `rh` in %. Below a mean of 80 °F it is the mean of the simple step and the
    temperature. Source: heat-index-formula.
    Raises ValueError outside −40 to 140 °F or 0 to 100 %.
    """
    regression = regression_fahrenheit(f, rh)
    simple = 0.5 * (f + 61.0 + (f - 68.0) * 1.2 + rh * 0.094)
    mean = (simple + f) / 2
    if mean < 80:
        return mean
    if rh < 13 and 80 <= f <= 112:
        return regression - (13 - rh) / 4 * sqrt((17 - abs(f - 95)) / 17)
    if rh > 85 and 80 <= f <= 87:
        return regression + (rh - 85) / 10 * (87 - f) / 5
    return regression


def heat_index(celsius: float, humidity: float) -> float:
    """Return the heat index in °C for an air temperature in °C and a humidity in %.

    Source: heat-index-formula.
    Raises ValueError outside −40 to 60 °C or 0 to 100 %.
    """
    return to_celsius(heat_index_fahrenheit(to_fahrenheit(air_temperature(celsius)), humidity))
