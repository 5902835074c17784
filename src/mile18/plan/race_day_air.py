"""The moisture of the air at a temperature, from what a forecast gives."""

from msgspec import Struct

from mile18.science.heat import dew_point, humidity_from_dew_point

# Drier than this a forecast is a slip, and the dew point runs away.
DRIEST = 1.0


class Air(Struct, frozen=True):
    """Temperature in °C, humidity in %, and dew point in °C (None in bone-dry air)."""

    celsius: float
    humidity: float
    dew_point: float | None


def airs(
    celsius: float, humidity: float | None, dew: float | None, forecast: float | None = None
) -> tuple[Air, ...]:
    """The air that a humidity in % and a dew point in °C each give at a temperature in °C.

    Where they were given for another temperature, the `forecast`, each gives the air with the same
    dew point and that with the same humidity, since either may be what stays. A dew point above
    the temperature counts as saturated air. Source: dewpoint-magnus.
    Raises ValueError for a temperature outside −40 to 60 °C or a humidity outside 0 to 100 %.
    """
    given = _given(celsius if forecast is None else forecast, humidity, dew)
    if forecast is None or forecast == celsius:
        return tuple(dict.fromkeys(given))
    found: list[Air] = []
    for each in given:
        if each.dew_point is not None:
            found.append(_by_dew_point(celsius, each.dew_point))
        found.append(_by_humidity(celsius, each.humidity))
    return tuple(dict.fromkeys(found))


def _given(celsius: float, humidity: float | None, dew: float | None) -> list[Air]:
    found = []
    if humidity is not None:
        found.append(_by_humidity(celsius, humidity))
    if dew is not None:
        found.append(_by_dew_point(celsius, dew))
    return found


def _by_humidity(celsius: float, humidity: float) -> Air:
    return Air(celsius, humidity, dew_point(celsius, humidity) if humidity >= DRIEST else None)


def _by_dew_point(celsius: float, dew: float) -> Air:
    dew = min(dew, celsius)
    return Air(celsius, min(100.0, humidity_from_dew_point(celsius, dew)), dew)
