"""Small words of race week: text from the runner made fit to show, and goals with their pace."""

from mile18.topics.race import Race
from mile18.units import clock


def told(text: str | None, longest: int = 60) -> str:
    """Text from a file on one short line; braces are replaced, since they mark quantities."""
    plain = "".join(c if c.isprintable() else " " for c in text or "")
    line = " ".join(plain.replace("{", "(").replace("}", ")").split()).rstrip(". ")
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def goal_words(race: Race, seconds: int) -> str:
    """A finish time, with the pace where the distance is known: `3:45:00 ({pace:319.9})`."""
    if race.distance is None:
        return clock(seconds)
    return f"{clock(seconds)} ({{pace:{seconds / race.distance:.2f}}})"
