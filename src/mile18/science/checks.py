"""Refuse numbers no formula can use, in words a runner can act on."""


def _said(value: float, unit: str) -> str:
    return f"{value:g}{unit if unit == '%' else f' {unit}'}".rstrip()


def within(name: str, value: float, low: float, high: float, unit: str = "") -> float:
    """Return `value` in `unit`; raise ValueError unless it lies from `low` to `high`."""
    if low <= value <= high:
        return value
    raise ValueError(f"{name} is {_said(value, unit)}, allowed is {low:g} to {_said(high, unit)}")


def above_zero(name: str, value: float, at_most: float, unit: str = "") -> float:
    """Return `value` in `unit`; raise ValueError unless it is above 0 and up to `at_most`."""
    if 0 < value <= at_most:
        return value
    raise ValueError(
        f"{name} is {_said(value, unit)}, allowed is above 0 and up to {_said(at_most, unit)}"
    )


def distance(name: str, km: float) -> float:
    """Return a distance in km; raise ValueError outside 0.001 to 10 000 km."""
    return within(name, km, 0.001, 10_000, "km")


def duration(name: str, seconds: float) -> float:
    """Return a time in seconds; raise ValueError unless it is above 0 and up to 1 000 h."""
    if 0 < seconds <= 3_600_000:
        return seconds
    raise ValueError(f"{name} is {seconds:g} s, allowed is above 0 s and up to 1000 h")


def body_mass(name: str, kg: float) -> float:
    """Return a body weight in kg; raise ValueError unless it is above 0 and up to 1 000 kg."""
    return above_zero(name, kg, 1000, "kg")


def air_temperature(celsius: float) -> float:
    """Return an air temperature in °C; raise ValueError outside −40 to 60 °C."""
    return within("air temperature", celsius, -40, 60, "°C")


def relative_humidity(percent: float) -> float:
    """Return a relative humidity in %; raise ValueError outside 0 to 100%."""
    return within("humidity", percent, 0, 100, "%")
