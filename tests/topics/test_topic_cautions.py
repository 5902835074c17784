"""The warnings beside a drink plan are loud, whatever else is answered, and say no more."""

from datetime import date
from typing import Any

import pytest
from topic_laws import judged

from mile18.evidence.library import claims
from mile18.evidence.wording import problems
from mile18.factor import Caution, Countdown
from mile18.profile import Profile
from mile18.topics.health.questions import Health
from mile18.topics.nutrition.fluids import RULE
from mile18.topics.nutrition.questions import Nutrition
from mile18.topics.race.questions import Race
from mile18.units import SI, localise
from mile18.warnings import warnings as all_warnings

WELL = Health()
TODAY = date(2027, 4, 20)
MARATHON = Race(distance=42.195, goal_time=4 * 3600, body_mass=70.0)
# 70 kg losing 0.5 kg in an hour in which 0.5 L was drunk: 1 L/h.
SWEATS_1_L_H: dict[str, Any] = {
    "sweat_mass_before": 70.0,
    "sweat_mass_after": 69.5,
    "sweat_drunk": 0.5,
    "sweat_urine": 0.0,
    "sweat_duration": 1.0,
}


def warnings(nutrition: Nutrition, race: Race, health: Health) -> tuple[Caution, ...]:
    profile = Profile(nutrition=nutrition, race=race, health=health)
    return all_warnings(profile, Countdown(TODAY))


@pytest.mark.parametrize("thirst", [None, "amount", "to_thirst", "none"])
@pytest.mark.parametrize(
    ("answers", "opening", "evidence"),
    [
        (
            {"drink_per_hour": 1.2, **SWEATS_1_L_H},
            "1.2 L/h is more than you sweat, so you would gain weight: drink less.",
            "fluid-eah-risk",
        ),
        (
            {"drink_per_hour": 1.6},
            "Over 1.5 L/h is a listed risk for low blood sodium: drink less.",
            "fluid-eah-limit",
        ),
    ],
)
def test_overdrinking_is_said_loudly_whatever_else_is_answered(
    thirst: str | None, answers: dict[str, Any], opening: str, evidence: str
) -> None:
    said: dict[str, Any] = {"drink_plan": thirst, **answers}
    for race in (Race(), MARATHON):
        first = warnings(Nutrition(**said), race, WELL)[0]
        assert localise(first.text, SI).startswith(opening)
        assert evidence in first.evidence
        said_so = {"race": race, "nutrition": Nutrition(**said)}
        part = judged(RULE, said_so, Countdown(TODAY)).verdict.parts[1]
        assert (part.low, part.high) == (0, 0)
        assert "drink less" in part.label


def test_a_long_race_warns_of_amounts_and_too_much_caffeine_is_named() -> None:
    slow = Race(distance=42.195, goal_time=5 * 3600, body_mass=60.0)
    amount = warnings(Nutrition(drink_plan="amount", drink_per_hour=0.5), slow, WELL)
    assert [caution.text for caution in amount] == [
        "Over 4 hours there is more time to drink too much. Let thirst set the limit."
    ]
    assert warnings(Nutrition(drink_plan="to_thirst", drink_per_hour=0.5), slow, WELL) == ()
    assert warnings(Nutrition(drink_per_hour=0.5), MARATHON, WELL) == ()
    assert warnings(Nutrition(), slow, WELL) == ()
    assert warnings(Nutrition(race_caffeine_mg=360.0), slow, WELL) == ()
    (caffeine,) = warnings(Nutrition(race_caffeine_mg=361.0), slow, WELL)
    assert caffeine.text.startswith("361 mg of caffeine is over the 6 mg per kg that guidance")
    assert warnings(Nutrition(race_caffeine_mg=361.0), Race(), WELL) == ()


def test_weight_gained_on_the_weighed_run_is_said_even_if_the_figures_do_not_add_up() -> None:
    for drunk in (0.0, 1.4, None):
        gained = {**SWEATS_1_L_H, "sweat_mass_after": 70.7, "sweat_drunk": drunk}
        (caution,) = warnings(Nutrition(**gained), Race(), WELL)
        assert caution.text.startswith("You came back from your sweat test 1% heavier")
        assert "fluid-eah-risk" in caution.evidence
    assert warnings(Nutrition(sweat_mass_before=70.0, sweat_mass_after=70.0), Race(), WELL) == ()


def test_what_a_warning_says_is_modest_and_sourced() -> None:
    gained = {**SWEATS_1_L_H, "sweat_mass_after": 70.2}
    worst = Nutrition(drink_per_hour=2.0, race_caffeine_mg=1000.0, **gained)
    said = warnings(worst, Race(distance=100.0, goal_time=12 * 3600, body_mass=60.0), WELL)
    assert len(said) == 5
    for caution in said:
        assert not problems(caution.text)
        assert caution.evidence
        assert set(caution.evidence) <= set(claims())
