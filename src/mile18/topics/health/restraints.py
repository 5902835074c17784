"""What a runner is not told, by health and race: the one place that every output asks.

A doctor's word to a race approves no amounts, so it lifts none of this.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from mile18.question import Question
from mile18.topics.health.questions import Health
from mile18.topics.race.questions import Race, lasts_longer_than

Withheld = Literal["loading", "drinking", "pickle juice", "two per cent", "hard running"]

TARGET_SECONDS = 5 * 3600
TARGET_KM = 50


class Restraint(Struct, frozen=True, kw_only=True):
    """Something that a runner is not told: what, why, and what is said in its place.

    It holds with any one of the conditions or medicines.
    """

    id: Withheld
    why: str
    instead: str
    evidence: tuple[str, ...]
    conditions: frozenset[str] = frozenset()
    medicines: frozenset[str] = frozenset()


# Whoever may have high blood pressure, heart or kidney trouble, reflux or an allergy is told to
# skip pickle juice; the answers do not say which of them a medicine or a group stands for.
LOADING = Restraint(
    id="loading",
    why="With diabetes, kidney disease or insulin, your doctor sets the amounts. Your own number "
    "stays.",
    instead="Ask your doctor about amounts.",
    evidence=("carb-medical-caution",),
    conditions=frozenset({"diabetes", "kidney"}),
    medicines=frozenset({"insulin", "sulfonylurea"}),
)
DRINKING = Restraint(
    id="drinking",
    why="With kidney disease or a diuretic (water tablet), follow your thirst and your doctor.",
    instead="Drink only to thirst, and ask your doctor how much suits you.",
    evidence=("med-heat-nata", "fluid-eah-prevent"),
    conditions=frozenset({"kidney"}),
    medicines=frozenset({"diuretic"}),
)
PICKLE_JUICE = Restraint(
    id="pickle juice",
    why="An answer under Health rules it out.",
    instead="Stretch, and leave it out.",
    evidence=("firstaid-pickle-grade", "pickle-juice-caution"),
    conditions=frozenset({"kidney", "heart_vessel", "heart_risk", "allergies", "digestive"}),
    medicines=frozenset({"blood_pressure", "diuretic"}),
)
TWO_PER_CENT = Restraint(
    id="two per cent",
    why="Over 5 h or 50 km, a runner has to lose more just to keep the body's water level.",
    instead="Drink to thirst, and expect to weigh less at the end.",
    evidence=("fluid-ultra-loss", "fluid-ultra-2pc"),
)
HARD_RUNNING = Restraint(
    id="hard running",
    why="You were ill all over in the last 14 days, and no doctor has cleared you since.",
    instead="Run nothing hard or long until a doctor has cleared you.",
    evidence=("ill-dnf", "ill-checklist", "ill-fever-no-trial"),
)
_BY_HEALTH = (LOADING, DRINKING, PICKLE_JUICE)


class Restraints(Struct, frozen=True):
    """All that one runner is not told about one race; `"loading" in restraints` asks for one."""

    all: tuple[Restraint, ...] = ()

    def __contains__(self, what: object) -> bool:
        """Whether this is withheld, given by its id."""
        return any(each.id == what for each in self.all)

    @property
    def ids(self) -> frozenset[Withheld]:
        """The ids of what is withheld."""
        return frozenset(each.id for each in self.all)


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


def restraints(health: Health, race: Race) -> Restraints:
    """What no output may say to this runner about this race, whether a doctor agreed or not.

    `loading` and `drinking` are amounts, `two per cent` is that target with all that is summed up
    from a sweat test, over 5 h or 50 km; `hard running` is anything hard or long before the race,
    after an illness of the whole body that no doctor has cleared.
    Source: carb-medical-caution, firstaid-pickle-grade, pickle-juice-caution, fluid-ultra-loss,
    ill-dnf; amounts of drink with a diuretic or kidney disease are left out as plain caution.
    """
    conditions, medicines = health.conditions or (), health.medicines or ()
    found = [
        each
        for each in _BY_HEALTH
        if not (each.conditions.isdisjoint(conditions) and each.medicines.isdisjoint(medicines))
    ]
    if too_long_for_a_target(race) is True:
        found.append(TWO_PER_CENT)
    if not_cleared(health):
        found.append(HARD_RUNNING)
    return Restraints(tuple(found))


def not_cleared(health: Health) -> bool:
    """Whether an illness of the whole body is not cleared; agreement to the race clears none."""
    return health.illness_last_14_days == "systemic" and health.illness_cleared is not True


def too_long_for_a_target(race: Race) -> bool | None:
    """Whether the race is over 50 km or takes over 5 h; None while that is open.

    A runner then has to lose more than 2% only to keep the body's water level.
    Source: fluid-ultra-loss, fluid-ultra-2pc.
    """
    far = race.distance is not None and race.distance > TARGET_KM
    return True if far else lasts_longer_than(race, TARGET_SECONDS)


def disguised(health: Health) -> Health:
    """Health answers with which the same is withheld, and which nothing else can be read from."""
    conditions = frozenset[str]().union(*(each.conditions for each in _BY_HEALTH))
    medicines = frozenset[str]().union(*(each.medicines for each in _BY_HEALTH))
    return Health(
        conditions=tuple(each for each in health.conditions or () if each in conditions),
        medicines=tuple(each for each in health.medicines or () if each in medicines),
        medicines_discussed=True,
        doctor_agrees=True,
        illness_last_14_days="systemic" if not_cleared(health) else None,
    )


def why(question: Question, health: Health, race: Race) -> str:
    """Why it is asked, with the amounts that guidance names unless they are withheld."""
    hidden = question.amounts and not restraints(health, race).ids.isdisjoint(question.amounts_of)
    return question.why if hidden else question.told


def claims_shown(evidence: tuple[str, ...], health: Health, race: Race) -> tuple[str, ...]:
    """The claims without those that name what is withheld."""
    hidden = frozenset[str]().union(
        *(_CLAIMS.get(each.id, frozenset()) for each in restraints(health, race).all)
    )
    return tuple(each for each in evidence if each not in hidden)
