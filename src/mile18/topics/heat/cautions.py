"""Danger that the weather makes visible: heat, warmer air than in training, medicines in heat."""

from collections.abc import Iterator

from mile18.factor import Caution
from mile18.science.heat import Flag, flag
from mile18.topics.health.questions import Health
from mile18.topics.heat.adaptation import Span, warmer_than_trained
from mile18.topics.heat.humidity import flags_words, worst
from mile18.topics.heat.questions import Heat
from mile18.units import number

# Medicines that change sweating, thirst, salt or heat control (med-heat-nata, med-heat-cdc).
IN_HEAT = frozenset(
    {
        "diuretic",
        "blood_pressure",
        "lithium",
        "nsaid",
        "antidepressant",
        "stimulant",
        "allergy",
        "antipsychotic",
    }
)
_HOT = (Flag.RED, Flag.BLACK)


def heat_cautions(
    heat: Heat, load: Span | None, open_load: Span | None, health: Health
) -> Iterator[Caution]:
    """What of the weather must be said before every advice, worst first.

    `heat` is that of the race's warmest hour, `load` its WBGT in °C, and `open_load` that between
    dry and damp air where nobody gave a humidity.
    """
    hot = any(each and worst(each) in _HOT for each in (load, open_load))
    if open_load and worst(open_load) in (Flag.YELLOW, *_HOT):
        yield _humidity_unknown(open_load)
    elif load and hot:
        yield _hot(load)
    if hot and not IN_HEAT.isdisjoint(health.medicines or ()):
        yield Caution(
            "Some medicines you named can change sweating, thirst, salt or heat control. Ask your "
            "pharmacist or doctor before a hot race. Change nothing on your own.",
            ("med-heat-nata", "med-heat-cdc", "med-wording"),
            topic="heat",
            private=True,
        )
    if hot and health.illness_last_14_days == "systemic":
        yield Caution(
            "You were ill all over in the last 14 days. A recent illness and fever are risks for "
            "heat stroke: do not race in such heat without a doctor's word.",
            ("med-heat-nata", "ill-before-heatstroke"),
            topic="heat",
            private=True,
        )
    if warmer_than_trained(heat):
        yield Caution(
            f"Race day may bring {{°C:{number(heat.temperature or 0, 0)}}}, and your runs were at "
            f"{{°C:{number(heat.training_temperature or 0, 0)}}}: warmer than you have trained "
            "for. Start slower, whatever the flag says.",
            ("heat-unexpected",),
            topic="heat",
            loud=False,
        )


def _humidity_unknown(load: Span) -> Caution:
    degrees = f"{{°C:{number(load[0], 0)}–{number(load[1], 0)}}}"
    return Caution(
        f"Humidity is not answered. The flag may be {flags_words(load)} (heat load about "
        f"{degrees} WBGT). Plan for the hotter one, and look up the humidity.",
        ("wbgt-bom", "flags-acsm", "wbgt-station-error"),
        topic="heat",
        loud=worst(load) in _HOT,
    )


def _hot(load: Span) -> Caution:
    reached = "Expect" if flag(load[0]) in _HOT else "There may be"
    then = "Take the plan for a hotter day, and slow down before you feel the heat."
    if flag(load[0]) is Flag.BLACK:
        then = "Defer to another race. Organisers may cancel, and no plan makes such heat safe."
    degrees = f"{{°C:{number(load[0], 0)}–{number(load[1], 0)}}}"
    return Caution(
        f"{reached} a {worst(load)} flag (heat load about {degrees} WBGT). {then}",
        ("flags-acsm", "heat-plan-options", "wbgt-station-error"),
        topic="heat",
    )
