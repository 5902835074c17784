"""The example race that comes with the app."""

from datetime import date, timedelta
from importlib.resources import files

import pytest

from mile18.evidence.wording import problems
from mile18.profile import all_questions
from mile18.readiness import assess
from mile18.storage.codec import decode
from mile18.tui.races.example import example, untouched

FILE = files("mile18") / "examples" / "flying-pig.toml"
# What another answer makes needless: a dew point beside the humidity, hours beside the warmest of
# them, a doctor's word where nothing asks for it, walk breaks for who runs, a goal that is still asked about.
NEEDLESS = {
    *("heat.dew_point", "heat.hours", "health.doctor_agrees", "health.illness_cleared"),
    *("race.run_minutes", "race.walk_minutes", "race.goal_settled", "race.wish_time"),
}


def test_the_file_is_read_whole() -> None:
    assert decode(FILE.read_text("utf-8")).problems == ()


def test_every_question_but_notes_is_answered() -> None:
    profile = example(date(2027, 4, 20))
    said = {name for name in all_questions() if profile.answer(name) is not None}
    notes = {name for name in all_questions() if name.endswith(".notes")}
    assert set(all_questions()) - notes - NEEDLESS <= said


def test_there_is_something_to_look_at() -> None:
    readiness = assess(example(date(2027, 4, 20)), date(2027, 4, 20))
    assert 30 < readiness.overall.low < 90
    assert readiness.race_morning.low > readiness.overall.low
    assert len(readiness.possible) >= 5
    assert readiness.too_late
    assert readiness.gate.status == "clear"


@pytest.mark.parametrize("later", range(0, 800, 13))
def test_the_race_is_always_a_sunday_in_twelve_to_eighteen_days(later: int) -> None:
    today = date(2026, 1, 1) + timedelta(days=later)
    race = example(today).race.date
    assert race is not None
    assert race.strftime("%a") == "Sun"
    assert 12 <= (race - today).days <= 18


def test_all_dates_move_together() -> None:
    first, later = example(date(2027, 4, 20)), example(date(2027, 6, 1))
    assert first.race.date == date(2027, 5, 2)
    assert later.race.date is not None
    by = later.race.date - first.race.date
    assert first.sleep.nights
    assert later.sleep.nights
    for before, after in zip(first.sleep.nights, later.sleep.nights, strict=True):
        assert before.date is not None
        assert after.date == before.date + by
    assert first.training.longest_run_date is not None
    assert later.training.longest_run_date == first.training.longest_run_date + by


def test_an_answer_changed_makes_it_the_runners_own() -> None:
    profile = example(date(2027, 4, 20))
    assert untouched(profile)
    assert not untouched(profile.with_answer("sleep.usual_hours", 8.0))
    assert not untouched(profile.with_answer("race.date", None))
    assert not untouched(profile.with_answer("race.date", date(2027, 5, 3)))


def test_its_texts_claim_nothing() -> None:
    for line in FILE.read_text("utf-8").splitlines():
        assert problems(line) == []
