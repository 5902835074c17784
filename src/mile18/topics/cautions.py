"""What must be said loudly beside a drink plan, and about caffeine."""

from msgspec import Struct

from mile18.science.carbohydrate import CAFFEINE_MG_PER_KG
from mile18.science.fluid import OVERDRINK_RED_LINE_L_H, mass_change_percent
from mile18.topics.fluids import gains_weight, over_red_line
from mile18.topics.health_questions import Health
from mile18.topics.nutrition import Nutrition
from mile18.topics.race import Race, lasts_longer_than
from mile18.units import number

LONG_RACE = 4 * 3600
_ASK_ABOUT_LOADING = frozenset({"diabetes", "kidney"})
_ASK_ABOUT_CAFFEINE = frozenset({"heart_vessel", "heart_risk", "pregnancy"})


class Caution(Struct, frozen=True):
    """A danger in the answers, in a few short sentences, and the claims behind it."""

    text: str
    evidence: tuple[str, ...]


def warnings(nutrition: Nutrition, race: Race) -> tuple[Caution, ...]:
    """What a screen must say beside the drink plan, worst first; empty if nothing is wrong."""
    return (*_drink(nutrition, race), *_caffeine(nutrition, race))


def ask_about_caffeine(health: Health) -> bool:
    """Whether a doctor's word comes before any amount of caffeine: plain caution, not from a study.

    True with a heart or vessel condition, a heart risk or in pregnancy, unless a doctor agreed.
    """
    asked = health.doctor_agrees is True
    return not asked and not _ASK_ABOUT_CAFFEINE.isdisjoint(health.conditions or ())


def ask_about_loading(health: Health) -> bool:
    """Whether a clinician plans the loading: with diabetes or kidney disease, unless one agreed.

    Source: carb-medical-caution.
    """
    asked = health.doctor_agrees is True
    return not asked and not _ASK_ABOUT_LOADING.isdisjoint(health.conditions or ())


def _drink(nutrition: Nutrition, race: Race) -> list[Caution]:
    found: list[Caution] = []
    planned = nutrition.drink_per_hour
    if planned is not None and gains_weight(nutrition):
        found.append(
            Caution(
                f"{{L/h:{number(planned)}}} is more than you sweat, so you would gain weight: drink "
                "less. Too much drink can lower blood sodium, and that can be life-threatening.",
                ("fluid-eah-risk", "fluid-acsm-2pc", "redflag-eah-symptoms"),
            )
        )
    if over_red_line(nutrition):
        found.append(
            Caution(
                f"Over {{L/h:{OVERDRINK_RED_LINE_L_H:g}}} is a listed risk for low blood sodium: "
                "drink less. It is a warning line, never a target.",
                ("fluid-eah-limit", "redflag-eah-symptoms"),
            )
        )
    before, after = nutrition.sweat_mass_before, nutrition.sweat_mass_after
    if before is not None and after is not None and after > before:
        gained = number(mass_change_percent(before, after), 1)
        found.append(
            Caution(
                f"You came back from your weighed run {gained} % heavier: check the figures; if they "
                "are right, you drank too much, so drink less.",
                ("fluid-eah-risk", "redflag-eah-symptoms"),
            )
        )
    if planned and nutrition.drink_plan != "to_thirst" and lasts_longer_than(race, LONG_RACE):
        found.append(
            Caution(
                "Over 4 hours there is more time to drink too much. Let thirst set the limit.",
                ("fluid-eah-risk", "fluid-eah-prevent"),
            )
        )
    return found


def _caffeine(nutrition: Nutrition, race: Race) -> list[Caution]:
    planned, kg = nutrition.race_caffeine_mg, race.body_mass
    most = CAFFEINE_MG_PER_KG[1]
    if planned is None or kg is None or planned <= most * kg:
        return []
    return [
        Caution(
            f"{number(planned, 0)} mg of caffeine is over the {most:g} mg per kg that guidance "
            "ends at; at 9 only side effects were added.",
            ("caffeine-dose",),
        )
    ]
