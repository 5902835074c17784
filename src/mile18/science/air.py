"""Temperature units and the moisture in the air."""

from math import exp, log

from mile18.science.checks import air_temperature, relative_humidity, within

_MAGNUS_A = 17.625
_MAGNUS_B = 243.04


def fahrenheit(celsius: float) -> float:
    """Return °F for a temperature in °C (definition, no source needed)."""
    return celsius * 9 / 5 + 32


def celsius(fahrenheit: float) -> float:
    """Return °C for a temperature in °F (definition, no source needed)."""
    return (fahrenheit - 32) * 5 / 9


def dew_point(celsius: float, humidity: float) -> float:
    """Return the dew point in °C for an air temperature in °C and a humidity in %.

    Source: dewpoint-magnus, good to about 0.35 °C.
    Raises ValueError outside −40 to 60 °C, and unless humidity is above 0 and at most 100 %.
    """
    air_temperature(celsius)
    if relative_humidity(humidity) == 0:
        raise ValueError("humidity is 0 %, allowed for a dew point is more than 0 to 100 %")
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
    Raises ValueError outside −40 to 60 °C or 0 to 100 %.
    """
    air_temperature(celsius)
    saturated = 6.105 * exp(17.27 * celsius / (237.7 + celsius))
    return relative_humidity(humidity) / 100 * saturated
