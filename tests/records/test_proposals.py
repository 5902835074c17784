"""From what was read to answers: each by its window, with its reason, and nothing where too little is known."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from mile18.plan.pictures.sleep import night_rows
from mile18.profile import Profile
from mile18.records.activity import Activity, Contents, Night, Track, Weighing
from mile18.records.pages import hours_of, import_data, import_page, week_rows
from mile18.records.proposals import Proposal, Proposed, proposed, taken
from mile18.records.weeks import weeks_of
from mile18.storage.codec import decode, encode
from mile18.topics.sleep import Night as Slept
from mile18.units import SI, Units
from mile18.writers.text import text

TODAY = date(2027, 4, 26)
RACE = Profile().with_changes({"race": {"distance": 42.195, "goal_time": 13_500}})


def run(days_ago: int, km: float, hour: int = 8, **more: Any) -> Activity:
    start = datetime(TODAY.year, TODAY.month, TODAY.day, hour) - timedelta(days=days_ago)
    values: dict[str, Any] = {"sport": "run", "timer": km * 330, "elapsed": km * 330} | more
    return Activity(start=start, source="FIT", metres=km * 1000, **values)


def told(
    activities: Sequence[Activity] = (),
    nights: Sequence[Night] = (),
    weighings: Sequence[Weighing] = (),
    profile: Profile = RACE,
) -> tuple[Contents, Proposed]:
    found = Contents(
        activities=sorted(activities, key=lambda each: each.start),
        nights=sorted(nights, key=lambda each: each.wake),
        weighings=list(weighings),
    )
    return found, proposed(found, profile, TODAY)


def by_question(*args: Any, **more: Any) -> dict[str, tuple[Any, Proposal]]:
    _, found = told(*args, **more)
    return {name: (value, each) for each in found.proposals for name, value in each.answers}


# A Monday is today, so the last eight weeks end yesterday.
WEEKS = [run(7 * week + day, 10 + week) for week in range(8) for day in (1, 3)]


def test_the_usual_week_is_the_median_of_eight_full_ones() -> None:
    value, proposal = by_question(WEEKS)["training.weekly_distance"]
    assert value == 27.0
    assert (proposal.n, proposal.quality) == (8, "measured")
    assert "34, 32, 30, 28, 26, 24, 22, 20 km" in proposal.how


def test_a_week_begins_on_monday_by_the_local_clock() -> None:
    late, early = run(8, 5, hour=23), run(7, 7, hour=0)
    weeks = weeks_of([late, early], {}, TODAY)
    assert [(week.monday, week.km, week.runs) for week in weeks] == [
        (date(2027, 4, 12), 5.0, 1),
        (date(2027, 4, 19), 7.0, 1),
    ]


def test_weeks_without_a_run_count_and_the_running_one_does_not() -> None:
    weeks = weeks_of([run(40, 10), run(0, 30)], {}, TODAY)
    assert [week.km for week in weeks] == [10, 0, 0, 0, 0, 0]
    assert by_question([run(40, 10)])["training.weekly_distance"][0] == 0


def test_two_weeks_are_too_little_to_say() -> None:
    _, found = told([run(1, 10), run(8, 10)])
    assert not any(each.question == "training.weekly_distance" for each in found.proposals)
    assert "Too little to say for the usual week" in found.lacking[0]


@pytest.mark.parametrize(("days", "km"), [(70, 30.0), (71, 20.0)])
def test_the_longest_run_of_seventy_days(days: int, km: float) -> None:
    answers = by_question([run(days, 30), run(5, 20), run(4, 12)])
    assert answers["training.longest_run"][0] == km
    assert answers["training.longest_run_date"][0] == TODAY - timedelta(
        days=days if km == 30 else 5
    )


def with_points(days: int, km: float, pace: float) -> Activity:
    count = int(km * pace)
    track = Track([*range(count + 1)], [at * 1000 / pace for at in range(count + 1)])
    return run(days, km, track=lambda: track)


def test_goal_pace_needs_points_and_a_goal() -> None:
    runs = [with_points(5, 8, 320), with_points(9, 12, 360), run(12, 6)]
    value, proposal = by_question(runs)["training.goal_pace_distance"]
    assert (value, proposal.n, proposal.quality) == (8.0, 2, "few")
    assert "1 run without points left out" in proposal.how
    assert any(
        "answer distance and goal time" in each for each in told(runs, profile=Profile())[1].lacking
    )
    assert any("totals, no points" in each for each in told([run(5, 8)])[1].lacking)


def test_strength_over_eight_weeks_and_the_weeks_in_a_row() -> None:
    sessions = [run(days, 0, sport="strength") for days in (2, 3, 9, 16, 30, 90)]
    answers = by_question(sessions)
    assert answers["training.strength_sessions"][0] == 0.62
    assert answers["training.strength_weeks"][0] == 3
    assert "training.strength_sessions" not in by_question([run(3, 10)])


def test_the_best_race_is_suggested_and_asked_about() -> None:
    runs = [
        run(40, 10.06, elapsed=2917.0),
        run(30, 21.19, elapsed=6365.0),
        run(20, 10.04, elapsed=3665.0),
    ]
    answers = by_question(runs)
    assert answers["race.recent_distance"][0] == 21.0975
    assert answers["race.recent_time"][0] == 6365
    assert answers["race.recent_date"][0] == TODAY - timedelta(days=30)
    proposal = answers["race.recent_time"][1]
    assert (proposal.n, proposal.quality) == (3, "ask")
    assert "race.recent_time" not in by_question([run(181, 10), run(5, 10.3)])


def test_somebody_else_on_the_scale_is_no_answer() -> None:
    at = datetime(2027, 4, 20, 7)
    masses = [(3, 63.6), (2, 63.4), (1, 82.3)]
    weighings = [Weighing(when=at - timedelta(days=days), kg=kg, source="x") for days, kg in masses]
    found, answers = told(weighings=weighings)
    (proposal,) = answers.proposals
    assert proposal.answers == (("race.body_mass", 63.4),)
    assert found.left_out == {("weighings", "far from all others: perhaps somebody else"): 1}


def night(days_ago: int, hours: float = 7.0) -> Night:
    return Night(wake=TODAY - timedelta(days=days_ago), hours=hours, source="Garmin")


def test_nights_are_the_last_fourteen_and_missing_ones_stay_missing() -> None:
    nights = [night(days) for days in range(1, 30) if days not in (4, 9)]
    answers = by_question(nights=nights)
    logged, proposal = answers["sleep.nights"]
    assert [each.date for each in logged] == [
        TODAY - timedelta(days=days) for days in range(14, 0, -1) if days not in (4, 9)
    ]
    assert "12 nights of 14 to 2027-04-25, 2 nights not on file" in proposal.how
    usual, proposal = answers["sleep.usual_hours"]
    assert (usual, proposal.n) == (7.0, 26)


def test_last_night_counts_where_it_is_on_file() -> None:
    logged, _ = by_question(nights=[night(days) for days in range(20)])["sleep.nights"]
    assert (logged[0].date, logged[-1].date) == (TODAY - timedelta(days=13), TODAY)


def test_a_few_nights_are_too_little_to_say() -> None:
    _, found = told(nights=[night(1), night(2)])
    assert found.proposals == ()
    assert "fewer than three of fourteen" in found.lacking[0]


def test_nights_keep_how_they_felt_and_those_typed_by_hand_stay() -> None:
    own = (
        Slept(date=TODAY - timedelta(days=2), hours=5.0, rested=True),
        Slept(date=TODAY - timedelta(days=20), hours=6.0),
        Slept(hours=8.0),
    )
    profile = RACE.with_changes({"sleep": {"nights": own}})
    logged, proposal = by_question(nights=[night(1), night(2), night(3)], profile=profile)[
        "sleep.nights"
    ]
    assert [(each.hours, each.rested) for each in logged] == [
        (8.0, None), (6.0, None), (7.0, None), (7.0, True), (7.0, None),
    ]  # fmt: skip
    assert "2 nights of your own stay" in proposal.how


def test_the_air_of_recent_runs_comes_from_weather_columns_alone() -> None:
    runs = [run(2, 10, celsius=12.0), run(5, 10, celsius=16.0), run(20, 10, celsius=30.0)]
    value, proposal = by_question(runs)["heat.training_temperature"]
    assert (value, proposal.n) == (14.0, 2)
    assert "heat.training_temperature" not in by_question([run(2, 10)])


@pytest.mark.parametrize(
    ("runs", "value"),
    [
        ([run(1, 30)], "hard"),
        ([with_points(2, 4, 320)], "hard"),
        ([run(3, 9)], "some"),
        ([run(3, 5)], "none"),
        ([run(4, 30)], "none"),
        ([run(30, 30)], None),
    ],
)
def test_hard_running_is_a_suggestion(runs: list[Activity], value: str | None) -> None:
    answers = by_question(runs)
    assert answers.get("training.hard_last_3_days", (None,))[0] == value


def test_what_would_change_nothing_is_no_proposal() -> None:
    found, first = told(WEEKS, nights=[night(days) for days in range(1, 29)])
    assert first.proposals
    profile = taken(RACE, first.proposals, first, TODAY)
    assert proposed(found, profile, TODAY).proposals == ()
    kept = profile.records
    assert (kept.day, kept.sources, kept.runs, kept.nights) == (TODAY, ("FIT", "Garmin"), 16, 28)


def test_only_what_is_chosen_is_taken() -> None:
    _, found = told(WEEKS)
    chosen = [each for each in found.proposals if each.question == "training.longest_run"]
    profile = taken(RACE, chosen, found, TODAY)
    assert profile.training.longest_run == 17.0
    assert profile.training.weekly_distance is None
    assert taken(RACE, [], found, TODAY) == RACE


def test_of_health_and_feelings_nothing_is_ever_proposed() -> None:
    everything = told(
        [
            *WEEKS,
            *(run(days, 0, sport="strength") for days in range(1, 50)),
            run(3, 10, celsius=9.0),
        ],
        [night(days) for days in range(1, 29)],
        [Weighing(when=datetime(2027, 4, 20), kg=63.0, source="x")],
    )[1]
    asked = {name for each in everything.proposals for name, _ in each.answers}
    assert len(asked) >= 12
    assert not {name for name in asked if name.startswith(("health.", "nerves.", "nutrition."))}
    assert not asked & {"training.goal_pace_feel", "sleep.rested", "training.taper"}


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("units", [SI, Units(distance="mi", mass="lb")])
def test_the_page_fits_and_says_where_each_answer_comes_from(width: int, units: Units) -> None:
    found, answers = told(
        [with_points(3, 12, 320), *WEEKS], [night(days) for days in range(1, 29) if days != 5]
    )
    page = text(import_page(found, answers, RACE, units, width), width)
    assert max(map(len, page.splitlines())) <= width
    said = " ".join(page.split())
    for each in answers.proposals:
        assert " ".join(each.how.split()) in said
    assert "not logged" in said
    drawn = week_rows(answers.weeks, units, width)
    assert len(drawn) == 8
    assert ("at goal pace" in drawn[-1].text) is (width > 40)
    assert len(night_rows(hours_of(answers.slept), 28, width)) == 28


def test_the_data_are_those_of_the_race_file() -> None:
    found, answers = told(WEEKS, [night(days, 6.5) for days in range(1, 4)])
    data = import_data(found, answers, RACE)
    assert data["weeks"][0] == {"monday": date(2027, 3, 1), "km": 34.0, "runs": 2}
    held = {each["question"]: each["proposed"] for each in data["proposals"]}
    assert held["sleep.nights"][0] == {"date": date(2027, 4, 23), "hours": 6.5}
    assert (data["runs"], data["nights"]) == (16, 3)


def test_what_a_race_file_may_not_hold_is_no_proposal() -> None:
    _, found = told(
        [run(1, 200), run(8, 100), run(15, 700), *(run(22 + at, 300) for at in range(5))],
        [night(1, 20.0), night(2, 17.0), *(night(days) for days in range(3, 10))],
        [Weighing(when=datetime(2027, 4, 20), kg=900.0, source="x")],
    )
    asked = {name for each in found.proposals for name, _ in each.answers}
    assert "training.longest_run" not in asked
    assert "race.body_mass" not in asked
    assert any("Longest run" in each and "outside" in each for each in found.lacking)
    assert any("Body weight" in each for each in found.lacking)
    profile = taken(RACE, found.proposals, found, TODAY)
    assert decode(encode(profile)).problems == ()
    assert len(profile.sleep.nights or ()) == 7
