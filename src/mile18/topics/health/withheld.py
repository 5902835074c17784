"""What a runner is not told, by health and race: the one place that every output asks.

A doctor's word to a race approves no amounts, so it lifts none of this.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from mile18.question import Question
from mile18.topics.health.questions import Health
from mile18.topics.race.questions import Race, lasts_longer_than

Withheld = Literal["loading", "drinking", "pickle juice", "two per cent"]

TARGET_SECONDS = 5 * 3600
TARGET_KM = 50


class _With(Struct, frozen=True):
    """The conditions and medicines with which something is withheld."""

    conditions: frozenset[str]
    medicines: frozenset[str]


# Whoever may have high blood pressure, heart or kidney trouble, reflux or an allergy is told to
# skip pickle juice; the answers do not say which of them a medicine or a group stands for.
_BY_HEALTH: Mapping[Withheld, _With] = {
    "loading": _With(frozenset({"diabetes", "kidney"}), frozenset({"insulin"})),
    "drinking": _With(frozenset({"kidney"}), frozenset({"diuretic"})),
    "pickle juice": _With(
        frozenset({"kidney", "heart_vessel", "heart_risk", "allergies", "digestive"}),
        frozenset({"blood_pressure", "diuretic"}),
    ),
}
# The factors whose arithmetic and advice are made of what is withheld.
FACTORS: Mapping[Withheld, str] = {"loading": "loading", "drinking": "fluids"}
# The claims that name what is withheld.
_CLAIMS: Mapping[Withheld, frozenset[str]] = {
    "loading": frozenset(
        {
            "carb-loading-acsm",
            "carb-loading-range",
            "carb-loading-minimum",
            "carb-loading-realism",
            "carb-preevent-meal",
        }
    ),
    "drinking": frozenset(
        {
            "fluid-planning-range",
            "fluid-pre-event",
            "fluid-thirst-vs-plan",
            "fluid-acsm-2pc",
            "fluid-immda-model",
        }
    ),
    "pickle juice": frozenset(
        {
            "firstaid-pickle-grade",
            "pickle-juice-trial",
            "pickle-juice-null",
            "pickle-juice-not-absorbed",
            "pickle-juice-other-pop",
        }
    ),
    "two per cent": frozenset({"fluid-acsm-2pc", "fluid-nata-range"}),
}


def withheld(health: Health, race: Race) -> frozenset[Withheld]:
    """What no output may say to this runner about this race, whether a doctor agreed or not.

    `loading` and `drinking` are amounts, `two per cent` is that target with all that is summed up
    from a sweat test, over 5 h or 50 km.
    Source: carb-medical-caution, firstaid-pickle-grade, pickle-juice-caution, fluid-ultra-loss;
    amounts of drink with a diuretic or kidney disease are left out as plain caution.
    """
    conditions, medicines = health.conditions or (), health.medicines or ()
    found = {
        what
        for what, kind in _BY_HEALTH.items()
        if not (kind.conditions.isdisjoint(conditions) and kind.medicines.isdisjoint(medicines))
    }
    if too_long_for_a_target(race) is True:
        found.add("two per cent")
    return frozenset(found)


def too_long_for_a_target(race: Race) -> bool | None:
    """Whether the race is over 50 km or takes over 5 h; None while that is open.

    A runner then has to lose more than 2 % only to keep the body's water level.
    Source: fluid-ultra-loss, fluid-ultra-2pc.
    """
    far = race.distance is not None and race.distance > TARGET_KM
    return True if far else lasts_longer_than(race, TARGET_SECONDS)


def disguised(health: Health) -> Health:
    """Health answers with which the same is withheld, and which nothing else can be read from."""
    kinds = _BY_HEALTH.values()
    return Health(
        conditions=tuple(
            each
            for each in health.conditions or ()
            if any(each in kind.conditions for kind in kinds)
        ),
        medicines=tuple(
            each for each in health.medicines or () if any(each in kind.medicines for kind in kinds)
        ),
        medicines_discussed=True,
        doctor_agrees=True,
    )


def why(question: Question, health: Health, race: Race) -> str:
    """Why it is asked, with the amounts that guidance names unless they are withheld."""
    hidden = question.amounts and not withheld(health, race).isdisjoint(question.amounts_of)
    return question.why if hidden else question.told


def claims_shown(evidence: tuple[str, ...], health: Health, race: Race) -> tuple[str, ...]:
    """The claims without those that name what is withheld."""
    hidden = frozenset[str]().union(*(_CLAIMS[what] for what in withheld(health, race)))
    return tuple(each for each in evidence if each not in hidden)
