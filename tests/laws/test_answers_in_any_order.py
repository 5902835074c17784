"""An answer narrows what is open, in whatever order it comes, unless it corrects an earlier one."""

import random
from datetime import date
from typing import Final

from drawn_answers import full_profile

from mile18.factor import Countdown, Factor
from mile18.profile import Profile, all_questions
from mile18.readiness import Standing, standing

TODAY = date(2027, 4, 20)
# Where an answer may correct an earlier one, so that what was possible before no longer is: an amount
# beside "to thirst" or no plan, a sweat test that does not add up, the hours of the race beside one
# temperature, humidity beside dew point, and a date that makes a long run old. The README says so.
CORRECTED: Final = {
    "fluids": {
        "nutrition.drink_plan",
        "nutrition.drink_per_hour",
        "nutrition.sweat_mass_before",
        "nutrition.sweat_mass_after",
        "nutrition.sweat_drunk",
        "nutrition.sweat_urine",
        "nutrition.sweat_duration",
    },
    "heat": {
        "heat.hours",
        "heat.humidity",
        "heat.dew_point",
        "race.start_time",
        "race.distance",
        "race.goal_time",
    },
    "long_run": {"training.longest_run_date", "race.date"},
}


def _inside(before: Factor, after: Factor) -> bool:
    return before.low <= after.low and after.high <= before.high


def _step(profile: Profile) -> Standing:
    return standing(profile, Countdown(TODAY, profile.race.date))


def test_an_answer_narrows_what_is_open_or_corrects_an_earlier_one(every: bool) -> None:
    corrections = steps = 0
    for seed in range(2000 if every else 40):
        dice = random.Random(seed)
        full = full_profile(dice)
        names = [name for name in all_questions() if full.answer(name) is not None]
        dice.shuffle(names)
        profile = Profile()
        before = _step(profile)
        for name in names:
            profile = profile.with_answer(name, full.answer(name))
            after = _step(profile)
            corrected = False
            for was, now in zip(before.factors, after.factors, strict=True):
                if was.applies and now.applies and not _inside(was, now):
                    corrected = True
                    assert name in CORRECTED.get(was.rule.id, ()), (seed, name, was.rule.id)
            widened = (after.overall.high - after.overall.low) - (
                before.overall.high - before.overall.low
            )
            assert widened <= 1e-9 or corrected, (seed, name)
            corrections, steps = corrections + corrected, steps + 1
            before = after
    # Rare even for answers drawn by lot, which contradict each other far more than a runner's.
    assert corrections < 0.05 * steps
