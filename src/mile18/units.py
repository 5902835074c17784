"""Units by quantity: answers are stored in SI, shown and typed in the units that the runner chose."""

import re
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from mile18.science.pace import KM_PER_MILE

KG_PER_LB = 0.45359237
LITRES_PER_US_FLUID_OUNCE = 0.0295735295625


class Units(Struct, frozen=True):
    """The unit that each quantity is shown and typed in."""

    distance: Literal["km", "mi"] = "km"
    mass: Literal["kg", "lb"] = "kg"
    temperature: Literal["°C", "°F"] = "°C"
    volume: Literal["L", "fl oz"] = "L"

    def of(self, si: str) -> str:
        """The chosen unit for an answer stored in the SI unit `si` (which may be a rate, `L/h`)."""
        base, slash, per = si.partition("/")
        chosen = {
            "km": self.distance,
            "kg": self.mass,
            "°C": self.temperature,
            "L": self.volume,
        }
        if base == "g" and per == "kg":
            return si
        return chosen.get(base, base) + slash + per


SI = Units()

# One unit of the key is factor × SI + offset; each alias is how people write it.
_TO_SI: dict[str, tuple[str, float, float]] = {
    "mi": ("km", KM_PER_MILE, 0.0),
    "lb": ("kg", KG_PER_LB, 0.0),
    "°F": ("°C", 5 / 9, -160 / 9),
    "fl oz": ("L", LITRES_PER_US_FLUID_OUNCE, 0.0),
    "m": ("km", 0.001, 0.0),
    "mL": ("L", 0.001, 0.0),
    "cL": ("L", 0.01, 0.0),
    "dL": ("L", 0.1, 0.0),
    # The pint of the fluid ounce: the other one is a fifth more.
    "pint": ("L", 16 * LITRES_PER_US_FLUID_OUNCE, 0.0),
    "kcal": ("g", 0.25, 0.0),
    "min→h": ("h", 1 / 60, 0.0),
}
_ALIASES: dict[str, str] = {
    "k": "km", "kms": "km", "kilometres": "km", "kilometers": "km",
    "mile": "mi", "miles": "mi", "miler": "mi", "metres": "m", "meters": "m", "metre": "m",
    "km": "km", "mi": "mi", "kg": "kg", "lb": "lb", "g": "g", "mg": "mg", "h": "h", "min": "min",
    "kilometre": "km", "kilometer": "km",
    "kgs": "kg", "kilo": "kg", "kilos": "kg", "kilogram": "kg", "kilograms": "kg",
    "lbs": "lb", "pound": "lb", "pounds": "lb",
    "c": "°C", "°c": "°C", "celsius": "°C", "° c": "°C", "° f": "°F", "degrees": "°", "deg": "°", "f": "°F", "°f": "°F", "fahrenheit": "°F",
    "l": "L", "litre": "L", "litres": "L", "liter": "L", "liters": "L",
    "ml": "mL", "cl": "cL", "dl": "dL", "millilitres": "mL", "milliliters": "mL",
    "pints": "pint", "pt": "pint", "calories": "kcal", "kcals": "kcal", "'": "min",
    "oz": "fl oz", "floz": "fl oz", "fl oz": "fl oz", "ounces": "fl oz", "ounce": "fl oz", "fl. oz": "fl oz", "fl.oz": "fl oz",
    "hours": "h", "hour": "h", "hr": "h", "hrs": "h",
    "minutes": "min", "mins": "min", "minute": "min", "day": "days", "d": "days", "week": "weeks",
    "grams": "g", "gram": "g", "percent": "%",
}  # fmt: skip


def named(text: str) -> str:
    """The unit that `text` means (`Miles` is `mi`), or `text` itself if it is none we know."""
    base, slash, per = re.sub(r"\s+(?:per|an|a)\s+", "/", text.strip().rstrip(".")).partition("/")
    base, per = base.strip(), per.strip()
    unit = _ALIASES.get(" ".join(base.lower().split()), base)
    return unit + slash + _ALIASES.get(per.lower(), per)


def to_si(value: float, unit: str, si: str) -> float | None:
    """`value` in `unit` as a value in the SI unit `si`; None if the two measure different things."""
    if unit == si:
        return value
    base, _, per = unit.partition("/")
    si_base, _, si_per = si.partition("/")
    if base == "min" and si == "h":
        base = "min→h"
    if base not in _TO_SI or _TO_SI[base][0] != si_base or per != si_per:
        return None
    _, factor, offset = _TO_SI[base]
    return round(value * factor + offset, 6)


def from_si(value: float, si: str, units: Units) -> tuple[float, str]:
    """`value` stored in the unit `si`, as the number and the unit to show."""
    unit = units.of(si)
    base = unit.partition("/")[0]
    if unit == si or base not in _TO_SI:
        return value, unit
    _, factor, offset = _TO_SI[base]
    return (value - offset) / factor, unit


def number(value: float, decimals: int = 2) -> str:
    """A number without needless zeros: `7`, `7.5`, `42.2`."""
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def counted(count: float, noun: str, more: str = "") -> str:
    """A count and its noun: `1 day`, `2 days`; `more` is the plural where no s makes it."""
    return f"{number(count)} {noun if count == 1 else more or f'{noun}s'}"


def clock(seconds: float) -> str:
    """Seconds as `h:mm:ss`, or `m:ss` below an hour."""
    whole = int(seconds + 0.5)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def length_words(minutes: int) -> str:
    """A length of time in words: `45 min`, `3 h`, `2 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    return " ".join(
        part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part
    )


def pace(seconds_per_km: float, units: Units) -> str:
    """A pace in the runner's distance unit: `5:20/km` or `8:35/mi`."""
    per_mile = units.distance == "mi"
    return f"{clock(seconds_per_km * KM_PER_MILE if per_mile else seconds_per_km)}/{units.distance}"


def amount(value: float, si: str, units: Units, decimals: int = 1) -> str:
    """A stored value with its unit, as the runner reads it: `7 h`, `20 mi`, `64 °F`."""
    shown, unit = from_si(value, si, units)
    return with_unit(number(shown, decimals), unit)


def with_unit(said: str, unit: str) -> str:
    """A number and its unit, which a % follows without a space: `7 h`, `70%`."""
    return f"{said}{'' if unit in ('', '%') else ' '}{unit}"


def spanned(low: float, high: float, shown: Callable[[float], str]) -> str:
    """A span in words with its unit said once, or one value if both ends look alike."""
    first, last = shown(low), shown(high)
    if first == last:
        return first
    if first.endswith("%") and last.endswith("%"):
        return f"{first[:-1]}–{last}"
    bare, _, unit = first.rpartition(" ")
    return f"{bare}–{last}" if bare and last.endswith(f" {unit}") else f"{first}–{last}"


_DECIMALS = {"°C": 0, "°F": 0, "L": 2, "L/h": 2}
_TOKEN = re.compile(r"\{(km|kg|°C|L|L/h|pace):(-?[0-9.]+)(?:–(-?[0-9.]+))?\}")


def localise(text: str, units: Units) -> str:
    """`text` with every `{km:32}`, `{°C:22–24}` or `{pace:320}` written in the runner's units.

    Rules and levers speak SI; only what is shown knows which units the runner chose.
    """

    def written(match: re.Match[str]) -> str:
        unit, low, high = match.groups()

        def shown(value: float) -> str:
            if unit == "pace":
                return pace(value, units)
            return amount(value, unit, units, _DECIMALS.get(units.of(unit), 1))

        return spanned(float(low), float(high or low), shown)

    return _TOKEN.sub(written, text) if "{" in text else text
