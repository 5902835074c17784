"""The coach's table of slowing by air temperature plus dew point: a rough guide, not a study."""

from typing import NamedTuple

from mile18.science.air import fahrenheit
from mile18.science.checks import air_temperature, within


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
    return round(fahrenheit(celsius) + fahrenheit(dew_point), 6)


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
