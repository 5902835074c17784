"""What a runner takes on the way: one entry a product, typed and read as one line."""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from mile18.entry import Setting, editable, parse
from mile18.question import Entry, ask, questions
from mile18.reading import EntryError
from mile18.units import Units, number

EXAMPLE = "gel 25 g every 30 min"


class Product(Entry, frozen=True, kw_only=True):
    """One gel, drink, food or tablet: what one of it holds, and when it is taken.

    With `every` it is taken all along, up to `count`; with `km` once, there; with `count` alone it
    is spread evenly.
    """

    in_words: ClassVar[bool] = True

    name: str | None = ask("What it is", why="The same gel, drink or food that you train with.")
    carbohydrate: float | None = ask(
        "Carbohydrate in one",
        unit="g",
        within=(0, 150),
        why="See the packet. Many gels hold 20 to 30 g. Write 0 if it holds none.",
        evidence=("carb-in-race-dose", "carb-low-2-3h"),
    )
    every: float | None = ask(
        "One every",
        unit="min",
        within=(5, 180),
        why="From the start to half an hour before the end.",
    )
    km: float | None = ask(
        "Or once, at",
        unit="km",
        within=(0, 250),
        why="For what waits at one place, or is kept for late.",
    )
    count: int | None = ask(
        "How many in all", within=(1, 200), why="No more than these are planned and packed."
    )
    source: Literal["own", "station"] | None = ask(
        "From",
        choices={"own": "own bag", "station": "aid station"},
        why="What a station offers is planned there and not packed.",
    )
    sodium: float | None = ask(
        "Sodium in one",
        unit="mg",
        within=(0, 5000),
        why="Added up for you. It earns no points: no trial shows that salt prevents cramps.",
        evidence=("fluid-sodium-tablets-rct", "fluid-sodium-mgh"),
    )
    caffeine: float | None = ask(
        "Caffeine in one",
        unit="mg",
        within=(0, 500),
        why="Added up, and compared with the 3 to 6 mg per kg that have been tried.",
        evidence="caffeine-dose",
    )

    def words(self, units: Units) -> str:
        """The product as it is typed: `Gel: 25 g every 30 min, 6 in all`."""
        facts = ", ".join(_facts(self, units))
        return ": ".join(filter(None, (self.name, facts)))

    @classmethod
    def read(cls, text: str, setting: Setting) -> "Product":
        """The product that a line says; raises EntryError with what is not understood."""
        name, colon, told = text.rpartition(": ")
        said: dict[str, object] = {}
        left = _HOURS.sub(_in_minutes, told if colon else text)
        for key, pattern in _FACTS.items():
            if match := pattern.search(left):
                asked = next(each for each in questions(cls) if each.key == key)
                found = next((each for each in match.groups() if each), match[0])
                said[key] = parse(asked, _SOURCES.get(found.lower().split()[-1], found), setting)
                left = f"{left[: match.start()]} {left[match.end() :]}"
        left = " ".join(
            re.sub(r"\s*,[\s,]*|\s+", lambda each: ", " if "," in each[0] else " ", left).split()
        )
        left = left.strip(" ,:–-")
        if colon and left:
            raise EntryError(f"“{left}” is not understood; write it like {EXAMPLE}")
        return cls(name=(name if colon else left) or None, **said)  # type: ignore[arg-type]


def when_words(product: Product) -> str:
    """When it is taken, with marked quantities: `every 30 min`, `at 20 km`, `6 times`."""
    times = f"{product.count} times" if product.count else ""
    if product.km is not None:
        return f"at {{km:{number(product.km)}}}" + (
            f", {times}" if (product.count or 1) > 1 else ""
        )
    if product.every is None:
        return times
    return f"every {number(product.every)} min" + (f", {times}" if times else "")


def _facts(product: Product, units: Units) -> Iterator[str]:
    shown = {
        each.key: editable(each, value, units)
        for each in questions(Product)
        if (value := getattr(product, each.key)) is not None
    }
    when = (
        f"{shown['carbohydrate']} g" if "carbohydrate" in shown else "",
        f"every {shown['every']} min" if "every" in shown else "",
        f"at {shown['km']} {units.distance}" if "km" in shown else "",
    )
    if any(when):
        yield " ".join(filter(None, when))
    if "count" in shown:
        yield f"{shown['count']} in all"
    if product.source:
        yield "from the station" if product.source == "station" else "own bag"
    for key in ("sodium", "caffeine"):
        if key in shown:
            yield f"{shown[key]} mg {key}"


_N = r"([0-9]+(?:[.,][0-9]+)?)"
_FACTS = {
    key: re.compile(pattern, re.IGNORECASE)
    for key, pattern in {
        "sodium": rf"\b(?:{_N}\s*mg (?:of )?(?:sodium|salt|na)|(?:sodium|salt|na) {_N}\s*mg)\b",
        "caffeine": rf"\b(?:{_N}\s*mg (?:of )?(?:caffeine|caf)|(?:caffeine|caf) {_N}\s*mg)\b",
        "carbohydrate": rf"\b{_N}\s*g\b(?:\s*(?:of )?(?:carbohydrates?|carbs?|cho)\b)?",
        "every": rf"\b(?:one )?(?:every|each)\s+{_N}\s*(?:min(?:utes?|s)?\b|m\b|'|′)?"
        rf"|\b{_N}\s*(?:min(?:utes?|s)?\b|'|′)",
        "km": rf"\bat (?:km )?({_N[1:-1]}(?:\s*(?:km|miles?|mi))?)\b|\b({_N[1:-1]}\s*(?:km|miles?|mi))\b",
        "count": rf"\b{_N}\s*(?:in all\b|x\b|×)|(?:\bx|×)\s*{_N}\b",
        "source": r"\b(?:from (?:the |my )?)?(?:aid station|station|own bag|bag|carried)\b",
    }.items()
}
_SOURCES = {"station": "station", "bag": "own", "carried": "own"}
_HOURS = re.compile(rf"\b(every|each)\s+(?:(half)(?: an)? hour|an? hour|hour|{_N}\s*h(?:ours?)?)\b")


def _in_minutes(match: re.Match[str]) -> str:
    hours = 0.5 if match[2] else float((match[3] or "1").replace(",", "."))
    return f"{match[1]} {60 * hours:g} min"
