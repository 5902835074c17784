"""What must be said before any advice about drink and caffeine: amounts that may harm."""

from collections.abc import Iterator

from mile18.factor import Caution
from mile18.science.carbohydrate import CAFFEINE_MG_PER_KG
from mile18.science.fluid import MARATHON_LITRES, OVERDRINK_RED_LINE_L_H, mass_change_percent
from mile18.topics.health.questions import Health
from mile18.topics.health.restraints import Restraints
from mile18.topics.nutrition.fluids import (
    gains_weight,
    most_advised,
    over_red_line,
    risky,
)
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.questions import Race, lasts_longer_than
from mile18.units import number

LONG_RACE = 4 * 3600
ASK_ABOUT_DRINKING = "Drink only to thirst, and ask your doctor how much suits you."
_TOO_MUCH = "Too much drink can lower blood sodium, and that can be life-threatening."
_ASK_ABOUT_CAFFEINE = frozenset({"heart_vessel", "heart_risk", "pregnancy"})


def ask_about_caffeine(health: Health) -> bool:
    """Whether a doctor's word comes before any amount of caffeine: plain caution, not from a study.

    True with a heart or vessel condition, a heart risk or in pregnancy, unless a doctor agreed.
    """
    asked = health.doctor_agrees is True
    return not asked and not _ASK_ABOUT_CAFFEINE.isdisjoint(health.conditions or ())


def drink_warnings(
    nutrition: Nutrition, race: Race, hidden: Restraints, sweat: float | None
) -> Iterator[Caution]:
    """What must be said beside the drink plan, worst first, with the sweat weighed in L/h.

    Where amounts of drink are `hidden`, only the runner's own is named.
    """
    told, planned = "drinking" not in hidden, nutrition.drink_per_hour
    amount = f"{{L/h:{number(planned or 0)}}}"
    own = amount if told else f"Your answer, {amount},"
    if gains := gains_weight(planned, sweat):
        yield Caution(
            f"{own} is more than you sweat, so you would gain weight: drink less. {_TOO_MUCH}",
            ("fluid-eah-risk", "fluid-acsm-2pc", "redflag-eah-symptoms"),
            topic="fluids",
        )
    if over_red_line(nutrition):
        line = f"Over {{L/h:{OVERDRINK_RED_LINE_L_H:g}}}" if told else own
        yield Caution(
            f"{line} is a listed risk for low blood sodium: drink less. This is a warning line, "
            "never a target.",
            ("fluid-eah-limit", "redflag-eah-symptoms"),
            topic="fluids",
        )
    elif risky(race, planned, sweat) and not gains:
        yield Caution(
            f"Your answer, {amount}, is a lot for this race{_limit(race, planned) if told else ''}. "
            f"Drink to thirst, and less than your answer. {_TOO_MUCH}",
            ("fluid-eah-risk", "fluid-immda-model", "fluid-small-slow", "redflag-eah-symptoms"),
            topic="fluids",
        )
    before, after = nutrition.sweat_mass_before, nutrition.sweat_mass_after
    if before is not None and after is not None and after > before:
        gained = number(mass_change_percent(before, after), 1)
        yield Caution(
            f"You came back from your sweat test {gained}% heavier: check the figures. If they "
            "are right, you drank too much, so drink less.",
            ("fluid-eah-risk", "redflag-eah-symptoms"),
            topic="fluids",
        )
    if not told:
        if planned is not None:
            yield Caution(
                f"Your answer, {amount}, is not advice from mile18. {ASK_ABOUT_DRINKING}",
                ("fluid-eah-prevent",),
                topic="fluids",
                loud=False,
            )
    elif planned and nutrition.drink_plan != "to_thirst" and lasts_longer_than(race, LONG_RACE):
        yield Caution(
            "Over 4 hours there is more time to drink too much. Let thirst set the limit.",
            ("fluid-eah-risk", "fluid-eah-prevent"),
            topic="fluids",
            loud=False,
        )


def _limit(race: Race, planned: float | None) -> str:
    most = most_advised(race)
    if planned is not None and planned > most:
        return f": plan no more than {{L/h:{most:g}}}"
    return f": over a marathon it adds up to more than {{L:{MARATHON_LITRES:g}}}"


def caffeine_warnings(
    nutrition: Nutrition, race: Race, health: Health, on_the_way: float
) -> tuple[Caution, ...]:
    """What must be said about more caffeine than helps, or to ask first; empty if there is none.

    `on_the_way` is what the race's portions hold in mg.
    """
    kg = race.body_mass
    planned = max(nutrition.race_caffeine_mg or 0.0, on_the_way)
    if planned and ask_about_caffeine(health):
        return (Caution("Caffeine: ask your doctor first.", ("caffeine-dose",), private=True),)
    most = CAFFEINE_MG_PER_KG[1]
    if kg is None or planned <= most * kg:
        return ()
    return (
        Caution(
            f"{number(planned, 0)} mg of caffeine is over the {most:g} mg per kg that guidance "
            "ends at; at 9 only side effects were added.",
            ("caffeine-dose",),
        ),
    )
