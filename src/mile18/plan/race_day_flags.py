"""Race flags in words, and where an estimate passes the black flag or a formula's edge."""

from mile18.plan.race_day_load import Load
from mile18.plan.race_day_words import Said
from mile18.science.heat import flag
from mile18.topics.heat.expected import DAMPEST_FITTED, DRIEST_FITTED, Span

SHADE, SUN = "shade", "full sun"


def flag_words(found: Load, sun: str | None) -> str:
    """The flags in words, from shade to sun: `yellow in shade, red in full sun`."""
    shade, full = _flags(found.shade), _flags(found.sun)
    if sun == "shade":
        return f"{shade} in {SHADE}"
    if sun == "sun":
        return f"{full} in {SUN}"
    if shade == full:
        return f"{shade} in {SHADE} and {SUN}"
    return f"{shade} in {SHADE}, {full} in {SUN}"


def black_flag(found: Load) -> tuple[Said, ...]:
    """What to say where the estimate passes the black flag; empty below it (flags-acsm)."""
    if not found.black:
        return ()
    where, then = "may pass", "Put the race off, or treat it as a run without a time goal."
    if found.surely_black:
        where, then = "passes", "Put the race off."
    return (
        Said(
            f"The estimate {where} {{°C:28}} WBGT, the black flag: organisers may cancel. {then}",
            ("flags-acsm", "heat-plan-options"),
            loud=True,
        ),
    )


def beyond_fit(found: Load) -> tuple[Said, ...]:
    """Where a formula is used outside what it was made for, in words."""
    said = []
    if any(not DRIEST_FITTED <= air.humidity <= DAMPEST_FITTED for air in found.airs):
        said.append(
            Said(
                "The wet-bulb formula was fitted to 5–99 % humidity; what lies outside is taken at "
                "that edge, which moves WBGT by tenths of a degree.",
                ("wbgt-stull",),
            )
        )
    if found.dew_point is None:
        said.append(
            Said(
                "Under 1 % humidity there is no dew point to reckon with, so the coach's table is "
                "left out. Check the humidity.",
                ("dewpoint-magnus",),
            )
        )
    elif found.percent is None:
        said.append(
            Said(
                "Temperature plus dew point is over 180 °F: the coach's table has no figure there "
                "and advises against hard running.",
                ("heat-hadley-table",),
                loud=True,
            )
        )
    return tuple(said)


def _flags(wbgt: Span) -> str:
    coolest, hottest = flag(wbgt[0]), flag(wbgt[1])
    return str(coolest) if coolest is hottest else f"{coolest} to {hottest}"
