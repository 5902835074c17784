"""What race week keeps whatever the answers: no crash, sound words, no task lost or doubled."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from laws import few
from profiles import profiles, wordless
from written import week_text

from mile18.evidence.library import claims
from mile18.evidence.wording import problems
from mile18.plan.week.week import SHUT, RaceWeek, race_week
from mile18.profile import Profile, all_questions
from mile18.readiness import Lever, assess
from mile18.topics.health.cautions import ask_about_caffeine
from mile18.topics.health.restraints import disguised, restraints
from mile18.units import SI, Units, counted, localise

TODAY = date(2027, 4, 20)
MILES = Units(distance="mi", mass="lb", temperature="°F", volume="fl oz")
days_left = st.none() | st.integers(-5, 70)


def racing(profile: Profile, days: int | None) -> Profile:
    day = None if days is None else TODAY + timedelta(days=days)
    return profile.with_answer("race.date", day)


def covered(lever: Lever) -> bool:
    """Whether tasks that every plan has stand for the lever: bedtimes, taper, breathing."""
    keys = {key for new in lever.changes.values() for key in new}
    return not keys.isdisjoint({"usual_hours", "taper", "tension", "worry"})


def told(week: RaceWeek) -> list[str]:
    texts = [week.headline]
    for task in week.tasks:
        texts += [task.title, task.why, *task.detail.split("\n")]
    for each in (*week.dropped, *week.not_needed):
        texts += [each.what, each.why]
    return [*texts, *(each.what for each in week.lacking)]


@given(profiles(), st.dates(min_value=date(1990, 1, 1), max_value=date(2200, 1, 1)))
@few(40)
def test_any_profile_on_any_day_has_a_plan_that_can_be_printed(profile: Profile, day: date) -> None:
    week = race_week(profile, day)
    assert week_text(week, MILES, 40)
    assert race_week(profile, day) == week


@given(profiles(), days_left)
@few(50)
def test_ids_are_unique_and_days_agree(profile: Profile, days: int | None) -> None:
    week = race_week(racing(profile, days), TODAY)
    names = [task.id for task in week.tasks]
    assert len(names) == len(set(names))
    for day in week.days:
        for task in day.tasks:
            assert task.days_before == day.days_to_race
            assert task.day == day.date
    if days is not None:
        after = [task for task in week.tasks if task.days_before < 0]
        if days < 0:
            assert [task.id for task in after] == ["after-race", "debrief"]
        else:
            assert [task.id for task in after] in (["debrief"], [])
        assert sum(day.is_today for day in week.days) == 1
        for task in week.tasks:
            if task.status == "missed":
                assert task.days_before > days
            if task.status == "today":
                assert task.day == TODAY


@given(profiles(), st.integers(0, 70))
@few(50)
def test_a_missed_task_is_said_to_be_gone_and_a_lever_is_never_forgotten(
    profile: Profile, days: int
) -> None:
    profile = racing(profile, days)
    week = race_week(profile, TODAY)
    said = " ".join(each.what for each in week.dropped)
    for task in week.tasks:
        if task.status == "missed":
            assert (task.series or task.title) in said
    readiness = assess(profile, TODAY)
    if readiness.gate.shut:
        assert (week.headline == SHUT) is (days >= 0)
        assert not any(task.points for task in week.tasks)
        return
    todo = {task.points for task in week.tasks if task.points}
    for lever in readiness.possible:
        assert covered(lever) or lever.points in todo
    reasons = {each.why.partition(";")[0] for each in week.dropped}
    for lever in readiness.too_late:
        assert covered(lever) or f"takes {counted(lever.lead_days, 'day')}" in reasons


@given(profiles(), st.integers(1, 70), st.data())
@few(50)
def test_ticks_survive_the_night(profile: Profile, days: int, data: st.DataObject) -> None:
    profile = racing(profile, days)
    names = [task.id for task in race_week(profile, TODAY).tasks]
    ticked = data.draw(st.lists(st.sampled_from(names), unique=True))
    profile = profile.with_answer("week.done", tuple(ticked))
    for later in range(min(days, 3) + 1):
        week = race_week(profile, TODAY + timedelta(days=later))
        done = {task.id for task in week.tasks if task.status == "done"}
        assert set(ticked) == done


@given(profiles(), days_left)
@few(50)
def test_every_text_is_sound_and_every_claim_exists(profile: Profile, days: int | None) -> None:
    week = race_week(wordless(racing(profile, days)), TODAY)
    known = claims()
    for text in told(week):
        assert problems(localise(text, SI)) == [], text
        assert "  " not in text.strip()
        assert "None" not in text
        assert "nan" not in text.split()
    for task in week.tasks:
        assert task.why
        assert set(task.evidence) <= known.keys()
        if task.evidence:
            assert task.grade >= min(known[each].grade for each in task.evidence)
        else:
            assert task.grade == "C"
    assert {name for each in week.lacking for name in each.questions} <= all_questions().keys()


@given(profiles(), st.integers(0, 20))
@few(40)
def test_a_calendar_can_be_made_of_it(profile: Profile, days: int) -> None:
    for task in race_week(racing(profile, days), TODAY).tasks:
        assert task.start is not None
        assert task.end is not None
        assert type(task.start) is type(task.end)
        assert task.end > task.start
        if task.at is not None:
            assert isinstance(task.start, datetime)
            assert (task.start.date(), task.start.time()) == (task.day, task.at)


@given(profiles(), st.integers(0, 20))
@few(40)
def test_what_is_not_private_names_no_health_answer(profile: Profile, days: int) -> None:
    profile = racing(profile, days)
    # Somebody with the same restraints and nothing else to tell.
    alike = profile.with_changes(
        {
            "health": {
                "medicines": disguised(profile.health).medicines,
                "medicines_discussed": True,
                "conditions": disguised(profile.health).conditions,
                "doctor_agrees": True,
                "symptoms_now": (),
                "illness_last_14_days": disguised(profile.health).illness_last_14_days or "none",
                "collapse_before": False,
                "resting_cramps": False,
            }
        }
    )
    if ask_about_caffeine(profile.health):
        alike = alike.with_answer("nutrition.race_caffeine_mg", 0.0)
    shared = [task for task in race_week(profile, TODAY).tasks if not task.private]
    as_alike = race_week(alike, TODAY)
    if assess(profile, TODAY).gate.shut:
        assert {task.id for task in shared} <= {"after-race", "debrief"}
        return
    assert shared == [task for task in as_alike.tasks if not task.private]
    private = {task.id for task in as_alike.tasks if task.private} - {"doctor"}
    assert private <= {"loading-clinician"}
    assert not private or "loading" in restraints(profile.health, profile.race)
    for width in (40, 80):
        told_to_others = week_text(race_week(profile, TODAY), SI, width, private=False)
        known = week_text(as_alike, SI, width, private=False)
        assert told_to_others.split("NOT ANSWERED YET")[0] == known.split("NOT ANSWERED YET")[0]
