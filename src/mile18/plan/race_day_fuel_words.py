"""What is said about the grams an hour: against the race's length, and what was practised."""

from collections.abc import Iterator

from mile18.plan.race_day_words import Said
from mile18.profile import Profile
from mile18.topics.health.cautions import caffeine_warnings
from mile18.topics.nutrition.fuel import ENOUGH_LONG, MOST_GLUCOSE, MOST_SHOWN, TWO_SUGARS
from mile18.units import number

# From 2 to 3 hours the sources' bands overlap, so that both are in use.
_BOTH_BANDS = (2 * 3600, 3 * 3600)
_DOSE = ("carb-in-race-dose", "carb-not-body-mass")


def amount_words(
    hourly: float | None,
    band: tuple[float, float] | None,
    needed: bool | None,
    seconds: int | None,
) -> Iterator[Said]:
    """The g/h planned against the band for the race's length, as far as both are known."""
    if needed is False:
        text = "The race takes 75 min or less; about an hour or less needs no fuel on the way."
        yield Said(text, ("carb-under-75",))
    if hourly is not None and hourly > MOST_SHOWN:
        yield Said(
            f"{number(hourly, 0)} g an hour is more than has been shown to help: check portion and "
            "interval.",
            ("carb-dose-response", "carb-in-race-dose"),
            loud=True,
        )
    elif hourly is not None and band is not None and needed is not False:
        yield Said(_against(hourly, band), _DOSE)
    both = seconds is not None and _BOTH_BANDS[0] <= seconds <= _BOTH_BANDS[1]
    if both:
        text = "Between 2 and 3 hours 30–60 and 60–90 g an hour are both in use."
        yield Said(text, ("carb-in-race-dose",))
    most = 0.0 if hourly is None or needed is False else max((hourly, *(band or ())))
    if both or most > MOST_GLUCOSE:
        yield Said(
            f"Up to 90 g an hour beyond 2.5 h, above {MOST_GLUCOSE:g} only as {TWO_SUGARS}.",
            ("carb-in-race-dose",),
        )


def practised(tried: str | None, hourly: float | None) -> Iterator[Said]:
    """Whether the fuel plan was tried on long runs; empty if no fuel is planned."""
    if not hourly:
        return
    if tried == "no":
        yield Said(
            "Never tried on a long run: start with less than planned and see how it sits.",
            ("carb-gut-training",),
            loud=True,
        )
    elif tried == "once":
        yield Said("Tried on one long run; once more would tell you more.", ("carb-gut-training",))
    elif tried == "several":
        yield Said("Practised on several long runs.", ("carb-gut-training",))


def caffeine(profile: Profile) -> Iterator[Said]:
    """The caution about more caffeine than helps, or to ask first; empty if there is none."""
    for each in caffeine_warnings(profile.nutrition, profile.race, profile.health):
        yield Said(each.text, each.evidence, each.loud)


def _against(hourly: float, band: tuple[float, float]) -> str:
    low, high = band
    shown = number(hourly, 0)
    advised = f"the {low:g}–{high:g} g an hour of guidance for this length"
    if low == ENOUGH_LONG:
        advised = (
            f"guidance for this length, up to {high:g} g an hour; {low:g} as a floor is a judgement"
        )
    if hourly == 0:
        return f"You plan no fuel, against {advised}."
    where = "below" if hourly < low else "above" if hourly > high else "within"
    return f"{shown} g an hour is {where} {advised}."
