"""What runners ask about cramps, with the claims that answer it; the palette finds each by its name."""

from typing import Final, NamedTuple


class Asked(NamedTuple):
    """Something sold or said for cramps: its names, a line on it, and the ids of the claims."""

    about: str
    line: str
    evidence: tuple[str, ...]


ASKED: Final = (
    Asked(
        "magnesium",
        "Not tested in exercise cramps; no clear benefit for others.",
        ("magnesium-no-exercise", "med-magnesium"),
    ),
    Asked(
        "salt, sodium and electrolyte tablets",
        "No proven fix: in a trial blood sodium stayed as it was.",
        ("fluid-sodium-tablets-rct", "fluid-sodium-mgh"),
    ),
    Asked(
        "pickle juice",
        "One small laboratory trial for it, one against.",
        (
            "firstaid-pickle-grade",
            "pickle-juice-trial",
            "pickle-juice-null",
            "pickle-juice-caution",
        ),
    ),
    Asked("mustard", "Never tested for ending a cramp.", ("mustard-untested",)),
    Asked(
        "bananas and potassium",
        "Too little potassium, and too late.",
        ("banana-slow",),
    ),
    Asked(
        "compression stockings and sleeves",
        "Same time, same muscle damage; no trial on cramps.",
        ("compression-null",),
    ),
    Asked(
        "painkillers: paracetamol, ibuprofen, naproxen",
        "No gain shown; ibuprofen and the like may strain the kidneys.",
        ("paracetamol-null", "med-nsaid-kidney", "med-eah-nsaid"),
    ),
    Asked(
        "quinine and tonic water",
        "Not for cramps: quinine has caused serious reactions.",
        ("no-quinine",),
    ),
    Asked(
        "alcohol the evening before",
        "It can leave you more worn out; its effect on cramps is unknown.",
        ("alcohol-hangover",),
    ),
    Asked(
        "cooling on the run: water, ice, a wet cap",
        "Feels cooler and may help a little; you are not cooler inside.",
        ("heat-douse",),
    ),
    Asked(
        "running downhill and sore muscles",
        "One downhill run three to six weeks before softens the next.",
        ("downhill-rbe-weeks", "downhill-exposure", "damage-ldh"),
    ),
    Asked(
        "calf strength: the heel-rise test",
        "Shows calf endurance, not your chance of cramping.",
        ("heelrise-norm", "heelrise-protocol", "heelrise-noise"),
    ),
    Asked(
        "caffeine before bed",
        "About 9 h before bed is the cautious side.",
        ("caffeine-cutoff", "caffeine-trial-2024"),
    ),
)
