"""Small words of race week: text from the runner made fit to show, and goals with their pace."""

from mile18.topics.race.questions import Race
from mile18.units import LITRES_PER_US_FLUID_OUNCE, clock, number


def told(text: str | None, longest: int = 60) -> str:
    """Text from a file on one short line; braces are replaced, since they mark quantities."""
    plain = "".join(c if c.isprintable() else " " for c in text or "")
    line = " ".join(plain.replace("{", "(").replace("}", ")").split()).rstrip(". ")
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def millilitres(low: float, high: float | None = None) -> str:
    """An amount of drink or a range in both units: `70 mL (2.4 fl oz)`, `350–490 mL (12–17 fl oz)`."""
    amounts = [low] if high is None else [low, high]
    ounces = [each / 1000 / LITRES_PER_US_FLUID_OUNCE for each in amounts]
    decimals = 1 if max(ounces) < 10 else 0
    said = "–".join(number(each, decimals) for each in ounces)
    return f"{'–'.join(number(each, 0) for each in amounts)} mL ({said} fl oz)"


def goal_words(race: Race, seconds: int) -> str:
    """A finish time, with the pace where the distance is known: `3:45:00 ({pace:319.9})`."""
    if race.distance is None:
        return clock(seconds)
    return f"{clock(seconds)} ({{pace:{seconds / race.distance:.2f}}})"
