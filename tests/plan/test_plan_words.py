"""The sentences that every screen says alike."""

import datetime

from mile18.plan.words import LOOK_BACK, NEXT_RACE, next_steps
from mile18.profile import Profile
from mile18.readiness import assess

TODAY = datetime.date(2027, 4, 20)


def test_while_the_health_gate_is_shut_no_training_is_offered() -> None:
    profile = Profile().with_changes(
        {"sleep": {"usual_hours": 5.0}, "health": {"symptoms_now": ("fever",)}}
    )
    readiness = assess(profile, TODAY)
    assert readiness.levers == ()
    assert readiness.race_morning == readiness.overall
    steps = next_steps(readiness)
    assert steps == [reason.text for reason in readiness.gate.reasons]
    well = assess(profile.with_answer("health.symptoms_now", ()), TODAY)
    assert any("bed" in step for step in next_steps(well))


def test_after_the_race_looking_back_is_left_and_the_next_race() -> None:
    profile = Profile().with_answer("race.date", TODAY)
    tomorrow = TODAY + datetime.timedelta(days=1)
    steps = next_steps(assess(profile, tomorrow))
    assert steps == [LOOK_BACK, NEXT_RACE]
    assert LOOK_BACK not in next_steps(assess(profile, TODAY))
